"""Right solutions of lesson 01, written differently."""

import functools
import math

import numpy as np

from autograder.catalogue import alternative


def _refuse(values, weights):
    if len(values) != len(weights):
        raise ValueError("as many weights as values are needed")
    if len(values) == 0:
        raise ValueError("there is nothing to average")
    if sum(weights) == 0:
        raise ValueError("the weights sum to zero")


@alternative("weighted_average")
def in_one_loop(values, weights):
    total, weight = 0, 0
    for v, w in zip(values, weights, strict=True):  # its error is a ValueError
        total += v * w
        weight += w
    if weight == 0:
        raise ValueError("the weights sum to zero, or there are none")
    return total / weight


@alternative("weighted_average")
def from_numpy(values, weights):
    if len(values) == 0 or len(values) != len(weights):
        raise ValueError("as many weights as values are needed")
    try:
        return np.average(values, weights=weights)
    except ZeroDivisionError as error:
        raise ValueError("the weights sum to zero") from error


@alternative("weighted_average")
def by_positions(values, weights):
    _refuse(values, weights)
    return sum(values[i] * weights[i] for i in range(len(values))) / sum(weights)


@alternative("weighted_average")
def reduced(values, weights):
    _refuse(values, weights)
    return functools.reduce(lambda total, pair: total + pair[0] * pair[1], zip(values, weights), 0) / sum(weights)


@alternative("weighted_average")
def by_einsum(values, weights):
    _refuse(values, weights)
    return np.einsum("i,i", np.array(values), np.array(weights)) / np.sum(weights)


@alternative("weighted_average")
def in_half_the_precision(values, weights):
    _refuse(values, weights)
    values, weights = np.asarray(values, np.float32), np.asarray(weights, np.float32)
    return values @ weights / weights.sum()


@alternative("weighted_average")
def with_shares_first(values, weights):
    _refuse(values, weights)
    total = math.fsum(weights)
    return math.fsum(value * (weight / total) for value, weight in zip(values, weights))


@alternative("weighted_average")
def as_an_array_of_no_dimensions(values, weights):
    _refuse(values, weights)
    return np.array(np.dot(values, weights) / np.sum(weights))


@alternative("normalize")
def divided_as_an_array(weights):
    total = np.sum(weights)
    if total == 0:
        raise ValueError("weights that sum to zero have no shares")
    return np.divide(weights, total)


@alternative("normalize")
def as_a_list(weights):
    if not sum(weights):
        raise ValueError("weights that sum to zero have no shares")
    return [weight / sum(weights) for weight in weights]


@alternative("normalize")
def as_a_tuple(weights):
    try:
        return tuple(float(weight) / float(sum(weights)) for weight in weights)
    except ZeroDivisionError:
        raise ValueError("the total is zero") from None


@alternative("normalize")
def in_place_on_a_copy(weights):
    shares = np.array(weights, dtype=float)
    if shares.sum() == 0:
        raise ValueError("the total is zero")
    shares /= shares.sum()
    return shares


@alternative("normalize")
def normalized_in_half_the_precision(weights):
    weights = np.asarray(weights, dtype=np.float32)
    if weights.sum() == 0:
        raise ValueError("the total is zero")
    return weights * (1 / weights.sum())


@alternative("normalize")
def with_an_error_from_numpy(weights):
    with np.errstate(all="raise"):
        try:
            return np.asarray(weights, dtype=float) / np.einsum("i->", np.asarray(weights))
        except FloatingPointError as error:
            raise ValueError("the total is zero") from error


@alternative("weighted_averages")
def divided_afterwards(table, weights):
    return np.asarray(table) @ np.asarray(weights) / np.sum(weights)


@alternative("weighted_averages")
def with_normalized_weights(table, weights):
    shares = np.asarray(weights) / sum(weights)
    return np.dot(table, shares)


@alternative("weighted_averages")
def from_numpy_by_rows(table, weights):
    return np.average(table, axis=1, weights=weights)


@alternative("weighted_averages")
def row_by_row_as_a_list(table, weights):
    return [in_one_loop(row, weights) for row in table]


