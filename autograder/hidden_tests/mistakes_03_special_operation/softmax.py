"""What typical errors compute for `softmax`."""

import math

import numpy as np

from autograder.catalogue import mistake


@mistake("softmax")
def over_the_columns(Z):
    """The columns sum to 1 here: `axis=0` walks down the rows, each row needs its own sum."""
    return _shares(_powers(Z, axis=0), axis=0)


@mistake("softmax")
def over_the_table(Z):
    """All shares of the table together sum to 1 here: each row needs a sum of its own."""
    return _shares(_powers(Z, axis=None), axis=None)


@mistake("softmax")
def not_lowered(Z):
    """At 1000 the powers are infinite: take the largest score of each row away first, which changes nothing else."""
    with np.errstate(all="ignore"):
        return _shares(np.exp(np.asarray(Z, dtype=float)))


@mistake("softmax")
def lowered_by_the_average(Z):
    """Measured from the average, scores that are far apart still overflow: measure from the largest of the row."""
    Z = np.asarray(Z, dtype=float)
    with np.errstate(all="ignore"):
        return _shares(np.exp(Z - Z.mean(axis=1, keepdims=True)))


@mistake("softmax")
def lowered_by_the_largest_of_all(Z):
    """The largest of the whole table leaves nothing of a row that lies far below: take each row's own largest."""
    Z = np.asarray(Z, dtype=float)
    with np.errstate(all="ignore"):
        return _shares(np.exp(Z - Z.max()))


@mistake("softmax")
def lowered_above_the_line_only(Z):
    """Above and below the fraction line the same powers are needed: here only those above are lowered."""
    Z = np.asarray(Z, dtype=float)
    with np.errstate(all="ignore"):
        return _powers(Z) / np.exp(Z).sum(axis=1, keepdims=True)


@mistake("softmax")
def without_powers(Z):
    """The scores themselves are divided: take powers of e first, so that everything is positive."""
    with np.errstate(all="ignore"):
        return _shares(np.asarray(Z, dtype=float))


@mistake("softmax")
def powers_of_two(Z):
    """These are powers of 2: the powers of e are `np.exp`."""
    Z = np.asarray(Z, dtype=float)
    return _shares(np.exp2(Z - Z.max(axis=1, keepdims=True)))


@mistake("softmax")
def upside_down(Z):
    """The smallest score gets the largest share here: the exponent has no minus."""
    return _shares(_powers(-np.asarray(Z, dtype=float)))


@mistake("softmax")
def not_shared(Z):
    """The largest share of each row is 1 here: divide the powers by their sum in the row."""
    return _powers(Z)


@mistake("softmax")
def a_little_added(Z):
    """Nothing needs to be added below the fraction line: the sum of the powers is never zero."""
    powers = _powers(Z)
    return powers / (powers.sum(axis=1, keepdims=True) + 1e-3)


@mistake("softmax")
def axis_lost(Z):
    """The sums are a flat row of numbers, which does not fit the rows: `keepdims=True` keeps them in a column."""
    Z = np.asarray(Z, dtype=float)
    powers = np.exp(Z - Z.max(axis=1))
    return powers / powers.sum(axis=1)


@mistake("softmax")
def axis_of_the_sum_lost(Z):
    """The largest is kept in a column, the sums are not: `keepdims=True` is needed there, too."""
    powers = _powers(Z)
    return powers / powers.sum(axis=1)


@mistake("softmax")
def sums_in_a_row(Z):
    """The sums of the rows are a flat list, which NumPy lays on the columns: `keepdims=True` makes a column of it."""
    with np.errstate(all="ignore"):
        powers = np.exp(np.asarray(Z, dtype=float))
        return powers / powers.sum(axis=1)


@mistake("softmax")
def error_at_1000(Z):
    """`math.exp` stops with an error at 1000: take the largest score of the row away before you use it."""
    rows = [[math.exp(score) for score in row] for row in Z]
    return [[power / sum(row) for power in row] for row in rows]


@mistake("softmax")
def lowered_by_the_smallest(Z):
    """Measured from the smallest score of the row, the others may still be too large: measure from the largest."""
    Z = np.asarray(Z, dtype=float)
    with np.errstate(all="ignore"):
        return _shares(np.exp(Z - Z.min(axis=1, keepdims=True)))


@mistake("softmax")
def divided_by_the_largest_score(Z):
    """Take the largest score away, do not divide by it: only the differences of scores stay the same."""
    Z = np.asarray(Z, dtype=float)
    with np.errstate(all="ignore"):
        return _shares(np.exp(Z / Z.max(axis=1, keepdims=True)))


@mistake("softmax")
def winner_takes_all(Z):
    """The largest score gets the largest share, not everything."""
    Z = np.asarray(Z, dtype=float)
    return np.eye(Z.shape[1])[Z.argmax(axis=1)]


@mistake("softmax")
def logarithms(Z):
    """These are the logarithms of the shares."""
    Z = np.asarray(Z, dtype=float)
    low = Z - Z.max(axis=1, keepdims=True)
    return low - np.log(np.exp(low).sum(axis=1, keepdims=True))


@mistake("softmax")
def each_by_itself(Z):
    """Each score is squeezed by itself: the shares of a row have to sum to 1."""
    with np.errstate(all="ignore"):
        return 1 / (1 + np.exp(-np.asarray(Z, dtype=float)))


@mistake("softmax")
def shared_twice(Z):
    """This is a softmax of a softmax: once is enough."""
    return _shares(_powers(_shares(_powers(Z))))


@mistake("softmax")
def one_row_after_the_other_as_one(Z):
    """The answer keeps the shape of the table."""
    return _shares(_powers(Z)).ravel()


@mistake("softmax")
def first_row_only(Z):
    """Every row needs an answer, not the first one only."""
    return _shares(_powers(Z))[0]


@mistake("softmax")
def for_arrays_only(Z):
    """A list has no `.max()`: turn it into an array first."""
    return _shares(np.exp(Z - Z.max(axis=1, keepdims=True)))


@mistake("softmax")
def written_into_the_scores(Z):
    """`-=` and `/=` write into the caller's own array: make a new one instead."""
    Z = np.asarray(Z, dtype=float)
    Z -= Z.max(axis=1, keepdims=True)
    return _shares(np.exp(Z))


def _powers(Z, axis=1):
    Z = np.asarray(Z, dtype=float)
    return np.exp(Z - Z.max(axis=axis, keepdims=True))


def _shares(powers, axis=1):
    return powers / powers.sum(axis=axis, keepdims=True)
