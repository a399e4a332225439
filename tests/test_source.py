"""A lesson is read as it was written, and every defect is told with its file, its line and what to do."""

import re
from pathlib import Path

import pytest
from small_course import LESSON, SYLLABUS, TESTS, Course, small_course

from autograder.authoring.source import LessonError, read_lesson
from autograder.authoring.syllabus import read_syllabus
from autograder.places import Places

FILE = "solutions/01_x.py"
TEST_FILE = "autograder/hidden_tests/test_01_x.py"


@pytest.fixture
def course(tmp_path: Path) -> Course:
    return small_course(tmp_path)


def defects_of(course: Course) -> list[str]:
    with pytest.raises(LessonError) as caught:
        read_lesson(course.stem, course.places)
    return str(caught.value).splitlines()


def test_a_lesson_is_read_as_it_was_written(course):
    index = read_lesson(course.stem, course.places).index
    (double,) = index.exercises
    assert (index.title, index.points, index.explain[0].points) == ("Twice", 3, 2)
    assert (double.name, double.signature, double.points, double.minutes) == ("double", "double(number)", 3, 3)
    assert [(example.call, example.gives) for example in double.examples] == [("double(4)", "8")]
    assert double.hints == ("What is twice three?", "Multiply the number, and return what comes out.")
    assert double.starts.endswith("    factor = 2\n    return ...  # your code here")


def test_every_role_is_found_at_its_line(course):
    for cell in read_lesson(course.stem, course.places).cells:
        first = cell.cell.lines()[0]
        assert LESSON.splitlines()[cell.cell.first - 1] == first
    assert [cell.role for cell in read_lesson(course.stem, course.places).cells] == [
        *("prose", "code", "exercise", "hints", "check", "prose", "explain")
    ]


