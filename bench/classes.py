"""A class to grade: right, partly right, wrong and untouched submissions of lesson 01, in turn."""

from __future__ import annotations

import shutil
from pathlib import Path

from course_copy import answered, copy_of_course, hand_in, run, solutions, stubs

from autograder.places import ROOT

LESSON = "01_weighted_averages"
_ANSWER = "The sign is a direction: with weights 3 and -1 the average of 1 and 5 is -1."


def class_of(count: int, folder: Path) -> Path:
    """A copy of the course in which so many learners handed lesson 01 in; its gradebook knows the assignment."""
    course = copy_of_course(ROOT, folder)
    released = run(course, "nbgrader", "generate_assignment", LESSON)
    if released.returncode:
        raise RuntimeError(released.stderr)
    kinds = list(_answers(course).items())
    for number in range(count):
        kind, answers = kinds[number % len(kinds)]
        hand_in(course, f"{number:04}_{kind}", LESSON, answers, "" if kind == "untouched" else _ANSWER)
    return course


def fresh_gradebook(course: Path) -> None:
    """Forget what was graded, but not the assignment."""
    for folder in ("autograded", "feedback"):
        shutil.rmtree(course / folder, ignore_errors=True)
    (course / "gradebook.db").unlink(missing_ok=True)
    run(course, "nbgrader", "generate_assignment", LESSON, "--force")


def _answers(course: Path) -> dict[str, dict[str, str]]:
    stub, right = stubs(course, LESSON), solutions(course, LESSON)
    by_the_count = answered(
        stub["weighted_average"],
        "values, weights = np.asarray(values), np.asarray(weights)",
        "return values @ weights / len(weights)",
    )
    without_errors = answered(stub["normalize"], "return np.array(weights) / sum(weights)")
    names = ("weighted_average", "normalize", "weighted_averages", "moving_average")
    return {
        "right": right,
        "partly": right | {"weighted_average": by_the_count, "normalize": without_errors},
        "wrong": {name: answered(stub[name], "return 42.0") for name in names},
        "untouched": {},
    }
