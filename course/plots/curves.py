"""Pictures of numbers in a row."""

from collections.abc import Mapping
from itertools import cycle

import numpy as np
from matplotlib.axes import Axes
from numpy.typing import ArrayLike

from course.plots.frames import COLORS, GREY, ORANGE, finished, number, panels, say_what_is_missing, written


def lines(
    series: Mapping[str, object],
    *,
    x: ArrayLike | None = None,
    xlabel: str,
    ylabel: str,
    title: str,
    band: tuple[float, float] | None = None,
    point: tuple[object, object] | None = None,
    scales: tuple[str, str] = ("linear", "linear"),
    ax: Axes | None = None,
) -> Axes:
    """One line for each named series, with the name at its end.

    A shorter series, such as a moving average, stands in the middle of the longest.
    `band` shades a range of results, and `point` marks one place. `scales` are those of the two axes, such as "log".
    """
    ax = ax or panels(1, height=2.8)[0]
    ax.set(xscale=scales[0], yscale=scales[1])
    drawn = {name: np.asarray(values) for name, values in series.items() if written(values)}
    if not drawn:
        say_what_is_missing(ax)
    x = np.arange(max(map(len, drawn.values()), default=0)) if x is None else np.asarray(x)
    if band:
        ax.axhspan(*band, color=GREY, alpha=0.2, linewidth=0)
    ends = []
    for (name, values), color in zip(drawn.items(), cycle(COLORS), strict=False):
        start = (len(x) - len(values)) // 2
        along = x[start : start + len(values)]
        ax.plot(along, values, color=color)
        ends.append((values[-1], along[-1], name, color))
    ax.autoscale_view()
    to_share = ax.transScale + ax.transLimits  # of data to shares of the axes, on any scale
    lowest = -np.inf
    for end, right, name, color in sorted(ends):
        lowest = max(to_share.transform((right, end))[1], lowest + 0.07)  # names keep their distance
        height = to_share.inverted().transform((0, lowest))[1]
        ax.text(right, height, f"  {name}", color=color, va="center")
    if point and all(map(written, point)):
        ax.scatter(number(point[0]), number(point[1]), 60, ORANGE, zorder=3)
    return finished(ax, xlabel, ylabel, title)
