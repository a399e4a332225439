"""Networks whose hidden weights are drawn by chance; only the weights of the last layer are found.

What is best for the last layer alone can be calculated (least squares), so nothing is trained. Lessons before training
use it to see what a special operation makes possible: more width, more layers, another operation.
"""

from collections.abc import Callable
from itertools import pairwise
from typing import Any

import numpy as np
from numpy.typing import ArrayLike

Operation = Callable[[np.ndarray], Any]


def fit_numbers(
    X: ArrayLike,
    targets: ArrayLike,
    operation: Operation,
    rng: np.random.Generator,
    *,
    width: int = 100,
    layers: int = 1,
) -> Callable[[ArrayLike], Any]:
    """A function from places (m, d) to numbers (m,) that comes closest to `targets` (n,) at the examples `X` (n, d).

    Each of the hidden layers has `width` neurons with normal random weights and biases, and `operation` after them.
    While an operation gives `...`, because it is not written yet, so does the function.
    """
    X = np.asarray(X, float)
    sizes = [X.shape[1], *[width] * layers]
    hidden = [(rng.normal(0, d**-0.5, size=(d, k)), rng.normal(size=k)) for d, k in pairwise(sizes)]

    def features(places: ArrayLike) -> Any:
        values: Any = np.asarray(places, dtype=float)
        for W, b in hidden:
            values = operation(values @ W + b)
            if values is ...:
                return ...
        return np.column_stack([values, np.ones(len(values))])  # the last column is for the bias

    known = features(X)
    last = None if known is ... else np.linalg.lstsq(known, np.asarray(targets, dtype=float), rcond=None)[0]
    return lambda places: ... if last is None else features(places) @ last


def fit_labels(
    X: ArrayLike,
    labels: ArrayLike,
    operation: Operation,
    rng: np.random.Generator,
    *,
    width: int = 100,
    layers: int = 1,
) -> Callable[[ArrayLike], Any]:
    """A function from places (m, d) to labels (m,), 0 or 1, fitted as `fit_numbers` does to -1 and 1."""
    numbers = fit_numbers(X, 2 * np.asarray(labels) - 1, operation, rng, width=width, layers=layers)

    def label(places: ArrayLike) -> Any:
        said = numbers(places)
        return said if said is ... else (said > 0).astype(int)

    return label


def share_right(label: Callable[[ArrayLike], Any], X: ArrayLike, labels: ArrayLike) -> Any:
    """Which part of the examples `X` gets its own label; `...` while there are no answers."""
    said = label(X)
    return said if said is ... else float(np.mean(said == np.asarray(labels)))
