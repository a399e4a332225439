"""What typical errors compute for `standardize`."""

import numpy as np

from autograder.catalogue import mistake


def _tables(train, test):
    return np.asarray(train, dtype=float), np.asarray(test, dtype=float)


def _deviation(table):
    deviation = table.std(axis=0)
    return np.where(deviation == 0, 1.0, deviation)


@mistake("standardize")
def own_ruler_for_each(train, test):
    """The test set is measured by its own average and deviation: use those of `train` for both."""
    train, test = _tables(train, test)
    return (train - train.mean(axis=0)) / _deviation(train), (test - test.mean(axis=0)) / _deviation(test)


@mistake("standardize")
def ruler_of_both(train, test):
    """Average and deviation come from both tables together: the test set leaks. Take them from `train` alone."""
    train, test = _tables(train, test)
    both = np.concatenate([train, test])
    return (train - both.mean(axis=0)) / _deviation(both), (test - both.mean(axis=0)) / _deviation(both)


@mistake("standardize")
def ruler_of_the_test(train, test):
    """Both tables are measured by the test set: take average and deviation from `train`."""
    train, test = _tables(train, test)
    return (train - test.mean(axis=0)) / _deviation(test), (test - test.mean(axis=0)) / _deviation(test)


@mistake("standardize")
def average_of_each(train, test):
    """The average subtracted from the test set is its own: subtract that of `train`."""
    train, test = _tables(train, test)
    return (train - train.mean(axis=0)) / _deviation(train), (test - test.mean(axis=0)) / _deviation(train)


@mistake("standardize")
def deviation_of_each(train, test):
    """The test set is divided by its own deviation: divide by that of `train`."""
    train, test = _tables(train, test)
    return (train - train.mean(axis=0)) / _deviation(train), (test - train.mean(axis=0)) / _deviation(test)


@mistake("standardize")
def one_ruler_for_all_columns(train, test):
    """There is one average and one deviation for the whole table: each column has its own, with `axis=0`."""
    train, test = _tables(train, test)
    deviation = train.std() or 1.0
    return (train - train.mean()) / deviation, (test - train.mean()) / deviation


@mistake("standardize")
def along_the_rows(train, test):
    """Average and deviation run along the rows: a column is measured over the examples, with `axis=0`."""
    train, test = _tables(train, test)
    rows = [(table - table.mean(axis=1, keepdims=True)) / _deviation(table.T)[:, None] for table in (train, test)]
    return rows[0], rows[1]


@mistake("standardize")
def by_the_variance(train, test):
    """It divides by the variance: divide by its root, the standard deviation."""
    train, test = _tables(train, test)
    mean, deviation = train.mean(axis=0), _deviation(train)
    return (train - mean) / deviation**2, (test - mean) / deviation**2


@mistake("standardize")
def multiplied(train, test):
    """It multiplies by the deviation: divide by it."""
    train, test = _tables(train, test)
    mean, deviation = train.mean(axis=0), train.std(axis=0)
    return (train - mean) * deviation, (test - mean) * deviation


@mistake("standardize")
def test_as_it_was(train, test):
    """The test set comes back as it was: scale it with the average and the deviation that `train` had at first."""
    train, test = _tables(train, test)
    return (train - train.mean(axis=0)) / _deviation(train), test


@mistake("standardize")
def only_the_training_set(train, test):
    """Only the training set is given back: both tables are asked for."""
    train, test = _tables(train, test)
    return (train - train.mean(axis=0)) / _deviation(train)


@mistake("standardize")
def smallest_to_largest(train, test):
    """This stretches each column from its smallest to its largest number: use average and standard deviation."""
    train, test = _tables(train, test)
    span = np.where(np.ptp(train, axis=0) == 0, 1.0, np.ptp(train, axis=0))
    return (train - train.min(axis=0)) / span, (test - train.min(axis=0)) / span