DEFECTS = {
    "unclosed": ("    # end\n", "", "    # solution", "never closed"),
    "nested": ("    twice_as_much =", "    # solution\n    twice_as_much =", None, "a second `# solution`"),
    "stray end": ("# %%\nfrom", "# %%\n# end\nfrom", "# end", "without a `# solution`"),
    "almost a mark": ("    # end", "    # end solution", "# end solution", "looks like a mark"),
    "a mark that is misspelt": ("    # solution\n", "    # Solution\n", "# Solution", "looks like a mark"),
    "a solution in a plain cell": (
        "from autograder import check",
        "# solution\nx = 1\n# end",
        "# solution",
        "outside of an exercise",
    ),
    "prose unclosed": ("<!-- end -->\n", "", "<!-- solution -->", "never closed"),
    "prose stray": ("<!-- solution -->\n", "", "<!-- end -->", "without a `<!-- solution -->`"),
    "prose outside": (
        "Why twice?",
        "<!-- solution -->\nx\n<!-- end -->",
        "<!-- solution -->",
        "outside of an exercise",
    ),
    "no solution": (
        "    # solution\n    twice_as_much = factor * number\n    return twice_as_much\n    # end\n",
        "    return factor\n",
        "exercise:double",
        "has no solution",
    ),
    "no check cell": ('# %% tags=["points:3"]\n', "# %%\n", "exercise:double", "has no check cell"),
    "a check cell of another name": ('check("double")', 'check("triple")', "points:3", "no exercise here"),
    "a check cell with more in it": ('check("double")', 'print(1)\ncheck("double")', "points:3", "nothing else"),
    "a second check cell": (
        'check("double")',
        'check("double")\n\n# %% tags=["points:3"]\ncheck("double")',
        None,
        "a second check cell",
    ),
    "no hints": (
        '# %% [markdown] tags=["hints:double"]\nr"""\n1. What is twice three?\n2.',
        '# %% [markdown]\nr"""\n2.',
        "exercise:double",
        "has no hints",
    ),
    "one hint": ("1. What is twice three?\n2. ", "1. ", "hints:double", "2 to 4 steps"),
    "no numbered hint": ("1. What", "What", "What is twice", "numbered list"),
    "no example": ("    >>> double(4)\n    8\n", "    It is.\n", "def double", "no visible example"),
    "an example without its function": (">>> double(4)", ">>> 4 + 4", "def double", "no visible example"),
    "no docstring": (
        '    """Twice the number.\n\n    >>> double(4)\n    8\n    """\n',
        "",
        "def double",
        "no docstring",
    ),
    "another name": ("def double(", "def twice(", "exercise:double", "must define `double`"),
    "more than the function": ("def double(number)", "x = 1\ndef double(number)", "exercise:double", "nothing else"),
    "not in the syllabus": ("exercise:double", "exercise:triple", "exercise:triple", "no exercise `triple`"),
    "missing": ("exercise:double", "exercise:triple", 1, "`double(number)` of the syllabus is missing"),
    "another parameter": ("double(number):", "double(x):", "def double", "here stands `double(x)`"),
    "another default": ("double(number):", "double(number=1):", "def double", "`double(number=1)`"),
    "too few points": ("points:3", "points:2.5", 1, "add up to 2.5, but syllabus.toml says 3"),
    "too few Explain points": ("points:2", "points:1", 1, "explain_points of this lesson add up to 1"),
    "no number of points": ("points:3", "points:many", "points:many", "a number above 0"),
    "no Explain points": (', "points:2"', "", "explain:", "has no points"),
    "no minutes": (', "minutes:3"', "", "exercise:double", "`minutes:` must be a number"),
    "an unknown tag": (
        '# %% [markdown]\nr"""\n## E',
        '# %% [markdown] tags=["hint:x"]\nr"""\n## E',
        "hint:x",
        "unknown",
    ),
    "hints in a code cell": ('[markdown] tags=["hints', 'tags=["hints', "hints:double", "must be a markdown cell"),
    "no Python": ("    factor = 2", "    factor = = 2", "factor = = 2", "no valid Python"),
    "half a statement": (
        "    # solution\n    twice_as_much = factor * number\n",
        "    twice_as_much = (\n    # solution\n    factor * number)\n",
        "exercise:double",
        "without its solution",
    ),
    "a long cell": ("from autograder", "x = 1\n" * 30 + "from autograder", 8, "a code cell of 31 lines"),
    "front matter": ('# %% [markdown]\nr"""\n# Twice', "# ---\n# jupyter:\n# ---\n\n# %%\n", 1, "front matter"),
    "text before the first cell": ('# %% [markdown]\nr"""\n# Twice', "import os\n# %%\n", 1, "before the first cell"),
    "a marker within a cell": ("Why twice?", "\n# %% Why", "# %% Why", "indent it"),
    "no title": ("# Twice", "Twice", 1, "begins with the title"),
    "the solution elsewhere": (
        "from autograder import check",
        "twice_as_much = factor * number\nreturn twice_as_much",
        "twice_as_much",
        "stands here too",
    ),
    "a second exercise cell": (
        '# %% [markdown]\nr"""\n## Explain',
        '# %% tags=["exercise:double", "minutes:3"]\ndef double(number):\n    # solution\n    return 3\n    # end\n\n'
        '# %% [markdown]\nr"""\n## Explain',
        None,
        "a second exercise cell",
    ),
    "an Explain question named like an exercise": (
        "explain:explain_01",
        "explain:double",
        "explain:double",
        "a second",
    ),
}


@pytest.mark.parametrize(("old", "new", "where", "what"), DEFECTS.values(), ids=DEFECTS)
def test_a_defect_is_told_with_its_line(course, old, new, where, what):
    course.write(old, new)
    told = defects_of(course)
    place = where if isinstance(where, int) else course.line_of(where) if where else r"\d+"
    assert any(re.match(rf"{FILE}:{place}: .*", line) and what in line for line in told), told
    assert all(line.endswith(".") for line in told), "each defect is a sentence"


