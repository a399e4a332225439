"""What typical errors compute for `collapse`."""

import numpy as np

from autograder.catalogue import mistake


def _arrays(*parts):
    return [np.asarray(part, dtype=float) for part in parts]


@mistake("collapse")
def first_biases_forgotten(W1, b1, W2, b2):
    """The biases of the first layer are lost: the second layer weighs them like everything that comes to it."""
    W1, b1, W2, b2 = _arrays(W1, b1, W2, b2)
    return W1 @ W2, b2


@mistake("collapse")
def second_biases_forgotten(W1, b1, W2, b2):
    """The biases of the second layer are lost: they are added at the very end."""
    W1, b1, W2, b2 = _arrays(W1, b1, W2, b2)
    return W1 @ W2, b1 @ W2


@mistake("collapse")
def biases_added(W1, b1, W2, b2):
    """The biases of the first layer pass through the weights of the second before anything is added to them."""
    W1, b1, W2, b2 = _arrays(W1, b1, W2, b2)
    return W1 @ W2, b1 + b2


@mistake("collapse")
def biases_summed(W1, b1, W2, b2):
    """Each bias of the first layer has its own weight in the second: their sum alone does not tell enough."""
    W1, b1, W2, b2 = _arrays(W1, b1, W2, b2)
    return W1 @ W2, b1.sum() + b2


@mistake("collapse")
def biases_through_the_first_layer(W1, b1, W2, b2):
    """The biases of the first layer pass through the second layer's weights, not through their own."""
    W1, b1, W2, b2 = _arrays(W1, b1, W2, b2)
    return W1 @ W2, W1 @ b1 + b2


@mistake("collapse")
def biases_through_everything(W1, b1, W2, b2):
    """The second biases are added after all weights: nothing multiplies them any more."""
    W1, b1, W2, b2 = _arrays(W1, b1, W2, b2)
    return W1 @ W2, (b1 + b2[0]) @ W2


@mistake("collapse")
def other_order(W1, b1, W2, b2):
    """The order matters: examples are rows, so what comes first stands on the left."""
    W1, b1, W2, b2 = _arrays(W1, b1, W2, b2)
    return W2 @ W1, b1 @ W2 + b2


@mistake("collapse")
def weights_added(W1, b1, W2, b2):
    """Weights that follow each other are multiplied, not added."""
    W1, b1, W2, b2 = _arrays(W1, b1, W2, b2)
    return W1 + W2, b1 @ W2 + b2


@mistake("collapse")
def weights_multiplied_one_by_one(W1, b1, W2, b2):
    """`*` multiplies number by number: to follow all paths through the middle, `@` is needed."""
    W1, b1, W2, b2 = _arrays(W1, b1, W2, b2)
    return W1 * W2, b1 @ W2 + b2


@mistake("collapse")
def biases_multiplied_one_by_one(W1, b1, W2, b2):
    """`b1 * W2` makes a table: each output needs the sum over the middle."""
    W1, b1, W2, b2 = _arrays(W1, b1, W2, b2)
    return W1 @ W2, b1[:, None] * W2 + b2


@mistake("collapse")
def transposed(W1, b1, W2, b2):
    """Inputs go along the rows of W, outputs along its columns: nothing needs to be transposed."""
    W1, b1, W2, b2 = _arrays(W1, b1, W2, b2)
    return (W1 @ W2).T, b1 @ W2 + b2


@mistake("collapse")
def negative_cut_between(W1, b1, W2, b2):
    """Nothing stands between the two layers here: no number is cut off."""
    W1, b1, W2, b2 = _arrays(W1, b1, W2, b2)
    return np.maximum(W1, 0) @ W2, np.maximum(b1, 0) @ W2 + b2


@mistake("collapse")
def weights_alone(W1, b1, W2, b2):
    """A layer is a pair of weights and biases: give back both."""
    W1, b1, W2, b2 = _arrays(W1, b1, W2, b2)
    return W1 @ W2


@mistake("collapse")
def biases_first(W1, b1, W2, b2):
    """The weights come first in the pair, then the biases."""
    W1, b1, W2, b2 = _arrays(W1, b1, W2, b2)
    return b1 @ W2 + b2, W1 @ W2


@mistake("collapse")
def biases_as_a_row(W1, b1, W2, b2):
    """The biases are one number for each output, shape (k,): without a second pair of brackets."""
    W1, b1, W2, b2 = _arrays(W1, b1, W2, b2)
    return W1 @ W2, b1[None, :] @ W2 + b2


@mistake("collapse")
def written_into_the_biases(W1, b1, W2, b2):
    """`+=` writes into the second layer's own biases: make new ones instead."""
    W1, b1, W2 = _arrays(W1, b1, W2)
    if isinstance(b2, np.ndarray):
        b2 += b1 @ W2
    return W1 @ W2, b2 if isinstance(b2, np.ndarray) else b1 @ W2 + b2


@mistake("collapse")
def lists_multiplied(W1, b1, W2, b2):
    """Lists know no `@`: turn all four into arrays first."""
    return W1 @ W2, b1 @ W2 + b2


@mistake("collapse")
def biases_on_the_right(W1, b1, W2, b2):
    """The first biases come to the second layer like a row of inputs: `b1` stands on the left of `W2`."""
    W1, b1, W2, b2 = _arrays(W1, b1, W2, b2)
    return W1 @ W2, W2 @ b1 + b2


@mistake("collapse")
def biases_through_both_layers(W1, b1, W2, b2):
    """The first biases are added after the first weights: only the weights of the second layer still meet them."""
    W1, b1, W2, b2 = _arrays(W1, b1, W2, b2)
    return W1 @ W2, b1 @ (W1 @ W2) + b2


@mistake("collapse")
def biases_side_by_side(W1, b1, W2, b2):
    """The one layer has as many biases as outputs: those of the first layer become a part of them."""
    W1, b1, W2, b2 = _arrays(W1, b1, W2, b2)
    return W1 @ W2, np.concatenate([b1, b2])


@mistake("collapse")
def all_in_one(W1, b1, W2, b2):
    """Weights and biases stay apart: what is multiplied with the inputs, and what is only added."""
    W1, b1, W2, b2 = _arrays(W1, b1, W2, b2)
    return W1 @ W2 + b1 @ W2 + b2
