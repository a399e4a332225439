"""What typical errors compute for `normalize`."""

import numpy as np

from autograder.catalogue import mistake


@mistake("normalize")
def by_the_largest(weights):
    """The largest becomes 1 here: divide by the sum, so that all of them together make 1."""
    return np.asarray(weights) / np.max(weights)


@mistake("normalize")
def by_the_count(weights):
    """Divide by the sum of the weights, not by how many there are."""
    return np.asarray(weights) / len(weights)


@mistake("normalize")
def by_the_length(weights):
    """Here the *squares* sum to 1: divide by the sum of the weights themselves."""
    return np.asarray(weights) / np.linalg.norm(weights)


@mistake("normalize")
def by_sizes(weights):
    """The sum keeps the signs of the weights: a negative weight makes it smaller."""
    return np.asarray(weights) / np.sum(np.abs(weights))


@mistake("normalize")
def made_positive(weights):
    """A negative weight stays negative: its share is negative, too."""
    return np.abs(weights) / np.sum(np.abs(weights))


@mistake("normalize")
def softmax(weights):
    """`exp` changes the proportions: a weight three times as large must stay three times as large."""
    powers = np.exp(np.asarray(weights) - np.max(weights))
    return powers / powers.sum()


@mistake("normalize")
def stretched(weights):
    """Subtracting the smallest changes the proportions: only divide."""
    weights = np.asarray(weights, dtype=float)
    return (weights - weights.min()) / (weights.max() - weights.min())


@mistake("normalize")
def per_cent(weights):
    """The shares sum to 100 here: a sum of 1 is asked for."""
    return 100 * np.asarray(weights) / np.sum(weights)


@mistake("normalize")
def whole_shares(weights):
    """The shares are cut to whole numbers: divide with `/`."""
    return np.asarray(weights) // np.sum(weights)


@mistake("normalize")
def rounded(weights):
    """The shares are rounded and lose their proportions: keep all digits."""
    return np.round(np.asarray(weights) / np.sum(weights), 2)


@mistake("normalize")
def room_of_the_same_kind(weights):
    """The shares are written into an array of whole numbers, which cuts them: make room for floats."""
    shares = np.array(weights)
    for i in range(len(shares)):
        shares[i] = weights[i] / sum(weights)
    return shares


@mistake("normalize")
def upside_down(weights):
    """The fraction stands on its head: weight over total, not total over weight."""
    return np.sum(weights) / np.asarray(weights)


@mistake("normalize")
def sorted_shares(weights):
    """The shares are sorted: each must stay where its weight was."""
    return np.sort(weights) / np.sum(weights)


@mistake("normalize")
def the_total(weights):
    """This is the sum. Now divide each weight by it."""
    return np.sum(weights)


@mistake("normalize")
def sum_of_shares(weights):
    """The shares are added up again: give back all of them, one for each weight."""
    return np.sum(np.asarray(weights) / np.sum(weights))


@mistake("normalize")
def last_made_to_fit(weights):
    """The last share is whatever is left to 1: divide the last weight by the total, like the others."""
    shares = np.asarray(weights) / np.max(weights)
    shares[-1] = 1 - shares[:-1].sum()
    return shares


@mistake("normalize")
def total_while_changing(weights):
    """The sum is calculated anew while the weights change: calculate it once, before the loop."""
    shares = [float(weight) for weight in weights]
    for i in range(len(shares)):
        shares[i] = shares[i] / sum(shares)
    return shares


@mistake("normalize")
def list_divided(weights):
    """Python does not divide a list by a number: turn it into an array first."""
    return weights / sum(weights)


@mistake("normalize")
def list_asked_for_its_sum(weights):
    """A list has no `.sum()`: turn it into an array first, or use Python's own `sum`."""
    return np.asarray(weights) / weights.sum()


@mistake("normalize")
def written_into_the_weights(weights):
    """`/=` writes into the caller's own array: divide with `/`, which makes a new one."""
    weights = np.asarray(weights, dtype=float)
    if weights.sum() == 0:
        raise ValueError("the weights sum to zero")
    weights /= weights.sum()
    return weights


@mistake("normalize")
def written_into_the_list(weights):
    """The shares are written into the caller's own weights: put them into a new list or array."""
    total = sum(weights)
    for i in range(len(weights)):
        weights[i] = weights[i] / total
    return weights


@mistake("normalize")
def negatives_refused(weights):
    """Negative weights are allowed: only their sum must not be zero."""
    if np.min(weights) < 0 or np.sum(weights) == 0:
        raise ValueError("a weight is negative")
    return np.asarray(weights) / np.sum(weights)


@mistake("normalize")
def positive_total_asked_for(weights):
    """A total below zero is no obstacle: only a total of exactly zero is."""
    if np.sum(weights) <= 0:
        raise ValueError("the total weight is not positive")
    return np.asarray(weights) / np.sum(weights)


@mistake("normalize")
def zero_total_in_numpy(weights):
    """With a total of zero NumPy gives `nan` or `inf` and carries on: look at the sum first and raise a ValueError."""
    return np.asarray(weights) / np.sum(weights)


@mistake("normalize")
def zero_total_in_python(weights):
    """With a total of zero Python divides by zero: look at the sum first and raise a ValueError of your own."""
    return [float(weight) / float(sum(weights)) for weight in weights]


@mistake("normalize")
def zero_total_by_all_zeros(weights):
    """Weights can cancel without being zero themselves: look at their sum."""
    if not np.any(weights):
        raise ValueError("there are no weights")
    return np.asarray(weights) / np.sum(weights)


@mistake("normalize")
def zero_total_unchanged(weights):
    """Weights that sum to zero have no shares, and giving them back hides it: raise a ValueError."""
    return np.asarray(weights) / np.sum(weights) if np.sum(weights) else np.asarray(weights)


@mistake("normalize")
def error_without_words(weights):
    """A ValueError needs a message: whoever reads it should learn what was wrong."""
    if np.sum(weights) == 0:
        raise ValueError
    return np.asarray(weights) / np.sum(weights)
