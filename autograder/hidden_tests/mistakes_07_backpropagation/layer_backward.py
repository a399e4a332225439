"""What typical errors compute for `layer_backward`."""

import numpy as np

from autograder.catalogue import mistake


def _arrays(*tables):
    return [np.asarray(table, dtype=float) for table in tables]


def _right(grad_out, X, W):
    grad_out, X, W = _arrays(grad_out, X, W)
    return grad_out @ W.T, X.T @ grad_out, grad_out.sum(axis=0)


@mistake("layer_backward")
def bias_averaged(grad_out, X, W):
    """The slopes of the biases are averaged: paths are added, and the mean over examples is in `grad_out` already."""
    dX, dW, _ = _right(grad_out, X, W)
    return dX, dW, np.mean(grad_out, axis=0)


@mistake("layer_backward")
def one_bias(grad_out, X, W):
    """All biases get one slope together: each output has its own bias, so add up over the examples only."""
    dX, dW, _ = _right(grad_out, X, W)
    return dX, dW, np.sum(grad_out)


@mistake("layer_backward")
def one_mean_bias(grad_out, X, W):
    """All biases get one mean slope: each output has its own bias, so add up over the examples, `axis=0`."""
    dX, dW, _ = _right(grad_out, X, W)
    return dX, dW, np.mean(grad_out)


@mistake("layer_backward")
def entries_multiplied(grad_out, X, W):
    """`*` multiplies entry by entry: these are sums of products, so they need `@`, with one table turned around."""
    grad_out, X, W = _arrays(grad_out, X, W)
    return grad_out * W, X * grad_out, grad_out.sum(axis=0)


@mistake("layer_backward")
def bias_along_rows(grad_out, X, W):
    """The slopes of the biases are added along the rows: the examples share a bias, so go down the columns."""
    dX, dW, _ = _right(grad_out, X, W)
    return dX, dW, np.sum(grad_out, axis=1)


@mistake("layer_backward")
def bias_as_table(grad_out, X, W):
    """`db` keeps a row for each example: `b` has the shape `(k,)`, so add the examples up."""
    dX, dW, _ = _right(grad_out, X, W)
    return dX, dW, np.asarray(grad_out)


@mistake("layer_backward")
def bias_as_row(grad_out, X, W):
    """`db` is a table with one row: the biases have the shape `(k,)`, so leave `keepdims` away."""
    dX, dW, _ = _right(grad_out, X, W)
    return dX, dW, np.sum(grad_out, axis=0, keepdims=True)


@mistake("layer_backward")
def weights_turned_around(grad_out, X, W):
    """`dW` is turned around: it needs the shape of `W`, which has a row for each input."""
    dX, dW, db = _right(grad_out, X, W)
    return dX, dW.T, db


@mistake("layer_backward")
def inputs_turned_around(grad_out, X, W):
    """`dX` is turned around: it needs the shape of `X`, which has a row for each example."""
    dX, dW, db = _right(grad_out, X, W)
    return dX.T, dW, db


@mistake("layer_backward")
def weights_not_turned(grad_out, X, W):
    """On the way back the weights lead from outputs to inputs: `W` has to be turned around for `dX`."""
    grad_out, X, W = _arrays(grad_out, X, W)
    return grad_out @ W, X.T @ grad_out, grad_out.sum(axis=0)


@mistake("layer_backward")
def inputs_not_turned(grad_out, X, W):
    """For `dW` the examples have to meet in the middle of the `@`: turn the inputs around."""
    grad_out, X, W = _arrays(grad_out, X, W)
    return grad_out @ W.T, X @ grad_out, grad_out.sum(axis=0)


@mistake("layer_backward")
def another_order(grad_out, X, W):
    """The right gradients in another order: the inputs come first, then weights, then biases."""
    dX, dW, db = _right(grad_out, X, W)
    return dW, db, dX


@mistake("layer_backward")
def divided_again(grad_out, X, W):
    """`dW` is divided by the number of examples: if the loss is a mean, `grad_out` has that share already."""
    dX, dW, db = _right(grad_out, X, W)
    return dX, dW / len(X), db


@mistake("layer_backward")
def everything_divided(grad_out, X, W):
    """`dW` and `db` are both divided by the number of examples: paths are added, not averaged."""
    dX, dW, db = _right(grad_out, X, W)
    return dX, dW / len(X), db / len(X)


@mistake("layer_backward")
def last_example_only(grad_out, X, W):
    """Only the last example counts for weights and biases: add up what all of them say, with `+=`."""
    grad_out, X, W = _arrays(grad_out, X, W)
    return grad_out @ W.T, np.outer(X[-1], grad_out[-1]), grad_out[-1]


@mistake("layer_backward")
def one_factor_too_many(grad_out, X, W):
    """`dW` passes through the weights as well: a weight's slope is its input times the gradient of its output."""
    grad_out, X, W = _arrays(grad_out, X, W)
    return grad_out @ W.T, X.T @ (grad_out @ W.T), grad_out.sum(axis=0)


@mistake("layer_backward")
def inputs_without_weights(grad_out, X, W):
    """`dX` forgets the weights: each path from an input to an output has the weight as its slope."""
    grad_out, X, W = _arrays(grad_out, X, W)
    return np.repeat(grad_out.sum(axis=1, keepdims=True), X.shape[1], axis=1), X.T @ grad_out, grad_out.sum(axis=0)


@mistake("layer_backward")
def weights_without_inputs(grad_out, X, W):
    """`dW` forgets the inputs: when a weight grows by 1, its output grows by the input."""
    dX, dW, db = _right(grad_out, X, W)
    return dX, np.repeat(db[None], dW.shape[0], axis=0), db


@mistake("layer_backward")
def bias_forgotten(grad_out, X, W):
    """The slopes of the biases are zero: a bias goes into its output with slope 1, in every example."""
    dX, dW, db = _right(grad_out, X, W)
    return dX, dW, np.zeros(db.shape)


@mistake("layer_backward")
def lists_turned(grad_out, X, W):
    """Lists have no `.T`: turn everything into arrays first."""
    return grad_out @ W.T, X.T @ grad_out, grad_out.sum(axis=0)


@mistake("layer_backward")
def two_only(grad_out, X, W):
    """Three gradients are asked for: inputs, weights and biases."""
    dX, dW, _ = _right(grad_out, X, W)
    return dX, dW
