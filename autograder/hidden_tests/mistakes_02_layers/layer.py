"""What typical errors compute for `layer`."""

import numpy as np

from autograder.catalogue import mistake


@mistake("layer")
def biases_forgotten(X, W, b):
    """The biases are missing: add them to every row."""
    return np.asarray(X) @ np.asarray(W)


@mistake("layer")
def biases_subtracted(X, W, b):
    """The biases are subtracted: add them."""
    return np.asarray(X) @ np.asarray(W) - np.asarray(b)


@mistake("layer")
def biases_down_the_examples(X, W, b):
    """The biases run down the examples: every example, that is every row, meets the same `k` biases."""
    return np.asarray(X) @ np.asarray(W) + np.reshape(b, (-1, 1))


@mistake("layer")
def first_bias_for_all(X, W, b):
    """All outputs get the first bias: each has its own."""
    return np.asarray(X) @ np.asarray(W) + b[0]


@mistake("layer")
def biases_added_up(X, W, b):
    """Every output gets the sum of all biases: each has its own."""
    return np.asarray(X) @ np.asarray(W) + np.sum(b)


@mistake("layer")
def biases_before_the_product(X, W, b):
    """The biases are added before the weights are multiplied: first `@`, then the biases."""
    return np.asarray(X) @ (np.asarray(W) + np.asarray(b))


@mistake("layer")
def biases_multiplied(X, W, b):
    """The biases are factors here: they are added."""
    return np.asarray(X) @ np.asarray(W) * np.asarray(b)


@mistake("layer")
def weights_turned(X, W, b):
    """`W` is turned on its side: its rows belong to inputs already, so it fits without `.T`."""
    return np.asarray(X) @ np.asarray(W).T + np.asarray(b)


@mistake("layer")
def the_other_way_round(X, W, b):
    """`W` stands on the left of `@`: the examples do, because each of their rows meets each column of `W`."""
    return np.asarray(W) @ np.asarray(X) + np.asarray(b)


@mistake("layer")
def examples_in_columns(X, W, b):
    """The examples stand in columns here: one *row* for each example is asked for."""
    return (np.asarray(X) @ np.asarray(W) + np.asarray(b)).T


@mistake("layer")
def pairs_multiplied(X, W, b):
    """`*` multiplies number by number: `@` lays every column of `W` on every row of `X`."""
    return np.asarray(X) * np.asarray(W) + np.asarray(b)


@mistake("layer")
def still_averages(X, W, b):
    """The weights are divided by their totals: a layer calculates sums, and takes the weights as they are."""
    return np.asarray(X) @ (np.asarray(W) / np.sum(W, axis=0)) + np.asarray(b)


@mistake("layer")
def averaged_over_the_examples(X, W, b):
    """The examples are mixed with each other: each has outputs of its own."""
    sums = np.asarray(X) @ np.asarray(W) + np.asarray(b)
    return np.broadcast_to(sums.mean(axis=0), sums.shape).copy()


@mistake("layer")
def first_example_only(X, W, b):
    """Only the first example comes back: there is a row for each."""
    return np.asarray(X[0]) @ np.asarray(W) + np.asarray(b)


@mistake("layer")
def added_up_over_the_examples(X, W, b):
    """The examples are added up: there is a row for each."""
    return (np.asarray(X) @ np.asarray(W) + np.asarray(b)).sum(axis=0)


@mistake("layer")
def single_rows_flattened(X, W, b):
    """A batch of one example gives a table with one row, not a plain list: no `squeeze`."""
    return np.squeeze(np.asarray(X) @ np.asarray(W) + np.asarray(b))


@mistake("layer")
def everything_in_one_list(X, W, b):
    """The numbers are right, but they stand in one long list: a row for each example is asked for."""
    return (np.asarray(X) @ np.asarray(W) + np.asarray(b)).ravel()


@mistake("layer")
def kept_above_zero(X, W, b):
    """Outputs below zero have become 0: a layer leaves them as they are."""
    return np.maximum(0, np.asarray(X) @ np.asarray(W) + np.asarray(b))


@mistake("layer")
def tables_of_lists(X, W, b):
    """`@` needs arrays: turn all three into arrays first."""
    return X @ W + b


@mistake("layer")
def room_of_the_kind_of_inputs(X, W, b):
    """The room for the results is of the inputs' kind, which cuts them when these are whole: make room for floats."""
    X, W, b = np.asarray(X), np.asarray(W), np.asarray(b)
    results = np.zeros((len(X), len(b)), dtype=X.dtype)
    results[:] = X @ W + b
    return results


@mistake("layer")
def stretched_by_numpy(X, W, b):
    """NumPy stretches biases that do not fit: compare the shape of `b` with `W` before you add."""
    return np.asarray(X) @ np.asarray(W) + np.asarray(b)


@mistake("layer")
def only_the_number_of_biases_compared(X, W, b):
    """A column has as many biases as a list, and NumPy stretches it: ask for the whole shape of `b`."""
    X, W, b = np.asarray(X), np.asarray(W), np.asarray(b)
    if X.shape[1] != W.shape[0] or len(b) != W.shape[1]:
        raise ValueError("these do not fit")
    return X @ W + b


@mistake("layer")
def written_into_the_biases(X, W, b):
    """The caller's own biases are changed: keep the sums in an array of your own."""
    results = np.asarray(X) @ np.asarray(W) + np.asarray(b)
    for j in range(len(b)):
        b[j] = results[0, j]
    return results


@mistake("layer")
def error_without_words(X, W, b):
    """A ValueError needs a message: whoever reads it should learn what did not fit."""
    X, W, b = np.asarray(X), np.asarray(W), np.asarray(b)
    if X.shape[1] != W.shape[0] or b.shape != (W.shape[1],):
        raise ValueError
    return X @ W + b


@mistake("layer")
def asserted(X, W, b):
    """`assert` raises an AssertionError: ask with `if` instead, and `raise ValueError("...")`."""
    X, W, b = np.asarray(X), np.asarray(W), np.asarray(b)
    assert X.shape[1] == W.shape[0]
    assert b.shape == (W.shape[1],)
    return X @ W + b


@mistake("layer")
def examples_compared_with_weights(X, W, b):
    """The number of *examples* is compared with the rows of `W`: it is the number of columns of `X` that must fit."""
    if len(X) != len(W):
        raise ValueError("these do not fit")
    return np.asarray(X) @ np.asarray(W) + np.asarray(b)


@mistake("layer")
def equal_shapes_asked_for(X, W, b):
    """`X` and `W` need not have the same shape: `X` needs as many columns as `W` has rows."""
    if np.shape(X) != np.shape(W):
        raise ValueError("these do not fit")
    return np.asarray(X) @ np.asarray(W) + np.asarray(b)
