"""A picture of what a class found hard: a bar for each exercise, and below it its commonest mistake."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from pathlib import Path

from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.patches import Patch

from autograder.grading.class_summary import ExerciseSummary

# Okabe and Ito's colours and a grey: the order of the bar, its labels and its colours say the same.
_PARTS = (
    ("right", ("passed", "waiting"), "#0072B2", "white"),
    ("not yet", ("not yet",), "#D55E00", "white"),
    ("not started", ("not started",), "#BBBBBB", "black"),
    ("our fault", ("our fault",), "#000000", "white"),
)
_WIDTH, _ROW, _FRAME, _LONGEST = 8.0, 0.62, 1.1, 110


class PictureError(Exception):
    """The picture could not be written; the message is a sentence."""


def draw(summaries: Sequence[ExerciseSummary], path: Path) -> None:
    """Write the picture; the end of the file's name (.png, .svg, .pdf) is its form. Raises `PictureError`."""
    if not summaries:
        raise PictureError("There is no picture: no notebook was graded.")
    rows = len(summaries)
    figure = Figure(figsize=(_WIDTH, _ROW * rows + _FRAME), layout="constrained")
    FigureCanvasAgg(figure)
    ax = figure.subplots()
    for row, summary in enumerate(summaries):
        _draw_row(ax, row, summary)
    ax.set(yticks=range(rows), yticklabels=[summary.name for summary in summaries], xlim=(0, 100), ylim=(rows, -0.6))
    ax.set_xlabel("learners, in percent")
    ax.spines[["top", "right", "left"]].set_visible(False)
    ax.tick_params(left=False)
    bars = [Patch(color=color) for _, _, color, _ in _PARTS]
    figure.legend(bars, [name for name, *_ in _PARTS], loc="outside upper center", ncols=len(_PARTS), frameon=False)
    try:
        figure.savefig(path, dpi=150)
    except (OSError, ValueError) as problem:
        raise PictureError(f"The picture cannot be written to {path}: {problem}") from problem


def _draw_row(ax: Axes, row: int, summary: ExerciseSummary) -> None:
    left = 0.0
    for _, verdicts, color, ink in _PARTS:
        count = sum(summary.verdicts[verdict] for verdict in verdicts)
        width = 100 * count / summary.learners
        ax.barh(row, width, left=left, height=0.45, color=color)
        if width > 4:
            ax.text(left + width / 2, row, str(count), color=ink, ha="center", va="center", fontsize=8)
        left += width
    mistake, learners = summary.commonest
    if mistake:
        text = textwrap.shorten(f"{learners} x  {mistake}", _LONGEST, placeholder=" ...")
        ax.text(0, row + 0.28, text, va="top", fontsize=7, color="#444444", parse_math=False)
