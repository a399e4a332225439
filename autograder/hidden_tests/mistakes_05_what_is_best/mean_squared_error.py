"""What typical errors compute for `mean_squared_error`."""

import numpy as np

from autograder.catalogue import mistake


def _misses(predicted, target):
    predicted, target = np.asarray(predicted, dtype=float), np.asarray(target, dtype=float)
    if predicted.shape != target.shape:
        raise ValueError("the shapes differ")
    return predicted - target


@mistake("mean_squared_error")
def added_up(predicted, target):
    """These squares are added up: divide by how many there are."""
    return np.sum(_misses(predicted, target) ** 2)


@mistake("mean_squared_error")
def sizes(predicted, target):
    """This averages the sizes of the mistakes: square them instead."""
    return np.mean(np.abs(_misses(predicted, target)))


@mistake("mean_squared_error")
def root(predicted, target):
    """This is the root of the mean squared error: leave the root out."""
    return np.sqrt(np.mean(_misses(predicted, target) ** 2))


@mistake("mean_squared_error")
def not_squared(predicted, target):
    """Mistakes in both directions cancel here: square each of them first."""
    return np.mean(_misses(predicted, target))


@mistake("mean_squared_error")
def squared_average(predicted, target):
    """Square first, then average: the average of the plain mistakes lets them cancel."""
    return np.mean(_misses(predicted, target)) ** 2


@mistake("mean_squared_error")
def halved(predicted, target):
    """There is one half too much: some books write it for convenience, the average of the squares has none."""
    return np.mean(_misses(predicted, target) ** 2) / 2


@mistake("mean_squared_error")
def one_less(predicted, target):
    """Divide by the number of mistakes, not by one less."""
    misses = _misses(predicted, target)
    return np.sum(misses**2) / (misses.size - 1)


@mistake("mean_squared_error")
def squares_of_both(predicted, target):
    """Subtract first and square then: the difference of two squares is something else."""
    _misses(predicted, target)
    return np.mean(np.square(predicted) - np.square(target))


@mistake("mean_squared_error")
def relative(predicted, target):
    """The squares are divided by the targets: a mistake counts the same wherever it is made."""
    return np.sum(_misses(predicted, target) ** 2) / np.sum(np.square(target))


@mistake("mean_squared_error")
def each_row(predicted, target):
    """A table gives a list of losses here, one for each row: average over everything."""
    return np.mean(_misses(predicted, target) ** 2, axis=-1)


@mistake("mean_squared_error")
def each_column(predicted, target):
    """A table gives a list of losses here, one for each column: average over everything."""
    return np.mean(_misses(predicted, target) ** 2, axis=0)


@mistake("mean_squared_error")
def divided_by_the_rows(predicted, target):
    """A table is divided by the number of its rows: divide by the number of all its entries."""
    return np.sum(_misses(predicted, target) ** 2) / len(predicted)


@mistake("mean_squared_error")
def not_averaged(predicted, target):
    """These are the squares, one for each prediction: average them to one number."""
    return _misses(predicted, target) ** 2


@mistake("mean_squared_error")
def product_of_tables(predicted, target):
    """`@` multiplies along rows and columns: `** 2` or `*` squares each entry on its own."""
    misses = _misses(predicted, target)
    return np.mean(misses @ misses) / (len(misses) if misses.ndim == 1 else 1)


@mistake("mean_squared_error")
def whole_number(predicted, target):
    """The loss is cut to a whole number: divide with `/`."""
    misses = _misses(predicted, target)
    return np.sum(misses**2) // misses.size


@mistake("mean_squared_error")
def lists_subtracted(predicted, target):
    """Python does not subtract lists: turn both into arrays first."""
    if np.shape(predicted) != np.shape(target):
        raise ValueError("the shapes differ")
    return np.mean((predicted - target) ** 2)


@mistake("mean_squared_error")
def shapes_left_to_numpy(predicted, target):
    """NumPy stretches some shapes until they fit and says nothing: compare the two shapes yourself."""
    return np.mean((np.asarray(predicted) - np.asarray(target)) ** 2)


@mistake("mean_squared_error")
def lengths_compared(predicted, target):
    """Equal lengths are not enough: a column (3, 1) and a list (3,) have the same. Compare the shapes."""
    if len(predicted) != len(target):
        raise ValueError("the lengths differ")
    return np.mean((np.asarray(predicted) - np.asarray(target)) ** 2)


@mistake("mean_squared_error")
def counts_compared(predicted, target):
    """As many entries are not enough: (2, 3) and (3, 2) have the same. Compare the shapes."""
    predicted, target = np.ravel(predicted), np.ravel(target)
    if predicted.size != target.size:
        raise ValueError("the sizes differ")
    return np.mean((predicted - target) ** 2)


@mistake("mean_squared_error")
def error_without_words(predicted, target):
    """A ValueError needs a message: whoever reads it should learn what was wrong."""
    if np.shape(predicted) != np.shape(target):
        raise ValueError
    return np.mean(_misses(predicted, target) ** 2)


@mistake("mean_squared_error")
def asserted(predicted, target):
    """`assert` raises an AssertionError: use `if` and `raise ValueError(...)`."""
    assert np.shape(predicted) == np.shape(target), "the shapes differ"
    return np.mean(_misses(predicted, target) ** 2)


@mistake("mean_squared_error")
def written_into_the_predictions(predicted, target):
    """`-=` writes into the caller's own predictions: subtract with `-`, which makes a new array."""
    predicted, target = np.asarray(predicted, dtype=float), np.asarray(target)
    if predicted.shape != target.shape:
        raise ValueError("the shapes differ")
    predicted -= target
    return np.mean(predicted**2)
