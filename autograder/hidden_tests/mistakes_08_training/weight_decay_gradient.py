"""What typical errors compute for `weight_decay_gradient`."""

import numpy as np

from autograder.catalogue import mistake


def _zeros(b):
    return np.zeros(np.shape(b))


@mistake("weight_decay_gradient")
def slope_of_the_square(network, strength):
    """The half is lost: the slope of `strength / 2 * W**2` is not that of `strength * W**2`."""
    return [(2 * strength * W, _zeros(b)) for W, b in network]


@mistake("weight_decay_gradient")
def half_kept(network, strength):
    """The half is too much: the slope of a square brings a factor of two, which cancels it."""
    return [(strength / 2 * W, _zeros(b)) for W, b in network]


@mistake("weight_decay_gradient")
def squares(network, strength):
    """These are the squares: their slope is asked for."""
    return [(strength / 2 * W**2, _zeros(b)) for W, b in network]


@mistake("weight_decay_gradient")
def whole_squares(network, strength):
    """These are squares times the strength: a slope is asked for, which can be negative."""
    return [(strength * W**2, _zeros(b)) for W, b in network]


@mistake("weight_decay_gradient")
def signs(network, strength):
    """The slope of a square grows with the weight; this is the slope of the weight's size."""
    return [(strength * np.sign(W), _zeros(b)) for W, b in network]


@mistake("weight_decay_gradient")
def sizes(network, strength):
    """A negative weight has a negative slope: leave out `abs`."""
    return [(strength * np.abs(W), _zeros(b)) for W, b in network]


@mistake("weight_decay_gradient")
def downhill(network, strength):
    """A gradient points uphill; the minus sign comes in the step."""
    return [(-strength * W, _zeros(b)) for W, b in network]


@mistake("weight_decay_gradient")
def biases_too(network, strength):
    """The biases are left alone: the penalty has no `b` in it, so its slope is zero."""
    return [(strength * W, strength * b) for W, b in network]


@mistake("weight_decay_gradient")
def bias_as_it_is(network, strength):
    """This hands on the biases themselves: a penalty without `b` has the slope zero for each of them."""
    return [(strength * W, b) for W, b in network]


@mistake("weight_decay_gradient")
def without_strength(network, strength):
    """The strength is missing: it says how much the penalty counts."""
    return [(W, _zeros(b)) for W, b in network]


@mistake("weight_decay_gradient")
def penalty(network, strength):
    """This is the penalty, one number: its gradient has a number for each weight."""
    return strength / 2 * sum(float(np.sum(W**2)) for W, b in network)


@mistake("weight_decay_gradient")
def sums(network, strength):
    """The squares are added up, but each weight has a slope of its own: drop the sum."""
    return [(strength * np.sum(W), _zeros(b)) for W, b in network]


@mistake("weight_decay_gradient")
def averages(network, strength):
    """The penalty is a sum, not an average: nothing is divided by the number of weights."""
    return [(strength * W / np.size(W), _zeros(b)) for W, b in network]


@mistake("weight_decay_gradient")
def bias_zero(network, strength):
    """There is one zero for all biases: make one for each, so that the gradients can be added up."""
    return [(strength * W, 0.0) for W, b in network]


@mistake("weight_decay_gradient")
def bias_none(network, strength):
    """`None` cannot be added to a gradient: a slope of zero is an array of zeros."""
    return [(strength * W, None) for W, b in network]


@mistake("weight_decay_gradient")
def without_biases(network, strength):
    """Each layer is a pair: the slopes of the biases stand beside those of the weights, also when they are zero."""
    return [strength * W for W, b in network]


@mistake("weight_decay_gradient")
def first_layer_only(network, strength):
    """Only one layer comes back: does the `return` stand inside the loop?"""
    W, b = network[0]
    return [(strength * W, _zeros(b))]


@mistake("weight_decay_gradient")
def last_layer_spared(network, strength):
    """The last layer is left out: the penalty takes all of them."""
    *rest, (W, b) = network
    return [(strength * V, _zeros(c)) for V, c in rest] + [(0.0 * W, _zeros(b))]


@mistake("weight_decay_gradient")
def weights_decayed(network, strength):
    """This is the network after the decay: only the slope is asked for."""
    return [(W - strength * W, b) for W, b in network]


@mistake("weight_decay_gradient")
def in_place(network, strength):
    """`*=` changes the network itself: `strength * W` makes a new array."""
    for W, b in network:
        W[...] = strength * W
    return [(W, _zeros(b)) for W, b in network]


@mistake("weight_decay_gradient")
def biases_emptied(network, strength):
    """The zeros are written into the network's own biases: make a new array of zeros."""
    for W, b in network:
        b[...] = 0
    return [(strength * W, b) for W, b in network]


@mistake("weight_decay_gradient")
def kept_whole(network, strength):
    """The slopes are stored as whole numbers, which cuts them: let the product make a new array."""
    return [((strength * W).astype(np.asarray(W).dtype), _zeros(b)) for W, b in network]
