"""What typical errors compute for `averages_as_layer`."""

import numpy as np

from autograder.catalogue import mistake


def _shares(weight_lists):
    lists = np.asarray(weight_lists, dtype=float)
    return lists / lists.sum(axis=1, keepdims=True)


@mistake("averages_as_layer")
def lists_in_rows(weight_lists):
    """The shares are right, but each list is a row here: in `W` it is a column."""
    return _shares(weight_lists), np.zeros(len(weight_lists))


@mistake("averages_as_layer")
def not_normalised(weight_lists):
    """These weights give sums: an average without a division needs weights that are shares of their list's total."""
    return np.array(weight_lists).T, np.zeros(len(weight_lists))


@mistake("averages_as_layer")
def neither_normalised_nor_turned(weight_lists):
    """The lists are given back as they came: make shares of them, and let each become a column."""
    return np.array(weight_lists), np.zeros(len(weight_lists))


@mistake("averages_as_layer")
def divided_by_the_grand_total(weight_lists):
    """All lists are divided by one total: each has a total of its own, so sum along `axis=1`."""
    return (np.asarray(weight_lists) / np.sum(weight_lists)).T, np.zeros(len(weight_lists))


@mistake("averages_as_layer")
def divided_by_the_column_totals(weight_lists):
    """The totals belong to the inputs here: each *list* needs a total of 1."""
    return (np.asarray(weight_lists) / np.sum(weight_lists, axis=0)).T, np.zeros(len(weight_lists))


@mistake("averages_as_layer")
def total_stretched_the_wrong_way(weight_lists):
    """The totals are stretched along the lists instead of across: `keepdims=True` keeps them in a column."""
    lists = np.asarray(weight_lists)
    return (lists / lists.sum(axis=1)).T, np.zeros(len(lists))


@mistake("averages_as_layer")
def divided_by_the_count(weight_lists):
    """Divide each list by its total, not by how many weights it has."""
    return (np.asarray(weight_lists) / np.shape(weight_lists)[1]).T, np.zeros(len(weight_lists))


@mistake("averages_as_layer")
def divided_by_the_largest(weight_lists):
    """The largest weight of each list becomes 1: divide by the total, so that all of a list make 1."""
    lists = np.asarray(weight_lists)
    return (lists / lists.max(axis=1, keepdims=True)).T, np.zeros(len(lists))


@mistake("averages_as_layer")
def divided_by_sizes(weight_lists):
    """The total here ignores the signs of the weights: with them, a negative weight makes it smaller."""
    lists = np.asarray(weight_lists)
    return (lists / np.abs(lists).sum(axis=1, keepdims=True)).T, np.zeros(len(lists))


@mistake("averages_as_layer")
def made_positive(weight_lists):
    """The shares have lost their signs: a negative weight keeps its sign."""
    return np.abs(_shares(weight_lists)).T, np.zeros(len(weight_lists))


@mistake("averages_as_layer")
def biases_of_one(weight_lists):
    """The biases are 1 here: an average of zeros is zero, so what must be added?"""
    return _shares(weight_lists).T, np.ones(len(weight_lists))


@mistake("averages_as_layer")
def totals_as_biases(weight_lists):
    """The totals have become biases: they belong into the division, and nothing is added to an average."""
    return _shares(weight_lists).T, np.sum(weight_lists, axis=1)


@mistake("averages_as_layer")
def a_bias_for_each_input(weight_lists):
    """There is a bias for each input here: each *output* has one, so there are as many as lists."""
    return _shares(weight_lists).T, np.zeros(np.shape(weight_lists)[1])


@mistake("averages_as_layer")
def a_single_bias(weight_lists):
    """One bias for all: each output has its own, so `b` has as many numbers as there are lists."""
    return _shares(weight_lists).T, 0.0


@mistake("averages_as_layer")
def a_row_of_biases(weight_lists):
    """The biases stand in a table: a plain list of numbers is asked for, of shape `(k,)`."""
    return _shares(weight_lists).T, np.zeros((1, len(weight_lists)))


@mistake("averages_as_layer")
def only_weights(weight_lists):
    """The biases are missing: a layer is `(W, b)`, also when the biases are zero."""
    return _shares(weight_lists).T


@mistake("averages_as_layer")
def biases_first(weight_lists):
    """The weights come first and the biases second: `return W, b`."""
    return np.zeros(len(weight_lists)), _shares(weight_lists).T


@mistake("averages_as_layer")
def whole_shares(weight_lists):
    """The shares are cut to whole numbers: make room for floats."""
    W = np.array(weight_lists).T
    for j, weights in enumerate(weight_lists):
        W[:, j] = np.asarray(weights) / np.sum(weights)
    return W, np.zeros(len(weight_lists))


@mistake("averages_as_layer")
def rounded(weight_lists):
    """The shares are rounded: keep all digits."""
    return np.round(_shares(weight_lists).T, 2), np.zeros(len(weight_lists))


@mistake("averages_as_layer")
def small_totals_avoided(weight_lists):
    """Something is added to the totals, which changes the shares when a total is small: divide by the total itself."""
    lists = np.asarray(weight_lists)
    return (lists / (lists.sum(axis=1, keepdims=True) + 1e-8)).T, np.zeros(len(lists))


@mistake("averages_as_layer")
def softmax(weight_lists):
    """`exp` changes the proportions: a weight three times as large must stay three times as large."""
    lists = np.asarray(weight_lists, dtype=float)
    powers = np.exp(lists - lists.max(axis=1, keepdims=True))
    return (powers / powers.sum(axis=1, keepdims=True)).T, np.zeros(len(lists))


@mistake("averages_as_layer")
def lists_asked_for_their_sum(weight_lists):
    """A list has no `.sum` with an axis: turn the lists into an array first."""
    shares = weight_lists / weight_lists.sum(axis=1, keepdims=True)
    return shares.T, np.zeros(len(weight_lists))


@mistake("averages_as_layer")
def written_into_the_lists(weight_lists):
    """The caller's own lists are changed: `/` makes a new array, `/=` writes into the old one."""
    if isinstance(weight_lists, np.ndarray) and weight_lists.dtype.kind == "f":
        weight_lists /= weight_lists.sum(axis=1, keepdims=True)
    return _shares(weight_lists).T, np.zeros(len(weight_lists))
