"""What typical errors compute for `log_softmax`."""

import numpy as np

from autograder.catalogue import mistake


def _shifted(Z):
    Z = np.asarray(Z, dtype=float)
    return Z - Z.max(axis=1, keepdims=True)


def _right(Z):
    shifted = _shifted(Z)
    return shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True))


@mistake("log_softmax")
def not_shifted(Z):
    """Powers of large scores overflow and those of very low ones vanish: subtract each row's largest score first."""
    powers = np.exp(np.asarray(Z, dtype=float))
    return np.log(powers / powers.sum(axis=1, keepdims=True))


@mistake("log_softmax")
def difference_not_shifted(Z):
    """The formula is right, but `np.exp` overflows or all powers vanish: subtract each row's largest score first."""
    Z = np.asarray(Z, dtype=float)
    return Z - np.log(np.exp(Z).sum(axis=1, keepdims=True))


@mistake("log_softmax")
def logarithm_of_softmax(Z):
    """A probability may be too small for the computer, and its logarithm -inf: subtract logarithms, do not divide."""
    powers = np.exp(_shifted(Z))
    return np.log(powers / powers.sum(axis=1, keepdims=True))


@mistake("log_softmax")
def a_little_added(Z):
    """A small number added to the probabilities makes their logarithms wrong: subtract logarithms instead."""
    powers = np.exp(_shifted(Z))
    return np.log(powers / powers.sum(axis=1, keepdims=True) + 1e-12)


@mistake("log_softmax")
def clipped(Z):
    """Clipped probabilities have wrong logarithms: do not divide, subtract the logarithm of the sum."""
    powers = np.exp(_shifted(Z))
    return np.log(np.clip(powers / powers.sum(axis=1, keepdims=True), 1e-15, 1))


@mistake("log_softmax")
def clipped_scores(Z):
    """Clipped scores are other scores: subtract the largest of each row, then nothing overflows."""
    Z = np.clip(np.asarray(Z, dtype=float), -500, 500)
    return Z - np.log(np.exp(Z).sum(axis=1, keepdims=True))


@mistake("log_softmax")
def largest_of_all(Z):
    """The largest score of the *table* is subtracted, and a row far below loses everything: take each row's own."""
    Z = np.asarray(Z, dtype=float)
    shifted = Z - Z.max()
    return shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True))


@mistake("log_softmax")
def average_subtracted(Z):
    """A score far above the average still overflows: subtract the largest score of the row, not the average."""
    Z = np.asarray(Z, dtype=float)
    shifted = Z - Z.mean(axis=1, keepdims=True)
    return shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True))


@mistake("log_softmax")
def smallest_subtracted(Z):
    """After subtracting the smallest score the largest can still overflow: subtract the largest."""
    Z = np.asarray(Z, dtype=float)
    shifted = Z - Z.min(axis=1, keepdims=True)
    return shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True))


@mistake("log_softmax")
def shifted_in_the_sum_only(Z):
    """The sum is shifted and the scores in front are not: use the shifted scores in both places."""
    return np.asarray(Z, dtype=float) - np.log(np.exp(_shifted(Z)).sum(axis=1, keepdims=True))


@mistake("log_softmax")
def shifted_in_front_only(Z):
    """The scores in front are shifted and those in the sum are not: use the shifted scores in both places."""
    return _shifted(Z) - np.log(np.exp(np.asarray(Z, dtype=float)).sum(axis=1, keepdims=True))


@mistake("log_softmax")
def down_the_columns(Z):
    """The sums go down the columns: each row is an example, so add up along it, with `axis=1`."""
    return _right(np.asarray(Z, dtype=float).T).T


@mistake("log_softmax")
def over_the_whole_table(Z):
    """All rows share one sum here: each row has its own."""
    Z = np.asarray(Z, dtype=float)
    shifted = Z - Z.max()
    return shifted - np.log(np.exp(shifted).sum())


@mistake("log_softmax")
def softmax(Z):
    """These are the probabilities: their logarithms are asked for."""
    powers = np.exp(_shifted(Z))
    return powers / powers.sum(axis=1, keepdims=True)


@mistake("log_softmax")
def sign_turned(Z):
    """The sign is turned: a logarithm of a probability is never above zero."""
    return -_right(Z)


@mistake("log_softmax")
def sum_of_logarithms(Z):
    """The logarithm of a sum is not the sum of the logarithms: powers first, then their sum, then the logarithm."""
    Z = np.asarray(Z, dtype=float)
    return Z - Z.sum(axis=1, keepdims=True)


@mistake("log_softmax")
def only_shifted(Z):
    """The largest score is subtracted, and the logarithm of the sum is still missing."""
    return _shifted(Z)


@mistake("log_softmax")
def sum_without_logarithm(Z):
    """The sum of the powers is subtracted: take its logarithm first."""
    shifted = _shifted(Z)
    return shifted - np.exp(shifted).sum(axis=1, keepdims=True)


@mistake("log_softmax")
def plus(Z):
    """The logarithm of a fraction is a difference: subtract the logarithm of the sum, do not add it."""
    shifted = _shifted(Z)
    return shifted + np.log(np.exp(shifted).sum(axis=1, keepdims=True))


@mistake("log_softmax")
def base_two(Z):
    """This is the logarithm to another base: `np.log` is the one that undoes `np.exp`."""
    return _right(Z) / np.log(2)


@mistake("log_softmax")
def base_ten(Z):
    """`np.log10` does not undo `np.exp`: take `np.log`."""
    shifted = _shifted(Z)
    return shifted - np.log10(np.exp(shifted).sum(axis=1, keepdims=True))


@mistake("log_softmax")
def without_keepdims(Z):
    """The sums of the rows lie in a line and are subtracted from the columns: keep them a column, `keepdims=True`."""
    Z = np.asarray(Z, dtype=float)
    shifted = Z - Z.max(axis=1, keepdims=True)
    return shifted - np.log(np.exp(shifted).sum(axis=1))


@mistake("log_softmax")
def nothing_keeps_dims(Z):
    """The largest scores of the rows lie in a line and do not fit the table: keep them a column, `keepdims=True`."""
    Z = np.asarray(Z, dtype=float)
    shifted = Z - Z.max(axis=1)
    return shifted - np.log(np.exp(shifted).sum(axis=1))


@mistake("log_softmax")
def lists_asked_for_their_largest(Z):
    """A list has no `.max`: turn the scores into an array first."""
    shifted = Z - Z.max(axis=1, keepdims=True)
    return shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True))


@mistake("log_softmax")
def written_into_the_scores(Z):
    """`-=` writes into the caller's own scores: subtract with `-`, which makes a new array."""
    Z = np.asarray(Z, dtype=float)
    Z -= Z.max(axis=1, keepdims=True)
    return Z - np.log(np.exp(Z).sum(axis=1, keepdims=True))


@mistake("log_softmax")
def first_row_only(Z):
    """Only the first row is answered: does the `return` stand inside the loop?"""
    return _right(Z)[0]
