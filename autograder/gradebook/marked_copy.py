"""The notebook that graders and learners look at after grading: autograded/<student>/<lesson>/<lesson>.ipynb.

The learner's text and plots stay. Metadata and locked cells are the course's again, whatever a
submission says, and the output of each check cell is the report, with the points as nbgrader reads them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from html import escape
from typing import Any

import nbformat
from nbformat import NotebookNode
from nbgrader.preprocessors import OverwriteCells

from autograder.gradebook import outputs
from autograder.gradebook.book_cells import BookCell, BookLesson
from autograder.grading.notebook_file import Unreadable, cells_in
from autograder.notebook.report import report
from autograder.outcome import ExerciseOutcome, TestOutcome, Verdict

MOST_CELLS = 2000  # a lesson has some hundred; nbgrader takes many minutes for a hundred thousand

Cells = dict[str, NotebookNode]
Shown = Mapping[int, Any]


def marked_copy(
    content: bytes, lesson: BookLesson, result: Mapping[str, Any], recorded: Shown | None = None
) -> tuple[NotebookNode, Cells]:
    """The notebook to show, and its cells that the gradebook knows, by name.

    `recorded` is what the code cells showed when they were run, by number; without it, what was handed in stays.
    """
    handed_in = list(_read(content, recorded))
    known = _known(handed_in, lesson)
    cells = [cell for cell, _ in handed_in]
    for name, book_cell in lesson.cells.items():
        place = known.get(name)
        if place is not None:
            cells[place] = _restored(cells[place], book_cell)
        elif book_cell.grade_key:
            known[name] = len(cells)
            cells.append(_added_back(book_cell))
    for exercise in result["exercises"]:
        cells[known[exercise["name"]]].outputs = _reported(exercise)
    marked = {name: cells[place] for name, place in known.items()}
    cells = _shortened(cells, set(known.values()))
    if "error" in result:
        cells.insert(0, _new("markdown", f"**{escape(outputs.text(result['error']))}**"))
    for number, cell in enumerate(cells, 1):
        cell.id = f"cell-{number}"
    metadata = {"kernelspec": lesson.kernelspec, "language_info": {"name": "python"}}
    notebook = nbformat.from_dict({"cells": cells, "metadata": metadata, "nbformat": 4, "nbformat_minor": 5})
    nbformat.validate(notebook)
    return notebook, marked


def _known(handed_in: list[tuple[NotebookNode, list[str]]], lesson: BookLesson) -> dict[str, int]:
    """Where the cells are that the gradebook knows; of copies the last one counts, as in nbgrader."""
    places: dict[str, int] = {}
    for way in (0, 1):  # a cell's grade id, and where that is lost its id
        for place, (_, names) in enumerate(handed_in):
            name = names[way]
            if name in lesson.cells and place not in places.values() and (way == 0 or name not in places):
                places[name] = place
    return places


def _restored(cell: NotebookNode, book_cell: BookCell) -> NotebookNode:
    """A cell of the learner with the type, the metadata and, where it is locked, the text of the course."""
    source = book_cell.source if book_cell.locked else cell.source
    new = _new(book_cell.kind, source)
    new.metadata = nbformat.from_dict(book_cell.metadata())
    if book_cell.kind == cell.cell_type == "code":
        new.execution_count = cell.execution_count
        if not book_cell.grade_key:
            new.outputs = cell.outputs
    if "attachments" in cell and book_cell.kind == "markdown":
        new.attachments = cell.attachments
    return new


def _added_back(book_cell: BookCell) -> NotebookNode:
    """A cell that the learner deleted; nbgrader's notice makes sure that a person looks at an answer."""
    added = _new(book_cell.kind, book_cell.source)
    if book_cell.answer_key:
        added.source = OverwriteCells().missing_cell_notification.format(cell_id=book_cell.name) + book_cell.source
    added.metadata = nbformat.from_dict(book_cell.metadata())
    return added


def _shortened(cells: list[NotebookNode], known: set[int]) -> list[NotebookNode]:
    """As many cells as a person may want to see, and those that the gradebook knows."""
    kept = [cell for place, cell in enumerate(cells) if place < MOST_CELLS or place in known]
    if len(kept) < len(cells):
        kept.append(_new("markdown", f"**{len(cells) - len(kept)} more cells were handed in than are shown here.**"))
    return kept


def _reported(exercise: Mapping[str, Any]) -> list[NotebookNode]:
    """The report, and as a value the points; a fault of the grader gives none."""
    outcome = _outcome(exercise)
    told = [outputs.shown(report(outcome)._repr_mimebundle_())]
    if outcome.verdict is not Verdict.OUR_FAULT:
        told += outputs.as_a_kernel_sends(
            [{"output_type": "execute_result", "data": {"text/plain": repr(float(outcome.points))}}]
        )
    return told


def _outcome(facts: Mapping[str, Any]) -> ExerciseOutcome:
    """The exercise of a line of `grade --json`."""
    tests = tuple(TestOutcome(**{**test, "verdict": Verdict(test["verdict"])}) for test in facts["tests"])
    return ExerciseOutcome(**{**facts, "verdict": Verdict(facts["verdict"]), "tests": tests})


def _read(content: bytes, recorded: Shown | None) -> Iterator[tuple[NotebookNode, list[str]]]:
    """The cells that were handed in, made anew, each with its grade id and its id; none when it is no notebook."""
    try:
        cells, _ = cells_in(content)
    except Unreadable:
        return
    for cell in cells:
        new = _new(str(cell.facts.get("cell_type")), outputs.text(cell.source))
        if new.cell_type == "code":
            shown = cell.facts.get("outputs") if recorded is None else recorded.get(cell.number)
            new.outputs = outputs.text_and_pictures(shown)
            new.execution_count = cell.number if recorded and cell.number in recorded else None
        elif new.cell_type == "markdown" and (attachments := _attachments(cell.facts.get("attachments"))):
            new.attachments = attachments
        ours = cell.metadata.get("nbgrader")
        yield new, [str(ours.get("grade_id")) if isinstance(ours, dict) else "", str(cell.id)]


def _new(kind: str, source: str) -> NotebookNode:
    """A cell; nbformat's own functions validate each, which takes longer than all the rest."""
    kind = kind if kind in ("code", "markdown") else "raw"
    cell = NotebookNode(cell_type=kind, metadata=NotebookNode(), source=source)
    if kind == "code":
        cell.update(outputs=[], execution_count=None)
    return cell


def _attachments(attachments: Any) -> dict[str, dict[str, str]]:
    found = attachments.items() if isinstance(attachments, dict) else ()
    kept = {outputs.text(name): outputs.pictures(data) for name, data in found}
    return {name: data for name, data in kept.items() if data}
