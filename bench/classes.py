"""A class to grade: right, partly right, wrong and untouched submissions of lesson 01, in turn."""

from __future__ import annotations

import shutil
from pathlib import Path

from class_of import ANSWER, LESSON, answers_of_the_class
from course_copy import answered, copy_of_course, hand_in, run, stubs

from autograder.places import ROOT


def class_of(count: int, folder: Path) -> Path:
    """A copy of the course in which so many learners handed lesson 01 in; its gradebook knows the assignment."""
    course = copy_of_course(ROOT, folder)
    released = run(course, "nbgrader", "generate_assignment", LESSON)
    if released.returncode:
        raise RuntimeError(released.stderr)
    kinds = list(_answers(course).items())
    for number in range(count):
        kind, answers = kinds[number % len(kinds)]
        hand_in(course, f"{number:04}_{kind}", LESSON, answers, "" if kind == "untouched" else ANSWER)
    return course


def fresh_gradebook(course: Path) -> None:
    """Forget what was graded, but not the assignment."""
    for folder in ("autograded", "feedback"):
        shutil.rmtree(course / folder, ignore_errors=True)
    (course / "gradebook.db").unlink(missing_ok=True)
    run(course, "nbgrader", "generate_assignment", LESSON, "--force")


def _answers(course: Path) -> dict[str, dict[str, str]]:
    answers, stub = answers_of_the_class(course), stubs(course, LESSON)
    names = ("weighted_average", "normalize", "weighted_averages", "moving_average")
    return {
        "right": answers["right"],
        "partly": answers["partly"],
        "wrong": {name: answered(stub[name], "return 42.0") for name in names},
        "untouched": {},
    }
