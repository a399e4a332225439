"""A course with one tiny lesson, to build and to break."""

from dataclasses import dataclass
from pathlib import Path

from autograder.places import Places

STEM = "01_x"
SYLLABUS = """
[01_x]
points = 3
explain_points = 2
exercises = ["double(number)"]
"""
TESTS = '''
def test_twice(double):
    """it is twice the number"""
'''
LESSON = '''# %% [markdown]
r"""
# Twice

**You will** double a number.
"""

# %%
from autograder import check


# %% tags=["exercise:double", "minutes:3"]
def double(number):
    """Twice the number.

    >>> double(4)
    8
    """
    factor = 2
    # solution
    twice_as_much = factor * number
    return twice_as_much
    # end


# %% [markdown] tags=["hints:double"]
r"""
1. What is twice three?
2. Multiply the number,
   and return what comes out.
"""

# %% tags=["points:3"]
check("double")

# %% [markdown]
r"""
## Explain

Why twice?
"""

# %% [markdown] tags=["explain:explain_01", "points:2"]
r"""
**Your answer**

<!-- solution -->
Because once is not enough.
<!-- end -->
"""
'''


@dataclass(frozen=True)
class Course:
    """A folder laid out like the project."""

    places: Places
    stem: str = STEM

    def write(self, old: str = "", new: str = "") -> None:
        """Write the lesson, with one part of it replaced."""
        assert old in LESSON
        self.places.source_of(STEM).write_text(LESSON.replace(old, new), encoding="utf-8")

    def line_of(self, text: str) -> int:
        """The first line of the lesson that contains this."""
        lines = self.places.source_of(STEM).read_text(encoding="utf-8").splitlines()
        return next(number for number, line in enumerate(lines, 1) if text in line)


def small_course(root: Path) -> Course:
    """The course in a folder of its own."""
    course = Course(Places.of(root))
    course.places.solutions.mkdir(parents=True)
    course.places.hidden_tests.mkdir(parents=True)
    course.places.syllabus.parent.mkdir()
    course.places.syllabus.write_text(SYLLABUS)
    course.places.tests_of(STEM).write_text(TESTS)
    course.write()
    return course