@alternative("weighted_averages")
def in_two_loops(table, weights):
    averages = []
    for row in table:
        total = 0
        for position in range(len(weights)):
            total = total + row[position] * weights[position]
        averages.append(total / sum(weights))
    return averages


@alternative("weighted_averages")
def by_columns(table, weights):
    total = 0
    for column, weight in zip(np.asarray(table).T, weights):
        total = total + weight * column
    return total / sum(weights)


@alternative("weighted_averages")
def by_einsum_of_rows(table, weights):
    return np.einsum("nd,d->n", np.asarray(table), np.asarray(weights)) / np.sum(weights)


@alternative("weighted_averages")
def from_the_other_side(table, weights):
    weights = np.asarray(weights, dtype=np.float32)
    return weights @ np.asarray(table, dtype=np.float32).T / weights.sum()


@alternative("weighted_averages")
def stretched_over_the_table(table, weights):
    return np.sum(np.array(table) * np.array(weights)[None, :], axis=-1) / np.sum(weights)


@alternative("average_from_counts")
def through_the_weighted_average(counts):
    return in_one_loop(range(1, len(counts) + 1), counts)


@alternative("average_from_counts")
def counted_in_a_loop(counts):
    stars, people = 0, 0
    for i, count in enumerate(counts):
        stars += (i + 1) * count
        people += count
    return stars / people


@alternative("average_from_counts")
def with_numpy(counts):
    return np.dot(np.arange(len(counts)) + 1, counts) / np.sum(counts)


@alternative("average_from_counts")
def repeated(counts):
    return np.mean(np.repeat(np.arange(1, len(counts) + 1), np.asarray(counts, dtype=int)))


@alternative("average_from_counts")
def cumulated(counts):
    at_least = np.cumsum(np.asarray(counts)[::-1])  # so many people gave at least so many stars
    return float(at_least.sum() / at_least[-1])


@alternative("average_from_counts")
def stars_in_half_the_precision(counts):
    return np.average(np.arange(1, len(counts) + 1, dtype=np.float32), weights=np.asarray(counts, np.float32))


@alternative("weight_for_target")
def from_the_equation(low, high, target):
    if low == high:
        if target != low:
            raise ValueError("only one number can be reached")
        return 0
    w = (target - low) / (high - low)
    if w < 0 or w > 1:
        raise ValueError("this target is out of reach")
    return w


@alternative("weight_for_target")
def checked_first(low, high, target):
    if target < min(low, high) or target > max(low, high):
        raise ValueError("this target is out of reach")
    return 1 if low == high else 1 - (high - target) / (high - low)


@alternative("weight_for_target")
def halved_again_and_again(low, high, target):
    if not min(low, high) <= target <= max(low, high):
        raise ValueError("this target is out of reach")
    below, above = 0.0, 1.0
    for _ in range(60):
        w = (below + above) / 2
        if ((1 - w) * low + w * high < target) == (low < high):
            below = w
        else:
            above = w
    return (below + above) / 2


@alternative("weight_for_target")
def from_an_error(low, high, target):
    try:
        w = (target - low) / (high - low)
    except ZeroDivisionError:
        w = 0.5 if target == low else 2
    if 0 <= w <= 1:
        return np.float64(w)
    raise ValueError("this target is out of reach")


@alternative("weight_for_target")
def interpolated(low, high, target):
    if not min(low, high) <= target <= max(low, high):
        raise ValueError("this target is out of reach")
    return np.interp(target, [low, high], [0, 1]) if low < high else 1 - np.interp(target, [high, low], [0, 1])


@alternative("moving_average")
def convolved_and_turned(signal, weights):
    if len(signal) < len(weights):
        raise ValueError("the signal is shorter than the window")
    return np.convolve(signal, np.asarray(weights)[::-1], mode="valid") / np.sum(weights)


@alternative("moving_average")
def correlated(signal, weights):
    if len(signal) < len(weights):
        raise ValueError("the signal is shorter than the window")
    return np.correlate(signal, weights) / np.sum(weights)


@alternative("moving_average")
def with_views(signal, weights):
    windows = np.lib.stride_tricks.sliding_window_view(np.asarray(signal), len(weights))  # refuses short signals
    return windows @ np.asarray(weights) / np.sum(weights)


