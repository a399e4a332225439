"""A picture of what a function does to a weighted average."""

from collections.abc import Callable
from typing import Any

import numpy as np
from matplotlib.axes import Axes
from numpy.typing import ArrayLike

from course.plots.frames import BLUE, GREY, ORANGE, finished, panels, say_what_is_missing, written


def gap(
    f: Callable[[Any], Any],
    points: ArrayLike,
    weights: ArrayLike,
    *,
    xlabel: str = "x",
    ylabel: str = "f(x)",
    title: str = "",
    ax: Axes | None = None,
) -> Axes:
    """The curve of `f`, two or more points on it, and both averages: `f` of the average, and the average of `f`.

    The line between the two is the gap; it lies above their common place, the average of the points.
    """
    ax = ax or panels(1, height=2.8)[0]
    points, weights = np.asarray(points, dtype=float), np.asarray(weights, dtype=float)
    if not written(f(points[0])):
        say_what_is_missing(ax)
        return finished(ax, xlabel, ylabel, title)
    heights = np.array([float(f(point)) for point in points])
    middle, average_of_f = (float(weights @ values / weights.sum()) for values in (points, heights))
    f_of_average = float(f(middle))
    margin = 0.1 * np.ptp(points)
    along = np.linspace(min(*points, middle) - margin, max(*points, middle) + margin, 200)
    ax.plot(along, [float(f(place)) for place in along], color=BLUE)
    order = np.argsort(points)
    ax.plot(points[order], heights[order], color=GREY, linewidth=1, linestyle="--", zorder=1)
    ax.scatter(points, heights, 20 + 80 * np.abs(weights) / np.abs(weights).sum(), color=BLUE, zorder=3)
    ax.plot([middle, middle], [f_of_average, average_of_f], color=ORANGE, linewidth=3, zorder=2)
    ends = sorted([(f_of_average, "f of the average", "o"), (average_of_f, "average of f", "D")])
    for (height, name, marker), place in zip(ends, [(8, -5, "left", "top"), (-8, 5, "right", "bottom")], strict=True):
        across, up, side, edge = place
        ax.scatter([middle], [height], 45, color=ORANGE, marker=marker, zorder=4)
        text: dict[str, Any] = {
            "xytext": (across, up),
            "textcoords": "offset points",
            "ha": side,
            "va": edge,
            "color": ORANGE,
        }
        ax.annotate(name, (middle, height), **text)
    ax.margins(y=0.2)  # room for the names
    return finished(ax, xlabel, ylabel, title)