@pytest.mark.parametrize(
    ("tests", "place", "what"),
    [
        ("", f"{FILE}:12", "has no hidden test"),
        (TESTS + "\ndef test_half(halve):\n    pass\n", f"{TEST_FILE}:5", "about `halve`"),
        (TESTS + "\ndef test_nothing():\n    pass\n", f"{TEST_FILE}:5", "about no exercise"),
        (TESTS + "\ndef test_both(double, halve):\n    pass\n", f"{TEST_FILE}:5", "uses `halve`"),
        ("def test_twice(double:\n", f"{TEST_FILE}:1", "no valid Python"),
    ],
)
def test_hidden_tests_and_exercises_belong_together(course, tests, place, what):
    course.places.tests_of(course.stem).write_text(tests)
    assert any(line.startswith(f"{place}: ") and what in line for line in defects_of(course))


def test_a_lesson_without_a_file_of_hidden_tests_is_told(course):
    course.places.tests_of(course.stem).unlink()
    assert defects_of(course) == [
        f"{FILE}:12: exercise `double` has no hidden test: write `def test_...(double)` in {TEST_FILE}."
    ]


def test_parametrized_arguments_and_fixtures_are_no_exercises(course):
    more = """
import pytest

@pytest.fixture
def seed():
    return 1

@pytest.mark.essential
@pytest.mark.parametrize(("x", "y"), [(1, 2)], ids=["one"])
@pytest.mark.parametrize("a, b", [(1, 2)])
@pytest.mark.parametrize(argnames=["c"], argvalues=[(1,)])
def test_more(double, x, y, a, b, c, seed, tmp_path):
    pass
"""
    course.places.tests_of(course.stem).write_text(TESTS + more)
    read_lesson(course.stem, course.places)


def test_all_defects_are_told_together_in_the_order_of_the_file(course):
    course.write()
    text = LESSON.replace("double(4)", "4").replace("points:2", "points:1").replace("1. What", "What")
    course.places.source_of(course.stem).write_text(text)
    lines = [int(line.split(":")[1]) for line in defects_of(course)]
    assert len(lines) >= 3
    assert lines == sorted(lines)


def test_a_lesson_that_the_syllabus_does_not_have(course):
    course.places.syllabus.write_text(SYLLABUS.replace("01_x", "02_y"))
    assert "the syllabus has no lesson 01_x" in defects_of(course)[0]


def test_a_lesson_that_the_syllabus_gives_no_points(course):
    course.places.syllabus.write_text(SYLLABUS.replace("points = 3\n", "", 1))
    assert any("add `points = 3` there" in line for line in defects_of(course))


def test_a_file_that_is_no_text(course):
    course.places.source_of(course.stem).write_bytes(LESSON.encode().replace(b"Why", b"\xff"))
    assert "no UTF-8 text" in defects_of(course)[0]


def test_windows_line_ends_read_the_same(course):
    before = read_lesson(course.stem, course.places)
    course.places.source_of(course.stem).write_bytes(LESSON.replace("\n", "\r\n").encode())
    assert read_lesson(course.stem, course.places) == before


def test_a_class_has_the_signature_of_its_init(course):
    course.places.syllabus.write_text(SYLLABUS.replace("double(number)", "Value(data)"))
    course.places.tests_of(course.stem).write_text("def test_value(Value):\n    pass\n")
    start, end = LESSON.index("def double"), LESSON.index('# %% [markdown] tags=["hints')
    value = '''class Value:
    """A number.

    >>> Value(2).data
    2
    """

    def __init__(self, data):
        # solution
        self.data = data
        # end

    def double(self):
        # solution
        return 2 * self.data
        # end


'''
    text = (LESSON[:start] + value + LESSON[end:]).replace('"double"', '"Value"').replace(":double", ":Value")
    course.places.source_of(course.stem).write_text(text)
    (exercise,) = read_lesson(course.stem, course.places).index.exercises
    assert exercise.name == "Value"
    assert exercise.starts.count("return ...  # your code here") == 2


def test_the_syllabus_has_all_lessons_and_no_name_twice():
    lessons = read_syllabus()
    assert [stem.partition("_")[0] for stem in lessons] == [f"{number:02}" for number in range(14)]
    names = [name for lesson in lessons.values() for name in lesson.signatures]
    assert len(names) == len(set(names))


def test_every_lesson_of_the_course_is_without_defects():
    places = Places.of()
    for path in places.lesson_sources():
        assert read_lesson(path.stem, places).index.exercises
