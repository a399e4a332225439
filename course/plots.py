"""Small pictures for the lessons.

Every helper draws one message, labels its axes and returns them; the lesson gives the title, and the title says what
the picture shows. The colours can be told apart by readers who do not see red and green as others do.

An exercise that is not written yet returns `...`. A picture that is given `...` leaves that part out, so a lesson runs
from top to bottom before anything in it is solved.
"""

from collections.abc import Mapping, Sequence
from itertools import cycle

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.axes import Axes
from matplotlib.layout_engine import ConstrainedLayoutEngine
from matplotlib.transforms import ScaledTranslation
from numpy.typing import ArrayLike

BLUE, ORANGE, GREEN, PINK, GREY = "#0072B2", "#D55E00", "#009E73", "#CC79A7", "#767676"  # Okabe and Ito, and a grey
WIDTH = 4.8  # inches: small enough to see the cell above and the sentence below


def panels(count: int, height: float = 1.8) -> list[Axes]:
    """Axes for `count` pictures, one below the other."""
    apart = ConstrainedLayoutEngine(h_pad=0.1)  # inches: a title belongs to what is below it
    figure = plt.figure(figsize=(WIDTH, height * count), layout=apart)
    return list(figure.subplots(count, squeeze=False)[:, 0])


def level(names: Sequence[str], values: object, average: object = ..., *, xlabel: str, ylabel: str, title: str) -> Axes:
    """A bar for each value, and the line at which all bars would be equally high."""
    (ax,) = panels(1, height=2.6)
    if _written(values):
        ax.bar(names, np.asarray(values), color=BLUE, width=0.6)
    else:
        _say_what_is_missing(ax)
    if _written(average):
        ax.axhline(_number(average), color=ORANGE, linewidth=2)
        ax.text(len(names) - 0.5, _number(average), f"  {_number(average):.3g}", color=ORANGE, va="center")
    return _finish(ax, xlabel, ylabel, title)


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
    ends = [*values, _number(average)] if _written(average) else list(values)
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
    if _written(average):
        place = (_number(average), 0)
        lowered = ax.transData + ScaledTranslation(0, -6 / 72, ax.figure.dpi_scale_trans)
        ax.plot([place[0]], [0], "^", markersize=10, color=ORANGE, transform=lowered)
        text = f"{place[0]:.3g}"
        ax.annotate(text, place, (0, -13), textcoords="offset points", ha="center", va="top", color=ORANGE)
    ax.set(ylim=(-0.6, 1), yticks=[])
    ax.spines["left"].set_visible(False)
    return _finish(ax, xlabel, "", title)


def lines(
    series: Mapping[str, object],
    *,
    x: ArrayLike | None = None,
    xlabel: str,
    ylabel: str,
    title: str,
    band: tuple[float, float] | None = None,
    point: tuple[object, object] | None = None,
) -> Axes:
    """One line for each named series, with the name at its end.

    A shorter series, such as a moving average, stands in the middle of the longest.
    `band` shades a range of results, and `point` marks one place.
    """
    (ax,) = panels(1, height=2.8)
    written = {name: np.asarray(values) for name, values in series.items() if _written(values)}
    if not written:
        _say_what_is_missing(ax)
    x = np.arange(max(map(len, written.values()), default=0)) if x is None else np.asarray(x)
    if band:
        ax.axhspan(*band, color=GREY, alpha=0.2, linewidth=0)
    ends = []
    for (name, values), color in zip(written.items(), cycle([BLUE, ORANGE, GREEN, PINK]), strict=False):
        start = (len(x) - len(values)) // 2
        along = x[start : start + len(values)]
        ax.plot(along, values, color=color)
        ends.append((values[-1], along[-1], name, color))
    lowest = -np.inf
    for end, right, name, color in sorted(ends):
        lowest = max(end, lowest + 0.07 * np.ptp(ax.get_ylim()))  # names keep their distance
        ax.text(right, lowest, f"  {name}", color=color, va="center")
    if point and all(map(_written, point)):
        ax.scatter(_number(point[0]), _number(point[1]), 60, ORANGE, zorder=3)
    return _finish(ax, xlabel, ylabel, title)


def _finish(ax: Axes, xlabel: str, ylabel: str, title: str) -> Axes:
    """Labels on, frame off."""
    ax.set(xlabel=xlabel, ylabel=ylabel)
    ax.set_title(title, fontsize="medium")
    ax.spines[["top", "right"]].set_visible(False)
    return ax


def _say_what_is_missing(ax: Axes) -> None:
    """An empty frame says why it is empty."""
    text = "nothing to draw yet: the exercise above is not written"
    ax.text(0.5, 0.5, text, transform=ax.transAxes, ha="center", va="center", color=GREY)
    ax.set(xticks=[], yticks=[])


def _written(value: object) -> bool:
    """Whether an exercise gave numbers: not `...` because it is not written yet, nor `None` for want of a `return`."""
    return np.asarray(value).dtype != object


def _number(value: object) -> float:
    return float(np.asarray(value))
