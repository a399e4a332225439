"""Pieces built in 03_special_operation. `make build` writes this file: change solutions/03_special_operation.py."""

import numpy as np


def softmax(Z):
    """Shares for each row of the scores `Z`, `(n, k)`: positive, with sum 1, and no overflow.

    >>> softmax([[0, 0], [1000, 1000]])
    array([[0.5, 0.5],
           [0.5, 0.5]])
    >>> softmax([[1, 2, 3]]).round(2)
    array([[0.09, 0.24, 0.67]])
    """
    Z = np.asarray(Z)
    powers = np.exp(Z - Z.max(axis=1, keepdims=True))  # the largest power of each row is 1
    return powers / powers.sum(axis=1, keepdims=True)
