"""Make notebooks of a lesson: the one that nbgrader takes in, and the solved one.

The same lesson always gives the same bytes: cell ids come from names and headings, and nothing
says when, where or with which versions the notebook was made.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable
from typing import Any

import nbformat
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_raw_cell

from autograder.authoring import regions
from autograder.authoring.source import Lesson, LessonCell

HIDDEN_BEGIN = "### BEGIN HIDDEN TESTS"
HIDDEN_END = "### END HIDDEN TESTS"
_METADATA = {
    "kernelspec": {"display_name": "Python 3 (ipykernel)", "language": "python", "name": "python3"},
    "language_info": {"name": "python"},
}
_NEW = {"code": new_code_cell, "markdown": new_markdown_cell, "raw": new_raw_cell}


def nbgrader_source(lesson: Lesson) -> nbformat.NotebookNode:
    """The lesson with its solutions and hidden regions, as nbgrader wants it."""
    return _notebook((cell for cell in lesson.cells if cell.role != "hints"), _nbgrader_text, _nbgrader_metadata)


def solved(lesson: Lesson) -> nbformat.NotebookNode:
    """The lesson with its solutions, model answers and hints, to read."""
    return _notebook(lesson.cells, _solved_text, _own_tags)


def to_text(notebook: nbformat.NotebookNode) -> str:
    """The notebook as it is written to a file."""
    return nbformat.writes(notebook, version=4).rstrip("\n") + "\n"


def cell_id(cell: LessonCell) -> str:
    """The id of a cell that belongs to an exercise or to an Explain question; it is its grade id too."""
    return f"{cell.role}-{cell.name}" if cell.role in ("exercise", "hints") else cell.name


def _notebook(
    cells: Iterable[LessonCell],
    text: Callable[[LessonCell], str],
    metadata: Callable[[LessonCell], dict[str, Any]],
) -> nbformat.NotebookNode:
    notebook = new_notebook(metadata=_METADATA)
    notebook.nbformat_minor = 5
    names = _Ids()
    for cell in cells:
        new = _NEW[cell.cell.kind]
        notebook.cells.append(new(text(cell), id=names.next(cell), metadata=metadata(cell)))
    return notebook


class _Ids:
    """Ids that stay as they are when cells under another heading come or go."""

    def __init__(self) -> None:
        self._heading = "start"
        self._count: Counter[str] = Counter()
        self._taken: set[str] = set()

    def next(self, cell: LessonCell) -> str:
        if cell.name:
            return cell_id(cell)
        heading = re.match(r"#{1,6}\s+(.+)", cell.cell.source) if cell.cell.kind == "markdown" else None
        if heading:
            self._heading = _slug(heading[1])
        while True:
            self._count[self._heading] += 1
            name = f"{self._heading}-{self._count[self._heading]}"
            if name not in self._taken:
                self._taken.add(name)
                return name


def _slug(heading: str) -> str:
    plain = unicodedata.normalize("NFKD", heading).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")[:40].strip("-") or "part"


def _nbgrader_text(cell: LessonCell) -> str:
    if cell.role == "check":
        call = f'check("{cell.name}")'
        return "\n".join([call, HIDDEN_BEGIN, "from autograder import check", f"{call}.show().points", HIDDEN_END])
    return regions.for_nbgrader(cell.cell.source, cell.marks)


def _nbgrader_metadata(cell: LessonCell) -> dict[str, Any]:
    if cell.role not in ("exercise", "check", "explain"):
        return _own_tags(cell)
    facts = {
        "grade": cell.role != "exercise",
        "grade_id": cell_id(cell),
        "locked": cell.role == "check",
        "schema_version": 3,
        "solution": cell.role != "check",
        "task": False,
    }
    if facts["grade"]:
        facts["points"] = cell.points
    return {**_own_tags(cell), "nbgrader": facts}


def _solved_text(cell: LessonCell) -> str:
    text = regions.solved(cell.cell.source, cell.marks)
    return f"**Hints**\n\n{text}" if cell.role == "hints" else text


def _own_tags(cell: LessonCell) -> dict[str, Any]:
    """Tags that mean something to Jupyter, such as `raises-exception`."""
    tags = [tag for tag in cell.cell.tags if ":" not in tag]
    return {"tags": tags} if tags else {}
