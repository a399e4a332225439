"""Write graded notebooks into nbgrader's database, as `nbgrader autograde` would have.

A submission is one transaction: either all of its scores are there or none. The notebook to look at is
written just before the commit, so a run that was killed leaves at worst a file that the next run writes
again. What is done already is known by a digest of the notebook, its timestamp and the lesson's tests.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import nbformat.v4
from sqlalchemy import text
from sqlalchemy.exc import SQLAlchemyError

from autograder import files
from autograder.gradebook import book_cells, book_database, class_config
from autograder.gradebook.book_cells import BookLesson, NotInGradebook
from autograder.gradebook.book_database import RECORDS, transaction
from autograder.gradebook.book_scores import write_scores
from autograder.gradebook.class_config import ClassConfig
from autograder.gradebook.handed_in import LINK, TIMESTAMP, HandedIn, NotAClass
from autograder.gradebook.marked_copy import marked_copy
from autograder.grading.one_notebook import could_not_grade
from autograder.lessons import UnknownLesson, load
from autograder.places import Places

_GRADED = """
    SELECT a.name, s.student_id, r.digest FROM autograder_record r
    JOIN submitted_notebook n ON n.id = r.submitted_notebook_id
    JOIN submitted_assignment s ON s.id = n.assignment_id JOIN assignment a ON a.id = s.assignment_id
    WHERE r.problem IS NULL"""


class GradebookError(Exception):
    """Something was not written to the gradebook; the message is a sentence."""


class Book:
    """A class's gradebook, open for writing."""

    def __init__(self, config: ClassConfig, places: Places | None = None):
        self._config = config
        self._places = places or Places.of()
        self._lessons: dict[str, BookLesson] = {}
        self._rules: dict[str, bytes] = {}
        self._digests: dict[HandedIn, str] = {}  # as of before they were graded
        try:
            self._gradebook = book_database.open_database(config)
        except (SQLAlchemyError, OSError) as problem:
            shown, reason = book_database.shown(config.url), book_database.reason(problem)
            raise GradebookError(f"The gradebook {shown} cannot be opened: {reason}") from problem

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._gradebook.close()

    def to_do(self, paths: Iterable[Path]) -> list[Path]:
        """The notebooks that are not graded yet, or that changed since, or that no path of a class names."""
        with transaction(self._gradebook):
            graded = {
                (lesson, student): digest for lesson, student, digest in self._gradebook.db.execute(text(_GRADED))
            }
        return [path for path in paths if not self._is_done(path, graded)]

    def record(self, result: Mapping[str, Any]) -> None:
        """Write a line of `grade --json`. A second time changes nothing. Raises `GradebookError`."""
        try:
            handed_in = HandedIn.of(Path(result["notebook"]))
            if result["lesson"] not in (None, handed_in.lesson):
                raise GradebookError(
                    f"{handed_in.notebook} was graded as {result['lesson']}, where nobody handed it in."
                )
            if not handed_in.is_own():
                result = could_not_grade(handed_in.notebook, handed_in.lesson, LINK)
            lesson = self._lesson(handed_in.lesson)
            lesson.check(handed_in.lesson, _points(result, handed_in.lesson))
            self._write(handed_in, lesson, result)
        except (SQLAlchemyError, OSError, NotInGradebook, ValueError) as problem:
            raise GradebookError(f"{result['notebook']}: {book_database.reason(problem)}") from problem

    def _write(self, handed_in: HandedIn, lesson: BookLesson, result: Mapping[str, Any]) -> None:
        digest = self._digests.get(handed_in) or self._digest(handed_in)
        notebook, cells = marked_copy(handed_in.content(), lesson, result)
        content = nbformat.v4.writes(notebook).encode()
        when = handed_in.timestamp()
        with transaction(self._gradebook):
            db = self._gradebook.db
            key = write_scores(self._gradebook, handed_in, lesson, cells, result, self._config)
            db.execute(RECORDS.delete().where(RECORDS.c.submitted_notebook_id == key))
            record = {"submitted_notebook_id": key, "digest": digest, "problem": result.get("error")}
            db.execute(RECORDS.insert().values(record))
            db.flush()
            files.write_whole(handed_in.autograded, content)
            if when:
                files.write_whole(handed_in.autograded.with_name(TIMESTAMP), when)

    def _lesson(self, name: str) -> BookLesson:
        if name not in self._lessons:
            with transaction(self._gradebook):
                found = book_cells.find(self._gradebook, name) or book_cells.add(self._gradebook, name, self._places)
            self._lessons[name] = found
        return self._lessons[name]

    def _is_done(self, path: Path, graded: Mapping[tuple[str, str], str]) -> bool:
        try:
            handed_in = HandedIn.of(path)
        except ValueError:
            return False
        digest = self._digests[handed_in] = self._digest(handed_in)
        return digest == graded.get((handed_in.lesson, handed_in.student)) and handed_in.autograded.is_file()

    def _digest(self, handed_in: HandedIn) -> str:
        """What was handed in, when, and by which tests it is graded: when any of it changes, it is graded again."""
        name = handed_in.lesson
        if name not in self._rules:
            tests = [path for path in self._places.hidden_tests.rglob("*.py") if name in str(path)]
            rules = [path.read_bytes() for path in sorted([*tests, self._places.facts_of(name)]) if path.is_file()]
            self._rules[name] = _hash(*rules).digest()
        return _hash(handed_in.content(), handed_in.timestamp(), self._rules[name]).hexdigest()


def open_for(paths: Sequence[Path], gradebook: str = "") -> Book:
    """The gradebook of the class that these notebooks are of; the URL or file goes before its settings."""
    try:
        roots = {HandedIn.of(path).root for path in paths}
    except NotAClass as problem:
        raise GradebookError(str(problem)) from None
    if len(roots) != 1:
        raise GradebookError("A gradebook is for one class: these notebooks lie in " + " and ".join(map(str, roots)))
    return Book(class_config.read(roots.pop(), gradebook))


def _points(result: Mapping[str, Any], name: str) -> dict[str, float]:
    """The exercises that were graded, else those of the lesson, and their points."""
    graded = {one["name"]: one["max_points"] for one in result["exercises"]}
    try:
        return graded or {exercise.name: float(exercise.points) for exercise in load(name).exercises}
    except UnknownLesson as problem:
        raise NotInGradebook(str(problem)) from None


def _hash(*parts: bytes) -> hashlib._Hash:
    sum_of_parts = hashlib.sha256()
    for part in parts:
        sum_of_parts.update(len(part).to_bytes(8, "big") + part)
    return sum_of_parts
