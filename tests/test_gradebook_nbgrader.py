"""nbgrader agrees with what `Book` writes: the same rows as its own commands, which go on working on them."""

import re
import subprocess
from html import unescape
from pathlib import Path

import pytest
from class_of import ANSWER, LESSON, contents, record
from course_copy import answered, copy_of_course, hand_in, solutions, stubs
from nbgrader.api import Gradebook

from autograder.grading.one_notebook import grade_notebook

pytestmark = pytest.mark.slow
STRUCTURE = """
    SELECT s.name, s.cell_type, s.locked, s.source, s.checksum, g.max_score, g.cell_type, b.type
    FROM source_cell s JOIN base_cell b ON b.name = s.name LEFT JOIN grade_cells g ON g.id = b.id
    ORDER BY s.name, b.type"""


@pytest.fixture(scope="module")
def course(project: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The course with three submissions, graded by nbgrader into gradebook.db and by us into ours.db."""
    root = copy_of_course(project, tmp_path_factory.mktemp("both") / "course")
    right, stub = solutions(root, LESSON), stubs(root, LESSON)
    count = answered(stub["weighted_average"], "return sum(v * w for v, w in zip(values, weights)) / len(weights)")
    paths = [
        hand_in(root, "right", LESSON, right, ANSWER),
        hand_in(root, "partly", LESSON, right | {"weighted_average": count}, ANSWER),
        hand_in(root, "untouched", LESSON, {}),
    ]
    paths[0].with_name("timestamp.txt").write_text("2026-02-03 10:00:00 UTC")
    nbgrader(root, "generate_assignment", LESSON)
    nbgrader(root, "autograde", LESSON)
    record(root, *map(grade_notebook, paths), url=ours(root))
    return root


def ours(root: Path) -> str:
    return f"sqlite:///{root / 'ours.db'}"


def nbgrader(root: Path, *command: str) -> None:
    done = subprocess.run(["nbgrader", *command], cwd=root, capture_output=True, check=False, text=True)
    assert done.returncode == 0, done.stderr


def test_every_score_and_comment_is_nbgraders(course):
    assert contents(course, ours(course)) == contents(course)
    assert len(contents(course)) == 3


def test_the_lesson_is_what_generate_assignment_stores(course):
    both = []
    for url in (ours(course), f"sqlite:///{course / 'gradebook.db'}"):
        with Gradebook(url) as book, book.engine.connect() as connection:
            both.append(connection.exec_driver_sql(STRUCTURE).all())
            assert [one.course_id for one in book.assignments] == ["open-network-course"]
    assert both[0] == both[1] != []


def test_feedback_shows_the_report_and_no_hidden_test(course):
    nbgrader(course, "generate_feedback", LESSON, "--db", ours(course))
    html = (course / "feedback" / "partly" / LESSON / f"{LESSON}.html").read_text(encoding="utf-8")
    page = unescape(re.sub(r"<[^>]*>", "", re.sub(r"<(style|script)\b.*?</\1>", "", html, flags=re.DOTALL)))
    assert "Divide by the total weight, not by how many weights there are." in page
    assert ANSWER in page
    assert "HIDDEN TESTS" not in page


def test_nbgrader_can_grade_again_and_export(course):
    before = contents(course, ours(course))
    nbgrader(course, "generate_assignment", LESSON, "--db", ours(course))
    nbgrader(course, "autograde", LESSON, "--force", "--db", ours(course))
    assert contents(course, ours(course)) == before
    nbgrader(course, "export", "--db", ours(course))
    assert (course / "grades.csv").read_text().count(LESSON) == 3
