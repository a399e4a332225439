"""What typical errors compute for `confusion_matrix`."""

import numpy as np

from autograder.catalogue import mistake


def _matrix(labels, predicted, classes):
    matrix = np.zeros((classes, classes), dtype=int)
    np.add.at(matrix, (np.asarray(labels), np.asarray(predicted)), 1)
    return matrix


@mistake("confusion_matrix")
def transposed(labels, predicted, classes):
    """Rows and columns are swapped: the row is the label, the column the prediction."""
    return _matrix(predicted, labels, classes)


@mistake("confusion_matrix")
def labels_seen(labels, predicted, classes):
    """The size comes from the labels that occur: every one of the `classes` has a row and a column."""
    size = max(*labels, *predicted) + 1
    return _matrix(labels, predicted, size)


@mistake("confusion_matrix")
def ranks(labels, predicted, classes):
    """The rows count the classes that occur: row c belongs to class c, whether it occurs or not."""
    names = np.unique(np.concatenate([labels, predicted]))
    return _matrix(np.searchsorted(names, labels), np.searchsorted(names, predicted), len(names))


@mistake("confusion_matrix")
def only_hits(labels, predicted, classes):
    """Only the hits are counted: every mistake has its entry beside the diagonal."""
    return np.diag(np.diag(_matrix(labels, predicted, classes)))


@mistake("confusion_matrix")
def only_mistakes(labels, predicted, classes):
    """The hits are missing: they stand on the diagonal."""
    matrix = _matrix(labels, predicted, classes)
    return matrix - np.diag(np.diag(matrix))


@mistake("confusion_matrix")
def each_pair_once(labels, predicted, classes):
    """A pair that occurs again adds nothing, as with `matrix[labels, predicted] += 1`: add 1 for every example."""
    matrix = np.zeros((classes, classes), dtype=int)
    matrix[np.asarray(labels), np.asarray(predicted)] += 1
    return matrix


@mistake("confusion_matrix")
def shares_of_all(labels, predicted, classes):
    """These are shares: counts are asked for, whole numbers."""
    return _matrix(labels, predicted, classes) / len(labels)


@mistake("confusion_matrix")
def shares_of_rows(labels, predicted, classes):
    """The rows are divided by their sums: counts are asked for, whole numbers."""
    matrix = _matrix(labels, predicted, classes)
    return matrix / np.maximum(matrix.sum(axis=1, keepdims=True), 1)


@mistake("confusion_matrix")
def floats(labels, predicted, classes):
    """The counts are right, but they are floats: `np.zeros(..., dtype=int)` makes whole numbers."""
    return _matrix(labels, predicted, classes).astype(float)


@mistake("confusion_matrix")
def crosses(labels, predicted, classes):
    """Whole rows and columns are counted up: each example changes one entry."""
    matrix = np.zeros((classes, classes), dtype=int)
    for label, answer in zip(labels, predicted, strict=True):
        matrix[label] += 1
        matrix[:, answer] += 1
    return matrix


@mistake("confusion_matrix")
def counts_multiplied(labels, predicted, classes):
    """Counting labels and predictions separately forgets which belong together: go through the pairs."""
    return np.outer(np.bincount(labels, minlength=classes), np.bincount(predicted, minlength=classes))


@mistake("confusion_matrix")
def both_ways(labels, predicted, classes):
    """Every mistake is counted twice, once for each direction: the row is the label, the column the prediction."""
    matrix = _matrix(labels, predicted, classes)
    return matrix + matrix.T - np.diag(np.diag(matrix))


@mistake("confusion_matrix")
def right_and_wrong(labels, predicted, classes):
    """This counts hits and misses only: which class was taken for which?"""
    hits = int(np.sum(np.asarray(labels) == np.asarray(predicted)))
    return np.array([[hits, len(labels) - hits], [len(labels) - hits, hits]])


@mistake("confusion_matrix")
def last_left_out(labels, predicted, classes):
    """The last example is left out: `range(n)` stops before `n` by itself."""
    return _matrix(labels[:-1], predicted[:-1], classes)


@mistake("confusion_matrix")
def first_only(labels, predicted, classes):
    """Only the first example is counted: does the `return` stand inside the loop?"""
    return _matrix(labels[:1], predicted[:1], classes)


@mistake("confusion_matrix")
def starts_at_one(labels, predicted, classes):
    """The entries stand one place too far up and left: class 0 has row 0 and column 0."""
    return _matrix(np.asarray(labels) - 1, np.asarray(predicted) - 1, classes)


@mistake("confusion_matrix")
def starts_with_ones(labels, predicted, classes):
    """Every entry is 1 too large: begin with zeros."""
    return _matrix(labels, predicted, classes) + 1


@mistake("confusion_matrix")
def one_row_for_all(labels, predicted, classes):
    """All rows are the same list: `[[0] * k] * k` repeats one row instead of making k of them."""
    matrix = [[0] * classes] * classes
    for label, answer in zip(labels, predicted, strict=True):
        matrix[label][answer] += 1
    return matrix


@mistake("confusion_matrix")
def emptied(labels, predicted, classes):
    """The pairs are taken out of the caller's own data: look at them without changing anything."""
    matrix = _matrix(labels, predicted, classes)
    for i in range(len(labels)):
        labels[i] = predicted[i] = 0
    return matrix
