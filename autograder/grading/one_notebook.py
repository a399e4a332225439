"""Grade one handed-in notebook.

A pure function of the file and the limits: it prints nothing, writes nothing, and returns plain
data, so it can run anywhere.
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
from autograder.testing import examine, has_hidden_tests

logger = logging.getLogger(__name__)
_MAX_NOTES = 20


def grade_notebook(path: Path, lesson: str | None = None, limits: Limits | None = None) -> dict[str, Any]:
    """The line of `grade --json` for a notebook; `lesson` where it is not to be found out.

    What cannot be graded has "error" and null for its points.
    """
    try:
        submission = read_submission(path, lesson)
    except Unreadable as problem:
        known = [index.lesson for index in all_lessons()]
        return could_not_grade(path, lesson or named_lesson(path, known), str(problem))
    name = submission.lesson.lesson
    if not has_hidden_tests(name):
        return could_not_grade(path, name, f"The hidden tests of {name} are not in this copy of the course.")
    try:
        outcomes, errors = _examined(submission, limits or Limits())
    except Exception as problem:
        logger.exception("%s", path)
        return could_not_grade(path, name, f"The grader failed ({type(problem).__name__}): {problem}")
    return _line(path, submission, outcomes, errors)


def could_not_grade(path: Path, lesson: str | None, sentence: str) -> dict[str, Any]:
    """The line of a notebook that has no grade."""
    return {
        "notebook": str(path),
        "lesson": lesson,
        "points": None,
        "max_points": None,
        "exercises": [],
        "error": sentence,
    }


def _examined(submission: Submission, limits: Limits) -> tuple[list[ExerciseOutcome], Sequence[CellError]]:
    points = {exercise.name: float(exercise.points) for exercise in submission.lesson.exercises}
    with ProcessWork(submission.code, limits) as work, contextlib.redirect_stdout(sys.stderr):
        outcomes = examine(submission.lesson.lesson, points, work)
        return [_explained(outcome, submission, work.errors) for outcome in outcomes.values()], work.errors


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
