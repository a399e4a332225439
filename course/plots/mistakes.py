"""Pictures of mistakes: how far a prediction misses, where a loss is lowest, and how far results are spread."""

from collections.abc import Mapping
from itertools import cycle

import numpy as np
from matplotlib.axes import Axes
from numpy.typing import ArrayLike

from course.plots.frames import (
    BLUE,
    COLORS,
    DASHES,
    GREY,
    ORANGE,
    finished,
    number,
    panels,
    say_what_is_missing,
    written,
)


def misses(values: ArrayLike, prediction: object, *, xlabel: str, title: str) -> Axes:
    """Each value as a dot, one below the other, and how far the one prediction for all of them misses it."""
    (ax,) = panels(1, height=2.4)
    values = np.asarray(values, dtype=float)
    rows = np.arange(len(values))[::-1]
    if written(prediction):
        place = number(prediction)
        ax.vlines(place, -0.6, len(values) - 0.4, color=ORANGE, linewidth=2)
        ax.hlines(rows, place, values, color=GREY, linewidth=3)
        ax.text(place, len(values) - 0.3, f"{place:.3g}", color=ORANGE, ha="center", va="bottom")
    ax.scatter(values, rows, 50, BLUE, zorder=3)
    ax.set(yticks=[], ylim=(-0.6, len(values) + 0.9))  # room for the number above the line
    ax.spines["left"].set_visible(False)
    return finished(ax, xlabel, "", title)


def valleys(series: Mapping[str, object], *, x: ArrayLike, xlabel: str, ylabel: str, title: str) -> Axes:
    """One line for each named loss, with a dot at its lowest place and the `x` that belongs to it."""
    (ax,) = panels(1, height=2.8)
    x = np.asarray(x, float)
    drawn = {name: np.asarray(losses) for name, losses in series.items() if written(losses)}
    if not drawn:
        say_what_is_missing(ax)
    for (name, losses), color, style in zip(drawn.items(), cycle(COLORS), cycle(DASHES), strict=False):
        ax.plot(x, losses, style, color=color)
        ax.text(x[-1], losses[-1], f"  {name}", color=color, va="center")
        lowest = int(np.argmin(losses))
        ax.scatter(x[lowest], losses[lowest], 50, color, zorder=3)
        place = (x[lowest], losses[lowest])
        ax.annotate(f"{x[lowest]:.3g}", place, (0, 6), textcoords="offset points", ha="center", color=color)
    return finished(ax, xlabel, ylabel, title)


def spread(series: Mapping[str, object], *, xlabel: str, title: str) -> Axes:
    """The results of each named series as dots in a row of their own."""
    (ax,) = panels(1, height=0.9 + 0.4 * len(series))
    drawn = {name: np.ravel(np.asarray(results)) for name, results in series.items() if written(results)}
    if not drawn:
        say_what_is_missing(ax)
        return finished(ax, xlabel, "", title)
    for row, (results, color) in enumerate(zip(drawn.values(), cycle(COLORS), strict=False)):
        ax.scatter(results, np.full(len(results), -row), 50, color, alpha=0.6, edgecolor="white")
    ax.set_yticks([-row for row in range(len(drawn))], list(drawn))
    ax.set_ylim(0.6 - len(drawn), 0.6)
    ax.tick_params(axis="y", length=0)
    return finished(ax, xlabel, "", title)
