"""Pieces built in 05_what_is_best. `make build` writes this file: change solutions/05_what_is_best.py."""

import numpy as np


def standardize(train, test):
    """Both tables, each column minus the mean of `train`, over the standard deviation of `train`.

    >>> standardize([[1, 7], [3, 7]], [[6, 7]])
    (array([[-1.,  0.],
           [ 1.,  0.]]), array([[4., 0.]]))
    """
    train, test = np.asarray(train), np.asarray(test)
    mean = train.mean(axis=0)
    # anything over infinity is zero; rounding can give a constant column a tiny deviation
    deviation = np.where(np.ptp(train, axis=0) > 0, train.std(axis=0), np.inf)
    return (train - mean) / deviation, (test - mean) / deviation
