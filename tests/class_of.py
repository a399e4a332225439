"""A small class with results that need no grading, for tests of what happens to results."""

from pathlib import Path
from typing import Any

import nbformat
from course_copy import answered, hand_in, solutions, stubs
from nbgrader.api import Gradebook

from autograder.gradebook import class_config
from autograder.gradebook.record import Book
from autograder.lessons import load
from autograder.places import Places

LESSON = "01_weighted_averages"
ANSWER = "The sign is a direction: with weights 3 and -1 the average of 1 and 5 is -1."


def class_of(root: Path, released: Path, *students: str, explained: str = ANSWER) -> list[Path]:
    """A class in which each of these students handed in the released notebook, with an answer under Explain."""
    target = Places.of(root).notebook_of(LESSON)
    if not target.exists():
        target.parent.mkdir(parents=True)
        target.write_bytes(released.read_bytes())
    return [hand_in(root, student, LESSON, {}, explained) for student in students]


def answers_of_the_class(course: Path) -> dict[str, dict[str, str]]:
    """The exercise cells of five learners, from right to untouched."""
    stub, right = stubs(course, LESSON), solutions(course, LESSON)
    loud = answered(
        stub["weighted_average"],
        "print('working on it')",
        "import sys, warnings",
        "warnings.warn('this function warns')",
        "sys.stderr.write('and complains')",
        "values, weights = np.array(values, float), np.array(weights, float)",
        "average = weights @ values / np.float64(weights.sum())",
        "if values.shape != weights.shape or not np.isfinite(average):",
        "    raise ValueError('no average')",
        "return average",
    )
    by_the_count = answered(
        stub["weighted_average"],
        "values, weights = np.asarray(values), np.asarray(weights)",
        "return values @ weights / len(weights)",
    )
    without_errors = answered(stub["normalize"], "return np.array(weights) / sum(weights)")
    wrong = {name: answered(stub[name], "return 42.0") for name in ("weight_for_target", "is_weighted_average")}
    raises = answered(stub["normalize"], "shares = weights / weights.sum()", "return shares")
    return {
        "right": right,
        "loud": right | {"weighted_average": loud},
        "partly": right | {"weighted_average": by_the_count, "normalize": without_errors},
        "broken": right
        | wrong
        | {"normalize": raises, "moving_average": "def moving_average(signal, weights:\n    return 1"},
        "untouched": {},
    }


def result(path: Path, share: float = 1.0, **changed: Any) -> dict[str, Any]:
    """A line of `grade --json`: each exercise earns this share of its points."""
    exercises = [_exercise(one.name, float(one.points), share) for one in load(LESSON).exercises]
    points = round(sum(one["points"] for one in exercises), 2)
    most = sum(one["max_points"] for one in exercises)
    line = {"notebook": str(path), "lesson": LESSON, "points": points, "max_points": most, "exercises": exercises}
    return line | changed


def failed(path: Path, sentence: str = "This is no notebook.") -> dict[str, Any]:
    """The line of a notebook that could not be graded."""
    return result(path, points=None, max_points=None, exercises=[], error=sentence)


def _exercise(name: str, points: float, share: float) -> dict[str, Any]:
    passed = share == 1
    test = {
        "name": "a heavier value pulls harder",
        "verdict": "passed" if passed else "not yet",
        "evidence": "" if passed else f"{name}([1, 5], [3, 1]) gave <b>4.0</b>",
        "hint": "" if passed else "Divide by the total weight.",
    }
    earned = round(points * share, 2)
    return {"name": name, "points": earned, "max_points": points, "verdict": test["verdict"], "tests": [test]}


def book_of(root: Path, url: str = "") -> Book:
    """The gradebook of a class, to write to."""
    return Book(class_config.read(root, url))


def record(root: Path, *results: dict[str, Any], url: str = "") -> None:
    """Write these results."""
    with book_of(root, url) as book:
        for line in results:
            book.record(line)


def contents(root: Path, url: str = "") -> dict[str, Any]:
    """Everything that nbgrader's own API tells about the submissions."""
    config = class_config.read(root, url)
    with Gradebook(config.url, config.course) as book:
        return {
            f"{submission.student.id}/{submission.assignment.name}": {
                "max": submission.max_score,
                "time": submission.timestamp,
                "penalty": submission.late_submission_penalty,
                "notebooks": len(submission.notebooks),
                "grades": sorted(
                    (grade.name, grade.auto_score, grade.manual_score, grade.needs_manual_grade, grade.max_score)
                    for notebook in submission.notebooks
                    for grade in notebook.grades
                ),
                "comments": sorted(
                    (comment.name, comment.comment)
                    for notebook in submission.notebooks
                    for comment in notebook.comments
                ),
            }
            for assignment in book.assignments
            for submission in assignment.submissions
        }


def marked(path: Path) -> nbformat.NotebookNode:
    """What graders and learners look at."""
    return nbformat.read(Path(str(path).replace("submitted", "autograded")), as_version=4)
