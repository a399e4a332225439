"""What `python -m autograder export` writes: points, and the reason where there are none."""

import csv
import io
import shutil
from contextlib import chdir, redirect_stderr, redirect_stdout
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import pytest
from class_of import LESSON, class_of, failed, record, result
from course_copy import copy_of_course
from nbgrader.api import Gradebook

from autograder.__main__ import main
from autograder.lessons import load
from autograder.places import Places

EXPLAIN, POINTS, EXPLAIN_POINTS = "explain_01", 20, 4
NAMES = {
    "ann": ("Ann", "Ambler", "ann@example.org", "101"),
    "bob": ("Bob", "Bell, Jr.", "bob@example.org", None),
    "eve": (None, None, None, None),
}


@pytest.fixture(scope="module")
def graded(project: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A class in which everything happened that can."""
    folder = tmp_path_factory.mktemp("export")
    notebook = Places.of(copy_of_course(project, folder / "course")).notebook_of(LESSON)
    root = folder / "class"
    root.mkdir()
    paths = class_of(root, notebook, "ann", "bob", "eve", "late", "zero", "lost", "fault", explained="")
    (waits,) = class_of(root, notebook, "waits")
    by_student = {path.parts[-3]: path for path in [*paths, waits]}
    by_student["late"].with_name("timestamp.txt").write_text("2026-02-03 10:00:00 UTC")
    fault = result(by_student["fault"], error="The grader failed at normalize.")
    next(one for one in fault["exercises"] if one["name"] == "normalize")["verdict"] = "our fault"
    lines = [result(by_student["zero"], share=0), failed(by_student["lost"], 'No notebook, "just", text.'), fault]
    right = [result(by_student[name]) for name in ("ann", "bob", "eve", "late", "waits")]
    record(root, right[0])
    with Gradebook(f"sqlite:///{root / 'gradebook.db'}") as book:
        book.update_or_create_assignment(LESSON, duedate=datetime(2026, 2, 3, 9, 0))
        for student, (first, last, email, key) in NAMES.items():
            book.update_or_create_student(student, first_name=first, last_name=last, email=email, lms_user_id=key)
        book.update_or_create_student("never")
    record(root, *right[1:], *lines)
    return root


@dataclass(frozen=True)
class Done:
    """What a command said, and how it ended."""

    returncode: int
    stdout: str
    stderr: str


def export(root: Path, *options: str) -> Done:
    """The command, in this folder."""
    stdout, stderr = io.StringIO(), io.StringIO()
    with chdir(root), redirect_stdout(stdout), redirect_stderr(stderr):
        try:
            code = main(["export", *options])
        except SystemExit as stopped:
            code = int(stopped.code or 0)
    return Done(code, stdout.getvalue(), stderr.getvalue())


def lines(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


@pytest.fixture(scope="module")
def table(graded) -> dict[str, dict[str, str]]:
    done = export(graded)
    assert done.returncode == 0, done.stderr
    assert "4 of 9 grades are not final: 1 not submitted, 2 could not be graded, 1 waits for a person." in done.stderr
    return {row["student"]: row for row in lines(done.stdout)}


@pytest.mark.parametrize(
    ("student", "status"),
    [
        ("ann", "graded"),
        ("zero", "graded"),
        ("late", "late"),
        ("waits", "waits for a person"),
        ("lost", "could not be graded"),
        ("fault", "could not be graded"),
        ("never", "not submitted"),
    ],
)
def test_the_status_tells_why(table, student, status):
    assert table[student]["status"] == status


def test_each_exercise_has_a_column(table):
    exercises = {exercise.name: f"{exercise.points:g}" for exercise in load(LESSON).exercises}
    assert {name: table["ann"][name] for name in exercises} == exercises
    assert (table["ann"][EXPLAIN], table["ann"]["total"], table["ann"]["max_points"]) == ("0", "20", "24")


def test_a_real_zero_is_no_empty_cell(table):
    assert (table["zero"]["normalize"], table["zero"]["total"]) == ("0", "0")
    for student in ("lost", "fault", "never"):
        assert (table[student]["normalize"], table[student]["total"]) == ("", "")
    assert table["fault"]["weighted_average"] == "3"
    assert table["waits"][EXPLAIN] == ""


def test_what_could_not_be_graded_says_why(table):
    assert table["lost"]["problem"] == 'No notebook, "just", text.'
    assert table["fault"]["problem"] == "The grader failed at normalize."


def test_late_says_by_how_much(table):
    assert (table["late"]["submitted"], table["late"]["seconds_late"]) == ("2026-02-03 10:00:00", "3600")


def test_what_a_person_graded_is_final(graded, tmp_path):
    root = tmp_path / "class"
    shutil.copytree(graded, root)
    with Gradebook(f"sqlite:///{root / 'gradebook.db'}") as book:
        for student, name, points in (("waits", EXPLAIN, 3.5), ("fault", "normalize", 1.0)):
            grade = book.find_grade(name, LESSON, LESSON, student)
            grade.manual_score, grade.needs_manual_grade = points, False
        book.db.commit()
    found = {row["student"]: row for row in lines(export(root).stdout)}
    assert (found["waits"]["status"], found["waits"]["total"]) == ("graded", "23.5")
    assert (found["fault"]["status"], found["fault"]["total"], found["fault"]["problem"]) == ("graded", "19", "")


def test_without_explain_nobody_waits(graded):
    found = {row["student"]: row for row in lines(export(graded, "--without-explain").stdout)}
    assert (found["waits"]["status"], found["waits"]["total"], found["waits"]["max_points"]) == ("graded", "20", "20")
    assert EXPLAIN not in found["waits"]


def test_canvas_gets_its_columns_its_points_row_and_final_grades(graded):
    rows = list(csv.reader(io.StringIO(export(graded, "--format", "canvas").stdout)))
    assert rows[0] == ["Student", "ID", "SIS User ID", "SIS Login ID", "Section", LESSON]
    assert rows[1] == ["    Points Possible", "", "", "", "", "24"]
    by_login = {row[3]: row for row in rows[2:]}
    assert by_login["ann"] == ["Ambler, Ann", "101", "", "ann", "", "20"]
    assert by_login["bob"][0] == "Bell, Jr., Bob"
    assert by_login["eve"] == ["eve", "", "", "eve", "", "20"]
    assert {login: row[5] for login, row in by_login.items() if row[5] != "20"} == {
        **dict.fromkeys(("fault", "lost", "never", "waits"), ""),
        "zero": "0",
    }


def test_moodle_gets_ways_to_find_the_user_and_final_grades(graded):
    rows = lines(export(graded, "--format", "moodle").stdout)
    by_name = {row["Username"]: row for row in rows}
    assert list(rows[0]) == ["First name", "Last name", "ID number", "Email address", "Username", LESSON]
    assert list(by_name["ann"].values()) == ["Ann", "Ambler", "101", "ann@example.org", "ann", "20"]
    assert by_name["waits"][LESSON] == ""


def test_a_file_and_a_gradebook_elsewhere(graded, tmp_path):
    target = tmp_path / "grades.csv"
    done = export(tmp_path, "--gradebook", str(graded / "gradebook.db"), "--lesson", LESSON, "--output", str(target))
    assert (done.returncode, done.stdout) == (0, "")
    assert len(lines(target.read_text())) == 9


@pytest.mark.parametrize("options", [["--lesson", "99_nothing"], ["--gradebook", "nowhere.db"], ["--format", "xml"]])
def test_wrong_usage_is_said_in_a_sentence(graded, options):
    done = export(graded, *options)
    assert (done.returncode, done.stdout) == (2, "")
    assert "Traceback" not in done.stderr
    assert not (graded / "nowhere.db").exists()


def test_a_gradebook_that_only_nbgrader_wrote(graded, tmp_path):
    """It has none of our table; a notebook that nbgrader never finished is no zero there, either."""
    shutil.copy(graded / "gradebook.db", tmp_path)
    with Gradebook(f"sqlite:///{tmp_path / 'gradebook.db'}") as book, book.engine.begin() as connection:
        connection.exec_driver_sql("DROP TABLE autograder_record")
    found = {row["student"]: row for row in lines(export(tmp_path).stdout)}
    assert (found["lost"]["status"], found["lost"]["problem"]) == ("could not be graded", "")
    assert found["ann"]["total"] == "20"
    assert [path.name for path in tmp_path.iterdir()] == ["gradebook.db"]
