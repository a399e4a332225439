"""What typical errors compute for `softmax_cross_entropy_backward`."""

import numpy as np

from autograder.catalogue import mistake


def _softmax(Z, axis=1):
    Z = np.asarray(Z, dtype=float)
    powers = np.exp(Z - Z.max(axis=axis, keepdims=True))
    return powers / powers.sum(axis=axis, keepdims=True)


def _truth(Z, labels):
    return np.eye(np.shape(Z)[1])[np.asarray(labels)]


@mistake("softmax_cross_entropy_backward")
def not_averaged(Z, labels):
    """These are the slopes of the sum: the loss is the mean, so each example has a share of one in `n`."""
    return _softmax(Z) - _truth(Z, labels)


@mistake("softmax_cross_entropy_backward")
def averaged_over_everything(Z, labels):
    """The division is by all entries: the mean is over the examples, not over the classes as well."""
    return (_softmax(Z) - _truth(Z, labels)) / np.size(Z)


@mistake("softmax_cross_entropy_backward")
def averaged_over_classes(Z, labels):
    """The division is by the number of classes: the loss is the mean over the examples."""
    return (_softmax(Z) - _truth(Z, labels)) / np.shape(Z)[1]


@mistake("softmax_cross_entropy_backward")
def turned_around(Z, labels):
    """The sign is turned around: it is what was said minus what is true."""
    return (_truth(Z, labels) - _softmax(Z)) / len(Z)


@mistake("softmax_cross_entropy_backward")
def label_number_subtracted(Z, labels):
    """The number of the class is subtracted: the truth is a 1 at the true class and 0 elsewhere."""
    return (_softmax(Z) - np.asarray(labels)[:, None]) / len(Z)


@mistake("softmax_cross_entropy_backward")
def scores_for_probabilities(Z, labels):
    """The scores take the place of the probabilities: softmax comes first."""
    return (np.asarray(Z, dtype=float) - _truth(Z, labels)) / len(Z)


@mistake("softmax_cross_entropy_backward")
def extra_factor(Z, labels):
    """A factor p (1 - p) too many: cross-entropy cancels it, and said minus true is all there is."""
    said = _softmax(Z)
    return (said - _truth(Z, labels)) * said * (1 - said) / len(Z)


@mistake("softmax_cross_entropy_backward")
def truth_forgotten(Z, labels):
    """These are the probabilities, with no regard to the labels: subtract the truth."""
    return _softmax(Z) / len(Z)


@mistake("softmax_cross_entropy_backward")
def in_every_row(Z, labels):
    """`P[:, labels]` picks whole columns, in every row: each row has one true class, so number the rows too."""
    said = _softmax(Z)
    said[:, np.asarray(labels)] -= 1
    return said / len(Z)


@mistake("softmax_cross_entropy_backward")
def true_class_only(Z, labels):
    """The other classes have slopes as well: whatever probability they have is too much."""
    return (_softmax(Z) - 1) * _truth(Z, labels) / len(Z)


@mistake("softmax_cross_entropy_backward")
def over_columns(Z, labels):
    """The probabilities are shares of a column here: each row is an example and has its own total."""
    return (_softmax(Z, axis=0) - _truth(Z, labels)) / len(Z)


@mistake("softmax_cross_entropy_backward")
def twice(Z, labels):
    """Softmax is taken twice: once turns scores into probabilities."""
    return (_softmax(_softmax(Z)) - _truth(Z, labels)) / len(Z)


@mistake("softmax_cross_entropy_backward")
def logs_for_probabilities(Z, labels):
    """The logarithms of the probabilities are used: the slope is the probability itself, minus the truth."""
    with np.errstate(divide="ignore"):
        return (np.log(_softmax(Z)) - _truth(Z, labels)) / len(Z)


@mistake("softmax_cross_entropy_backward")
def overflowing(Z, labels):
    """`exp` of large scores overflows: subtract the largest score of each row first, or use `softmax`."""
    powers = np.exp(np.asarray(Z, dtype=float))
    with np.errstate(all="ignore"):
        return (powers / powers.sum(axis=1, keepdims=True) - _truth(Z, labels)) / len(Z)


@mistake("softmax_cross_entropy_backward")
def one_maximum(Z, labels):
    """The largest score of the whole table is subtracted: a row far below has nothing left, so take each row's own."""
    powers = np.exp(np.asarray(Z, dtype=float) - np.max(Z))
    with np.errstate(all="ignore"):
        return (powers / powers.sum(axis=1, keepdims=True) - _truth(Z, labels)) / len(Z)


@mistake("softmax_cross_entropy_backward")
def prediction_for_truth(Z, labels):
    """The largest score is taken for the truth: the labels say what is true."""
    return (_softmax(Z) - _truth(Z, np.argmax(Z, axis=1))) / len(Z)


@mistake("softmax_cross_entropy_backward")
def classes_from_the_labels(Z, labels):
    """There may be classes that no label has: the scores have one column for each class."""
    truth = np.eye(int(np.max(labels)) + 1)[np.asarray(labels)]
    return (_softmax(Z) - truth) / len(Z)


@mistake("softmax_cross_entropy_backward")
def written_into_the_scores(Z, labels):
    """The answer is written into the caller's own scores: make a new array."""
    answer = (_softmax(Z) - _truth(Z, labels)) / len(Z)
    if isinstance(Z, np.ndarray):
        Z[...] = answer
        return Z
    for i, row in enumerate(Z):
        row[:] = answer[i].tolist()
    return Z
