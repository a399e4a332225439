"""Pictures of a plane: examples as points, and what a network says everywhere between them."""

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.colors import ListedColormap
from numpy.typing import ArrayLike

from course.plots.frames import COLORS, GREY, finished, panels, written

_STEPS = 120
_MARKERS = "os^D"  # a class is told by its form too, not by its colour alone


def regions(
    X: ArrayLike,
    labels: ArrayLike,
    predict: Callable[[np.ndarray], object] | None = None,
    *,
    names: tuple[str, str] = ("first input", "second input"),
    classes: Sequence[str] | None = None,
    title: str = "",
    ax: Axes | None = None,
) -> Axes:
    """Examples `X` (n, 2) with their labels (n,), and the label that `predict` gives to every place around them.

    `predict` takes places (m, 2) and gives labels (m,). While it gives `...`, only the examples are drawn.
    `classes` are the names of the labels, for a legend beside the picture. Fewer examples are drawn larger.
    """
    ax = ax or panels(1, height=3.4)[0]
    X, labels = np.asarray(X, dtype=float), np.asarray(labels)
    low, high = X.min(axis=0) - 0.15 * np.ptp(X, axis=0), X.max(axis=0) + 0.15 * np.ptp(X, axis=0)
    if predict is not None:
        across, up = np.meshgrid(np.linspace(low[0], high[0], _STEPS), np.linspace(low[1], high[1], _STEPS))
        said = predict(np.column_stack([across.ravel(), up.ravel()]))
        if written(said):
            said = np.asarray(said).reshape(across.shape)
            last = max(int(labels.max()), 1)
            shades = ListedColormap([COLORS[label % len(COLORS)] for label in range(last + 1)])
            ax.pcolormesh(across, up, said, cmap=shades, alpha=0.25, vmin=0, vmax=last)
            if np.ptp(said):
                ax.contour(across, up, said, levels=np.arange(last) + 0.5, colors=GREY, linewidths=0.8)
    size = float(np.clip(3000 / len(X), 6, 70))  # in points squared
    for label in np.unique(labels).astype(int):
        looks: dict[str, Any] = {
            "color": COLORS[label % len(COLORS)],
            "marker": _MARKERS[label % len(_MARKERS)],
            "s": size,
        }
        name = classes[label] if classes else None
        ax.scatter(*X[labels == label].T, edgecolor="white", linewidth=0.4, label=name, **looks)
    if classes:
        ax.legend(loc="upper left", bbox_to_anchor=(1, 1), frameon=False, handletextpad=0.2)
    ax.set_aspect("equal")
    return finished(ax, *names, title)
