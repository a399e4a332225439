"""What typical errors compute for `weighted_averages`."""

import numpy as np

from autograder.catalogue import mistake


@mistake("weighted_averages")
def rows_not_divided(table, weights):
    """These are the sums of weight times value: divide them by the total weight."""
    return np.asarray(table) @ np.asarray(weights)


@mistake("weighted_averages")
def rows_divided_by_the_count(table, weights):
    """Divide by the total weight, not by how many weights there are."""
    return np.asarray(table) @ np.asarray(weights) / len(weights)


@mistake("weighted_averages")
def rows_divided_by_the_rows(table, weights):
    """Divide by the total weight, not by how many rows the table has."""
    return np.asarray(table) @ np.asarray(weights) / len(table)


@mistake("weighted_averages")
def plain_row_averages(table, weights):
    """These are the plain averages of the rows: multiply each column by its weight first."""
    return np.mean(table, axis=1)


@mistake("weighted_averages")
def down_the_columns(table, weights):
    """The sums go down the columns: add up along each row instead, that is `axis=1`."""
    return (np.asarray(table) * np.asarray(weights)).sum(axis=0) / np.sum(weights)


@mistake("weighted_averages")
def weights_for_rows(table, weights):
    """Here each *row* gets a weight. Each column has one, so the table stands on the left of `@`."""
    return np.asarray(weights) @ np.asarray(table) / np.sum(weights)


@mistake("weighted_averages")
def one_for_all(table, weights):
    """Everything is added up to one number: each row has its own average, and `axis` says along which direction."""
    return (np.asarray(table) * np.asarray(weights)).sum() / np.sum(weights)


@mistake("weighted_averages")
def first_row_only(table, weights):
    """Only the first row gets its average: does the `return` stand inside the loop?"""
    for row in table:
        return [np.dot(row, weights) / np.sum(weights)]


@mistake("weighted_averages")
def last_row_left_out(table, weights):
    """The last row is missing: `range(n)` stops before `n` by itself."""
    return [np.dot(table[i], weights) / np.sum(weights) for i in range(len(table) - 1)]


@mistake("weighted_averages")
def a_column(table, weights):
    """The averages stand in a column, as a table again. One line of numbers is asked for: shape `(n,)`."""
    return np.asarray(table) @ np.asarray(weights).reshape(-1, 1) / np.sum(weights)


@mistake("weighted_averages")
def not_added_up(table, weights):
    """These are the parts that the columns contribute: add them up along each row."""
    return np.asarray(table) * np.asarray(weights) / np.sum(weights)


@mistake("weighted_averages")
def divided_by_sizes_of_weights(table, weights):
    """The total of the weights keeps their signs: a negative weight makes it smaller."""
    return np.asarray(table) @ np.asarray(weights) / np.sum(np.abs(weights))


@mistake("weighted_averages")
def divided_by_the_row_sums(table, weights):
    """Divide by the sum of the weights, not by the sum of each row."""
    return np.asarray(table) @ np.asarray(weights) / np.sum(table, axis=1)


@mistake("weighted_averages")
def normalised_twice(table, weights):
    """The division by the total happens twice: once is enough."""
    return np.asarray(table) @ np.asarray(weights) / np.sum(weights) ** 2


@mistake("weighted_averages")
def running(table, weights):
    """The total of one row is carried into the next: start again from zero for every row."""
    averages, total = [], 0
    for row in table:
        total += np.dot(row, weights)
        averages.append(total / np.sum(weights))
    return averages


@mistake("weighted_averages")
def whole_numbers(table, weights):
    """The averages are cut to whole numbers: keep what stands after the point."""
    return np.asarray(table) @ np.asarray(weights) // np.sum(weights)


@mistake("weighted_averages")
def room_of_the_same_kind(table, weights):
    """The answers are written into an array of whole numbers, which cuts them: make room for floats."""
    averages = np.zeros(len(table), dtype=np.asarray(table).dtype)
    for i in range(len(table)):
        averages[i] = np.dot(table[i], weights) / np.sum(weights)
    return averages


@mistake("weighted_averages")
def tables_of_lists(table, weights):
    """`@` needs arrays: turn the table and the weights into arrays first."""
    return table @ weights / np.sum(weights)


@mistake("weighted_averages")
def written_into_the_table(table, weights):
    """`*=` writes into the caller's own table: make a new array instead."""
    table, weights = np.asarray(table, dtype=float), np.asarray(weights)
    table *= weights
    return table.sum(axis=1) / weights.sum()


@mistake("weighted_averages")
def written_into_the_weights_of_rows(table, weights):
    """`/=` writes into the caller's own weights: divide with `/`, which makes a new array."""
    weights = np.asarray(weights, dtype=float)
    weights /= weights.sum()
    return np.asarray(table) @ weights


@mistake("weighted_averages")
def positive_total_asked_for(table, weights):
    """A total below zero is no obstacle: only a total of exactly zero is."""
    if np.sum(weights) <= 0:
        raise ValueError("the total weight is not positive")
    return np.asarray(table) @ np.asarray(weights) / np.sum(weights)


@mistake("weighted_averages")
def negatives_refused(table, weights):
    """Negative weights are allowed: only their sum must not be zero."""
    if np.min(weights) < 0:
        raise ValueError("a weight is negative")
    return np.asarray(table) @ np.asarray(weights) / np.sum(weights)
