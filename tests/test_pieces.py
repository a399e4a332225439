"""What later lessons import of earlier ones is derived from the solutions."""

from pathlib import Path

import pytest
from small_course import LESSON, STEM, SYLLABUS, TESTS, Course, small_course

from autograder.authoring.build import build
from autograder.authoring.source import LessonError

LATER = "02_y"
PIECE = "from course.pieces.x import double"


@pytest.fixture
def course(tmp_path: Path) -> Course:
    """Two lessons: in the second, `triple` stands where `double` stands in the first."""
    course = small_course(tmp_path / "course")
    course.places.syllabus.write_text(SYLLABUS + SYLLABUS.replace(STEM, LATER).replace("double", "triple"))
    course.places.tests_of(LATER).write_text(TESTS.replace("double", "triple"))
    write_later(course, PIECE)
    return course


def write_later(course: Course, line: str) -> None:
    text = LESSON.replace("double", "triple").replace("explain_01", "explain_02")
    text = text.replace("from autograder import check\n", f"from autograder import check\n{line}\n")
    course.places.source_of(LATER).write_text(text)


def piece(course: Course) -> dict[str, object]:
    """The derived module, run."""
    namespace: dict[str, object] = {}
    exec(course.places.piece_of(STEM).read_text(), namespace)
    return namespace


def test_a_piece_is_the_solution_of_the_exercise(course):
    build(course.places)
    assert piece(course)["double"](21) == 42
    text = course.places.piece_of(STEM).read_text()
    assert "# solution" not in text
    assert not course.places.piece_of(LATER).exists()


def test_a_piece_brings_what_its_solution_needs_and_nothing_else(course):
    course.write(
        "from autograder import check\n",
        "import math\nimport os\n\nfrom autograder import check\n\n# %%\nnumber = [1]\nFACTOR = 2\nOTHER = 3\n\n\n"
        "# %%\ndef times(factor, number):\n    return math.prod([factor, number])\n",
    )
    text = course.places.source_of(STEM).read_text()
    solution = "factor = FACTOR\n    # solution\n    twice_as_much = times(factor, number)"
    text = text.replace("factor = 2\n    # solution\n    twice_as_much = factor * number", solution)
    course.places.source_of(STEM).write_text(text)
    build(course.places)
    namespace = piece(course)
    assert namespace["double"](21) == 42
    assert {"math", "FACTOR", "times"} <= namespace.keys()
    assert not {"os", "OTHER", "number", "check"} & namespace.keys()


def test_the_same_lessons_give_the_same_pieces(course):
    build(course.places)
    first = course.places.piece_of(STEM).read_bytes()
    build(course.places)
    assert course.places.piece_of(STEM).read_bytes() == first


def test_what_is_no_longer_imported_is_removed(course):
    build(course.places)
    write_later(course, "import math")
    build(course.places)
    assert not course.places.piece_of(STEM).exists()


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ("from course.pieces.x import triple", "`triple` is no exercise of 01_x"),
        ("from course.pieces.y import triple", "there are no pieces of an earlier lesson in course.pieces.y"),
        ("from course.pieces import x", "there are no pieces of an earlier lesson"),
        ("import course.pieces.x", "there are no pieces of an earlier lesson"),
        ("from course import pieces", "there are no pieces of an earlier lesson"),
    ],
)
def test_an_import_that_cannot_be_derived_is_a_defect_of_the_lesson(course, line, sentence):
    write_later(course, line)
    number = course.places.source_of(LATER).read_text().splitlines().index(line) + 1
    with pytest.raises(LessonError, match=sentence) as caught:
        build(course.places)
    assert str(caught.value).startswith(f"solutions/02_y.py:{number}: ")
    assert not course.places.pieces.exists()
