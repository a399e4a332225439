"""Networks and their gradients in a report: which form they have, and which part of them is not right.

A network is a list of layers `(W, b)`, and so are its gradients. Written out, they fill a page that nobody reads.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

_MAX_NUMBERS = 6  # a network with more of them is described


def are_layers(value: Any) -> bool:
    """Whether a value is a list of pairs of arrays, a table and a line."""
    return isinstance(value, list) and bool(value) and all(_is_layer(layer) for layer in value)


def described(layers: list[Any]) -> str:
    """Layers in short: `[layer 64 x 32, layer 32 x 10]`; "" for few numbers, which are better written out."""
    if sum(part.size for layer in layers for part in layer) <= _MAX_NUMBERS:
        return ""
    return f"[{', '.join('layer ' + ' x '.join(map(str, layer[0].shape)) for layer in layers)}]"


def not_right(value: Any, expected: Any, same: Callable[[Any, Any], bool]) -> str:
    """Which part of a list of layers is not right, in words; "" for anything but layers of the right form."""
    if not isinstance(value, list | tuple) or not are_layers(expected) or len(value) != len(expected):
        return ""
    for number, (layer, right) in enumerate(zip(value, expected, strict=True), 1):
        if not isinstance(layer, list | tuple) or len(layer) != 2:
            return f"where a pair (W, b) is asked for as layer {number}"
        for name, part, right_part in zip("Wb", layer, right, strict=True):
            if not same(part, right_part):
                return f"in which {name} of layer {number} is not right"
    return ""


def _is_layer(value: Any) -> bool:
    if not isinstance(value, list | tuple) or [type(part) for part in value] != [np.ndarray, np.ndarray]:
        return False
    return [part.ndim for part in value] == [2, 1]
