"""Pictures of averages: a level, and a beam that balances."""

from collections.abc import Sequence

import numpy as np
from matplotlib.axes import Axes
from matplotlib.transforms import ScaledTranslation
from numpy.typing import ArrayLike

from course.plots.frames import BLUE, GREY, ORANGE, finished, number, panels, say_what_is_missing, written


def level(names: Sequence[str], values: object, average: object = ..., *, xlabel: str, ylabel: str, title: str) -> Axes:
    """A bar for each value, and the line at which all bars would be equally high."""
    (ax,) = panels(1, height=2.6)
    if written(values):
        ax.bar(names, np.asarray(values), color=BLUE, width=0.6)
    else:
        say_what_is_missing(ax)
    if written(average):
        ax.axhline(number(average), color=ORANGE, linewidth=2)
        ax.text(len(names) - 0.5, number(average), f"  {number(average):.3g}", color=ORANGE, va="center")
    return finished(ax, xlabel, ylabel, title)


def balance(
    values: ArrayLike,
    weights: ArrayLike,
    average: object = ...,
    *,
    names: Sequence[str] | None = None,
    xlabel: str = "value",
    title: str = "",
    ax: Axes | None = None,
) -> Axes:
    """A beam with a weight at each value; it balances at the average.

    The area of a disc is its share of all the weight. A negative weight is a balloon: it pulls up.
    """
    ax = ax or panels(1)[0]
    values, weights = np.asarray(values, dtype=float), np.asarray(weights, dtype=float)
    names = [f"{name}\n" for name in names] if names else [""] * len(values)
    ends = [*values, number(average)] if written(average) else list(values)
    margin = 0.1 * (max(ends) - min(ends)) or 1.0
    ax.plot([min(ends) - margin, max(ends) + margin], [0, 0], color=GREY, linewidth=2)
    diameters = 30 * np.sqrt(np.abs(weights) / np.abs(weights).sum())  # in points, like the offsets below
    for name, value, weight, diameter in zip(names, values, weights, diameters, strict=True):
        string = 12.0 if weight < 0 else 0.0
        raised = ax.transData + ScaledTranslation(0, (string + diameter / 2) / 72, ax.figure.dpi_scale_trans)
        ax.annotate("", (value, 0), (0, string), textcoords="offset points", arrowprops={"arrowstyle": "-"})
        face = "white" if weight < 0 else BLUE
        ax.plot([value], [0], "o", markersize=diameter, color=BLUE, markerfacecolor=face, transform=raised)
        above = (0, string + diameter + 3)
        label = f"{name}weight {weight:.3g}"
        ax.annotate(label, (value, 0), above, textcoords="offset points", ha="center", fontsize=8)
    if written(average):
        place = (number(average), 0)
        lowered = ax.transData + ScaledTranslation(0, -6 / 72, ax.figure.dpi_scale_trans)
        ax.plot([place[0]], [0], "^", markersize=10, color=ORANGE, transform=lowered)
        text = f"{place[0]:.3g}"
        ax.annotate(text, place, (0, -13), textcoords="offset points", ha="center", va="top", color=ORANGE)
    ax.set(ylim=(-0.6, 1), yticks=[])
    ax.spines["left"].set_visible(False)
    return finished(ax, xlabel, "", title)
