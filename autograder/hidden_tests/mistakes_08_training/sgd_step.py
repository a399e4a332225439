"""What typical errors compute for `sgd_step`."""

import numpy as np

from autograder.catalogue import mistake


def _pairs(network, gradients):
    return zip(network, gradients, strict=True)


@mistake("sgd_step")
def uphill(network, gradients, rate):
    """This goes uphill: the gradient points to where the loss grows."""
    return [(W + rate * dW, b + rate * db) for (W, b), (dW, db) in _pairs(network, gradients)]


@mistake("sgd_step")
def without_rate(network, gradients, rate):
    """The rate is missing: it says which part of the gradient the step takes."""
    return [(W - dW, b - db) for (W, b), (dW, db) in _pairs(network, gradients)]


@mistake("sgd_step")
def weights_shrunk(network, gradients, rate):
    """The rate belongs to the gradient, not to the weights."""
    return [(rate * W - dW, rate * b - db) for (W, b), (dW, db) in _pairs(network, gradients)]


@mistake("sgd_step")
def rate_on_both(network, gradients, rate):
    """The rate multiplies the weights, too: multiply the gradient only, then subtract."""
    return [(rate * (W - dW), rate * (b - db)) for (W, b), (dW, db) in _pairs(network, gradients)]


@mistake("sgd_step")
def divided_by_the_rate(network, gradients, rate):
    """A larger rate means a longer step: multiply by it."""
    rate = max(rate, 1e-300)
    return [(W - dW / rate, b - db / rate) for (W, b), (dW, db) in _pairs(network, gradients)]


@mistake("sgd_step")
def biases_forgotten(network, gradients, rate):
    """The biases stay where they were: they learn as the weights do."""
    return [(W - rate * dW, b) for (W, b), (dW, db) in _pairs(network, gradients)]


@mistake("sgd_step")
def weights_forgotten(network, gradients, rate):
    """The weights stay where they were: they learn as the biases do."""
    return [(W, b - rate * db) for (W, b), (dW, db) in _pairs(network, gradients)]


@mistake("sgd_step")
def bias_without_rate(network, gradients, rate):
    """The step of the biases leaves out the rate."""
    return [(W - rate * dW, b - db) for (W, b), (dW, db) in _pairs(network, gradients)]


@mistake("sgd_step")
def signs_only(network, gradients, rate):
    """Only the sign of the gradient is used: where it is steeper, the step is longer."""
    return [(W - rate * np.sign(dW), b - rate * np.sign(db)) for (W, b), (dW, db) in _pairs(network, gradients)]


@mistake("sgd_step")
def nothing_changes(network, gradients, rate):
    """Nothing has moved: `W = W - ...` in a loop gives the name a new array, and the list keeps the old one."""
    return network


@mistake("sgd_step")
def only_the_step(network, gradients, rate):
    """This is the step alone: subtract it from the weights."""
    return [(rate * dW, rate * db) for dW, db in gradients]


@mistake("sgd_step")
def first_layer_only(network, gradients, rate):
    """Only one layer comes back: does the `return` stand inside the loop?"""
    (W, b), (dW, db) = network[0], gradients[0]
    return [(W - rate * dW, b - rate * db)]


@mistake("sgd_step")
def last_layer_only(network, gradients, rate):
    """Only the last layer learns: every layer makes its own step."""
    (W, b), (dW, db) = network[-1], gradients[-1]
    return [*network[:-1], (W - rate * dW, b - rate * db)]


@mistake("sgd_step")
def first_gradients_for_all(network, gradients, rate):
    """Every layer needs its own gradients: go through both lists together, with `zip`."""
    dW, db = gradients[0]
    return [(W - rate * dW, b - rate * db) for W, b in network]


@mistake("sgd_step")
def flat(network, gradients, rate):
    """Weights and biases stand in one long list: give back one pair `(W, b)` for each layer."""
    return [part for (W, b), (dW, db) in _pairs(network, gradients) for part in (W - rate * dW, b - rate * db)]


@mistake("sgd_step")
def in_place(network, gradients, rate):
    """`-=` changes the arrays of the old network: `W - rate * dW` makes a new one."""
    for (W, b), (dW, db) in _pairs(network, gradients):
        W -= rate * dW
        b -= rate * db
    return network


@mistake("sgd_step")
def list_in_place(network, gradients, rate):
    """The layers are written into the caller's list: put them into a new one."""
    for i, ((W, b), (dW, db)) in enumerate(_pairs(list(network), gradients)):
        network[i] = (W - rate * dW, b - rate * db)
    return network


@mistake("sgd_step")
def like_the_old_ones(network, gradients, rate):
    """The new weights are stored as whole numbers, which cuts them: let the subtraction make a new array."""
    return [
        ((W - rate * dW).astype(np.asarray(W).dtype), (b - rate * db).astype(np.asarray(b).dtype))
        for (W, b), (dW, db) in _pairs(network, gradients)
    ]


@mistake("sgd_step")
def forgets_to_give_back(network, gradients, rate):
    """The new network is calculated and lost: give it back with `return`."""
    [(W - rate * dW, b - rate * db) for (W, b), (dW, db) in _pairs(network, gradients)]


@mistake("sgd_step")
def without_biases(network, gradients, rate):
    """The biases are gone: a layer is a pair `(W, b)`."""
    return [W - rate * dW for (W, b), (dW, db) in _pairs(network, gradients)]


@mistake("sgd_step")
def biases_as_rows(network, gradients, rate):
    """The biases have become a table: a bias has one line, shape `(k,)`."""
    return [(W - rate * dW, (b - rate * db).reshape(1, -1)) for (W, b), (dW, db) in _pairs(network, gradients)]
