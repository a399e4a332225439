"""Whether two plain values agree, and in which form one differs from the other."""

from __future__ import annotations

from typing import Any

import numpy as np

from autograder import layers
from autograder.plain import describe

RTOL = 1e-5  # a right solution may calculate in float32
SLACK = 1e-9  # for bounds that rounding may just overstep


def same(value: Any, expected: Any, rtol: float = RTOL) -> bool:
    """Whether two plain values agree: numbers within `rtol` of the largest, the rest exactly."""
    if type(value) is np.ndarray and value.ndim == 0:
        value = value[()]
    if isinstance(expected, str | bool | type(None)):
        return type(value) in (type(expected), np.bool_) and value == expected
    if isinstance(expected, dict):
        return (
            isinstance(value, dict)
            and value.keys() == expected.keys()
            and all(same(value[key], expected[key], rtol) for key in expected)
        )
    if isinstance(expected, set):
        return isinstance(value, set | frozenset) and value == expected
    right = None if isinstance(expected, tuple) else numbers_in(expected)
    if right is not None:
        return _close(value, right, rtol)
    if isinstance(expected, list | tuple):
        return (
            isinstance(value, list | tuple)
            and len(value) == len(expected)
            and all(same(v, e, rtol) for v, e in zip(value, expected, strict=True))
        )
    return type(value) is type(expected) and bool(np.array_equal(value, expected))


def form(value: Any) -> tuple[int, ...] | None:
    """The shape of numbers, in an array or in lists; None for anything else."""
    numbers = numbers_in(value)
    return None if numbers is None else numbers.shape


def numbers_in(value: Any) -> np.ndarray | None:
    """The value as an array of floats, or None when it is not numbers."""
    try:
        array = np.asarray(value)
        return array.astype(float) if array.dtype.kind in "biuf" else None
    except (ValueError, TypeError, OverflowError):
        return None


def shapes(value: Any, expected: Any) -> Any:
    """The shape of numbers, or a list with one for each part where `expected` is a tuple or a list of unlike parts."""
    apart = isinstance(expected, tuple) or (isinstance(expected, list) and form(expected) is None)
    if apart and isinstance(value, list | tuple):
        return [shapes(part, right) for part, right in zip(value, expected, strict=False)]
    return None if apart else form(value)


def misfit(value: Any, expected: Any) -> str:
    """What is wrong with the form of an answer, or which part of it; "" when it is one part whose numbers differ."""
    if wrong := layers.not_right(value, expected, same):
        return wrong
    if isinstance(expected, str | bool | dict | set | tuple):
        fits = type(value) is type(expected) or (isinstance(value, np.bool_) and isinstance(expected, bool))
        return "" if fits else f"where {describe(expected)} is asked for"
    if form(expected) is None:
        return ""
    numbers = numbers_in(value)
    if numbers is None or numbers.size != np.size(expected):
        return asked_for(numbers, np.shape(expected))
    return ""


def asked_for(numbers: np.ndarray | None, shape: tuple[int, ...]) -> str:
    """The form that an answer should have had, in words."""
    if not shape:
        return "where one number is asked for"
    if numbers is None:
        return "where an array of numbers is asked for"
    return f"of shape {numbers.shape}, where shape {shape} is asked for"


def _close(value: Any, expected: np.ndarray, rtol: float) -> bool:
    """Numbers of the same count within `rtol` of the largest expected one, whatever their shape."""
    numbers = numbers_in(value)
    if numbers is None or numbers.size != expected.size:
        return False
    numbers, expected = numbers.ravel(), expected.ravel()
    finite = np.isfinite(expected)
    if not np.array_equal(numbers[~finite], expected[~finite], equal_nan=True):
        return False
    size = np.abs(expected[finite]).max(initial=0.0)
    tolerance = rtol * size if size else SLACK
    return bool(np.all(np.abs(numbers[finite] - expected[finite]) <= tolerance))
