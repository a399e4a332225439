"""What typical errors compute for `relu_backward`."""

import numpy as np

from autograder.catalogue import mistake


def _arrays(grad_out, x):
    return np.asarray(grad_out, dtype=float), np.asarray(x, dtype=float)


@mistake("relu_backward")
def no_mask(grad_out, x):
    """The gradient passes for negative inputs, too: there it has to be 0, and after ReLU `>= 0` is true everywhere."""
    return _arrays(grad_out, x)[0]


@mistake("relu_backward")
def mask_from_the_gradient(grad_out, x):
    """The sign of the gradient decides here: it is the input of ReLU that decides, and negative slopes pass too."""
    grad_out, x = _arrays(grad_out, x)
    return np.maximum(grad_out, 0)


@mistake("relu_backward")
def both_must_be_positive(grad_out, x):
    """Negative slopes are lost on the way: only the sign of the input matters, not that of the gradient."""
    grad_out, x = _arrays(grad_out, x)
    return np.maximum(grad_out, 0) * (x > 0)


@mistake("relu_backward")
def same_sign(grad_out, x):
    """The product of gradient and input decides here: look at the input alone."""
    grad_out, x = _arrays(grad_out, x)
    return np.where(grad_out * x > 0, grad_out, 0.0)


@mistake("relu_backward")
def slope_only(grad_out, x):
    """This is the slope of ReLU itself: it still has to be multiplied by the gradient that arrives."""
    return np.where(np.asarray(x) > 0, 1.0, 0.0)


@mistake("relu_backward")
def at_the_corner(grad_out, x):
    """At exactly 0 we agreed that nothing passes: the comparison lets the 0 through."""
    grad_out, x = _arrays(grad_out, x)
    return grad_out * (x >= 0)


@mistake("relu_backward")
def times_the_output(grad_out, x):
    """The gradient is multiplied by the numbers themselves: the slope of ReLU is 1 or 0, however large they are."""
    grad_out, x = _arrays(grad_out, x)
    return grad_out * np.maximum(x, 0)


@mistake("relu_backward")
def the_other_side(grad_out, x):
    """The sides are swapped: what was positive passes, and what was negative does not."""
    grad_out, x = _arrays(grad_out, x)
    return grad_out * (x < 0)


@mistake("relu_backward")
def sign_of_x(grad_out, x):
    """The gradient of negative inputs comes back with its sign turned around: there it has to be 0."""
    grad_out, x = _arrays(grad_out, x)
    return grad_out * np.sign(x)


@mistake("relu_backward")
def leaky(grad_out, x):
    """A little gets through for negative inputs: that is the leaky ReLU, the plain one is flat there."""
    grad_out, x = _arrays(grad_out, x)
    return grad_out * np.where(x > 0, 1.0, 0.01)


@mistake("relu_backward")
def above_one(grad_out, x):
    """Only inputs above 1 pass here: the corner of ReLU is at 0."""
    grad_out, x = _arrays(grad_out, x)
    return grad_out * (x > 1)


@mistake("relu_backward")
def forward_again(grad_out, x):
    """This is ReLU of the input once more: on the way back the gradient passes where the input was positive."""
    return np.maximum(np.asarray(x, dtype=float), 0)


@mistake("relu_backward")
def added_up(grad_out, x):
    """The entries are added up: each input has a slope of its own, so the shape stays."""
    grad_out, x = _arrays(grad_out, x)
    return float(np.sum(grad_out * (x > 0)))


@mistake("relu_backward")
def written_into_the_gradient(grad_out, x):
    """The zeros are written into the caller's own gradient: make a new array."""
    if isinstance(grad_out, np.ndarray):
        grad_out[np.asarray(x) <= 0] = 0
        return grad_out
    for i, value in enumerate(x):
        if value <= 0:
            grad_out[i] = 0
    return grad_out


@mistake("relu_backward")
def lists_compared(grad_out, x):
    """Python does not compare a list with a number: turn the arguments into arrays first."""
    return grad_out * (x > 0)
