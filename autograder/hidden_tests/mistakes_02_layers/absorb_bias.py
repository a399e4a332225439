"""What typical errors compute for `absorb_bias`."""

import numpy as np

from autograder.catalogue import mistake


@mistake("absorb_bias")
def biases_on_top(W, b):
    """The biases are the first row: the 1 is the *last* input, so they belong below the others."""
    return np.vstack([b, W])


@mistake("absorb_bias")
def biases_as_a_column(W, b):
    """The biases have become a column: the input that is always 1 has a *row* of weights, like any other."""
    return np.column_stack([W, np.resize(b, len(W))])


@mistake("absorb_bias")
def a_row_of_ones(W, b):
    """The last row is made of ones: the inputs end with a 1, the weights of that input are the biases."""
    return np.vstack([W, np.ones(len(b))])


@mistake("absorb_bias")
def a_row_of_zeros(W, b):
    """The last row is still zero: the biases belong there."""
    return np.vstack([W, np.zeros(len(b))])


@mistake("absorb_bias")
def added_to_all_weights(W, b):
    """The biases are added to the weights: they need a row of their own."""
    return np.asarray(W) + np.asarray(b)


@mistake("absorb_bias")
def added_to_the_last_row(W, b):
    """The biases are added to the weights of the last input: the 1 is one input more, with a row of its own."""
    absorbed = np.array(W, dtype=float)
    absorbed[-1] += b
    return absorbed


@mistake("absorb_bias")
def over_the_last_row(W, b):
    """The weights of the last input are gone: the biases need one row more."""
    return np.vstack([W[:-1], b])


@mistake("absorb_bias")
def turned(W, b):
    """The table is turned on its side: rows belong to inputs, as in `W`."""
    return np.vstack([W, b]).T


@mistake("absorb_bias")
def in_one_list(W, b):
    """All numbers stand in one long list: a table with `d + 1` rows is asked for."""
    return np.append(W, b)


@mistake("absorb_bias")
def first_bias_for_all(W, b):
    """The first bias fills the whole row: each output has its own."""
    return np.vstack([W, np.full(len(b), b[0])])


@mistake("absorb_bias")
def sign_of_the_biases(W, b):
    """The biases have the wrong sign: 1 times the weight must be the bias itself."""
    return np.vstack([W, np.negative(b)])


@mistake("absorb_bias")
def shared_among_the_inputs(W, b):
    """The biases are divided among the inputs: the input that is always 1 carries all of the bias."""
    return np.vstack([W, np.asarray(b) / len(W)])


@mistake("absorb_bias")
def room_of_the_kind_of_weights(W, b):
    """The biases are cut to whole numbers because the weights are whole: make room for floats."""
    W = np.asarray(W)
    absorbed = np.zeros((len(W) + 1, W.shape[1]), dtype=W.dtype)
    absorbed[:-1], absorbed[-1] = W, b
    return absorbed


@mistake("absorb_bias")
def room_of_the_kind_of_biases(W, b):
    """The weights are cut to whole numbers because the biases are whole: make room for floats."""
    b = np.asarray(b)
    absorbed = np.zeros((len(W) + 1, len(b)), dtype=b.dtype)
    absorbed[:-1], absorbed[-1] = W, b
    return absorbed


@mistake("absorb_bias")
def both_given_back(W, b):
    """Two tables come back: put the biases into the table of weights, as its last row."""
    return np.asarray(W), np.asarray(b)


@mistake("absorb_bias")
def appended_to_the_weights(W, b):
    """`append` on `W` adds to the caller's own table, and arrays do not have it: make a new table, with `np.vstack`."""
    W.append(b)
    return W


@mistake("absorb_bias")
def a_list_beside_a_table(W, b):
    """These do not fit together yet: `b` must become a *row*, below the rows of `W`."""
    return np.append(W, b, axis=0)


@mistake("absorb_bias")
def before_the_last_row(W, b):
    """The biases stand before the last row: they come after it."""
    return np.insert(np.asarray(W, dtype=float), -1, b, axis=0)


@mistake("absorb_bias")
def numbers_below_rows(W, b):
    """The biases are added to the list one by one: all of them together are *one* more row."""
    return [list(row) for row in W] + list(b)
