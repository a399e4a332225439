"""Pictures of small images: digits, and weights that look at digits."""

from collections.abc import Sequence

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.figure import Figure

from course.plots.frames import WIDTH, say_what_is_missing, written

CLEARLY = 0.25  # the share of the largest size from which a negative pixel gets its minus


def images(
    rows: object,
    *,
    names: Sequence[object] | None = None,
    columns: int = 8,
    signed: bool = False,
    title: str = "",
) -> Figure:
    """Each row of pixels (n, 64), or each picture (n, height, width), as a small image with its name above.

    Grey levels, dark for much. With `signed`, purple is negative, orange positive, white is zero,
    on one scale for all images, and a bar (a minus) lies on the pixels that are clearly negative.
    """
    if not written(rows):
        figure = plt.figure(figsize=(WIDTH, 1.2), layout="constrained")
        say_what_is_missing(figure.subplots())
        figure.suptitle(title, fontsize="medium")
        return figure
    pictures = _squares(rows)
    down = -(-len(pictures) // columns)
    size = WIDTH / columns
    figure = plt.figure(figsize=(WIDTH, size * down * (1.35 if names is not None else 1.1) + 0.4), layout="constrained")
    most = float(np.abs(pictures).max()) or 1.0
    colors, least = ("PuOr_r", -most) if signed else ("Greys", 0.0)
    frames = figure.subplots(down, columns, squeeze=False).ravel()
    for ax in frames:
        ax.axis("off")
    for i, (ax, picture) in enumerate(zip(frames, pictures, strict=False)):
        ax.imshow(picture, cmap=colors, vmin=least, vmax=most)
        if signed:
            rows_of, columns_of = np.nonzero(picture < -CLEARLY * most)
            bar = (0.45 * 72 * size / picture.shape[1]) ** 2  # points squared, for a bar of almost half a pixel
            ax.scatter(columns_of, rows_of, bar, "white", marker="_", linewidths=0.8)
        if names is not None:
            ax.set_title(str(names[i]), fontsize=8, pad=2)
    figure.suptitle(title, fontsize="medium")
    return figure


def _squares(rows: object) -> np.ndarray:
    pictures = np.asarray(rows, dtype=float)
    if pictures.ndim == 2:
        side = round(pictures.shape[1] ** 0.5)
        pictures = pictures.reshape(-1, side, side)
    return pictures
