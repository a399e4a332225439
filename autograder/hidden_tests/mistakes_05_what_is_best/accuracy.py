"""What typical errors compute for `accuracy`."""

import numpy as np

from autograder.catalogue import mistake


def _hits(predicted, labels):
    return np.asarray(predicted) == np.asarray(labels)


@mistake("accuracy")
def error_rate(predicted, labels):
    """This is the share of *wrong* answers: take the right ones."""
    return 1 - np.mean(_hits(predicted, labels))


@mistake("accuracy")
def counted(predicted, labels):
    """This counts the hits: divide by the number of examples."""
    return np.sum(_hits(predicted, labels))


@mistake("accuracy")
def per_cent(predicted, labels):
    """This is per cent: a share between 0 and 1 is asked for."""
    return 100 * np.mean(_hits(predicted, labels))


@mistake("accuracy")
def all_or_nothing(predicted, labels):
    """This is 1 only if *all* answers are right: which share of them is?"""
    return float(np.all(_hits(predicted, labels)))


@mistake("accuracy")
def any_hit(predicted, labels):
    """This asks whether there is any hit: which share of the answers is right?"""
    return float(np.any(_hits(predicted, labels)))


@mistake("accuracy")
def lists_compared(predicted, labels):
    """Two lists compared with `==` give one answer for the whole lists: turn both into arrays first."""
    return np.mean(predicted == labels)


@mistake("accuracy")
def method_of_a_bool(predicted, labels):
    """Two lists compared with `==` give a single `bool`, which has no `.mean`: turn both into arrays first."""
    return (predicted == labels).mean()


@mistake("accuracy")
def counter_set_back(predicted, labels):
    """The count starts again with every example: set it to zero before the loop."""
    return int(predicted[-1] == labels[-1]) / len(labels)


@mistake("accuracy")
def distance_of_labels(predicted, labels):
    """Labels are names, not amounts: a miss is a miss, however far the two numbers lie apart."""
    return 1 - np.mean(np.abs(np.asarray(predicted, dtype=float) - np.asarray(labels)))


@mistake("accuracy")
def nearly_right(predicted, labels):
    """A class next to the true one counts as right here: labels are names, compare with `==`."""
    return np.mean(np.abs(np.asarray(predicted, dtype=float) - np.asarray(labels)) <= 1)


@mistake("accuracy")
def column_against_line(predicted, labels):
    """Every prediction is compared with every label: compare each with its own."""
    return np.mean(np.asarray(predicted)[:, None] == np.asarray(labels))


@mistake("accuracy")
def same_counts(predicted, labels):
    """Sorting takes the predictions away from their examples: leave the order alone."""
    return np.mean(np.sort(predicted) == np.sort(labels))


@mistake("accuracy")
def somewhere_among_the_labels(predicted, labels):
    """Whether a prediction occurs somewhere among the labels does not matter: compare it with its own label."""
    return np.mean(np.isin(predicted, labels))


@mistake("accuracy")
def average_of_recalls(predicted, labels):
    """Every *class* counts the same here: every *example* does."""
    hits, labels = _hits(predicted, labels), np.asarray(labels)
    return np.mean([hits[labels == c].mean() for c in np.unique(labels)])


@mistake("accuracy")
def divided_by_the_classes(predicted, labels):
    """Divide by the number of examples, not by the number of classes."""
    return np.sum(_hits(predicted, labels)) / len(np.unique(labels))


@mistake("accuracy")
def zeros_left_out(predicted, labels):
    """Two zeros are a hit, too: compare the numbers, do not multiply or test them."""
    return np.mean(_hits(predicted, labels) & (np.asarray(labels) != 0))


@mistake("accuracy")
def first_only(predicted, labels):
    """Only the first example is judged: does the `return` stand inside the loop?"""
    return float(predicted[0] == labels[0])


@mistake("accuracy")
def last_left_out(predicted, labels):
    """The last example is left out: `range(n)` stops before `n` by itself."""
    return sum(predicted[i] == labels[i] for i in range(len(labels) - 1)) / len(labels)


@mistake("accuracy")
def hits_not_averaged(predicted, labels):
    """This says for each example whether it is right: average it to one number."""
    return _hits(predicted, labels)


@mistake("accuracy")
def written_into_the_predictions(predicted, labels):
    """The differences are written into the caller's own predictions: make a new array."""
    share = np.mean(_hits(predicted, labels))
    for i in range(len(predicted)):
        predicted[i] = predicted[i] - labels[i]
    return share
