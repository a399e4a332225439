"""What typical errors compute for `weighted_average`."""

import numpy as np

from autograder.catalogue import mistake


@mistake("weighted_average")
def divided_by_the_count(values, weights):
    """Divide by the total weight, not by how many weights there are."""
    return np.dot(values, weights) / len(weights)


@mistake("weighted_average")
def not_divided(values, weights):
    """This is the sum of weight times value: divide it by the total weight."""
    return np.dot(values, weights)


@mistake("weighted_average")
def weights_ignored(values, weights):
    """This is the plain average: multiply each value by its weight before you add up."""
    return np.mean(values)


@mistake("weighted_average")
def divided_by_the_values(values, weights):
    """Divide by the sum of the weights, not by the sum of the values."""
    return np.dot(values, weights) / np.sum(values)


@mistake("weighted_average")
def divided_by_sizes(values, weights):
    """The total of the weights keeps their signs: a negative weight makes it smaller."""
    return np.dot(values, weights) / np.sum(np.abs(weights))


@mistake("weighted_average")
def negatives_made_positive(values, weights):
    """A negative weight stays negative: it pulls the other way."""
    weights = np.abs(weights)
    return np.dot(values, weights) / np.sum(weights)


@mistake("weighted_average")
def negatives_refused(values, weights):
    """Negative weights are allowed: only their sum must not be zero."""
    if min(weights) < 0:
        raise ValueError("a weight is negative")
    return np.dot(values, weights) / np.sum(weights)


@mistake("weighted_average")
def positive_total_asked_for(values, weights):
    """A total below zero is no obstacle: only a total of exactly zero is."""
    if np.sum(weights) <= 0:
        raise ValueError("the total weight is not positive")
    return np.dot(values, weights) / np.sum(weights)


@mistake("weighted_average")
def whole_number(values, weights):
    """The average is cut to a whole number: keep what stands after the point."""
    return np.dot(values, weights) // np.sum(weights)


@mistake("weighted_average")
def whole_weights(values, weights):
    """The weights are cut to whole numbers: half a weight is a weight, too."""
    weights = [int(weight) for weight in weights]
    return np.dot(values, weights) / np.sum(weights)


@mistake("weighted_average")
def squared_weights(values, weights):
    """Each weight acts twice here: multiply by it once."""
    return np.dot(values, np.square(weights)) / np.sum(np.square(weights))


@mistake("weighted_average")
def normalised_twice(values, weights):
    """The division by the total happens twice: once is enough."""
    return np.dot(values, weights) / np.sum(weights) ** 2


@mistake("weighted_average")
def divided_by_the_largest(values, weights):
    """Divide by the sum of all weights, not by the largest one."""
    return np.dot(values, weights) / np.max(weights)


@mistake("weighted_average")
def divided_by_both(values, weights):
    """Divided by the total weight, the average is ready: how many values there are does not matter any more."""
    return np.dot(values, weights) / np.sum(weights) / len(values)


@mistake("weighted_average")
def sums_multiplied(values, weights):
    """Multiply each value by its own weight first, and add up afterwards: adding first mixes them."""
    return np.sum(values) * np.sum(weights) / np.sum(weights)


@mistake("weighted_average")
def sorted_values(values, weights):
    """Sorting the values takes their own weights away from them: leave the order alone."""
    return np.dot(np.sort(values), weights) / np.sum(weights)


@mistake("weighted_average")
def last_left_out(values, weights):
    """The last value is left out: `range(n)` stops before `n` by itself."""
    total = sum(values[i] * weights[i] for i in range(len(values) - 1))
    return total / sum(weights)


@mistake("weighted_average")
def first_left_out(values, weights):
    """The first value is left out: positions start at 0."""
    total = sum(values[i] * weights[i] for i in range(1, len(values)))
    return total / sum(weights)


@mistake("weighted_average")
def zeros_left_out(values, weights):
    """A value of zero stays in the average, and so does its weight."""
    total = sum(weight for value, weight in zip(values, weights) if value != 0)
    return np.dot(values, weights) / total


@mistake("weighted_average")
def not_added_up(values, weights):
    """These are the parts that the values contribute: add them up to one number."""
    return np.multiply(values, weights) / np.sum(weights)


@mistake("weighted_average")
def a_list_of_one(values, weights):
    """The answer is the number itself, without a list around it."""
    return [np.dot(values, weights) / np.sum(weights)]


