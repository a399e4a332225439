"""What each cell of a lesson is for, as its tags say."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from autograder.authoring import regions
from autograder.authoring.cells import Cell, Wrong

Role = Literal["prose", "code", "exercise", "hints", "check", "explain"]
_NAMED: dict[Role, str] = {"exercise": "code", "hints": "markdown", "explain": "markdown"}
_WORDS = (*_NAMED, "points", "minutes")
_CHECK = re.compile(r"check\(\s*[\"']([^\"']*)[\"']\s*\)")
_NAME = re.compile(r"[A-Za-z_]\w*", re.ASCII)


@dataclass(frozen=True)
class LessonCell:
    """A cell and what it is for; `name` is the exercise or Explain question that it belongs to."""

    cell: Cell
    role: Role
    name: str = ""
    points: float = 0

    @property
    def marks(self) -> regions.Marks:
        """The marks around what the learner writes here."""
        return regions.CODE if self.cell.kind == "code" else regions.TEXT


def with_role(cell: Cell, wrong: Wrong) -> LessonCell:
    """The cell with its role, name and points."""
    labels = cell.labels()
    for word in labels:
        if word not in _WORDS:
            wrong(cell.line, f"unknown tag `{word}:...`: the course knows {', '.join(_WORDS)}.")
    points = number(cell, "points", wrong) if "points" in labels else 0
    for role, kind in _NAMED.items():
        if role in labels:
            name = labels[role]
            if not _NAME.fullmatch(name):
                wrong(cell.line, f"`{name}` cannot be a name: use letters, digits and underscores.")
            if cell.kind != kind:
                wrong(cell.line, f"a cell with the tag `{role}:{name}` must be a {kind} cell.")
            return LessonCell(cell, role, name, points)
    if "points" in labels:
        match = _CHECK.fullmatch(cell.source.strip())
        if not match:
            wrong(cell.line, 'a cell with points is a check cell: it holds `check("name")` and nothing else.')
        return LessonCell(cell, "check", match[1] if match else "", points)
    return LessonCell(cell, "code" if cell.kind == "code" else "prose")


def number(cell: Cell, word: str, wrong: Wrong) -> float:
    """The number of a tag such as `points:3`."""
    text = cell.labels().get(word, "")
    if re.fullmatch(r"[0-9]+(\.[0-9]+)?", text) and float(text) > 0:
        return float(text) if "." in text else int(text)
    wrong(cell.line, f"`{word}:{text}` must be a number above 0.")
    return 0
