"""What typical errors compute for `average_gap`."""

import numpy as np

from autograder.catalogue import mistake


def _average(values, weights):
    values, weights = np.asarray(values, dtype=float), np.asarray(weights, dtype=float)
    return float(weights @ values / weights.sum())


def _of_each(f, points):
    return [float(f(point)) for point in points]


@mistake("average_gap")
def other_way_round(f, points, weights):
    """The sign is turned round: `f` of the average comes first, and the average of `f` is taken away from it."""
    return _average(_of_each(f, points), weights) - f(_average(points, weights))


@mistake("average_gap")
def without_a_sign(f, points, weights):
    """The gap keeps its sign: it says whether `f` of the average lies above or below."""
    return abs(f(_average(points, weights)) - _average(_of_each(f, points), weights))


@mistake("average_gap")
def plain_averages(f, points, weights):
    """The weights are left out: both averages are weighted."""
    return f(np.mean(points)) - np.mean(_of_each(f, points))


@mistake("average_gap")
def second_average_plain(f, points, weights):
    """The average of `f` is weighted, too, with the same weights."""
    return f(_average(points, weights)) - np.mean(_of_each(f, points))


@mistake("average_gap")
def first_average_plain(f, points, weights):
    """The average of the points is weighted, too, with the same weights."""
    return f(np.mean(points)) - _average(_of_each(f, points), weights)


@mistake("average_gap")
def not_divided(f, points, weights):
    """These are weighted sums: an average divides by the total weight."""
    return f(float(np.dot(weights, points))) - np.dot(weights, _of_each(f, points))


@mistake("average_gap")
def divided_by_the_count(f, points, weights):
    """Divide by the total weight, not by how many points there are."""
    count = len(points)
    return f(float(np.dot(weights, points)) / count) - np.dot(weights, _of_each(f, points)) / count


@mistake("average_gap")
def second_not_divided(f, points, weights):
    """The second average is still a sum: divide it by the total weight, too."""
    return f(_average(points, weights)) - np.dot(weights, _of_each(f, points))


@mistake("average_gap")
def average_itself(f, points, weights):
    """`f` of the average is asked for, not the average itself."""
    return _average(points, weights) - _average(_of_each(f, points), weights)


@mistake("average_gap")
def f_of_the_average_alone(f, points, weights):
    """This is `f` of the average: the average of `f` still has to be taken away."""
    return f(_average(points, weights))


@mistake("average_gap")
def average_of_f_alone(f, points, weights):
    """This is the average of `f`: it has to be taken away from `f` of the average."""
    return _average(_of_each(f, points), weights)


@mistake("average_gap")
def f_of_weighted_points(f, points, weights):
    """`f` gets the points, and the weights come afterwards: weighting first asks `f` about other points."""
    products = np.multiply(points, weights)
    return f(_average(points, weights)) - float(np.sum([f(float(one)) for one in products])) / np.sum(weights)


@mistake("average_gap")
def f_twice(f, points, weights):
    """In the second average `f` is applied to each point, and not once more to the result."""
    return f(_average(points, weights)) - f(_average(_of_each(f, points), weights))


@mistake("average_gap")
def a_gap_for_each(f, points, weights):
    """The gap is one number: average `f` over all points before you take it away."""
    return f(_average(points, weights)) - np.array(_of_each(f, points))


@mistake("average_gap")
def both_results(f, points, weights):
    """The answer is the difference of the two, not a pair."""
    return f(_average(points, weights)), _average(_of_each(f, points), weights)


@mistake("average_gap")
def ratio(f, points, weights):
    """The gap is a difference, not a ratio."""
    return float(np.float64(f(_average(points, weights))) / _average(_of_each(f, points), weights))


@mistake("average_gap")
def lists_multiplied(f, points, weights):
    """Python does not multiply two lists: turn both into arrays first, or go through the pairs."""
    average = np.sum(points * weights) / np.sum(weights)
    return f(average) - np.sum(np.array(_of_each(f, points)) * np.asarray(weights)) / np.sum(weights)


@mistake("average_gap")
def written_into_the_weights(f, points, weights):
    """`/=` and `*=` write into the caller's own array: make a new one instead."""
    weights = np.asarray(weights, dtype=float)
    weights /= weights.sum()
    return f(float(weights @ np.asarray(points))) - float(weights @ np.array(_of_each(f, points)))
