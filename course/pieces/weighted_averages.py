"""Pieces built in 01_weighted_averages. `make build` writes this file: change solutions/01_weighted_averages.py."""

import numpy as np


def weighted_average(values, weights):
    """The average of `values`, in which item i counts `weights[i]` times.

    >>> weighted_average([1, 5], [3, 1])
    2.0
    >>> weighted_average([60, 70, 90], [0.5, 0.5, 1])
    77.5
    """
    values, weights = np.asarray(values), np.asarray(weights)
    if values.shape != weights.shape:
        raise ValueError(f"values and weights differ in length: {values.size} and {weights.size}")
    if values.size == 0:
        raise ValueError("there is nothing to average")
    if weights.sum() == 0:
        raise ValueError("the weights sum to zero")
    return float(weights @ values / weights.sum())


def normalize(weights):
    """The same proportions as `weights`, with sum 1; ValueError when they sum to zero.

    >>> normalize([3, 1])
    array([0.75, 0.25])
    """
    weights = np.asarray(weights, dtype=float)
    if weights.sum() == 0:
        raise ValueError("the weights sum to zero, so they have no shares")
    return weights / weights.sum()
