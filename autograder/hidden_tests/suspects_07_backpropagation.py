"""Functions of five numbers with gradients right and wrong, for the bug hunt of lesson 07.

Each name reads on in a sentence: "... a right one is not accused: ..." or "... a wrong one is caught: ...".
Every wrong one is off by at least one per cent of its largest slope in at least a third of the places.
"""

import numpy as np

_X, _Y = np.array([-1.0, 0.5, 2.0]), np.array([1.0, -1.0, 0.5])


def _squares(w):
    return float(np.array([1.0, 2.0, -1.0, 0.5, 3.0]) @ w**2)


def _squares_gradient(w):
    return 2 * np.array([1.0, 2.0, -1.0, 0.5, 3.0]) * w


def _mixed(w):
    return float(w[0] * w[1] + np.sin(w[2]) + w[3] ** 3 + 2 * w[4])


def _mixed_gradient(w):
    return np.array([w[1], w[0], np.cos(w[2]), 3 * w[3] ** 2, 2.0])


def _network(w):
    """The mean squared error of one input, two hidden neurons with ReLU, one output."""
    said = np.maximum(w[0] * _X + w[1], 0) * w[2] + np.maximum(w[3] * _X, 0) * w[4]
    return float(np.mean((said - _Y) ** 2))


def _network_gradient(w, masked=True, bias_share=1.0):
    Z1, Z2 = w[0] * _X + w[1], w[3] * _X
    A1, A2 = np.maximum(Z1, 0), np.maximum(Z2, 0)
    grad = 2 * (A1 * w[2] + A2 * w[4] - _Y) / len(_X)
    back1 = grad * w[2] * ((Z1 > 0) if masked else 1.0)
    back2 = grad * w[4] * ((Z2 > 0) if masked else 1.0)
    return np.array([back1 @ _X, bias_share * back1.sum(), grad @ A1, back2 @ _X, grad @ A2])


def _bent(w):
    return float(np.abs(w[4]) + w[0] ** 2 + w[1] * w[2] - w[3])


def _bent_gradient(w, slope=None):
    return np.array([2 * w[0], w[2], w[1], -1.0, np.sign(w[4]) if slope is None else slope])


def _times(factor, f):
    return lambda w: factor * f(w)


RIGHT = {
    "of a sum of squares": (_squares, _squares_gradient),
    "of products, a sine and a cube": (_mixed, _mixed_gradient),
    "of a small network with ReLU": (_network, _network_gradient),
    "of a function with a corner": (_bent, _bent_gradient),
    "of a straight line": (lambda w: float(w @ np.arange(1.0, 6.0)), lambda w: np.arange(1.0, 6.0)),
    "of a function that is flat": (lambda w: 3.0, np.zeros_like),
    "of a function that is flat in three of five directions": (
        lambda w: float(w[0] ** 2 + np.cos(w[3])),
        lambda w: np.array([2 * w[0], 0, 0, -np.sin(w[3]), 0]),
    ),
    "with slopes around a hundred million": (_times(1e8, _mixed), _times(1e8, _mixed_gradient)),
    "with slopes around a ten thousand millionth": (_times(1e-10, _mixed), _times(1e-10, _mixed_gradient)),
    "calculated with half the digits": (_squares, lambda w: _squares_gradient(w).astype(np.float32)),
}
WRONG = {
    "its sign is turned around": (_squares, lambda w: -_squares_gradient(w)),
    "it is twice as long": (_mixed, _times(2.0, _mixed_gradient)),
    "it is zero everywhere": (_mixed, np.zeros_like),
    "it is one per cent too long": (_mixed, _times(1.01, _mixed_gradient)),
    "its last entry is zero": (_mixed, lambda w: _mixed_gradient(w) * [1, 1, 1, 1, 0]),
    "two of its entries are swapped": (_mixed, lambda w: _mixed_gradient(w)[[0, 1, 3, 2, 4]]),
    "its entries come in the reverse order": (_squares, lambda w: _squares_gradient(w)[::-1]),
    "one of its entries has the wrong sign": (_bent, lambda w: _bent_gradient(w) * [1, 1, 1, -1, 1]),
    "it always has length 1": (_squares, lambda w: _squares_gradient(w) / np.linalg.norm(_squares_gradient(w))),
    "it misses the corner: right only where the last number is positive": (_bent, lambda w: _bent_gradient(w, 1.0)),
    "ReLU lets everything through": (_network, lambda w: _network_gradient(w, masked=False)),
    "the slope of the bias is averaged twice": (_network, lambda w: _network_gradient(w, bias_share=1 / 3)),
    "it fits near zero only": (lambda w: float(np.sum(w**2 + w**4)), lambda w: 2 * w),
    "it is wrong in a third of the places": (
        lambda w: float(np.sin(w).sum()),
        lambda w: np.cos(w) * [2.0 if w[0] > 0.43 else 1.0, 1, 1, 1, 1],
    ),
    "it is wrong, with very small slopes": (_times(1e-10, _squares), _times(2e-10, _squares_gradient)),
}
