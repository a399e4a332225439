"""Pictures of a plane: examples as points, and what a network says everywhere between them."""

from collections.abc import Callable
from itertools import cycle

import numpy as np
from matplotlib.axes import Axes
from matplotlib.colors import ListedColormap
from numpy.typing import ArrayLike

from course.plots.frames import COLORS, finished, panels, written

_STEPS = 120
_MARKERS = "os^D"  # a class is told by its form too, not by its colour alone


def regions(
    X: ArrayLike,
    labels: ArrayLike,
    predict: Callable[[np.ndarray], object] | None = None,
    *,
    names: tuple[str, str] = ("first input", "second input"),
    title: str = "",
    ax: Axes | None = None,
) -> Axes:
    """Examples `X` (n, 2) with their labels (n,), and the label that `predict` gives to every place around them.

    `predict` takes places (m, 2) and gives labels (m,). While it gives `...`, only the examples are drawn.
    """
    ax = ax or panels(1, height=3.4)[0]
    X, labels = np.asarray(X, dtype=float), np.asarray(labels)
    low, high = X.min(axis=0) - 0.15 * np.ptp(X, axis=0), X.max(axis=0) + 0.15 * np.ptp(X, axis=0)
    if predict is not None:
        across, up = np.meshgrid(np.linspace(low[0], high[0], _STEPS), np.linspace(low[1], high[1], _STEPS))
        said = predict(np.column_stack([across.ravel(), up.ravel()]))
        if written(said):
            last = max(int(labels.max()), 1)
            shades = ListedColormap(COLORS[: last + 1])
            ax.pcolormesh(
                across, up, np.asarray(said).reshape(across.shape), cmap=shades, alpha=0.25, vmin=0, vmax=last
            )
    for label, color, marker in zip(np.unique(labels), cycle(COLORS), cycle(_MARKERS), strict=False):
        chosen = X[labels == label]
        ax.scatter(chosen[:, 0], chosen[:, 1], s=14, color=color, marker=marker, edgecolor="white", linewidth=0.4)
    ax.set_aspect("equal")
    return finished(ax, *names, title)