@mistake("standardize")
def span_for_deviation(train, test):
    """It divides by the range of each column: divide by its standard deviation."""
    train, test = _tables(train, test)
    span = np.where(np.ptp(train, axis=0) == 0, 1.0, np.ptp(train, axis=0))
    return (train - train.mean(axis=0)) / span, (test - train.mean(axis=0)) / span


@mistake("standardize")
def median_for_average(train, test):
    """It subtracts the median of each column: subtract the average."""
    train, test = _tables(train, test)
    middle = np.median(train, axis=0)
    return (train - middle) / _deviation(train), (test - middle) / _deviation(train)


@mistake("standardize")
def divided_by_the_average(train, test):
    """It divides by the average: divide by the standard deviation."""
    train, test = _tables(train, test)
    mean = train.mean(axis=0)
    below = np.where(mean == 0, 1.0, mean)
    return (train - mean) / below, (test - mean) / below


@mistake("standardize")
def only_shifted(train, test):
    """The average is subtracted, and the division by the deviation is missing."""
    train, test = _tables(train, test)
    return train - train.mean(axis=0), test - train.mean(axis=0)


@mistake("standardize")
def only_divided(train, test):
    """It divides by the deviation, and the average is not subtracted before."""
    train, test = _tables(train, test)
    return train / _deviation(train), test / _deviation(train)


@mistake("standardize")
def divided_first(train, test):
    """The average is subtracted after the division: subtract first, with brackets around the difference."""
    train, test = _tables(train, test)
    return train - train.mean(axis=0) / _deviation(train), test - train.mean(axis=0) / _deviation(train)


@mistake("standardize")
def one_less(train, test):
    """This deviation divides by one less than the number of rows (`ddof=1`): take `np.std` as it is."""
    train, test = _tables(train, test)
    deviation = train.std(axis=0) * np.sqrt(len(train) / max(len(train) - 1, 1))
    deviation = np.where(deviation == 0, 1.0, deviation)
    return (train - train.mean(axis=0)) / deviation, (test - train.mean(axis=0)) / deviation


@mistake("standardize")
def constant_divided(train, test):
    """A constant column has deviation 0, and 0 / 0 is `nan`: put another number in the place of such a zero."""
    train, test = _tables(train, test)
    mean, deviation = train.mean(axis=0), train.std(axis=0)
    return (train - mean) / deviation, (test - mean) / deviation


@mistake("standardize")
def constant_left(train, test):
    """A constant column is left as it was: it becomes zeros."""
    train, test = _tables(train, test)
    mean, deviation = train.mean(axis=0), train.std(axis=0)
    mean = np.where(deviation == 0, 0.0, mean)
    deviation = _deviation(train)
    return (train - mean) / deviation, (test - mean) / deviation


@mistake("standardize")
def constant_thrown_away(train, test):
    """The constant column is thrown away: it stays, as zeros."""
    train, test = _tables(train, test)
    kept = train.std(axis=0) > 0
    mean, deviation = train[:, kept].mean(axis=0), train[:, kept].std(axis=0)
    return (train[:, kept] - mean) / deviation, (test[:, kept] - mean) / deviation


@mistake("standardize")
def a_little_added(train, test):
    """A number added to every deviation changes all columns: replace only the deviations that are zero."""
    train, test = _tables(train, test)
    mean, deviation = train.mean(axis=0), train.std(axis=0) + 1e-2
    return (train - mean) / deviation, (test - mean) / deviation


@mistake("standardize")
def lists_asked_for_their_mean(train, test):
    """A list has no `.mean`: turn both tables into arrays first."""
    mean, deviation = train.mean(axis=0), _deviation(train)
    return (train - mean) / deviation, (test - mean) / deviation


@mistake("standardize")
def written_into_the_tables(train, test):
    """`-=` and `/=` write into the caller's own tables: make new arrays with `-` and `/`."""
    train, test = _tables(train, test)
    mean, deviation = train.mean(axis=0), _deviation(train)
    train -= mean
    train /= deviation
    test -= mean
    test /= deviation
    return train, test
