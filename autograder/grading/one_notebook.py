"""Grade one handed-in notebook.

Pure functions of the file and the limits: they print nothing, write nothing, and return plain
data, so they can run anywhere.
"""

from __future__ import annotations

import contextlib
import logging
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from autograder.grading.notebook_file import Unreadable
from autograder.grading.process import CellError, Limits, ProcessWork
from autograder.grading.submission import Submission, named_lesson, read_submission
from autograder.lessons import all_lessons
from autograder.outcome import ExerciseOutcome, Verdict
from autograder.places import Places
from autograder.testing import examine, has_hidden_tests

Result = dict[str, Any]
Output = dict[str, Any]
logger = logging.getLogger(__name__)
_MAX_NOTES = 20


def grade_notebook(path: Path, lesson: str | None = None, limits: Limits | None = None) -> Result:
    """The line of `grade --json` for a notebook; `lesson` where it is not to be found out.

    What cannot be graded has "error" and null for its points.
    """
    return _grade(path, lesson, limits, records=False)[0]


def grade_and_record(path: Path, lesson: str, limits: Limits | None = None) -> tuple[Result, dict[int, Any]]:
    """The same line, and what the code cells showed, by number: not to be trusted, as all that a submission sends."""
    return _grade(path, lesson, limits, records=True)


def _grade(path: Path, lesson: str | None, limits: Limits | None, records: bool) -> tuple[Result, dict[int, Any]]:
    try:
        submission = read_submission(path, lesson)
    except Unreadable as problem:
        known = [index.lesson for index in all_lessons()]
        return could_not_grade(path, lesson or named_lesson(path, known), str(problem)), {}
    name = submission.lesson.lesson
    if not has_hidden_tests(name):
        return could_not_grade(path, name, f"The hidden tests of {name} are not in this copy of the course."), {}
    try:
        with ProcessWork(submission.code, limits or Limits(), hidden=_answers_of(name), records=records) as work:
            outcomes = _examined(submission, work)
    except Exception as problem:
        logger.exception("%s", path)
        return could_not_grade(path, name, f"The grader failed ({type(problem).__name__}): {problem}"), {}
    left_out = {error.cell: [_left_out(error)] for error in work.errors if error.cell in work.left_out}
    return _line(path, submission, outcomes, work.errors), work.outputs | left_out


def could_not_grade(path: Path, lesson: str | None, sentence: str) -> Result:
    """The line of a notebook that has no grade."""
    return {
        "notebook": str(path),
        "lesson": lesson,
        "points": None,
        "max_points": None,
        "exercises": [],
        "error": sentence,
    }


def _answers_of(lesson: str) -> list[str]:
    """Files below course/ that hold right versions of this lesson's exercises, or of later ones."""
    places = Places.of()
    pieces = [places.piece_of(index.lesson) for index in all_lessons() if index.lesson >= lesson]
    return [piece.relative_to(places.root / "course").as_posix() for piece in pieces]


def _examined(submission: Submission, work: ProcessWork) -> list[ExerciseOutcome]:
    points = {exercise.name: float(exercise.points) for exercise in submission.lesson.exercises}
    with contextlib.redirect_stdout(sys.stderr):
        outcomes = examine(submission.lesson.lesson, points, work)
    return [_explained(outcome, submission, work.errors) for outcome in outcomes.values()]


def _left_out(error: CellError) -> Output:
    """What a cell shows that ended its process."""
    return {"output_type": "error", "ename": "LeftOut", "evalue": str(error), "traceback": [f"{error}."]}


def _explained(outcome: ExerciseOutcome, submission: Submission, errors: Sequence[CellError]) -> ExerciseOutcome:
    """An exercise that is written but was never defined, because its cell failed, is not "not started"."""
    failed = [error for error in errors if error.cell in submission.defined_in.get(outcome.name, ())]
    if outcome.verdict is not Verdict.NOT_STARTED or not failed:
        return outcome
    evidence = f"{failed[-1]}, so {outcome.name} was never defined."
    tests = tuple(replace(test, verdict=Verdict.NOT_YET, evidence=evidence) for test in outcome.tests)
    return replace(outcome, verdict=Verdict.NOT_YET, tests=tests)


def _line(
    path: Path, submission: Submission, outcomes: Sequence[ExerciseOutcome], errors: Sequence[CellError]
) -> dict[str, Any]:
    line: dict[str, Any] = {
        "notebook": str(path),
        "lesson": submission.lesson.lesson,
        "points": round(sum(outcome.points for outcome in outcomes), 2),
        "max_points": float(sum(outcome.max_points for outcome in outcomes)),
        "exercises": [outcome.to_json() for outcome in outcomes],
    }
    notes = [*submission.notes, *(f"{error}." for error in errors)]
    if len(notes) > _MAX_NOTES:
        notes[_MAX_NOTES:] = [f"And {len(notes) - _MAX_NOTES} more notes."]
    if notes:
        line["notes"] = notes
    ours = [outcome.name for outcome in outcomes if outcome.verdict is Verdict.OUR_FAULT]
    if ours:
        line["error"] = (
            f"The grader failed at {' and '.join(ours)}. This is no mistake of the learner's: "
            "the points are not final. Please report it."
        )
    return line
