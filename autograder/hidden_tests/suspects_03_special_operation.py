"""Softmaxes right and wrong, for the test that the learner writes in lesson 03.

Most wrong ones give themselves away with a few small numbers, the others with scores that are large or far apart.
"""

import math

import numpy as np

from autograder.hidden_tests.suspects import Suspects, keeper

RIGHT: Suspects = {}
WRONG: Suspects = {}
right, wrong = keeper(RIGHT), keeper(WRONG)


def _shares(powers):
    return powers / powers.sum(axis=1, keepdims=True)


def _lowered(Z):
    """The scores of each row, measured from its largest."""
    Z = np.asarray(Z, dtype=float)
    return Z - Z.max(axis=1, keepdims=True)


def _right(Z):
    return _shares(np.exp(_lowered(Z)))


@right("written with loops")
def with_loops(Z):
    rows = []
    for row in Z:
        powers = [math.exp(score - max(row)) for score in row]
        rows.append([power / sum(powers) for power in powers])
    return rows


@right("written with NumPy")
def with_numpy(Z):
    return _right(Z)


@right("which takes the logarithm of the sum first")
def through_logarithms(Z):
    low = _lowered(Z)
    return np.exp(low - np.log(np.exp(low).sum(axis=1, keepdims=True)))


@right("which calculates with half the digits")
def in_half_the_precision(Z):
    return _shares(np.exp(_lowered(Z).astype(np.float32)))


@right("which compares every score with every other")
def by_comparisons(Z):
    Z = np.asarray(Z, dtype=float)
    return 1 / np.exp(Z[:, None, :] - Z[:, :, None]).sum(axis=2)


@right("which measures from a little above the largest score")
def from_above(Z):
    return _shares(np.exp(_lowered(Z) - 3))


@right("with powers of 2 and the scores stretched to match")
def with_powers_of_two(Z):
    return _shares(np.exp2(_lowered(Z) / math.log(2)))


@wrong("the same share for everything")
def equal_shares(Z):
    Z = np.asarray(Z, dtype=float)
    return np.full(Z.shape, 1 / Z.shape[1])


@wrong("it shares out each column instead of each row")
def by_columns(Z):
    return _right(np.asarray(Z).T).T


@wrong("all shares of the table together sum to 1")
def whole_table(Z):
    Z = np.asarray(Z, dtype=float)
    powers = np.exp(Z - Z.max())
    return powers / powers.sum()


@wrong("it overflows at 1000")
def not_lowered(Z):
    return _shares(np.exp(np.asarray(Z, dtype=float)))


@wrong("it stops with an error at 1000")
def stopped_by_large_scores(Z):
    rows = [[math.exp(score) for score in row] for row in np.asarray(Z).tolist()]
    return [[power / sum(row) for power in row] for row in rows]


@wrong("it keeps the sums of the rows in a row, which only fits square tables, and fits them wrongly")
def sums_in_a_row(Z):
    powers = np.exp(_lowered(Z))
    return powers / powers.sum(axis=1)


@wrong("it measures from the average score, and overflows when scores are far apart")
def from_the_average(Z):
    Z = np.asarray(Z, dtype=float)
    return _shares(np.exp(Z - Z.mean(axis=1, keepdims=True)))


@wrong("it measures from the largest score of the table, and a row far below has nothing left")
def from_the_largest_of_all(Z):
    Z = np.asarray(Z, dtype=float)
    return _shares(np.exp(Z - Z.max()))


@wrong("it cuts large scores, so that 1000 and 999 become the same")
def scores_cut(Z):
    return _shares(np.exp(np.clip(np.asarray(Z, dtype=float), -500, 500)))


@wrong("it divides the scores by their sum, without any power")
def scores_divided(Z):
    return _shares(np.asarray(Z, dtype=float))


@wrong("it takes the scores without their signs")
def sizes_divided(Z):
    return _shares(np.abs(np.asarray(Z, dtype=float)))


@wrong("it gives the smallest score the largest share")
def upside_down(Z):
    return _right(-np.asarray(Z, dtype=float))


@wrong("it takes powers of 2")
def powers_of_two(Z):
    return _shares(np.exp2(_lowered(Z)))


@wrong("it stretches the scores first")
def stretched(Z):
    return _shares(np.exp(2 * _lowered(Z)))


@wrong("it gives everything to the largest score")
def winner_takes_all(Z):
    Z = np.asarray(Z, dtype=float)
    return np.eye(Z.shape[1])[Z.argmax(axis=1)]


@wrong("it divides by the largest power instead of their sum")
def not_shared(Z):
    return np.exp(_lowered(Z))


@wrong("it adds a little to the sum")
def a_little_added(Z):
    powers = np.exp(_lowered(Z))
    return powers / (powers.sum(axis=1, keepdims=True) + 0.01)


@wrong("it is a softmax of a softmax")
def twice(Z):
    return _right(_right(Z))


@wrong("it gives the logarithms of the shares")
def logarithms(Z):
    return np.log(_right(Z))


@wrong("it squeezes each score by itself and shares out then")
def squeezed(Z):
    return _shares(1 / (1 + np.exp(-np.asarray(Z, dtype=float))))


@wrong("it cuts negative scores to 0 first")
def negatives_cut(Z):
    return _right(np.maximum(np.asarray(Z, dtype=float), 0))


@wrong("it rounds the shares to two digits")
def rounded(Z):
    return np.round(_right(Z), 2)


@wrong("it sorts each row")
def sorted_rows(Z):
    return np.sort(_right(Z), axis=1)


@wrong("it repeats the first row for all")
def first_row_for_all(Z):
    answer = _right(Z)
    return np.repeat(answer[:1], len(answer), axis=0)


@wrong("it leaves the last row out")
def last_row_left_out(Z):
    answer = _right(Z)
    return answer[:-1] if len(answer) > 1 else answer


@wrong("it puts one pair of brackets too many around the table")
def one_dimension_more(Z):
    return _right(Z)[None]


@wrong("it writes into the scores that it was given")
def written_into_the_scores(Z):
    answer = _right(Z)
    Z[:] = answer
    return answer
