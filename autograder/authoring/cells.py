"""A lesson's text file as cells that know their lines.

jupytext reads the cells, so that they are those which JupyterLab shows; the lines are
found again in the text, because every complaint about a lesson names one.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import jupytext

Wrong = Callable[[int, str], None]  # hears of a defect: its line, and a sentence that says what to do
_MARKER = re.compile(r"# ?%%")


class LessonError(Exception):
    """What is wrong with lessons: one line a defect, `file:line: sentence`."""


@dataclass(frozen=True)
class Cell:
    """One cell of a lesson as its author wrote it."""

    kind: str  # "code", "markdown" or "raw"
    source: str
    line: int  # of its `# %%`
    first: int  # line of its first line of source
    tags: tuple[str, ...] = ()

    def lines(self) -> list[str]:
        """The lines of its source."""
        return self.source.split("\n")

    def line_of(self, start: str) -> int:
        """The line where a line of source with this beginning stands."""
        numbers = (n for n, line in enumerate(self.lines(), self.first) if line.startswith(start))
        return next(numbers, self.first)

    def labels(self) -> dict[str, str]:
        """Tags of the form `word:value`."""
        return {word: value for word, colon, value in (tag.partition(":") for tag in self.tags) if colon}


@dataclass
class Defects:
    """Collects what is wrong, so that an author reads all of it at once."""

    found: list[tuple[str, int, str]] = field(default_factory=list)

    def add(self, file: str, line: int, sentence: str) -> None:
        """Remember one defect."""
        if (file, line, sentence) not in self.found:
            self.found.append((file, line, sentence))

    def stop(self) -> None:
        """Raise `LessonError` when something was wrong."""
        if self.found:
            raise LessonError("\n".join(f"{file}:{line}: {sentence}" for file, line, sentence in sorted(self.found)))


def read_cells(path: Path, file: str, defects: Defects) -> tuple[Cell, ...]:
    """The cells of a lesson; `file` is its name in complaints."""
    try:
        text = path.read_bytes().decode().replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        line = path.read_bytes()[: error.start].count(b"\n") + 1
        defects.add(file, line, "this is no UTF-8 text: save the file as UTF-8.")
        return ()
    lines = text.split("\n")
    number, first = next(((n, line) for n, line in enumerate(lines, 1) if line.strip()), (1, ""))
    if first.startswith("# ---"):
        defects.add(file, number, "front matter: a lesson has none, so delete it and begin with the first `# %%`.")
        return ()
    if not _MARKER.match(first):
        defects.add(file, number, "text before the first cell: begin the file with a line `# %% [markdown]`.")
        return ()
    cells = jupytext.reads(text, fmt="py:percent").cells
    starts = [n for n, line in enumerate(lines, 1) if _MARKER.match(line)]
    if len(starts) != len(cells):
        problem = "a line within a cell begins with `# %%`: indent it, or every line number after it would be wrong."
        defects.add(file, _stray(starts, lines), problem)
        return ()
    ends = [*starts[1:], len(lines) + 1]
    return tuple(_cell(cell, lines[: end - 1], start) for cell, start, end in zip(cells, starts, ends, strict=True))


def _cell(cell: jupytext.NotebookNode, lines: list[str], start: int) -> Cell:
    source = cell.source.strip("\n")
    wanted = _bare(source.split("\n")[0])
    first = next((n for n, line in enumerate(lines[start:], start + 1) if _bare(line) == wanted), start)
    return Cell(cell.cell_type, source, start, first, tuple(cell.metadata.get("tags", ())))


def _bare(line: str) -> str:
    return line.strip().removeprefix("#").strip()


def _stray(starts: list[int], lines: list[str]) -> int:
    """The first `# %%` that stands within an open triple-quoted string."""
    for start in starts:
        before = "\n".join(lines[: start - 1])
        if before.count('"""') % 2 or before.count("'''") % 2:
            return start
    return starts[0]