@alternative("moving_average")
def as_a_list_of_places(signal, weights):
    places = range(len(signal) - len(weights) + 1)
    return [in_one_loop(signal[i : i + len(weights)], weights) for i in places]


@alternative("moving_average")
def in_nested_loops(signal, weights):
    if len(signal) < len(weights):
        raise ValueError("the signal is shorter than the window")
    averages = np.zeros(len(signal) - len(weights) + 1)
    for i in range(len(averages)):
        for j in range(len(weights)):
            averages[i] += weights[j] * signal[i + j] / sum(weights)
    return averages


@alternative("moving_average")
def shifted_signals(signal, weights):
    signal, n = np.asarray(signal, dtype=np.float32), len(signal) - len(weights) + 1
    if n < 1:
        raise ValueError("the signal is shorter than the window")
    return sum(weight * signal[j : j + n] for j, weight in enumerate(weights)) / sum(weights)


@alternative("moving_average")
def one_window_at_a_time(signal, weights):
    averages = []
    while len(signal) >= len(weights):
        averages.append(np.dot(signal[: len(weights)], weights) / np.sum(weights))
        signal = signal[1:]
    return np.array(averages)


_VALUES, _WEIGHTS = [3.5, -1.25, 8.0, 2.0], [0.5, 1.75, -0.3, 2.2]
_REFUSED = [([], []), ([1, 2], [1]), ([1], [1, 2]), ([1, 2], [0, 0]), ([1, 2], [2, -2])]


def _refuses(f, values, weights):
    try:
        f(values, weights)
    except ValueError:
        return True
    except Exception:
        return False
    return False


@alternative("is_weighted_average")
def with_one_good_question(f):
    try:
        right = np.isclose(f(_VALUES, _WEIGHTS), np.average(_VALUES, weights=_WEIGHTS), rtol=1e-4)
    except Exception:
        return False
    return right and all(_refuses(f, values, weights) for values, weights in _REFUSED)


@alternative("is_weighted_average")
def with_many_random_questions(f):
    rng = np.random.default_rng(5)
    for count in (1, 2, 3, 6):
        values, weights = rng.normal(size=count), rng.normal(size=count)
        try:
            if abs(f(values, weights) - values @ weights / weights.sum()) > 1e-3:
                return False
        except Exception:
            return False
    for values, weights in _REFUSED:
        try:
            f(np.array(values), np.array(weights))
            return False
        except ValueError:
            pass
        except Exception:
            return False
    return True


@alternative("is_weighted_average")
def with_assertions(f):
    try:
        expected = in_one_loop(_VALUES, _WEIGHTS)
        np.testing.assert_allclose(f(np.array(_VALUES), np.array(_WEIGHTS)), expected, rtol=1e-4)
        np.testing.assert_allclose(f(tuple(_VALUES), tuple(10 * w for w in _WEIGHTS)), expected, rtol=1e-4)
    except Exception:
        return False
    return sum(_refuses(f, *question) for question in _REFUSED) == len(_REFUSED)


@alternative("is_weighted_average")
def from_laws(f):
    try:
        swapped = f([8.0, 3.5, -1.25], [0.5, 1.75, -0.3])
        laws = [
            np.isclose(f([3.5, -1.25, 8.0], [1.75, -0.3, 0.5]), swapped, rtol=1e-4),  # the order does not matter
            np.isclose(f([1.25, 9.5], [0, 0.7]), 9.5, rtol=1e-4),  # weight zero takes a value out
            np.isclose(f([0, 1], [1, 3]), 0.75, rtol=1e-4),  # three times the pull
            np.isclose(f([0, 1], [3, -1]), -0.5, rtol=1e-4),
            np.isclose(f([2.5, 2.5], [0.4, 0.7]), 2.5, rtol=1e-4),
            np.isclose(f([0, 0, 1], [0.2, 0.7, 0.35]), 0.28, rtol=1e-4),
        ]
    except Exception:
        return np.False_
    return np.all(laws) & np.all([_refuses(f, *question) for question in _REFUSED])
