"""Weighted averages right and wrong, for the test that the learner writes in lesson 01.

Every wrong one gives itself away with a few small numbers.
"""

import math

import numpy as np

from autograder.hidden_tests.suspects import Suspects, keeper

RIGHT: Suspects = {}
WRONG: Suspects = {}
right, wrong = keeper(RIGHT), keeper(WRONG)


def _refuse(values, weights):
    if len(values) != len(weights):
        raise ValueError("as many weights as values are needed")
    if len(values) == 0:
        raise ValueError("there is nothing to average")
    if sum(weights) == 0:
        raise ValueError("the weights sum to zero")


def _pairs(values, weights):
    _refuse(values, weights)
    return list(zip(values, weights, strict=True))


@right("written with a loop")
def with_a_loop(values, weights):
    total = sum(value * weight for value, weight in _pairs(values, weights))
    return float(total / sum(weights))


@right("written with NumPy")
def with_numpy(values, weights):
    _refuse(values, weights)
    return np.dot(values, weights) / np.sum(weights)


@right("which first brings the weights to a total of 1")
def with_shares(values, weights):
    _refuse(values, weights)
    shares = np.asarray(weights) / np.sum(weights)
    return np.einsum("i,i->", shares, np.asarray(values))


@right("which adds up exactly")
def summed_exactly(values, weights):
    return math.fsum(value * weight for value, weight in _pairs(values, weights)) / math.fsum(weights)


@right("which calculates with half the digits")
def in_half_the_precision(values, weights):
    _refuse(values, weights)
    values, weights = np.asarray(values, np.float32), np.asarray(weights, np.float32)
    return values @ weights / weights.sum()


@right("which gives an array of no dimensions")
def as_an_array(values, weights):
    _refuse(values, weights)
    return np.array(np.average(values, weights=weights))


@right("whose error is a special kind of ValueError")
def with_its_own_error(values, weights):
    try:
        return with_a_loop(values, weights)
    except ValueError:
        raise UnicodeError("these cannot be averaged") from None


@wrong("always 0")
def always_zero(values, weights):
    _refuse(values, weights)
    return 0.0


@wrong("it divides by how many weights there are")
def divided_by_the_count(values, weights):
    _refuse(values, weights)
    return np.dot(values, weights) / len(weights)


@wrong("it does not divide at all")
def not_divided(values, weights):
    _refuse(values, weights)
    return np.dot(values, weights)


@wrong("it divides by the sum of the weights without their signs")
def divided_by_sizes(values, weights):
    _refuse(values, weights)
    return np.dot(values, weights) / np.sum(np.abs(weights))


@wrong("it divides by the sum of the values")
def divided_by_values(values, weights):
    _refuse(values, weights)
    return np.dot(values, weights) / np.sum(values)


@wrong("it ignores the weights")
def plain_average(values, weights):
    _refuse(values, weights)
    return np.mean(values)


@wrong("it leaves the last value out")
def last_left_out(values, weights):
    pairs = _pairs(values, weights)
    pairs = pairs[:-1] or pairs
    return sum(value * weight for value, weight in pairs) / sum(weight for _, weight in pairs)


@wrong("it counts every weight times itself")
def squared_weights(values, weights):
    _refuse(values, weights)
    return np.dot(values, np.square(weights)) / np.sum(np.square(weights))


@wrong("it rounds down to a whole number")
def whole_number(values, weights):
    _refuse(values, weights)
    return np.dot(values, weights) // np.sum(weights)


@wrong("it cuts the weights to whole numbers")
def whole_weights(values, weights):
    _refuse(values, weights)
    whole = [int(weight) for weight in weights]
    return np.dot(values, whole) / np.sum(whole)


@wrong("it sorts the values first, so that they lose their weights")
def sorted_values(values, weights):
    _refuse(values, weights)
    return np.dot(np.sort(values), weights) / np.sum(weights)


@wrong("it gives the weights out in the reverse order")
def reversed_weights(values, weights):
    _refuse(values, weights)
    return np.dot(values, weights[::-1]) / np.sum(weights)


@wrong("it takes the value with the largest weight")
def the_heaviest(values, weights):
    _refuse(values, weights)
    return values[int(np.argmax(weights))]


@wrong("it takes a negative weight for zero")
def negatives_cut(values, weights):
    _refuse(values, weights)
    positive = np.maximum(weights, 0)
    return np.dot(values, positive) / np.sum(positive)


@wrong("it refuses negative weights")
def negatives_refused(values, weights):
    _refuse(values, weights)
    if min(weights) < 0:
        raise ValueError("a weight is negative")
    return np.dot(values, weights) / np.sum(weights)


@wrong("it accepts different lengths")
def left_over(values, weights):
    shorter = min(len(values), len(weights))
    return with_a_loop(values[:shorter], weights[:shorter])


@wrong("it divides by zero when the weights cancel")
def cancelled_weights(values, weights):
    if len(values) != len(weights) or len(values) == 0:
        raise ValueError("these cannot be averaged")
    return np.float64(np.dot(values, weights)) / np.sum(weights)


@wrong("it says 0 when the weights cancel")
def zero_for_cancelled_weights(values, weights):
    if len(values) and len(values) == len(weights) and sum(weights) == 0:
        return 0.0
    return with_a_loop(values, weights)


@wrong("it says 0 for nothing to average")
def zero_for_nothing(values, weights):
    if len(values) == 0 and len(weights) == 0:
        return 0.0
    return with_a_loop(values, weights)


@wrong("it raises another error than ValueError for nothing to average")
def another_error(values, weights):
    if len(values) == 0 and len(weights) == 0:
        raise ZeroDivisionError("division by zero")
    return with_a_loop(values, weights)
