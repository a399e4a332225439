"""Values as a learner would type them."""

from __future__ import annotations

from typing import Any

import numpy as np

from autograder import layers

_MAX_ITEMS = 12
_MAX_TEXT = 200


def show(value: Any) -> str:
    """A value as a learner would type it, shortened where it is long."""
    if type(value) is np.ndarray:
        beginning = value[(slice(_MAX_ITEMS + 1),) * value.ndim]  # a list of all of it may not fit in memory
        return f"np.array({show(beginning.tolist())})"
    if isinstance(value, np.generic):
        return show(value.item())
    if type(value) is float:
        return f"{value:.10g}" if value % 1 else repr(value)
    if layers.are_layers(value) and (text := layers.described(value)):
        return text
    if isinstance(value, list | tuple):
        items = [show(item) for item in value[:_MAX_ITEMS]] + ["..."] * (len(value) > _MAX_ITEMS)
        inside = ", ".join(items)
        text = f"[{inside}]" if isinstance(value, list) else f"({inside}{',' * (len(value) == 1)})"
        return _shortened(text, 4 * _MAX_TEXT)
    if type(value) is dict:
        pairs = [f"{show(key)}: {show(item)}" for key, item in list(value.items())[:_MAX_ITEMS]]
        return _shortened(f"{{{', '.join(pairs + ['...'] * (len(value) > _MAX_ITEMS))}}}", 4 * _MAX_TEXT)
    if callable(value) or isinstance(value, np.random.Generator):
        return "f" if callable(value) else "rng"
    return _shortened(repr(value), _MAX_TEXT)


def _shortened(text: str, most: int) -> str:
    return text if len(text) <= most else text[:most] + " ..."
