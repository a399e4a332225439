"""Pictures of mistakes: how far a prediction misses, and where a loss is lowest."""

from collections.abc import Mapping
from itertools import cycle

import numpy as np
from matplotlib.axes import Axes
from numpy.typing import ArrayLike

from course.plots.frames import BLUE, COLORS, GREY, ORANGE, finished, number, panels, say_what_is_missing, written

_STYLES = ("-", "--", "-.", ":")


def misses(values: ArrayLike, prediction: object, *, xlabel: str, title: str) -> Axes:
    """Each value as a dot, one below the other, and how far the one prediction for all of them misses it."""
    (ax,) = panels(1, height=2.4)
    values = np.asarray(values, dtype=float)
    rows = np.arange(len(values))[::-1]
    if written(prediction):
        ax.axvline(number(prediction), color=ORANGE, linewidth=2)
        ax.hlines(rows, number(prediction), values, color=GREY, linewidth=3)
        ax.text(number(prediction), len(values) - 0.4, f"{number(prediction):.3g}", color=ORANGE, ha="center")
    ax.scatter(values, rows, 50, BLUE, zorder=3)
    ax.set(yticks=[], ylim=(-0.6, len(values) - 0.5))
    ax.spines["left"].set_visible(False)
    return finished(ax, xlabel, "", title)


def valleys(series: Mapping[str, object], *, x: ArrayLike, xlabel: str, ylabel: str, title: str) -> Axes:
    """One line for each named loss, with a dot at its lowest place and the `x` that belongs to it."""
    (ax,) = panels(1, height=2.8)
    x = np.asarray(x, dtype=float)
    drawn = {name: np.asarray(losses) for name, losses in series.items() if written(losses)}
    if not drawn:
        say_what_is_missing(ax)
    for (name, losses), color, style in zip(drawn.items(), cycle(COLORS), cycle(_STYLES), strict=False):
        ax.plot(x, losses, style, color=color)
        ax.text(x[-1], losses[-1], f"  {name}", color=color, va="center")
        lowest = int(np.argmin(losses))
        ax.scatter(x[lowest], losses[lowest], 50, color, zorder=3)
        place = (x[lowest], losses[lowest])
        ax.annotate(f"{x[lowest]:.3g}", place, (0, -6), textcoords="offset points", ha="center", va="top", color=color)
    ax.margins(y=0.15)  # room for what stands below the lowest dot
    return finished(ax, xlabel, ylabel, title)
