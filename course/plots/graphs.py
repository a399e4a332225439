"""Pictures of calculations: which number was made of which, and how slopes come back."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from matplotlib.axes import Axes

from course.plots.frames import BLUE, GREY, ORANGE, number, panels, say_what_is_missing, written

Path = tuple[str, str, object]  # from a number, to one that was made of it, and the slope between them


def graph(
    paths: Sequence[Path],
    data: Mapping[str, object],
    grads: Mapping[str, object] | None = None,
    *,
    title: str,
    ax: Axes | None = None,
) -> Axes:
    """Numbers as boxes with their data and, under it, their gradient; along each arrow stands its slope.

    The names are those of `data`. A slope or a gradient that is `...` is left out.
    """
    ax = ax or panels(1, height=2.6)[0]
    ax.set_title(title, fontsize="medium")
    ax.axis("off")
    if not all(map(written, data.values())):
        ax.axis("on")
        say_what_is_missing(ax)
        return ax
    places = _places(data, paths)
    for source, target, slope in paths:
        (x0, y0), (x1, y1) = places[source], places[target]
        above = 0.25 if x1 - x0 > 1 else 0.0  # around the numbers in between
        arrow = {"arrowstyle": "-|>", "color": GREY, "shrinkA": 27, "shrinkB": 27, "linewidth": 1.2}
        ax.annotate("", (x1, y1), (x0, y0), arrowprops={**arrow, "connectionstyle": f"arc3,rad={-above}"})
        if written(slope):
            middle = ((x0 + x1) / 2, (y0 + y1) / 2 + above)
            box = {"boxstyle": "round,pad=0.15", "facecolor": "white", "edgecolor": "none"}
            ax.text(*middle, f"×{number(slope):.3g}", color=GREY, fontsize=9, ha="center", va="center", bbox=box)
    for name, (x, y) in places.items():
        grad = (grads or {}).get(name, ...)
        box = {"boxstyle": "round,pad=0.45", "facecolor": "white", "edgecolor": BLUE}
        centred: dict[str, Any] = {"ha": "center", "va": "center", "fontsize": 9, "zorder": 3}
        first = f"{name} = {number(data[name]):.3g}"
        if not written(grad):
            ax.text(x, y, first, bbox=box, **centred)
            continue
        second = f"grad {number(grad):.3g}"
        ax.text(x, y, f"{first}\n{second}", color="white", bbox=box, **centred)  # the box around both lines
        ax.text(x, y, f"{first}\n", **centred)
        ax.text(x, y, f"\n{second}", color=ORANGE, **centred)
    across, up = zip(*places.values(), strict=True)
    ax.set(xlim=(min(across) - 0.45, max(across) + 0.45), ylim=(min(up) - 0.6, max(up) + 0.6))
    return ax


def _places(names: Iterable[str], paths: Sequence[Path]) -> dict[str, tuple[float, float]]:
    """Every number stands to the right of all that it was made of; a column is spread around the middle."""
    column = dict.fromkeys(names, 0)
    for _ in column:
        for source, target, _slope in paths:
            column[target] = max(column[target], column[source] + 1)
    places = {}
    for one in sorted(set(column.values())):
        inside = [name for name in column if column[name] == one]
        for row, name in enumerate(inside):
            places[name] = (float(one), (len(inside) - 1) / 2 - row)
    return places
