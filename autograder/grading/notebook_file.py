"""Read a handed-in notebook file as cells, whatever is in it.

What cannot be read stops with a sentence that says what to do next. Nothing in the file is
believed but the sources of its cells.
"""

from __future__ import annotations

import json
import warnings
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

_MAX_BYTES = 50 * 2**20
_OPEN_AND_SAVE = "Open it in JupyterLab, save it, and hand it in again."
_HAND_IN_ANOTHER = "Hand in a copy that JupyterLab opens; the folder .ipynb_checkpoints beside it may hold one."


class Unreadable(Exception):
    """The notebook cannot be graded; the message is a sentence for whoever handed it in."""


@dataclass(frozen=True)
class Cell:
    """One cell. `number` counts code cells that are not empty, as `In [1]` does when all are run; 0 for others."""

    number: int
    source: str
    id: str = ""
    metadata: dict[str, Any] = field(default_factory=dict)
    facts: dict[str, Any] = field(default_factory=dict)  # all that the file says about it

    def __str__(self) -> str:
        return f"code cell {self.number}" if self.number else "a cell that is not run"


def read_cells(path: Path) -> tuple[list[Cell], list[str]]:
    """All cells of a notebook, and notes on how it was read. Raises `Unreadable`."""
    read, notes = cells_in(_content(path))
    if not any(cell.number for cell in read):
        raise Unreadable("There is no code in this notebook. Was it saved, and is it the right one?")
    return read, notes


def cells_in(content: bytes) -> tuple[list[Cell], list[str]]:
    """The same for what is in a file, also where no cell has code."""
    text = _text(content)
    facts = _json(text)
    cells = facts.get("cells", facts.get("worksheets")) if isinstance(facts, dict) else None
    version = facts.get("nbformat") if isinstance(facts, dict) else None
    if not isinstance(cells, list) or type(version) is not int:
        raise Unreadable(f"This is JSON, but no notebook. {_HAND_IN_ANOTHER}")
    if version > 4:
        raise Unreadable(
            f"This notebook has format {version}, which is newer than this grader: its format is 4. "
            "Save it with the JupyterLab of the course, and hand it in again."
        )
    notes = []
    if version < 4:
        cells = _converted(text, version)
        notes.append(f"The notebook has the old format {version}; it was converted to be graded.")
    return _cells(cells), notes


def _content(path: Path) -> bytes:
    try:
        if path.is_symlink():  # it may lead to a classmate's notebook
            raise Unreadable("This is a link to another file, and links are not followed. Hand in the notebook itself.")
        if not path.exists():
            raise Unreadable("There is no such file. Is the path right?")
        if not path.is_file():
            raise Unreadable("This is not a file. Give the path of a notebook, or of a folder with notebooks.")
        with path.open("rb") as file:
            return file.read(_MAX_BYTES + 1)
    except (OSError, ValueError) as problem:
        reason = getattr(problem, "strerror", None) or problem
        raise Unreadable(f"The file cannot be read: {reason}. Are its permissions right?") from None


def _text(data: bytes) -> str:
    if len(data) > _MAX_BYTES:
        raise Unreadable(
            f"The file is larger than {_MAX_BYTES // 2**20} MB. "
            "Clear its outputs (Edit, Clear Outputs of All Cells), save it, and hand it in again."
        )
    if not data.strip():
        raise Unreadable(f"The file is empty. {_HAND_IN_ANOTHER}")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as problem:
        raise Unreadable(f"The file is not UTF-8 text (at byte {problem.start + 1}). {_HAND_IN_ANOTHER}") from None


def _json(text: str) -> Any:
    try:
        return json.loads(text)
    except json.JSONDecodeError as problem:
        place = f"line {problem.lineno}, column {problem.colno}"
        raise Unreadable(f"The file is not JSON, as a notebook is: see {place}. {_HAND_IN_ANOTHER}") from None
    except (ValueError, RecursionError):
        raise Unreadable(f"The file is JSON that no notebook program writes. {_HAND_IN_ANOTHER}") from None


def _converted(text: str, version: int) -> list[Any]:
    from nbformat import convert, reader

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return list(convert(reader.reads(text), 4).cells)
    except Exception:  # whatever nbformat makes of a file that nobody has checked
        raise Unreadable(
            f"The notebook has the old format {version} and could not be converted. {_OPEN_AND_SAVE}"
        ) from None


def _cells(cells: list[Any]) -> list[Cell]:
    """The cells that have the form of one; others are no cells."""
    read: list[Cell] = []
    number = 0
    for cell in cells:
        source = _source(cell)
        if source is None:
            continue
        runs = cell.get("cell_type") == "code" and bool(source.strip())
        number += runs
        identity, metadata = cell.get("id"), cell.get("metadata")
        read.append(
            Cell(
                number if runs else 0,
                source,
                identity if isinstance(identity, str) else "",
                metadata if isinstance(metadata, dict) else {},
                cell,
            )
        )
    return read


def _source(cell: Any) -> str | None:
    source = cell.get("source") if isinstance(cell, dict) else None
    if isinstance(source, list) and all(isinstance(line, str) for line in source):
        source = "".join(source)
    return source.encode("utf-8", "replace").decode() if isinstance(source, str) else None
