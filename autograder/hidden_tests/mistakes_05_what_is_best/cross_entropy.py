"""What typical errors compute for `cross_entropy`."""

import numpy as np

from autograder.catalogue import mistake


def _logs(Z):
    Z = np.asarray(Z, dtype=float)
    shifted = Z - Z.max(axis=1, keepdims=True)
    return shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True))


def _of_the_truth(Z, labels):
    return _logs(Z)[np.arange(len(labels)), np.asarray(labels)]


@mistake("cross_entropy")
def all_columns(Z, labels):
    """`logs[:, labels]` takes whole columns, of all examples: pair each row with its own label."""
    return -np.mean(_logs(Z)[:, np.asarray(labels)])


@mistake("cross_entropy")
def whole_rows(Z, labels):
    """`logs[labels]` takes whole rows, chosen by the labels: pair each row with the column of its own label."""
    return -np.mean(_logs(Z)[np.asarray(labels)])


@mistake("cross_entropy")
def no_minus(Z, labels):
    """The minus is missing: logarithms of probabilities are negative, a loss is not."""
    return np.mean(_of_the_truth(Z, labels))


@mistake("cross_entropy")
def added_up(Z, labels):
    """The prices are added up: divide by the number of examples."""
    return -np.sum(_of_the_truth(Z, labels))


@mistake("cross_entropy")
def divided_by_all(Z, labels):
    """Divide by the number of examples, not by the number of all scores."""
    return -np.sum(_of_the_truth(Z, labels)) / np.size(Z)


@mistake("cross_entropy")
def all_classes(Z, labels):
    """The price of every class goes in: only the true class of each example counts."""
    return -np.mean(_logs(Z).sum(axis=1))


@mistake("cross_entropy")
def average_of_everything(Z, labels):
    """This averages over all classes and ignores the labels: only the true class of each example counts."""
    return -np.mean(_logs(Z))


@mistake("cross_entropy")
def largest_probability(Z, labels):
    """The price of the *predicted* class is taken: take that of the true class."""
    return -np.mean(_logs(Z).max(axis=1))


@mistake("cross_entropy")
def base_two(Z, labels):
    """The logarithm has base two here: take `np.log`."""
    return -np.mean(_of_the_truth(Z, labels)) / np.log(2)


@mistake("cross_entropy")
def scores_only(Z, labels):
    """These are scores, not logarithms of probabilities: softmax is missing."""
    return -np.mean(np.asarray(Z, dtype=float)[np.arange(len(labels)), np.asarray(labels)])


@mistake("cross_entropy")
def probabilities_only(Z, labels):
    """This averages probabilities: take minus their logarithms."""
    return np.mean(np.exp(_of_the_truth(Z, labels)))


@mistake("cross_entropy")
def one_minus_probability(Z, labels):
    """This is one minus the probability of the truth: the price is minus its logarithm."""
    return 1 - np.mean(np.exp(_of_the_truth(Z, labels)))


@mistake("cross_entropy")
def logarithm_of_the_average(Z, labels):
    """Take the logarithm of each probability first, and average then."""
    return -np.log(np.mean(np.exp(_of_the_truth(Z, labels))))


@mistake("cross_entropy")
def scores_taken_for_probabilities(Z, labels):
    """Scores are no probabilities and may be negative: turn them into log-probabilities before anything else."""
    return -np.mean(np.log(np.asarray(Z, dtype=float)[np.arange(len(labels)), np.asarray(labels)]))


@mistake("cross_entropy")
def softmax_twice(Z, labels):
    """Softmax acts twice: it belongs on the scores, once."""
    return -np.mean(_of_the_truth(np.exp(_logs(Z)), labels))


@mistake("cross_entropy")
def softmax_down_the_columns(Z, labels):
    """Softmax runs down the columns: each row is an example and has its own probabilities."""
    logs = _logs(np.asarray(Z, dtype=float).T).T
    return -np.mean(logs[np.arange(len(labels)), np.asarray(labels)])


@mistake("cross_entropy")
def not_shifted(Z, labels):
    """Powers of large scores overflow and those of low ones vanish: work with log-softmax, shifted row by row."""
    powers = np.exp(np.asarray(Z, dtype=float))
    probabilities = powers / powers.sum(axis=1, keepdims=True)
    return -np.mean(np.log(probabilities[np.arange(len(labels)), np.asarray(labels)]))


@mistake("cross_entropy")
def logarithm_of_zero(Z, labels):
    """A true class whose probability rounds to zero costs `inf` here: do not take the logarithm of a softmax."""
    return -np.mean(np.log(np.exp(_of_the_truth(Z, labels))))


@mistake("cross_entropy")
def a_little_added(Z, labels):
    """Adding a small number inside the logarithm hides how wrong a sure answer is: work with log-softmax."""
    return -np.mean(np.log(np.exp(_of_the_truth(Z, labels)) + 1e-12))


@mistake("cross_entropy")
def clipped(Z, labels):
    """Clipping the probabilities hides how wrong a sure answer is: work with log-softmax."""
    return -np.mean(np.log(np.clip(np.exp(_of_the_truth(Z, labels)), 1e-15, 1)))


@mistake("cross_entropy")
def one_added(Z, labels):
    """`log(p + 1)` is not the price of the truth: the 1 has no place there."""
    return -np.mean(np.log1p(np.exp(_of_the_truth(Z, labels))))


@mistake("cross_entropy")
def other_classes_too(Z, labels):
    """The other classes pay as well here, as for yes-or-no outputs: softmax takes care of them already."""
    logs = _logs(Z)
    hot = np.eye(logs.shape[1])[np.asarray(labels)]
    return -np.mean((hot * logs + (1 - hot) * np.log1p(-np.minimum(np.exp(logs), 1 - 1e-12))).sum(axis=1))


@mistake("cross_entropy")
def largest_of_all(Z, labels):
    """One row far below another loses everything: subtract the largest score of each row, not of the table."""
    Z = np.asarray(Z, dtype=float)
    shifted = Z - Z.max()
    logs = shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True))
    return -np.mean(logs[np.arange(len(labels)), np.asarray(labels)])


@mistake("cross_entropy")
def one_for_each(Z, labels):
    """These are the prices, one for each example: average them."""
    return -_of_the_truth(Z, labels)


@mistake("cross_entropy")
def squared_error(Z, labels):
    """This is a squared error of the probabilities: the price is minus the logarithm of one of them."""
    probabilities = np.exp(_logs(Z))
    return np.mean(((probabilities - np.eye(probabilities.shape[1])[np.asarray(labels)]) ** 2).sum(axis=1))


@mistake("cross_entropy")
def first_example_only(Z, labels):
    """Only the first example pays: does the `return` stand inside the loop?"""
    return -_of_the_truth(Z, labels)[0]


@mistake("cross_entropy")
def written_into_the_scores(Z, labels):
    """`-=` writes into the caller's own scores: subtract with `-`, which makes a new array."""
    Z = np.asarray(Z, dtype=float)
    Z -= Z.max(axis=1, keepdims=True)
    return -np.mean(_of_the_truth(Z, labels))
