"""What typical errors compute for `sigmoid`."""

import math

import numpy as np

from autograder.catalogue import mistake


@mistake("sigmoid")
def sign_of_the_exponent(x):
    """It falls instead of rising: the exponent is minus x."""
    with np.errstate(all="ignore"):
        return 1 / (1 + np.exp(np.asarray(x, dtype=float)))


@mistake("sigmoid")
def nan_far_to_the_right(x):
    """At 1000 both powers are infinite, and their fraction is `nan`: use the form with minus x there."""
    with np.errstate(all="ignore"):
        power = np.exp(np.asarray(x, dtype=float))
        return power / (1 + power)


@mistake("sigmoid")
def nan_far_to_the_left(x):
    """Far below zero the power of minus x is infinite and the fraction `nan`: use the power of x there."""
    with np.errstate(all="ignore"):
        power = np.exp(-np.asarray(x, dtype=float))
        return 1 - power / (1 + power)


@mistake("sigmoid")
def brackets_missing(x):
    """Without brackets only 1 is divided by 1: `1 / (1 + ...)`."""
    with np.errstate(all="ignore"):
        return 1 / 1 + np.exp(-np.asarray(x, dtype=float))


@mistake("sigmoid")
def one_forgotten(x):
    """A 1 stands below the fraction line, too: without it the answer grows beyond 1."""
    with np.errstate(all="ignore"):
        return 1 / np.exp(-np.asarray(x, dtype=float))


@mistake("sigmoid")
def cut(x):
    """This cuts at 0 and 1: the sigmoid bends gently and never quite arrives."""
    return np.clip(x, 0.0, 1.0)


@mistake("sigmoid")
def from_minus_one(x):
    """This goes from -1 to 1: the sigmoid goes from 0 to 1, and half of 1 lies at 0."""
    return np.tanh(x)


@mistake("sigmoid")
def twice_as_steep(x):
    """This is too steep: at x = 1 the power is e to the minus 1."""
    return 0.5 * (1 + np.tanh(x))


@mistake("sigmoid")
def step(x):
    """This jumps: the sigmoid also has values between 0 and 1."""
    return (np.asarray(x) > 0).astype(float)


@mistake("sigmoid")
def powers_of_two(x):
    """The power is one of e, not of 2: NumPy has `np.exp`."""
    with np.errstate(all="ignore"):
        return 1 / (1 + np.exp2(-np.asarray(x, dtype=float)))


@mistake("sigmoid")
def slope_of_the_sigmoid(x):
    """This is the slope of the sigmoid: give back the sigmoid itself."""
    x = np.asarray(x, dtype=float)
    return np.exp(-np.abs(x)) / (1 + np.exp(-np.abs(x))) ** 2


@mistake("sigmoid")
def shares_of_all(x):
    """Each number is squeezed by itself: it does not matter which others are there."""
    x = np.asarray(x, dtype=float)
    return np.exp(x - x.max()) / np.exp(x - x.max()).sum()


@mistake("sigmoid")
def one_number_only(x):
    """`math.exp` takes one number and fails at 1000: `np.exp` takes arrays of any shape."""
    return 1 / (1 + math.exp(-x))


@mistake("sigmoid")
def one_row_only(x):
    """The loop takes one row of numbers: a single number and a table need an answer, too."""
    with np.errstate(all="ignore"):
        return np.array([float(1 / (1 + np.exp(-np.float64(number)))) for number in x])


@mistake("sigmoid")
def python_if(x):
    """An array has many numbers and `if` wants one answer: `np.where` decides for each."""
    return 1 / (1 + np.exp(-x)) if x >= 0 else np.exp(x) / (1 + np.exp(x))


@mistake("sigmoid")
def both_forms_everywhere(x):
    """`np.where` calculates both forms everywhere: the wrong one overflows, so make its exponent harmless first."""
    x = np.asarray(x, dtype=float)
    with np.errstate(over="raise"):
        return np.where(x >= 0, 1 / (1 + np.exp(-x)), np.exp(x) / (1 + np.exp(x)))


@mistake("sigmoid")
def for_arrays_only(x):
    """A list has no minus: turn it into an array first."""
    with np.errstate(all="ignore"):
        return 1 / (1 + np.exp(-x))


@mistake("sigmoid")
def whole_numbers_stay_whole(x):
    """The answers are put into an array of whole numbers, which cuts them to 0: make it one of floats."""
    result = np.zeros_like(x)
    with np.errstate(all="ignore"):
        result[...] = 1 / (1 + np.exp(-np.asarray(x, dtype=float)))
    return result


@mistake("sigmoid")
def written_into_the_argument(x):
    """The answer is written into the caller's own array: make a new one instead."""
    result = np.asarray(x, dtype=float)
    with np.errstate(all="ignore"):
        answer = 1 / (1 + np.exp(-result))
    if result.ndim:
        result[...] = answer
    return answer


@mistake("sigmoid")
def never_above_one_half(x):
    """Above zero the answer is more than one half: there the power stands only below the fraction line."""
    power = np.exp(-np.abs(x))
    return power / (1 + power)


@mistake("sigmoid")
def never_below_one_half(x):
    """Below zero the answer is less than one half: there the power stands above the fraction line, too."""
    return 1 / (1 + np.exp(-np.abs(x)))


@mistake("sigmoid")
def subtracted_below_the_line(x):
    """Below the fraction line the power is added to 1, not taken away from it."""
    with np.errstate(all="ignore"):
        return 1 / (1 - np.exp(-np.asarray(x, dtype=float)))


@mistake("sigmoid")
def power_of_a_python_number(x):
    """Powers of `math.e` stop with an error at 1000: `np.exp` does not, and a negative exponent is safe."""
    with np.errstate(all="ignore"):
        return 1 / (1 + math.e**-x)
