"""Pictures of tables of numbers."""

from collections.abc import Sequence

import numpy as np
from matplotlib.axes import Axes
from matplotlib.colors import LinearSegmentedColormap
from matplotlib.patches import Rectangle

from course.plots.frames import BLUE, GREY, ORANGE, finished, panels, say_what_is_missing, written

_HEIGHT = 0.3  # inches a row
_MOST_ROWS = 12


def table(
    numbers: object,
    *,
    rows: Sequence[object] | None = None,
    columns: Sequence[object] | None = None,
    xlabel: str,
    ylabel: str,
    title: str,
) -> Axes:
    """Each number of an (n, k) table in its cell, the darker the larger; `rows` and `columns` name them."""
    return _cells(numbers, None, BLUE, rows, columns, xlabel, ylabel, title)


def confusion(matrix: object, *, names: Sequence[object] | None = None, title: str) -> Axes:
    """A confusion matrix (k, k), rows are the truth: hits framed on the diagonal, mistakes the darker the more."""
    mistakes = None
    if written(matrix):
        mistakes = np.array(matrix, dtype=float)
        np.fill_diagonal(mistakes, 0)
    ax = _cells(matrix, mistakes, ORANGE, names, names, "predicted", "truth", title)
    if mistakes is not None:
        for i in range(len(mistakes)):
            ax.add_patch(_frame(i))
    return ax


def _cells(
    numbers: object,
    shades: np.ndarray | None,
    color: str,
    rows: Sequence[object] | None,
    columns: Sequence[object] | None,
    xlabel: str,
    ylabel: str,
    title: str,
) -> Axes:
    if not written(numbers):
        (ax,) = panels(1, height=1.4)
        say_what_is_missing(ax)
        return finished(ax, xlabel, ylabel, title)
    values = np.atleast_2d(np.asarray(numbers))
    shades = values.astype(float) if shades is None else shades
    (ax,) = panels(1, height=0.8 + _HEIGHT * min(len(values), _MOST_ROWS))
    most = float(shades.max(initial=0.0)) or 1.0
    ax.imshow(shades, cmap=LinearSegmentedColormap.from_list("", ["white", color]), vmin=0, vmax=most, aspect="auto")
    for (i, j), value in np.ndenumerate(values):
        dark = color == BLUE and shades[i, j] > 0.6 * most  # on orange, black is easier to read
        paint = "white" if dark else GREY if value == 0 else "black"
        ax.text(
            j,
            i,
            f"{value}" if isinstance(value, np.integer) else f"{value:.3g}",
            ha="center",
            va="center",
            fontsize=8,
            color=paint,
        )
    for axis, names, count in ((ax.xaxis, columns, values.shape[1]), (ax.yaxis, rows, values.shape[0])):
        axis.set_ticks(range(count), [str(name) for name in (range(count) if names is None else names)])
    ax.tick_params(length=0)
    return finished(ax, xlabel, ylabel, title)


def _frame(i: int) -> Rectangle:
    return Rectangle((i - 0.5, i - 0.5), 1, 1, fill=False, edgecolor=BLUE, linewidth=1.2, clip_on=False)
