"""Pictures of a neuron and of networks: the steps of one weighted sum, and circles with weighted lines between them."""

from collections.abc import Sequence
from itertools import cycle
from typing import Any

import numpy as np
from matplotlib.axes import Axes
from numpy.typing import ArrayLike

from course.plots.frames import BLUE, GREY, ORANGE, finished, number, panels, say_what_is_missing, written

_MOST_LABELS = 8  # more weights than these between two columns are lines without numbers
_PLACES = (0.2, 0.32)  # where on a line its weight stands; neighbours take turns, so they do not overlap


def steps(
    names: Sequence[str], parts: ArrayLike, total: object = ..., *, xlabel: str, title: str, ax: Axes | None = None
) -> Axes:
    """A sum as a walk from zero: one step for each part, to the right when it is positive, and the total at the end."""
    ax = ax or panels(1, height=2.4)[0]
    parts = np.asarray(parts, dtype=float)
    places = np.concatenate([[0.0], np.cumsum(parts)])
    for row, part in enumerate(parts):
        color, hatch = (ORANGE, "") if part >= 0 else (BLUE, "///")
        ax.barh(row, part, left=places[row], color=color, hatch=hatch, edgecolor="white", height=0.6)
        beyond = max(places[row], places[row + 1])
        ax.annotate(f"{part:+.3g}", (beyond, row), (4, 0), textcoords="offset points", va="center", fontsize=8)
        ax.plot([places[row + 1]] * 2, [row, row + 1], color=GREY, linewidth=1, zorder=0)
    if written(total):
        ax.plot([number(total)], [len(parts)], "D", color="black", markersize=6)
        text = (f"{number(total):.3g}", (number(total), len(parts)), (7, 0))
        ax.annotate(*text, textcoords="offset points", va="center")
    ax.axvline(0, color=GREY, linewidth=1)
    ax.set_yticks(range(len(parts) + 1), [*names, "sum"])
    ax.set_ylim(len(parts) + 0.6, -0.6)
    ax.use_sticky_edges = False  # room for the numbers beside the longest step
    ax.margins(x=0.15)
    return finished(ax, xlabel, "", title)


def network(
    layers: object,
    *,
    inputs: Sequence[str] | None = None,
    outputs: Sequence[str] | None = None,
    values: object = ...,
    title: str = "",
    ax: Axes | None = None,
) -> Axes:
    """A column of circles for the inputs and for each layer `(W, b)`, with a line for each weight.

    The width of a line is the size of its weight; solid and orange is positive, dashed and blue negative.
    `values`, one list for each column, are written into the circles. With `None` for `b` no biases are shown.
    """
    ax = ax or panels(1, height=2.6)[0]
    drawn = _layers(layers)
    if drawn is None:
        say_what_is_missing(ax)
        return finished(ax, "", "", title)
    sizes = [len(drawn[0][0]), *(W.shape[1] for W, _ in drawn)]
    heights = [np.arange(size) - (size - 1) / 2 for size in sizes]
    most = max(float(np.abs(W).max()) for W, _ in drawn) or 1.0
    for column, (W, b) in enumerate(drawn):
        _lines(ax, column, heights[column], heights[column + 1], W, most)
        for height, bias in zip(heights[column + 1], [] if b is None else b, strict=False):
            ax.annotate(f"{bias:+.3g}", (column + 1, -height), (0, 13), **_BESIDE, ha="center")
    for column, rows in enumerate(heights):
        ax.scatter(np.full(len(rows), column), -rows, 420, "white", edgecolors="black", zorder=3)
    if _all_written(values):
        for column, row_values in enumerate(values):  # type: ignore[arg-type, var-annotated]
            for row, value in zip(heights[column], np.ravel(row_values), strict=True):
                ax.text(column, -row, f"{value:.3g}", ha="center", va="center", fontsize=7, zorder=4)
    for names, column, side in ((inputs, 0, "right"), (outputs, len(drawn), "left")):
        for name, row in zip(names or (), heights[column], strict=names is not None):
            ax.annotate(name, (column, -row), (-14 if side == "right" else 14, 0), **_BESIDE, ha=side)
    ax.set(xlim=(-0.45, len(drawn) + 0.45), ylim=(-max(sizes) / 2 - 0.1, max(sizes) / 2 + 0.1), xticks=[], yticks=[])
    finished(ax, "", "", title)
    ax.spines[["left", "bottom"]].set_visible(False)
    biases = any(b is not None for _, b in drawn)
    ax.set_xlabel("solid: positive weight, dashed: negative" + ("; above a circle: bias" if biases else ""), fontsize=8)
    return ax


_BESIDE: dict[str, Any] = {"textcoords": "offset points", "va": "center", "fontsize": 8, "zorder": 5}


def _lines(ax: Axes, column: int, left: np.ndarray, right: np.ndarray, W: np.ndarray, most: float) -> None:
    """The lines between one column of circles and the next; a weight of zero has none."""
    for j, places in zip(range(len(right)), cycle([_PLACES, _PLACES[::-1]]), strict=False):
        for i, place in zip(range(len(left)), cycle(places), strict=False):
            weight = W[i, j]
            if weight == 0:
                continue
            color, style = (ORANGE, "-") if weight > 0 else (BLUE, "--")
            width = 0.6 + 3.4 * abs(weight) / most
            ax.plot([column, column + 1], [-left[i], -right[j]], style, color=color, linewidth=width, zorder=1)
            if W.size <= _MOST_LABELS:
                at = column + place, -left[i] - place * (right[j] - left[i])
                box = {"facecolor": "white", "edgecolor": "none", "pad": 0.8}
                ax.text(*at, f"{weight:.3g}", color=color, fontsize=8, ha="center", va="center", bbox=box, zorder=2)


def _layers(layers: object) -> list[tuple[np.ndarray, np.ndarray | None]] | None:
    """The layers as arrays, or None when one of them, or all, are not written yet."""
    if not isinstance(layers, list | tuple):
        return None
    pairs = [pair if isinstance(pair, list | tuple) else (pair, None) for pair in layers]
    if not pairs or not all(written(part) for pair in pairs for part in pair if part is not None):
        return None
    zeros = [b is None or not np.any(b) for _, b in pairs]
    return [
        (np.asarray(W, dtype=float), None if zero else np.asarray(b, dtype=float))
        for (W, b), zero in zip(pairs, zeros, strict=True)
    ]


def _all_written(values: object) -> bool:
    return isinstance(values, list | tuple) and all(map(written, values))
