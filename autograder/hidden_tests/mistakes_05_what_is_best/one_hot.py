"""What typical errors compute for `one_hot`."""

import numpy as np

from autograder.catalogue import mistake


@mistake("one_hot")
def transposed(labels, classes):
    """Rows and columns are swapped: each label has a row, and each class a column."""
    return np.eye(classes)[:, np.asarray(labels)]


@mistake("one_hot")
def classes_seen(labels, classes):
    """The number of columns comes from the labels here: a class that does not occur has a column, too."""
    return np.eye(max(labels) + 1)[np.asarray(labels)]


@mistake("one_hot")
def ranks(labels, classes):
    """The columns count the labels that occur: column c belongs to class c, whether it occurs or not."""
    places = np.unique(labels, return_inverse=True)[1]
    return np.eye(classes)[places]


@mistake("one_hot")
def counted_from_one(labels, classes):
    """The ones stand one column too far left: the classes are counted from 0."""
    return np.eye(classes)[np.asarray(labels) - 1]


@mistake("one_hot")
def one_column_more(labels, classes):
    """There is a column too many: `classes` counts class 0 already."""
    return np.eye(classes + 1)[np.asarray(labels)]


@mistake("one_hot")
def whole_columns(labels, classes):
    """Every row has the ones of all labels, as `table[:, labels]` gives them: each label needs a row of its own."""
    table = np.zeros((len(labels), classes))
    table[:, np.asarray(labels)] = 1
    return table


@mistake("one_hot")
def filled_up_to_the_label(labels, classes):
    """All entries up to the label are 1: one of them is enough."""
    return (np.arange(classes) <= np.asarray(labels)[:, None]).astype(float)


@mistake("one_hot")
def label_instead_of_one(labels, classes):
    """The label itself stands in its column: put a 1 there."""
    return np.eye(classes)[np.asarray(labels)] * np.asarray(labels)[:, None]


@mistake("one_hot")
def zeros_and_ones_swapped(labels, classes):
    """Ones and zeros are swapped: the 1 belongs to the class of the label."""
    return 1 - np.eye(classes)[np.asarray(labels)]


@mistake("one_hot")
def counts_of_all(labels, classes):
    """This counts how often each class occurs: give each label a row of its own."""
    return np.bincount(labels, minlength=classes)


@mistake("one_hot")
def whole_rows(labels, classes):
    """`table[labels] = 1` fills whole rows, chosen by the labels: give a row *and* a column for each 1."""
    table = np.zeros((len(labels), classes))
    table[labels] = 1
    return table


@mistake("one_hot")
def row_and_column_swapped(labels, classes):
    """The first index is the row of the example, the second the column of its label: here they are swapped."""
    table = np.zeros((len(labels), classes))
    for i, label in enumerate(labels):
        table[label, i] = 1
    return table


@mistake("one_hot")
def diagonal(labels, classes):
    """The ones stand on the diagonal, whatever the labels say."""
    return np.eye(len(labels), classes)


@mistake("one_hot")
def only_the_first(labels, classes):
    """Only the first label gets its row: does the `return` stand inside the loop?"""
    table = np.zeros((len(labels), classes))
    table[0, labels[0]] = 1
    return table


@mistake("one_hot")
def last_left_out(labels, classes):
    """The last row stays empty: `range(n)` stops before `n` by itself."""
    table = np.zeros((len(labels), classes))
    for i in range(len(labels) - 1):
        table[i, labels[i]] = 1
    return table


@mistake("one_hot")
def sorted_rows(labels, classes):
    """The rows are in the order of the classes: each must stay where its label was."""
    return np.eye(classes)[np.sort(labels)]


@mistake("one_hot")
def each_class_once(labels, classes):
    """A label that occurs again has a row again: there are as many rows as labels."""
    return np.eye(classes)[np.unique(labels)]


@mistake("one_hot")
def shares(labels, classes):
    """The columns are divided by how often a class occurs: the entry of the label is 1."""
    table = np.eye(classes)[np.asarray(labels)]
    return table / np.maximum(table.sum(axis=0), 1)


@mistake("one_hot")
def list_compared(labels, classes):
    """A list has no `.reshape` and no `[:, None]`: turn it into an array first."""
    return (np.arange(classes) == labels[:, None]).astype(float)


@mistake("one_hot")
def flat(labels, classes):
    """All numbers stand in one line: each label has a row of its own."""
    return np.eye(classes)[np.asarray(labels)].ravel()


@mistake("one_hot")
def taken_from_the_labels(labels, classes):
    """The labels are changed on the way: the caller still needs them."""
    table = np.eye(classes)[np.asarray(labels)]
    for i in range(len(labels)):
        labels[i] = 0
    return table
