"""Hidden tests of lesson 00."""

import numpy as np
import pytest

from autograder.catalogue import definition
from autograder.compare import agrees, has_shape, leaves_alone, refuses

SEEDS = (0, 1)
FORMS = {"a list": list, "a tuple": tuple, "an array": np.array}
SHAPES = {
    "more rows than columns": (5, 3),
    "more columns than rows": (2, 7),
    "as many rows as columns": (3, 3),
    "a single row": (1, 4),
    "a single column": (4, 1),
}


@definition("average")
def share_out(values):
    """Add everything up, then share it out evenly."""
    if len(values) == 0:
        raise ValueError("there is nothing to average")
    total = 0.0
    for value in values:
        total += float(value)
    return total / len(values)


@definition("row_averages")
def share_out_each_row(table):
    """Share out every row on its own."""
    return np.array([share_out(row) for row in table])


@pytest.mark.essential
def test_shared_out_evenly(average):
    """the average is what each gets when everything is shared out evenly"""
    agrees(average, [1, 2, 6])


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS.keys())
def test_form(average, form):
    """the values may come as {case}"""
    agrees(average, form([2.5, -1.0, 4.0, 10.0]))


def test_not_whole(average):
    """the average of whole numbers need not be a whole number"""
    agrees(average, [1, 2])
    agrees(average, np.array([-1, 0, -1, -1]))


def test_every_value_counts(average):
    """every value counts: zeros, and those that come twice, too"""
    agrees(average, [0, 6, 6, 0, 3, 8])


def test_one_value(average):
    """a single value is its own average"""
    agrees(average, [-7.5])


def test_any_values(average):
    """it holds for any values, however many"""
    for seed in SEEDS:
        rng = np.random.default_rng(seed)
        for count in (2, 5, 40):
            agrees(average, list(rng.normal(3, 10, size=count)))


def test_size(average):
    """values may be very large or very small"""
    for size in (1e15, 1e-15):
        agrees(average, [3.0 * size, -1.0 * size, 5.0 * size])


def test_one_number(average):
    """the answer is one number"""
    has_shape(average, [4, 2, 9])
    has_shape(average, np.array([4.0]))


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS.keys())
def test_nothing(average, form):
    """{case} without values is refused with a ValueError that says so"""
    refuses(average, form([]))


def test_values_stay(average):
    """the values stay as they were, in the same order"""
    leaves_alone(average, [3, 1, 2])
    leaves_alone(average, np.array([3.0, 1.0, 2.0]))


@pytest.mark.essential
def test_along_the_row(row_averages):
    """each row gives its own average"""
    agrees(row_averages, [[1, 2, 6], [10, 20, 60]])


@pytest.mark.parametrize("shape", SHAPES.values(), ids=SHAPES.keys())
def test_tables(row_averages, shape):
    """the numbers are right for a table with {case}"""
    for seed in SEEDS:
        agrees(row_averages, np.random.default_rng(seed).normal(2, 5, size=shape))


@pytest.mark.parametrize("shape", SHAPES.values(), ids=SHAPES.keys())
def test_one_number_for_each_row(row_averages, shape):
    """a table with {case} gives one number for each row, in one line"""
    has_shape(row_averages, np.arange(shape[0] * shape[1]).reshape(shape))


def test_lists_of_rows(row_averages):
    """the table may be a list of lists or of tuples"""
    agrees(row_averages, [[1.5, 2.0], [-3.0, 4.0], [0.0, 1.0]])
    agrees(row_averages, [(1.5, 2.0, 0.5), (-3.0, 4.0, 2.0)])


def test_whole_numbers_in_a_table(row_averages):
    """the averages of whole numbers need not be whole numbers"""
    agrees(row_averages, [[1, 2], [-3, 0], [4, 5]])


def test_table_stays(row_averages):
    """the table stays as it was"""
    leaves_alone(row_averages, np.array([[3.0, 1.0, 2.0], [9.0, 8.0, 4.0]]))
    leaves_alone(row_averages, [[3, 1, 2], [9, 8, 4]])
