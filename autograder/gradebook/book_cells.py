"""The cells of a lesson as nbgrader's gradebook keeps them: their points, text and checksums.

A lesson that the gradebook does not have yet is added by nbgrader's own steps of
`generate_assignment`, so that `nbgrader autograde`, feedback, formgrader and export agree with it.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from nbgrader.api import Gradebook, GradeCell, MissingEntry, SolutionCell
from nbgrader.preprocessors import (
    CheckCellMetadata,
    ClearOutput,
    ClearSolutions,
    ComputeChecksums,
    LockCells,
    SaveCells,
)

from autograder.authoring import assemble
from autograder.authoring.source import LessonError, read_lesson
from autograder.gradebook.nbgrader_plugin import settings
from autograder.places import Places

_STEPS = (LockCells, ClearSolutions, ClearOutput, CheckCellMetadata, ComputeChecksums)


class NotInGradebook(LookupError):
    """The gradebook does not have this lesson as it is; the message is a sentence."""


@dataclass(frozen=True)
class BookCell:
    """One cell that the gradebook knows. An answer that a person grades has points and is an answer."""

    name: str
    kind: str  # "code" or "markdown"
    locked: bool
    source: str
    checksum: str | None
    grade_key: str | None = None  # of the row that holds its points
    points: float = 0.0
    answer_key: str | None = None  # of the row that comments belong to

    def metadata(self) -> dict[str, Any]:
        """The metadata of the released cell, whatever a submission says."""
        facts: dict[str, Any] = {
            "cell_type": self.kind,
            "checksum": self.checksum,
            "grade": self.grade_key is not None,
            "grade_id": self.name,
            "locked": self.locked,
            "schema_version": 3,
            "solution": self.answer_key is not None,
            "task": False,
        }
        if self.grade_key:
            facts["points"] = self.points
        return {"deletable": False, "nbgrader": facts} | ({"editable": False} if self.locked else {})


@dataclass(frozen=True)
class BookLesson:
    """The cells of a lesson by name, in the order of the notebook when it was added here."""

    key: str  # of the notebook
    kernelspec: dict[str, Any]
    cells: Mapping[str, BookCell]

    def exercises(self) -> dict[str, float]:
        """The exercises that are graded automatically, and their points."""
        return {cell.name: cell.points for cell in self.cells.values() if cell.grade_key and not cell.answer_key}

    def check(self, name: str, points: Mapping[str, float]) -> None:
        """`NotInGradebook` unless it has these exercises and points."""
        if points != self.exercises():
            raise NotInGradebook(
                f"The gradebook has {name} with other exercises or points than this copy of the course: "
                f"run `nbgrader generate_assignment {name}`."
            )


def find(gradebook: Gradebook, lesson: str) -> BookLesson | None:
    """The lesson in this gradebook; None when it is not in there."""
    try:
        notebook = gradebook.find_notebook(lesson, lesson)
    except MissingEntry:
        return None
    db = gradebook.db
    graded = {cell.name: cell for cell in db.query(GradeCell).filter(GradeCell.notebook_id == notebook.id)}
    answers = {cell.name: cell.id for cell in db.query(SolutionCell).filter(SolutionCell.notebook_id == notebook.id)}
    cells = {
        cell.name: BookCell(
            name=cell.name,
            kind=cell.cell_type,
            locked=cell.locked,
            source=cell.source or "",
            checksum=cell.checksum,
            grade_key=graded[cell.name].id if cell.name in graded else None,
            points=graded[cell.name].max_score if cell.name in graded else 0.0,
            answer_key=answers.get(cell.name),
        )
        for cell in notebook.source_cells
    }
    return BookLesson(notebook.id, json.loads(notebook.kernelspec or "{}"), cells)


def add(gradebook: Gradebook, lesson: str, places: Places) -> BookLesson:
    """Add a lesson as `nbgrader generate_assignment` does."""
    if not places.source_of(lesson).is_file():
        raise NotInGradebook(
            f"{lesson} is not in the gradebook, and its source is not in this copy of the course: "
            f"run `nbgrader generate_assignment {lesson}` where it is."
        )
    try:
        notebook = assemble.nbgrader_source(read_lesson(lesson, places))
    except LessonError as error:
        raise NotInGradebook(f"{lesson} cannot be added to the gradebook:\n{error}") from None
    resources = {"nbgrader": {"notebook": lesson, "assignment": lesson, "student": "."}}
    for step in _STEPS:
        notebook, resources = step(config=settings()).preprocess(notebook, resources)
    gradebook.update_or_create_assignment(lesson)
    save = SaveCells()
    save.gradebook, save.notebook_id, save.assignment_id = gradebook, lesson, lesson  # it would open its own
    save.new_grade_cells, save.new_solution_cells, save.new_task_cells, save.new_source_cells = {}, {}, {}, {}
    for index, cell in enumerate(notebook.cells):
        save.preprocess_cell(cell, resources, index)
    save._create_notebook(notebook)
    added = find(gradebook, lesson)
    assert added is not None
    return added
