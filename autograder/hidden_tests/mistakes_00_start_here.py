"""What typical errors compute in lesson 00; each docstring is the hint."""

import numpy as np

from autograder.catalogue import mistake


@mistake("average")
def not_divided(values):
    """Adding up is the first half: share the total out among all values."""
    return sum(values)


@mistake("average")
def divided_by_one_too_few(values):
    """The total is divided by one too few: every value counts, the first one too."""
    return sum(values) / (len(values) - 1)


@mistake("average")
def divided_by_one_too_many(values):
    """The total is divided by one too many: how many values are there?"""
    return sum(values) / (len(values) + 1)


@mistake("average")
def halfway(values):
    """Halfway between the smallest and the largest is not the average: the values in between pull, too."""
    return (min(values) + max(values)) / 2


@mistake("average")
def middle_value(values):
    """The middle one of the sorted values is the median. The average adds up all of them."""
    return float(np.median(values))


@mistake("average")
def whole_number(values):
    """The average is cut to a whole number: keep what stands after the point."""
    return sum(values) // len(values)


@mistake("average")
def always_two(values):
    """The total is always divided by two: divide by how many values there are."""
    return sum(values) / 2


@mistake("average")
def first_left_out(values):
    """The first value is left out: positions start at 0."""
    total = 0
    for i in range(1, len(values)):
        total += values[i]
    return total / len(values)


@mistake("average")
def last_left_out(values):
    """The last value is left out: `range(n)` stops before `n` by itself."""
    total = 0
    for i in range(len(values) - 1):
        total += values[i]
    return total / len(values)


@mistake("average")
def each_value_once(values):
    """A value that comes twice counts twice."""
    return sum(set(values)) / len(set(values))


@mistake("average")
def zeros_left_out(values):
    """A zero is a value as well: it counts when you divide."""
    return sum(values) / np.count_nonzero(values)


@mistake("average")
def step_by_step(values):
    """Averaging again after each value gives the last one half of all the weight: add up first, divide once."""
    result = values[0]
    for value in values[1:]:
        result = (result + value) / 2
    return result


@mistake("average")
def returned_too_early(values):
    """The loop ends after its first value: does the `return` stand inside the loop?"""
    total = 0
    for value in values:
        total += value
        return total / len(values)


@mistake("average")
def a_list_of_one(values):
    """The answer is the number itself, without a list around it."""
    return [sum(values) / len(values)]


@mistake("average")
def each_share(values):
    """These are the shares of the single values: they still have to be added up."""
    return np.asarray(values) / len(values)


@mistake("average")
def not_values(values):
    """For an array, `not values` is no clear question: ask for the length."""
    if not values:
        raise ValueError("there is nothing to average")
    return sum(values) / len(values)


@mistake("average")
def method_of_arrays(values):
    """A list has no `.mean()` or `.sum()`: make an array of the values first, or use Python's own `sum`."""
    return values.mean()


@mistake("average")
def emptied(values):
    """The values are taken out of the caller's own list: look at them without removing them."""
    count, total = len(values), 0
    while len(values):
        total += values.pop()
    return total / count


@mistake("average")
def sorted_in_place(values):
    """`.sort()` puts the caller's own list into another order, and an average does not ask for an order."""
    if len(values) == 0:
        raise ValueError("there is nothing to average")
    values.sort()
    return sum(values) / len(values)


@mistake("average")
def empty_divides_by_zero(values):
    """With no values Python divides by zero. Look at the length first and raise a ValueError of your own."""
    return sum(values) / len(values)


@mistake("average")
def empty_gives_nan(values):
    """With no values NumPy gives `nan` and carries on. Look at the length first and raise a ValueError."""
    return np.mean(values)


@mistake("average")
def empty_gives_zero(values):
    """Nothing has no average, and 0 looks like one. Raise a ValueError when there are no values."""
    return sum(values) / len(values) if len(values) else 0.0


@mistake("average")
def error_given_back(values):
    """The error is given back like an answer: it has to be raised, with `raise`."""
    return sum(values) / len(values) if len(values) else "ValueError: there is nothing to average"


@mistake("average")
def error_without_words(values):
    """A ValueError needs a message: whoever reads it should learn what was wrong."""
    if len(values) == 0:
        raise ValueError
    return sum(values) / len(values)


@mistake("row_averages")
def columns(table):
    """These are the averages of the columns: average along each row instead, that is `axis=1`."""
    return np.mean(table, axis=0)


@mistake("row_averages")
def one_for_all(table):
    """This is one average of the whole table: every row has its own. `axis` says along which direction."""
    return np.mean(table)


@mistake("row_averages")
def row_sums(table):
    """These are the sums of the rows: divide each by how many values a row has."""
    return np.sum(table, axis=1)


@mistake("row_averages")
def divided_by_rows(table):
    """Divide by how long a row is, not by how many rows there are: `len` of a table counts its rows."""
    return np.sum(table, axis=1) / len(table)


@mistake("row_averages")
def a_column(table):
    """The averages stand in a column, as a table again. One line of numbers is asked for: shape `(n,)`."""
    return np.mean(table, axis=1, keepdims=True)


@mistake("row_averages")
def first_row_only(table):
    """Only the first row gets its average: does the `return` stand inside the loop?"""
    for row in table:
        return [sum(row) / len(row)]


@mistake("row_averages")
def last_row_left_out(table):
    """The last row is missing: `range(n)` stops before `n` by itself."""
    return [sum(table[i]) / len(table[i]) for i in range(len(table) - 1)]


@mistake("row_averages")
def first_column_left_out(table):
    """The first number of each row is left out: positions start at 0."""
    return np.asarray(table)[:, 1:].sum(axis=1) / np.shape(table)[1]


@mistake("row_averages")
def running(table):
    """The total of one row is carried into the next: start again from zero for every row."""
    averages, total = [], 0
    for row in table:
        for value in row:
            total += value
        averages.append(total / len(row))
    return averages


@mistake("row_averages")
def whole_numbers(table):
    """The averages are cut to whole numbers: keep what stands after the point."""
    return np.sum(table, axis=1) // np.shape(table)[1]


@mistake("row_averages")
def room_of_the_same_kind(table):
    """The answers are written into an array of whole numbers, which cuts them: make room for floats."""
    table = np.asarray(table)
    averages = np.zeros(len(table), dtype=table.dtype)
    for i, row in enumerate(table):
        averages[i] = row.mean()
    return averages


@mistake("row_averages")
def middle_values(table):
    """The middle one of the sorted values is the median. The average adds up the whole row."""
    return np.median(table, axis=1)


@mistake("row_averages")
def method_of_tables(table):
    """A list of lists has no `.mean()` or `.sum()`: make an array of the table first."""
    return table.mean(axis=1)


@mistake("row_averages")
def written_into_the_table(table):
    """The calculation writes into the caller's own table: put the results somewhere else."""
    table = np.asarray(table, dtype=float)
    table /= table.shape[1]
    return table.sum(axis=1)
