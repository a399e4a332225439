"""What all pictures share: a small figure, colours, labels, and the word for what is not written yet."""

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.axes import Axes
from matplotlib.layout_engine import ConstrainedLayoutEngine

BLUE, ORANGE, GREEN, PINK, GREY = "#0072B2", "#D55E00", "#009E73", "#CC79A7", "#767676"  # Okabe and Ito, and a grey
COLORS = (BLUE, ORANGE, GREEN, PINK)
DASHES = ("-", "--", "-.", ":")  # so that no line is known by its colour alone
WIDTH = 4.8  # inches: small enough to see the cell above and the sentence below


def panels(count: int, height: float = 1.8, columns: int = 1) -> list[Axes]:
    """Axes for `count` pictures, one below the other, or in rows of so many columns."""
    apart = ConstrainedLayoutEngine(h_pad=0.1)  # inches: a title belongs to what is below it
    rows = -(-count // columns)
    figure = plt.figure(figsize=(WIDTH, height * rows), layout=apart)
    frames = list(figure.subplots(rows, columns, squeeze=False).ravel())
    for unused in frames[count:]:
        unused.remove()
    return frames[:count]


def finished(ax: Axes, xlabel: str, ylabel: str, title: str) -> Axes:
    """Labels on, frame off."""
    ax.set(xlabel=xlabel, ylabel=ylabel)
    ax.set_title(title, fontsize="medium")
    ax.spines[["top", "right"]].set_visible(False)
    return ax


def say_what_is_missing(ax: Axes) -> None:
    """An empty frame says why it is empty."""
    text = "nothing to draw yet: the exercise above is not written"
    ax.text(0.5, 0.5, text, transform=ax.transAxes, ha="center", va="center", color=GREY)
    ax.set(xticks=[], yticks=[])


def written(value: object) -> bool:
    """Whether an exercise gave numbers: not `...` because it is not written yet, nor `None` for want of a `return`."""
    return np.asarray(value).dtype != object


def number(value: object) -> float:
    return float(np.asarray(value))
