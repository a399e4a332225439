"""What typical errors compute for `leaky_relu`."""

import numpy as np

from autograder.catalogue import mistake


@mistake("leaky_relu")
def nothing_leaks(x, slope=0.01):
    """Nothing leaks here: below zero the answer is slope times x."""
    return np.maximum(x, 0)


@mistake("leaky_relu")
def always_a_hundredth(x, slope=0.01):
    """The slope is an argument: use it instead of a fixed 0.01."""
    return np.where(np.asarray(x) > 0, x, 0.01 * np.asarray(x))


@mistake("leaky_relu")
def slope_everywhere(x, slope=0.01):
    """The slope is for negative numbers only: positive ones stay as they are."""
    return slope * np.asarray(x, dtype=float)


@mistake("leaky_relu")
def slope_added(x, slope=0.01):
    """Below zero x is multiplied by the slope, not added to it."""
    return np.where(np.asarray(x) > 0, x, np.asarray(x) + slope)


@mistake("leaky_relu")
def slope_as_a_floor(x, slope=0.01):
    """The slope is a factor, not a smallest value: multiply x by it."""
    return np.maximum(x, slope)


@mistake("leaky_relu")
def slope_instead_of_x(x, slope=0.01):
    """Below zero the answer depends on x: it is slope times x."""
    return np.where(np.asarray(x) > 0, x, slope)


@mistake("leaky_relu")
def sign_dropped_in_the_leak(x, slope=0.01):
    """What leaks through stays negative."""
    return np.where(np.asarray(x) > 0, x, -slope * np.asarray(x))


@mistake("leaky_relu")
def divided_by_the_slope(x, slope=0.01):
    """Multiply by the slope, do not divide by it."""
    with np.errstate(all="ignore"):
        return np.where(np.asarray(x) > 0, x, np.asarray(x) / slope)


@mistake("leaky_relu")
def leak_on_both_sides(x, slope=0.01):
    """The leak is added on the positive side, too: there x stays as it is."""
    return np.maximum(x, 0) + slope * np.asarray(x)


@mistake("leaky_relu")
def sides_exchanged(x, slope=0.01):
    """Positive numbers should stay and negative ones shrink: of x and slope times x the larger is needed."""
    return np.where(np.asarray(x) > 0, slope * np.asarray(x), x)


@mistake("leaky_relu")
def other_default(x, slope=0.1):
    """Without a second argument the slope is 0.01."""
    return np.where(np.asarray(x) > 0, x, slope * np.asarray(x))


@mistake("leaky_relu")
def whole_numbers_stay_whole(x, slope=0.01):
    """Whole numbers stay whole here, so the leak is cut to 0: make the array one of floats."""
    x = np.asarray(x)
    result = np.array(x)
    result[x < 0] = slope * x[x < 0]
    return result


@mistake("leaky_relu")
def leaky_python_if(x, slope=0.01):
    """An array has many numbers and `if` wants one answer: `np.where` decides for each."""
    return x if x > 0 else slope * x


@mistake("leaky_relu")
def leaky_for_arrays_only(x, slope=0.01):
    """A list cannot be compared with 0 or multiplied by a slope: turn it into an array first."""
    return np.where(x > 0, x, slope * x)


@mistake("leaky_relu")
def leaky_written_into_the_argument(x, slope=0.01):
    """`x[x < 0] *= slope` writes into the caller's own array: make a new one instead."""
    result = np.asarray(x, dtype=float)
    if result.ndim == 0:
        return np.where(result > 0, result, slope * result)
    result[result < 0] *= slope
    return result


@mistake("leaky_relu")
def leaky_for_one_row(x, slope=0.01):
    """The loop takes one row of numbers: a single number and a table need an answer, too."""
    return np.array([number if number > 0 else slope * number for number in x])
