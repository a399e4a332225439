"""nbgrader's commands run on the course as they come, and give the points that `grade` gives."""

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from html import unescape
from pathlib import Path

import nbformat
import pytest
from class_of import answers_of_the_class
from course_copy import copy_of_course, hand_in, run, solutions
from nbgrader.api import Gradebook

from autograder.places import Places

pytestmark = pytest.mark.slow
LESSON = "01_weighted_averages"
POINTS, EXPLAIN_POINTS = 20, 4
ANSWER = "The sign is a direction: with weights 3 and -1 the average of 1 and 5 is -1."


@dataclass(frozen=True)
class Class:
    """A class whose submissions nbgrader has graded."""

    root: Path
    released_before: bytes
    released: bytes
    said: dict[str, subprocess.CompletedProcess[str]]

    @contextmanager
    def gradebook(self) -> Iterator[Gradebook]:
        with Gradebook(f"sqlite:///{self.root / 'gradebook.db'}") as book:
            yield book

    def points(self, student: str) -> dict[str, float]:
        """The points of each exercise in the gradebook."""
        with self.gradebook() as book:
            notebook = book.find_submission_notebook(LESSON, LESSON, student)
            return {grade.name: grade.auto_score for grade in notebook.grades if grade.name != "explain_01"}

    def feedback(self, student: str) -> str:
        """The words of the feedback page."""
        page = (self.root / "feedback" / student / LESSON / f"{LESSON}.html").read_text(encoding="utf-8")
        without = re.sub(r"<(style|script)\b.*?</\1>", "", page, flags=re.DOTALL)
        return unescape(re.sub(r"<[^>]*>", "", without))


@pytest.fixture(scope="module")
def graded(project: Path, tmp_path_factory: pytest.TempPathFactory) -> Class:
    """From the release to the export, with nbgrader alone."""
    root = copy_of_course(project, tmp_path_factory.mktemp("class") / "course")
    notebook = Places.of(root).notebook_of(LESSON)
    before = notebook.read_bytes()
    said = {"generate_assignment": run(root, "nbgrader", "generate_assignment", LESSON)}
    released = notebook.read_bytes()
    for student, answers in answers_of_the_class(root).items():
        hand_in(root, student, LESSON, answers, ANSWER if student != "untouched" else "")
    for command in ("autograde", "generate_feedback"):
        said[command] = run(root, "nbgrader", command, LESSON)
    said["export"] = run(root, "nbgrader", "export")
    return Class(root, before, released, said)


STUDENTS = ["right", "loud", "partly", "broken", "untouched"]


@pytest.fixture(scope="module")
def grades(graded: Class) -> dict[str, dict]:
    """What `grade --json` says about the same files."""
    done = run(graded.root, sys.executable, "-m", "autograder", "grade", "--json", "submitted")
    assert done.returncode == 0, done.stderr
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    return {Path(line["notebook"]).parts[-3]: line for line in lines}


@pytest.mark.parametrize("command", ["generate_assignment", "autograde", "generate_feedback", "export"])
def test_the_command_runs_as_it_comes(graded, command):
    done = graded.said[command]
    assert done.returncode == 0, done.stderr
    assert "ERROR" not in done.stderr
    assert "Traceback" not in done.stderr


def test_what_generate_assignment_releases_is_what_the_build_made(graded):
    assert graded.released == graded.released_before


@pytest.mark.parametrize("student", STUDENTS)
def test_the_points_are_those_of_the_grade_command(graded, grades, student):
    by_grade = {exercise["name"]: exercise["points"] for exercise in grades[student]["exercises"]}
    assert graded.points(student) == by_grade
    assert grades[student]["max_points"] == POINTS


def test_a_right_answer_gets_everything_even_when_it_is_loud(graded):
    assert sum(graded.points("right").values()) == POINTS
    assert graded.points("loud") == graded.points("right")


def test_other_answers_get_what_they_are_worth(graded):
    partly = graded.points("partly")
    assert partly["weighted_average"] == 0
    assert 0 < partly["normalize"] < 2
    assert partly["weighted_averages"] == 3
    broken = graded.points("broken")
    assert {name for name, points in broken.items() if points == 0} == {
        *("normalize", "moving_average", "weight_for_target", "is_weighted_average")
    }
    assert set(graded.points("untouched").values()) == {0.0}


@pytest.mark.parametrize("student", [name for name in STUDENTS if name != "untouched"])
def test_explain_waits_for_a_person(graded, student):
    with graded.gradebook() as book:
        notebook = book.find_submission_notebook(LESSON, LESSON, student)
        waiting = [grade.name for grade in notebook.grades if grade.needs_manual_grade]
        assert waiting == ["explain_01"]
        assert notebook.max_score == POINTS + EXPLAIN_POINTS


def test_export_has_a_line_for_everybody(graded):
    text = (graded.root / "grades.csv").read_text()
    assert all(student in text for student in STUDENTS)


def test_feedback_says_what_the_report_says(graded, grades):
    page = graded.feedback("partly")
    assert "Divide by the total weight, not by how many weights there are." in page
    for exercise in grades["partly"]["exercises"]:
        waiting = exercise["verdict"] == "waiting"  # then the report says for what, and no more
        for sentence in [exercise["note"]] if waiting else [test["name"] for test in exercise["tests"]]:
            assert sentence.replace("`", "") in page
    assert ANSWER in page


@pytest.mark.parametrize("student", STUDENTS)
def test_feedback_keeps_the_secrets(graded, student):
    """No line of the autograder or of a solution, unless the learner has written it; no path of ours."""
    page = graded.feedback(student)
    handed_in = graded.root / "submitted" / student / LESSON / f"{LESSON}.ipynb"
    written = {line for cell in nbformat.read(handed_in, as_version=4).cells for line in lines_of(cell.source)}
    secrets = {line for path in (graded.root / "autograder").rglob("*.py") for line in lines_of(path.read_text())}
    secrets |= {line for cell in solutions(graded.root, LESSON).values() for line in lines_of(cell)}
    assert lines_of(page) & secrets <= written
    assert "HIDDEN TESTS" not in page
    assert "/autograder/" not in page


def lines_of(text: str) -> set[str]:
    """The lines that say something, without their indentation."""
    return {line.strip() for line in text.splitlines() if len(line.strip()) > 12}


@pytest.mark.parametrize("student", STUDENTS)
def test_a_check_cell_shows_neither_what_was_expected_nor_a_traceback_through_our_code(graded, student):
    graded_notebook = graded.root / "autograded" / student / LESSON / f"{LESSON}.ipynb"
    for cell in nbformat.read(graded_notebook, as_version=4).cells:
        if cell.source.startswith('check("'):
            shown = json.dumps(cell.outputs)
            assert "course-report" in shown
            assert "expected" not in shown
            assert "/autograder/" not in shown
            assert not [output for output in cell.outputs if output.output_type in ("error", "stream")]


@pytest.mark.parametrize("student", ["right", "partly"])
def test_validate_says_whether_it_passes(graded, student):
    """nbgrader's Validate button, which is the command too."""
    done = run(graded.root, "nbgrader", "validate", f"submitted/{student}/{LESSON}/{LESSON}.ipynb")
    assert done.returncode == 0, done.stderr
    passes = "Success! Your notebook passes all the tests." in done.stdout
    assert passes == (student == "right"), done.stdout
