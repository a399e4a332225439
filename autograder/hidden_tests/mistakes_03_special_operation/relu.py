"""What typical errors compute for `relu`."""

import numpy as np

from autograder.catalogue import mistake


@mistake("relu")
def largest_along_an_axis(x):
    """`np.max(x, 0)` looks for the largest along an axis: `np.maximum` compares number by number."""
    return np.max(x, 0)


@mistake("relu")
def largest_of_all(x):
    """This is one number for the whole array: each number is compared with 0 by itself."""
    return max(float(np.max(x)), 0.0)


@mistake("relu")
def sign_dropped(x):
    """A negative number becomes 0, it does not change its sign."""
    return np.abs(x)


@mistake("relu")
def smaller_one(x):
    """The larger of x and 0 is asked for, not the smaller."""
    return np.minimum(x, 0)


@mistake("relu")
def yes_or_no(x):
    """This says whether a number is positive: where it is, keep the number itself."""
    return (np.asarray(x) > 0).astype(float)


@mistake("relu")
def negatives_left_out(x):
    """Negative numbers stay in their place, as zeros: nothing is taken out."""
    x = np.atleast_1d(x)
    return x[x > 0]


@mistake("relu")
def sign_changed(x):
    """The positive numbers are the ones to keep, as they are."""
    return np.maximum(-np.asarray(x), 0)


@mistake("relu")
def never_above_one(x):
    """There is no upper end: a large number stays as large as it is."""
    return np.clip(x, 0, 1)


@mistake("relu")
def at_least_one(x):
    """The numbers are compared with 0, not with 1."""
    return np.maximum(x, 1)


@mistake("relu")
def leaking(x):
    """Negative numbers become 0, and nothing of them leaks through."""
    return np.where(np.asarray(x) > 0, x, 0.01 * np.asarray(x))


@mistake("relu")
def rounded_corner(x):
    """This is a curve with a round corner: the larger of x and 0 has a sharp one."""
    return np.logaddexp(0, x)


@mistake("relu")
def python_max(x):
    """Python's `max` and `if` want one answer for all of x: `np.maximum` or `np.where` decide for each number."""
    return max(0, x)


@mistake("relu")
def for_one_row(x):
    """The loop takes one row of numbers: a single number and a table need an answer, too."""
    return [number if number > 0 else 0.0 for number in x]


@mistake("relu")
def for_arrays_only(x):
    """A list is compared with 0 as a whole: turn it into an array first."""
    return x * (x > 0)


@mistake("relu")
def cut_to_whole_numbers(x):
    """What stands after the point is lost: keep positive numbers as they are."""
    return np.maximum(np.asarray(x).astype(int), 0)


@mistake("relu")
def written_into_the_argument(x):
    """`x[x < 0] = 0` writes into the caller's own array: make a new one instead."""
    result = np.asarray(x)
    if result.ndim == 0:
        return np.maximum(result, 0)
    result[result < 0] = 0
    return result


@mistake("relu")
def flattened(x):
    """The answer keeps the shape of x."""
    return np.maximum(np.ravel(x), 0)


@mistake("relu")
def by_positions(x):
    """The loop counts the positions of one row: a single number and a table need an answer, too."""
    x = np.array(x)
    for i in range(len(x)):
        if x[i] < 0:
            x[i] = 0
    return x