@mistake("weighted_average")
def lists_multiplied(values, weights):
    """Python does not multiply two lists: turn both into arrays first, or go through the pairs."""
    return np.sum(values * weights) / np.sum(weights)


@mistake("weighted_average")
def method_of_arrays(values, weights):
    """A list has no `.sum()`: turn it into an array first, or use Python's own `sum`."""
    return np.dot(values, weights) / weights.sum()


@mistake("weighted_average")
def not_values(values, weights):
    """For an array, `not values` is no clear question: ask for the length."""
    if not values:
        raise ValueError("there is nothing to average")
    return np.dot(values, weights) / np.sum(weights)


@mistake("weighted_average")
def written_into_the_weights(values, weights):
    """`/=` and `*=` write into the caller's own array: make a new one instead."""
    values, weights = np.asarray(values), np.asarray(weights, dtype=float)
    weights /= weights.sum()
    return values @ weights


@mistake("weighted_average")
def emptied(values, weights):
    """The numbers are taken out of the caller's own lists: look at them without removing them."""
    total, weight = 0, sum(weights)
    while len(values):
        total += values.pop() * weights.pop()
    return total / weight


@mistake("weighted_average")
def lengths_not_compared(values, weights):
    """`zip` stops at the end of the shorter one and says nothing: compare the two lengths first."""
    if len(values) == 0 or sum(weights) == 0:
        raise ValueError("there is no such average")
    return sum(value * weight for value, weight in zip(values, weights)) / sum(weights)


@mistake("weighted_average")
def lengths_left_to_python(values, weights):
    """For values without weights Python finds an IndexError, and weights left over go unseen: compare the lengths."""
    if len(values) == 0 or sum(weights) == 0:
        raise ValueError("there is no such average")
    return sum(values[i] * weights[i] for i in range(len(values))) / sum(weights)


@mistake("weighted_average")
def lengths_left_to_numpy(values, weights):
    """NumPy stretches a single weight, or a single value, over all the others: compare the two lengths yourself."""
    values, weights = np.asarray(values), np.asarray(weights)
    if values.size == 0 or weights.sum() == 0:
        raise ValueError("there is no such average")
    return (values * weights).sum() / np.broadcast_to(weights, values.shape).sum()


@mistake("weighted_average")
def zero_total_in_numpy(values, weights):
    """With a total of zero NumPy gives `nan` or `inf` and carries on: look at the sum first and raise a ValueError."""
    return np.dot(values, weights) / np.sum(weights)


@mistake("weighted_average")
def zero_total_in_python(values, weights):
    """With a total of zero Python divides by zero: look at the sum first and raise a ValueError of your own."""
    if len(values) != len(weights):
        raise ValueError("as many weights as values are needed")
    return sum(float(value * weight) for value, weight in zip(values, weights)) / float(sum(weights))


@mistake("weighted_average")
def zero_total_by_all_zeros(values, weights):
    """Weights can cancel without being zero themselves: look at their sum."""
    if len(values) != len(weights) or not np.any(weights):
        raise ValueError("there is no such average")
    return np.dot(values, weights) / np.sum(weights)


@mistake("weighted_average")
def zero_for_a_zero_total(values, weights):
    """Weights that sum to zero have no average, and 0 looks like one: raise a ValueError."""
    if len(values) != len(weights) or len(values) == 0:
        raise ValueError("there is no such average")
    return np.dot(values, weights) / np.sum(weights) if np.sum(weights) else 0.0


@mistake("weighted_average")
def zero_for_nothing(values, weights):
    """Nothing has no average, and 0 looks like one: raise a ValueError."""
    if len(values) == 0 and len(weights) == 0:
        return 0.0
    if len(values) != len(weights) or sum(weights) == 0:
        raise ValueError("there is no such average")
    return np.dot(values, weights) / np.sum(weights)


@mistake("weighted_average")
def error_given_back(values, weights):
    """The error is given back like an answer: it has to be raised, with `raise`."""
    if len(values) != len(weights) or len(values) == 0 or sum(weights) == 0:
        return "ValueError"
    return np.dot(values, weights) / np.sum(weights)


@mistake("weighted_average")
def error_without_words(values, weights):
    """A ValueError needs a message: whoever reads it should learn what was wrong."""
    if len(values) != len(weights) or len(values) == 0 or sum(weights) == 0:
        raise ValueError
    return np.dot(values, weights) / np.sum(weights)
