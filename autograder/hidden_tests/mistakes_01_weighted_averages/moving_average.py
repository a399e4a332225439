"""What typical errors compute for `moving_average`."""

import numpy as np

from autograder.catalogue import mistake


@mistake("moving_average")
def reversed_window(signal, weights):
    """The weights run backwards, as `np.convolve` does it: the first weight belongs to the earliest entry."""
    return np.convolve(signal, weights, mode="valid") / np.sum(weights)


@mistake("moving_average")
def convolved(signal, weights):
    """A signal shorter than the window has no place for it, and `np.convolve` swaps the two: raise a ValueError."""
    return np.convolve(signal, np.asarray(weights)[::-1], mode="valid") / np.sum(weights)


@mistake("moving_average")
def same_length(signal, weights):
    """At the ends the window hangs over the edge here: only places where it fits entirely count."""
    return np.convolve(signal, np.asarray(weights)[::-1], mode="same") / np.sum(weights)


@mistake("moving_average")
def every_overlap(signal, weights):
    """The window starts before the signal and ends after it: only places where it fits entirely count."""
    return np.convolve(signal, np.asarray(weights)[::-1]) / np.sum(weights)


@mistake("moving_average")
def shortened_windows(signal, weights):
    """The last windows are cut short by the end of the signal: stop where the window still fits entirely."""
    averages = []
    for i in range(len(signal)):
        window = signal[i : i + len(weights)]
        averages.append(np.dot(window, weights[: len(window)]) / np.sum(weights[: len(window)]))
    return averages


@mistake("moving_average")
def one_place_too_few(signal, weights):
    """The last place is missing: a window of 3 fits into 3 entries at one place, not at none."""
    k = len(weights)
    return [np.dot(signal[i : i + k], weights) / np.sum(weights) for i in range(len(signal) - k)]


@mistake("moving_average")
def window_too_short(signal, weights):
    """The window is one entry too short: `signal[i : i + k]` has `k` entries, the end is not part of it."""
    k = len(weights)
    places = range(len(signal) - k + 1)
    return [np.dot(signal[i : i + k - 1], weights[: k - 1]) / np.sum(weights) for i in places]


@mistake("moving_average")
def windows_side_by_side(signal, weights):
    """The window jumps by its own length: move it on by one entry each time."""
    k = len(weights)
    return [np.dot(signal[i : i + k], weights) / np.sum(weights) for i in range(0, len(signal) - k + 1, k)]


@mistake("moving_average")
def sums_of_windows(signal, weights):
    """These are the sums of weight times value: divide them by the total weight."""
    return _of_windows(signal, weights) @ np.asarray(weights)


@mistake("moving_average")
def divided_by_the_width(signal, weights):
    """Divide by the total weight, not by how long the window is."""
    return _of_windows(signal, weights) @ np.asarray(weights) / len(weights)


@mistake("moving_average")
def divided_by_sizes(signal, weights):
    """The total of the weights keeps their signs: a negative weight makes it smaller."""
    return _of_windows(signal, weights) @ np.asarray(weights) / np.sum(np.abs(weights))


@mistake("moving_average")
def normalised_twice(signal, weights):
    """The division by the total happens twice: once is enough."""
    return _of_windows(signal, weights) @ np.asarray(weights) / np.sum(weights) ** 2


@mistake("moving_average")
def plain_averages(signal, weights):
    """Each window gets its plain average: the weights say how much each of its entries counts."""
    return _of_windows(signal, weights).mean(axis=1)


@mistake("moving_average")
def not_added_up(signal, weights):
    """These are the parts that the entries of each window contribute: add them up for each window."""
    return _of_windows(signal, weights) * np.asarray(weights) / np.sum(weights)


@mistake("moving_average")
def first_window_only(signal, weights):
    """Only the first window gets its average: does the `return` stand inside the loop?"""
    return np.dot(signal[: len(weights)], weights) / np.sum(weights)


@mistake("moving_average")
def everything_so_far(signal, weights):
    """The window grows from the start of the signal: its beginning moves on as well."""
    k = len(weights)
    places = range(len(signal) - k + 1)
    return [(np.dot(signal[i : i + k], weights) + np.sum(signal[:i])) / (np.sum(weights) + i) for i in places]


@mistake("moving_average")
def written_into_the_signal(signal, weights):
    """The averages are written into the caller's own signal: put them into a new list or array."""
    averages = window_by_hand(signal, weights)
    for i in range(len(averages)):
        signal[i] = averages[i]
    return averages


@mistake("moving_average")
def written_into_the_weights_of_the_window(signal, weights):
    """`/=` writes into the caller's own weights: divide with `/`, which makes a new array."""
    weights = np.asarray(weights, dtype=float)
    weights /= weights.sum()
    return _of_windows(signal, weights) @ weights


@mistake("moving_average")
def a_column(signal, weights):
    """The averages stand in a column. One line of numbers is asked for: shape `(n - k + 1,)`."""
    return _of_windows(signal, weights) @ np.asarray(weights).reshape(-1, 1) / np.sum(weights)


@mistake("moving_average")
def whole_numbers(signal, weights):
    """The averages are cut to whole numbers: keep what stands after the point."""
    return _of_windows(signal, weights) @ np.asarray(weights) // np.sum(weights)


@mistake("moving_average")
def lists_multiplied(signal, weights):
    """Python does not multiply two lists: turn signal and weights into arrays first."""
    k = len(weights)
    return [(signal[i : i + k] * weights).sum() / sum(weights) for i in range(len(signal) - k + 1)]


@mistake("moving_average")
def errors_swallowed(signal, weights):
    """For a signal shorter than the window there is nothing to slide over: raise a ValueError."""
    return window_by_hand(signal, weights) if len(signal) >= len(weights) else np.asarray(signal)


def _of_windows(signal, weights):
    return np.lib.stride_tricks.sliding_window_view(np.asarray(signal), len(weights))


def window_by_hand(signal, weights):
    return _of_windows(signal, weights) @ np.asarray(weights) / np.sum(weights)


@mistake("moving_average")
def positive_total_asked_for(signal, weights):
    """A total below zero is no obstacle: only a total of exactly zero is."""
    if np.sum(weights) <= 0:
        raise ValueError("the total weight is not positive")
    return window_by_hand(signal, weights)


@mistake("moving_average")
def negatives_refused(signal, weights):
    """Negative weights are allowed: only their sum must not be zero."""
    if np.min(weights) < 0:
        raise ValueError("a weight is negative")
    return window_by_hand(signal, weights)
