"""Pieces built in 06_finding_weights. `make build` writes this file: change solutions/06_finding_weights.py."""

import numpy as np


def numerical_gradient(f, w, h=1e-5):
    """The slope of `f` in each entry of `w`, from nudges of `h` to both sides; shaped like `w`.

    >>> numerical_gradient(lambda w: w[0] ** 2 + 3 * w[1], [2.0, 5.0]).round(6)
    array([4., 3.])
    """
    w = np.array(w, dtype=float)
    gradient = np.zeros(w.shape)
    for place in np.ndindex(w.shape):
        nudge = np.zeros(w.shape)
        nudge[place] = h
        gradient[place] = (f(w + nudge) - f(w - nudge)) / (2 * h)
    return gradient
