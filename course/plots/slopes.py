"""Pictures of going downhill: a line and its mistakes, a curve and its slope, steps on a curve, paths on a map."""

from collections.abc import Callable, Mapping
from itertools import cycle

import numpy as np
from matplotlib.axes import Axes
from numpy.typing import ArrayLike

from course.plots.frames import BLUE, COLORS, GREY, ORANGE, finished, number, panels, written

_POINTS = 300
_PLACES = 80
_ENDS = "sD^v"  # a path is told by the form of its end too, not by its colour alone


def fit(
    x: ArrayLike, y: ArrayLike, weights: object, *, xlabel: str, ylabel: str, title: str = "", ax: Axes | None = None
) -> Axes:
    """Points (n,) and (n,), the line `weight * x + bias` of `weights = (weight, bias)`, and how far it misses each."""
    ax = ax or panels(1, height=2.6)[0]
    x, y = np.asarray(x, dtype=float), np.asarray(y, dtype=float)
    ax.plot(x, y, "o", color=BLUE)
    ax.set(ylim=(min(0.0, y.min()), y.max() + 0.3 * np.ptp(y)))
    if written(weights):
        weight, bias = (number(value) for value in weights)  # type: ignore[attr-defined]
        ends = np.array([x.min(), x.max()])
        ax.plot(ends, weight * ends + bias, color=ORANGE)
        ax.vlines(x, y, weight * x + bias, color=GREY, linewidth=1, linestyle=":")
    return finished(ax, xlabel, ylabel, title)


def slope(
    f: Callable[[float], object],
    at: float,
    h: float,
    *,
    along: tuple[float, float],
    xlabel: str,
    ylabel: str,
    title: str = "",
    ax: Axes | None = None,
) -> Axes:
    """The curve `f`, and the straight line through its points at `at - h` and `at + h`."""
    ax = ax or panels(1, height=2.6)[0]
    _curve(ax, f, along)
    left, right = (number(f(place)) for place in (at - h, at + h))
    slant = (right - left) / (2 * h)
    low, high = ax.get_ylim()
    ends = np.array(along)
    ax.plot(ends, left + slant * (ends - (at - h)), color=ORANGE, linestyle="--")
    ax.plot([at - h, at + h], [left, right], "o", color=ORANGE)
    ax.set(xlim=along, ylim=(low, high))
    return finished(ax, xlabel, ylabel, title)


def descent(
    f: Callable[[float], object],
    paths: Mapping[str, object],
    *,
    along: tuple[float, float],
    xlabel: str = "weight",
    ylabel: str = "loss",
    title: str = "",
    ax: Axes | None = None,
) -> Axes:
    """Paths (steps + 1, 1) on the curve `f` of one weight: a circle at the start, a mark and the name at the end.

    A path that leaves the picture is cut off at its edge.
    """
    ax = ax or panels(1, height=2.6)[0]
    _curve(ax, f, along)
    low, high = ax.get_ylim()
    ax.set(xlim=along, ylim=(low - 0.15 * (high - low), high))  # room for a name below the lowest place
    for (name, path), color, end in zip(paths.items(), cycle(COLORS[1:]), cycle(_ENDS), strict=False):
        if written(path):
            places = np.asarray(path, dtype=float).ravel()
            heights = [number(f(place)) for place in places]
            _path(ax, places, np.array(heights), color, end)
            _name(ax, name, (places[-1], heights[-1]), color, below=True)
    return finished(ax, xlabel, ylabel, title)


def landscape(
    loss: Callable[[np.ndarray], object],
    paths: Mapping[str, object],
    *,
    across: tuple[float, float],
    up: tuple[float, float],
    names: tuple[str, str] = ("first weight", "second weight"),
    title: str = "",
    ax: Axes | None = None,
) -> Axes:
    """A map of the loss of two weights, and paths (steps + 1, 2) on it.

    Places on one line have the same loss; the darker the line, the higher. A path has a circle at its start,
    a mark and its name at its end.
    """
    ax = ax or panels(1, height=3.2)[0]
    first, second = np.meshgrid(np.linspace(*across, _PLACES), np.linspace(*up, _PLACES))
    places = np.column_stack([first.ravel(), second.ravel()])
    heights = np.array([number(loss(place)) for place in places]).reshape(first.shape)
    low, high = heights.min(), heights.max()
    levels = low + (high - low) * np.linspace(0.02, 0.98, 12) ** 2  # closer together at the bottom
    ax.contour(first, second, heights, levels=levels, cmap="Greys", vmin=low - 0.5 * (high - low), linewidths=0.9)
    ax.set(xlim=across, ylim=up)
    for (name, path), color, end in zip(paths.items(), cycle(COLORS), cycle(_ENDS), strict=False):
        if written(path):
            first, second = np.asarray(path, dtype=float).T
            _path(ax, first, second, color, end)
            _name(ax, name, (first[-1], second[-1]), color)
    return finished(ax, *names, title)


def _curve(ax: Axes, f: Callable[[float], object], along: tuple[float, float]) -> None:
    x = np.linspace(*along, _POINTS)
    ax.plot(x, [number(f(place)) for place in x], color=GREY)


def _path(ax: Axes, across: np.ndarray, up: np.ndarray, color: str, end: str) -> None:
    ax.plot(across, up, "-", marker=".", color=color, linewidth=1, markersize=4)
    ax.plot(across[:1], up[:1], "o", color=color, markerfacecolor="white")
    ax.plot(across[-1:], up[-1:], end, color=color)


def _name(ax: Axes, name: str, place: tuple[float, float], color: str, below: bool = False) -> None:
    offset, side, height = ((0, -8), "center", "top") if below else ((6, 4), "left", "baseline")
    ax.annotate(
        name,
        place,
        offset,
        textcoords="offset points",
        ha=side,
        va=height,
        color=color,
        fontsize=8,
        annotation_clip=True,
    )
