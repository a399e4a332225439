"""Pictures of numbers in a row."""

from collections.abc import Mapping
from itertools import cycle

import numpy as np
from matplotlib.axes import Axes
from numpy.typing import ArrayLike

from course.plots.frames import COLORS, DASHES, GREY, ORANGE, finished, number, panels, say_what_is_missing, written


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
    Dashes tell the lines apart besides their colours, also where one covers another.
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
    for (name, values), color, dashes in zip(drawn.items(), cycle(COLORS), cycle(DASHES), strict=False):
        start = (len(x) - len(values)) // 2
        along = x[start : start + len(values)]
        ax.plot(along, values, color=color, linestyle=dashes)
        ends.append((values[-1], along[-1], name, color))
    ax.autoscale_view()
    to_share = ax.transScale + ax.transLimits  # of data to shares of the axes, on any scale
    ends.sort()
    heights = _apart([to_share.transform((right, end))[1] for end, right, *_ in ends])
    for (_, right, name, color), share in zip(ends, heights, strict=True):
        height = to_share.inverted().transform((0, share))[1]
        ax.text(right, height, f"  {name}", color=color, va="center")
    if point and all(map(written, point)):
        ax.scatter(number(point[0]), number(point[1]), 60, ORANGE, zorder=3)
    return finished(ax, xlabel, ylabel, title)


def _apart(heights: list[float], gap: float = 0.07) -> list[float]:
    """Rising shares of the height, moved so that names there keep their distance and stay below the title."""
    apart: list[float] = []
    for height in heights:
        apart.append(max(height, apart[-1] + gap) if apart else height)
    ceiling = 0.96  # the end of the highest line; above it is the title
    for i in reversed(range(len(apart))):
        apart[i] = min(apart[i], ceiling)
        ceiling = apart[i] - gap
    return apart
