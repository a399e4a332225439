"""Let nbgrader make the learner's notebooks, and make sure that they keep every secret."""

from __future__ import annotations

import logging
import tempfile
from collections.abc import Mapping
from pathlib import Path

import nbformat
from nbgrader.converters import GenerateAssignment
from nbgrader.converters.base import NbGraderException
from nbgrader.coursedir import CourseDirectory

from autograder.authoring import regions
from autograder.authoring.assemble import HIDDEN_BEGIN, cell_id
from autograder.authoring.source import Lesson, LessonCell, LessonError
from autograder.gradebook.nbgrader_plugin import settings


def generate(sources: Mapping[str, str]) -> dict[str, bytes]:
    """nbgrader's `generate_assignment` for source notebooks by stem, in a course made for it and thrown away."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        root = Path(folder).resolve()
        config = settings()
        config.CourseDirectory.root = str(root)
        config.GenerateAssignment.no_database = True  # these two are `nbgrader generate_assignment --no-db`
        config.SaveCells.enabled = False
        for stem, text in sources.items():
            source = root / "source" / stem / f"{stem}.ipynb"
            source.parent.mkdir(parents=True)
            source.write_bytes(text.encode())
            _run(CourseDirectory(config=config, assignment_id=stem))
        return {stem: _read(root / "release" / stem / f"{stem}.ipynb") for stem in sources}


def verify(lesson: Lesson, content: bytes, file: str) -> None:
    """Raise `LessonError` when a learner's notebook is not exactly what a learner may see."""
    notebook = nbformat.reads(content.decode(), as_version=4)
    expected = [cell for cell in lesson.cells if cell.role != "hints"]
    problems = []
    if len(notebook.cells) != len(expected):
        problems.append(f"{file}:1: nbgrader made {len(notebook.cells)} cells of {len(expected)}.")
    for cell, made in zip(expected, notebook.cells, strict=False):
        where = f"{file}:{cell.cell.line}"
        if made.source != learners_text(cell):
            problems.append(f"{where}: nbgrader made something else of this cell than a learner should see.")
        if made.get("outputs") or made.get("execution_count"):
            problems.append(f"{where}: this cell has an output in the learner's notebook.")
        if cell.role in ("exercise", "check", "explain") and made.metadata.nbgrader.grade_id != cell_id(cell):
            problems.append(f"{where}: this cell lost its name in the learner's notebook.")
    for mark in ("BEGIN SOLUTION", "END SOLUTION", HIDDEN_BEGIN, "HIDDEN TESTS"):
        if mark in content.decode():
            problems.append(f"{file}:1: the learner's notebook contains {mark}.")
    if problems:
        raise LessonError("\n".join(problems))


def learners_text(cell: LessonCell) -> str:
    """A cell as the learner gets it."""
    if cell.role == "check":
        return f'check("{cell.name}")'
    return regions.stubbed(cell.cell.source, cell.marks)


def _run(coursedir: CourseDirectory) -> None:
    heard = _Heard()
    logger = logging.Logger("generate_assignment")
    logger.addHandler(heard)
    try:
        GenerateAssignment(coursedir=coursedir, config=coursedir.config, log=logger).start()
    except NbGraderException as error:
        said = "\n".join(heard.errors) or str(error)
        raise LessonError(f"solutions/{coursedir.assignment_id}.py:1: nbgrader refuses this lesson.\n{said}") from error


def _read(path: Path) -> bytes:
    return path.read_bytes().replace(b"\r\n", b"\n")  # nbgrader writes text, and Windows ends lines in its own way


class _Heard(logging.Handler):
    """Keeps nbgrader's errors instead of printing them."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.errors: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.errors.append(record.getMessage())
