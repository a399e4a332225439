"""What typical errors compute for `relative_error`."""

import numpy as np

from autograder.catalogue import mistake


def _arrays(a, b):
    return np.asarray(a, dtype=float), np.asarray(b, dtype=float)


def _shares(difference, size):
    """Entry by entry, 0 where the size is 0."""
    return np.divide(difference, size, out=np.zeros(np.shape(size)), where=np.asarray(size) != 0)


@mistake("relative_error")
def absolute(a, b):
    """This is the largest difference: compare it with the size of the numbers that differ."""
    a, b = _arrays(a, b)
    return float(np.abs(a - b).max())


@mistake("relative_error")
def mean_of_entries(a, b):
    """The mean hides one wrong slope among many right ones: take the worst entry."""
    a, b = _arrays(a, b)
    return float(np.mean(_shares(np.abs(a - b), np.maximum(np.abs(a), np.abs(b)))))


@mistake("relative_error")
def all_entries(a, b):
    """Each entry has its own error here: one number is asked for, the largest of them."""
    a, b = _arrays(a, b)
    return _shares(np.abs(a - b), np.maximum(np.abs(a), np.abs(b)))


@mistake("relative_error")
def largest_over_largest(a, b):
    """The largest difference is divided by the largest number: divide entry by entry, then take the worst."""
    a, b = _arrays(a, b)
    size = max(np.abs(a).max(), np.abs(b).max())
    return float(np.abs(a - b).max() / size) if size else 0.0


@mistake("relative_error")
def divided_by_the_sum(a, b):
    """Both sizes are added below the line: divide by the larger one of the two."""
    a, b = _arrays(a, b)
    return float(_shares(np.abs(a - b), np.abs(a) + np.abs(b)).max())


@mistake("relative_error")
def divided_by_the_first(a, b):
    """Only the first one is below the line: divide by the larger one, so that the order makes no difference."""
    a, b = _arrays(a, b)
    return float(_shares(np.abs(a - b), np.abs(a)).max())


@mistake("relative_error")
def divided_by_the_second(a, b):
    """Only the second one is below the line: divide by the larger one, so that the order makes no difference."""
    a, b = _arrays(a, b)
    return float(_shares(np.abs(a - b), np.abs(b)).max())


@mistake("relative_error")
def signed_difference(a, b):
    """Where the second number is larger, the difference is negative and the maximum overlooks it: take its size."""
    a, b = _arrays(a, b)
    return float(_shares(a - b, np.maximum(np.abs(a), np.abs(b))).max())


@mistake("relative_error")
def signed_sizes(a, b):
    """Below the line stand numbers with their signs: take the size of each, then the larger one."""
    a, b = _arrays(a, b)
    return float(_shares(np.abs(a - b), np.maximum(a, b)).max())


@mistake("relative_error")
def sizes_compared(a, b):
    """Only the sizes are compared: a slope of 1 and one of -1 lead in opposite directions."""
    a, b = _arrays(a, b)
    return float(_shares(np.abs(np.abs(a) - np.abs(b)), np.maximum(np.abs(a), np.abs(b))).max())


@mistake("relative_error")
def zero_by_zero(a, b):
    """Where both are 0, 0 is divided by 0: such an entry has an error of 0."""
    a, b = _arrays(a, b)
    with np.errstate(all="ignore"):
        return float(np.max(np.abs(a - b) / np.maximum(np.abs(a), np.abs(b))))


@mistake("relative_error")
def something_small_added(a, b):
    """A small number is added below the line, and for tiny slopes it is not small: handle 0 by itself."""
    a, b = _arrays(a, b)
    return float(np.max(np.abs(a - b) / (np.maximum(np.abs(a), np.abs(b)) + 1e-8)))


@mistake("relative_error")
def never_below(a, b):
    """A smallest size is set below the line, so tiny slopes always look right: handle 0 by itself."""
    a, b = _arrays(a, b)
    return float(np.max(np.abs(a - b) / np.maximum(np.maximum(np.abs(a), np.abs(b)), 1e-8)))


@mistake("relative_error")
def any_zero_skipped(a, b):
    """An entry is skipped as soon as one of the two is 0: only where both are 0 do they agree."""
    a, b = _arrays(a, b)
    size = np.where((a == 0) | (b == 0), 0, np.maximum(np.abs(a), np.abs(b)))
    return float(_shares(np.abs(a - b), size).max())


@mistake("relative_error")
def smaller_one(a, b):
    """The smaller one is below the line: divide by the larger one of the two."""
    a, b = _arrays(a, b)
    return float(_shares(np.abs(a - b), np.minimum(np.abs(a), np.abs(b))).max())


@mistake("relative_error")
def lengths(a, b):
    """Whole lengths are compared, and one wrong entry among many hides: compare entry by entry."""
    a, b = _arrays(a, b)
    size = max(np.linalg.norm(a), np.linalg.norm(b))
    return float(np.linalg.norm(a - b) / size) if size else 0.0


@mistake("relative_error")
def first_axis_only(a, b):
    """A table leaves more than one number: take the maximum over all entries, not along one axis."""
    a, b = _arrays(a, b)
    shares = _shares(np.abs(a - b), np.maximum(np.abs(a), np.abs(b)))
    return shares.max(axis=0) if shares.ndim > 1 else float(shares.max())
