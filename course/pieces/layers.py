"""Pieces built in 02_layers. `make build` writes this file: change solutions/02_layers.py."""

from itertools import pairwise
import numpy as np


def layer(X, W, b):
    """The `k` weighted sums of each row of `X`: `(n, d)`, `(d, k)` and `(k,)` give `(n, k)`.

    >>> layer([[8, 1, 5], [2, 6, 4]], [[0.5, 0.25], [-2, -0.5], [-0.5, 1]], [1, -4])
    array([[  0.5,   2.5],
           [-12. ,  -2.5]])
    """
    X, W, b = np.asarray(X), np.asarray(W), np.asarray(b)
    if X.shape[1:] != W.shape[:1] or b.shape != W.shape[1:]:
        raise ValueError(f"inputs {X.shape}, weights {W.shape} and biases {b.shape} do not fit")
    return X @ W + b


def count_parameters(sizes):
    """How many weights and biases a network with these layer sizes has.

    >>> count_parameters([3, 2])
    8
    >>> count_parameters([4, 3, 2])
    23
    """
    return int(sum((inputs + 1) * outputs for inputs, outputs in pairwise(sizes)))
