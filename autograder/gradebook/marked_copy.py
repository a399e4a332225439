"""The notebook that graders and learners look at after grading: autograded/<student>/<lesson>/<lesson>.ipynb.

The learner's text and plots stay. Metadata and locked cells are the course's again, whatever a
submission says, and the output of each check cell is the report. Of the learner's outputs only plain
text and pictures are kept: markup would run in the browser of whoever grades.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from html import escape
from typing import Any

import nbformat
from nbformat import NotebookNode, convert, reader
from nbgrader.preprocessors import OverwriteCells

from autograder.gradebook.book_cells import BookCell, BookLesson
from autograder.notebook.report import report
from autograder.outcome import ExerciseOutcome, TestOutcome, Verdict

Cells = dict[str, NotebookNode]
_MOST_TEXT = 100_000
_MOST_PICTURE = 2**21
_MOST_OUTPUTS = 50
_PICTURES = ("image/png", "image/jpeg")
_BASE64 = re.compile(r"[A-Za-z0-9+/=\s]*")


def marked_copy(content: bytes, lesson: BookLesson, result: Mapping[str, Any]) -> tuple[NotebookNode, Cells]:
    """The notebook to show, and its cells that the gradebook knows, by name."""
    handed_in = list(_read(content))
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
        shown = report(_outcome(exercise))._repr_mimebundle_()
        cells[known[exercise["name"]]].outputs = [_shown(shown)]
    marked = {name: cells[place] for name, place in known.items()}
    if "error" in result:
        cells.insert(0, _new("markdown", f"**{escape(_text(result['error']))}**"))
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
    if book_cell.kind == cell.cell_type == "code" and not book_cell.grade_key:
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


def _outcome(facts: Mapping[str, Any]) -> ExerciseOutcome:
    """The exercise of a line of `grade --json`."""
    tests = tuple(TestOutcome(**{**test, "verdict": Verdict(test["verdict"])}) for test in facts["tests"])
    return ExerciseOutcome(**{**facts, "verdict": Verdict(facts["verdict"]), "tests": tests})


def _read(content: bytes) -> Iterator[tuple[NotebookNode, list[str]]]:
    """The cells that were handed in, made anew, each with its grade id and its id; none when it is no notebook."""
    for cell in _cells(content):
        if not isinstance(cell, dict) or not isinstance(cell.get("source"), str | list):
            continue
        new = _new(str(cell.get("cell_type")), _text(cell["source"]))
        if new.cell_type == "code":
            new.outputs = list(_outputs(cell.get("outputs")))
        elif new.cell_type == "markdown" and (attachments := _attachments(cell.get("attachments"))):
            new.attachments = attachments
        metadata = cell.get("metadata")
        ours = metadata.get("nbgrader") if isinstance(metadata, dict) else None
        yield new, [str(ours.get("grade_id")) if isinstance(ours, dict) else "", str(cell.get("id"))]


def _cells(content: bytes) -> list[Any]:
    """What a notebook has for cells; nbformat only reads old ones, since one bad cell would make it give up."""
    try:
        facts = json.loads(content.decode("utf-8-sig"))
        cells = facts["cells"] if facts["nbformat"] >= 4 else convert(reader.reads(content.decode()), 4).cells
    except Exception:  # whatever is in a file that nobody has checked
        return []
    return cells if isinstance(cells, list) else []


def _new(kind: str, source: str) -> NotebookNode:
    """A cell; nbformat's own functions validate each, which takes longer than all the rest."""
    kind = kind if kind in ("code", "markdown") else "raw"
    cell = NotebookNode(cell_type=kind, metadata=NotebookNode(), source=source)
    if kind == "code":
        cell.update(outputs=[], execution_count=None)
    return cell


def _outputs(outputs: Any) -> Iterator[NotebookNode]:
    for output in outputs[:_MOST_OUTPUTS] if isinstance(outputs, list) else []:
        kind = output.get("output_type") if isinstance(output, dict) else None
        if kind == "stream":
            name = "stderr" if output.get("name") == "stderr" else "stdout"
            yield NotebookNode(output_type="stream", name=name, text=_text(output.get("text")))
        elif kind in ("display_data", "execute_result") and (data := _data(output.get("data"))):
            yield _shown(data)
        elif kind == "error":
            traceback = output.get("traceback")
            lines = [_text(line) for line in traceback[:_MOST_OUTPUTS]] if isinstance(traceback, list) else []
            name, value = _text(output.get("ename")), _text(output.get("evalue"))
            yield NotebookNode(output_type="error", ename=name, evalue=value, traceback=lines)


def _shown(data: dict[str, str]) -> NotebookNode:
    return NotebookNode(output_type="display_data", data=NotebookNode(data), metadata=NotebookNode())


def _data(data: Any) -> dict[str, str]:
    if not isinstance(data, dict):
        return {}
    kept = _pictures(data)
    return {"text/plain": _text(data["text/plain"])} | kept if "text/plain" in data else kept


def _attachments(attachments: Any) -> dict[str, dict[str, str]]:
    found = attachments.items() if isinstance(attachments, dict) else ()
    kept = {_text(name): _pictures(data) for name, data in found if isinstance(data, dict)}
    return {name: data for name, data in kept.items() if data}


def _pictures(data: dict[str, Any]) -> dict[str, str]:
    pictures = {kind: _joined(data.get(kind)) for kind in _PICTURES}
    return {
        kind: picture
        for kind, picture in pictures.items()
        if 0 < len(picture) <= _MOST_PICTURE and _BASE64.fullmatch(picture)
    }


def _text(text: Any) -> str:
    """A text, in one piece or in lines, that can be written to a file and that a browser can show."""
    return _joined(text)[:_MOST_TEXT].encode("utf-8", "replace").decode()


def _joined(text: Any) -> str:
    lines = text if isinstance(text, list) else [text]
    return "".join(line for line in lines if isinstance(line, str))
