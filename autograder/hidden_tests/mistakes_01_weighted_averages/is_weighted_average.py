"""What typical errors compute for `is_weighted_average`."""

import math

import numpy as np

from autograder.catalogue import mistake


@mistake("is_weighted_average")
def believes_everything(f):
    """This says True to every function: ask `f` for averages that you know, and compare."""
    return True


@mistake("is_weighted_average")
def believes_nothing(f):
    """This says False to right ones, too: try it with your own `weighted_average`, one question after the other."""
    return False


@mistake("is_weighted_average")
def answers_the_other_way(f):
    """The answer is the wrong way round: True means that `f` is right."""
    return not _usual(f)


@mistake("is_weighted_average")
def equal_weights_only(f):
    """Equal weights hide what the weights do: ask with weights that differ."""
    return _agrees(f, [1, 5, 4], [2, 2, 2]) and _refuses_all(f)


@mistake("is_weighted_average")
def weights_that_sum_to_one(f):
    """Weights that sum to 1 never show whether anything is divided: ask with another total."""
    return _agrees(f, [1.5, 5.25, 2.25], [0.5, 0.2, 0.3]) and _agrees(f, [1, 5], [2.5, -1.5]) and _refuses_all(f)


@mistake("is_weighted_average")
def whole_numbers_only(f):
    """Whole numbers come out right by luck: ask with weights that are not whole, and for an average that is not."""
    return _agrees(f, [3, 1, 5], [1, 4, 1]) and _agrees(f, [1, 5], [3, -1]) and _refuses_all(f)


@mistake("is_weighted_average")
def positive_weights_only(f):
    """A negative weight brings out more wrong ones: ask for one."""
    return _agrees(f, [3.5, 1.25, 5.5], [0.5, 1.7, 0.8]) and _refuses_all(f)


@mistake("is_weighted_average")
def one_value_only(f):
    """A single value is its own average in many wrong ways: ask with several values."""
    return _agrees(f, [4.5], [0.3]) and _refuses_all(f)


@mistake("is_weighted_average")
def equal_values_only(f):
    """With equal values the weights do not matter: ask with values that differ."""
    return _agrees(f, [4.5, 4.5, 4.5], [0.3, 1.7, -0.4]) and _refuses_all(f)


@mistake("is_weighted_average")
def sorted_and_symmetric(f):
    """Sorted values, or weights that read the same from both ends, hide a wrong order: mix them up."""
    return _agrees(f, [1.5, 2.25, 5.5], [0.5, -1.7, 0.5]) and _refuses_all(f)


@mistake("is_weighted_average")
def scale_only(f):
    """Ten times the weights, the same answer: many wrong ones pass this, too. Compare with averages that you know."""
    values, weights = [1.5, 5.25, 2.25], [0.5, 1.2, -0.3]
    try:
        return bool(np.isclose(f(values, weights), f(values, [10 * w for w in weights]))) and _refuses_all(f)
    except Exception:
        return False


@mistake("is_weighted_average")
def refusals_not_asked(f):
    """What `f` must refuse is not asked: different lengths, nothing to average, and weights that sum to zero."""
    return _agrees_usually(f)


@mistake("is_weighted_average")
def lengths_not_asked(f):
    """Different lengths are not asked: `f` must refuse them."""
    return _agrees_usually(f) and _refuses(f, [], []) and _refuses(f, [1, 2], [1, -1])


@mistake("is_weighted_average")
def nothing_not_asked(f):
    """Nothing to average is not asked: `f` must refuse it."""
    return _agrees_usually(f) and _refuses(f, [1, 2], [1]) and _refuses(f, [1, 2], [1, -1])


@mistake("is_weighted_average")
def zero_total_not_asked(f):
    """Weights that sum to zero are not asked: `f` must refuse them."""
    return _agrees_usually(f) and _refuses(f, [1, 2], [1]) and _refuses(f, [], [])


@mistake("is_weighted_average")
def any_error_will_do(f):
    """Any error counts as a refusal here: only a ValueError does."""
    for values, weights in ([], []), ([1, 2], [1]), ([1, 2], [1, -1]):
        try:
            f(values, weights)
        except Exception:
            continue
        return False
    return _agrees_usually(f)


@mistake("is_weighted_average")
def exactly_equal(f):
    """A right one may calculate in another order or with fewer digits: compare with `np.isclose`."""
    return _agrees_usually(f, tolerance=0.0) and _refuses_all(f)


@mistake("is_weighted_average")
def too_strict(f):
    """A right one may calculate with half the digits: allow a little more than the last of them."""
    try:
        return all(math.isclose(f(v, w), np.average(v, weights=w)) for v, w in _QUESTIONS) and _refuses_all(f)
    except Exception:
        return False


@mistake("is_weighted_average")
def too_generous(f):
    """So much tolerance lets wrong ones through: right ones differ in the sixth digit at most."""
    return _agrees_usually(f, tolerance=0.5) and _refuses_all(f)


@mistake("is_weighted_average")
def own_kind_of_number(f):
    """A right one may give any kind of number, NumPy's too: look at how large it is, not at its type."""
    try:
        return type(f([1, 5], [3, 1])) is float and _usual(f)
    except Exception:
        return False


@mistake("is_weighted_average")
def crashes_with_a_wrong_one(f):
    """An error in `f` is no reason to stop: catch it with `try` and say False."""
    return all(_close(f, *question) for question in _QUESTIONS) and _refuses_all(f)


@mistake("is_weighted_average")
def crashes_where_f_refuses(f):
    """A right one raises ValueError for these: catch it with `try`."""
    f([], [])
    return _usual(f)


@mistake("is_weighted_average")
def says_it_in_words(f):
    """The answer is True or False, without quotes around it."""
    return "True" if _usual(f) else "False"


@mistake("is_weighted_average")
def nan_passes(f):
    """Comparing with `nan` says False both ways: turn the question round, so that only what is close passes."""
    try:
        if any(abs(f(v, w) - np.average(v, weights=w)) > 1e-4 for v, w in _QUESTIONS):
            return False
    except Exception:
        return False
    for values, weights in ([], []), ([1, 2], [1]):
        if not _refuses(f, values, weights):
            return False
    try:
        return not abs(f([1, 2], [1, -1])) < np.inf
    except ValueError:
        return True
    except Exception:
        return False


_QUESTIONS = [([1.5, 6.25, 2.0], [0.5, -0.2, 1.4]), ([5, 1], [3, 1]), ([2.25, 1.0, 7.5], [0.3, 2.5, 1.7])]


def _close(f, values, weights, tolerance=1e-4):
    return bool(abs(f(values, weights) - sum(v * w for v, w in zip(values, weights)) / sum(weights)) <= tolerance)


def _agrees(f, values, weights, tolerance=1e-4):
    try:
        return _close(f, values, weights, tolerance)
    except Exception:
        return False


def _agrees_usually(f, tolerance=1e-4):
    return all(_agrees(f, *question, tolerance) for question in _QUESTIONS)


def _refuses(f, values, weights):
    try:
        f(values, weights)
    except ValueError:
        return True
    except Exception:
        return False
    return False


def _refuses_all(f):
    return _refuses(f, [], []) and _refuses(f, [1, 2], [1]) and _refuses(f, [1, 2], [1, -1])


def _usual(f):
    return _agrees_usually(f) and _refuses_all(f)
