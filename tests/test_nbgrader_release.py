"""nbgrader's own commands run on the course as it comes, and make what the build makes."""

import shutil
import subprocess
from pathlib import Path

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output
from small_course import STEM, Course, small_course

from autograder.authoring.build import build
from autograder.gradebook.nbgrader_plugin import WithoutHiddenTests, put_back

pytestmark = pytest.mark.slow


@pytest.fixture
def course(tmp_path: Path, project: Path) -> Course:
    made = small_course(tmp_path / "course")
    shutil.copy(project / "nbgrader_config.py", made.places.root)
    return made


def nbgrader(course: Course, *words: str) -> subprocess.CompletedProcess[str]:
    command = ["nbgrader", *words]
    return subprocess.run(command, cwd=course.places.root, capture_output=True, check=False, text=True)


def test_generate_assignment_by_hand_gives_what_the_build_gives(course, tmp_path):
    """Even when the source notebook is an old one; what a learner has in the released folder stays."""
    build(course.places)
    course.write("Why twice?", "Why twice, and not thrice?")
    course.places.nbgrader_source_of(STEM).touch()  # newer than the lesson, and still not what it says
    notebook = course.places.notebook_of(STEM)
    notebook.write_text("my work")
    notebook.with_name("progress.json").write_text("{}")
    done = nbgrader(course, "generate_assignment", STEM)
    assert done.returncode == 0, done.stderr
    other = small_course(tmp_path / "other")
    other.write("Why twice?", "Why twice, and not thrice?")
    build(other.places)
    assert notebook.read_bytes() == other.places.notebook_of(STEM).read_bytes()
    assert notebook.with_name("progress.json").read_text() == "{}"
    assert [path.read_text() for path in notebook.parent.glob("*.mine*")] == ["my work"]


def test_generate_assignment_stops_before_it_removes_anything(course):
    build(course.places)
    notebook = course.places.notebook_of(STEM)
    before = notebook.read_bytes()
    course.write("    # end\n")
    done = nbgrader(course, "generate_assignment", STEM)
    assert done.returncode != 0
    assert f"solutions/{STEM}.py:{course.line_of('# solution')}: " in done.stderr
    assert notebook.read_bytes() == before


def test_what_was_set_aside_comes_back_over_nothing(course):
    folder = course.places.notebook_of(STEM).parent
    folder.mkdir(parents=True)
    (folder / "progress.json").write_text("new")
    kept = course.places.build / "kept" / f"{STEM}.1"
    (kept / "sub").mkdir(parents=True)
    (kept / "progress.json").write_text("old")
    (kept / "sub" / "data.txt").write_text("data")
    put_back(course.places.root, STEM)
    assert (folder / "progress.json").read_text() == "new"
    assert (folder / "sub" / "data.txt").read_text() == "data"
    assert not kept.exists()


def test_feedback_shows_no_hidden_test():
    source = 'check("double")\n### BEGIN HIDDEN TESTS\nsecret\n### END HIDDEN TESTS'
    error = new_output("error", ename="ValueError", evalue="no", traceback=["line of a secret test", "ValueError: no"])
    graded = new_code_cell(source, metadata={"nbgrader": {"grade": True}}, outputs=[error])
    plain = new_code_cell("### BEGIN HIDDEN TESTS")
    notebook = new_notebook(cells=[graded, plain, new_markdown_cell("text")])
    shown, _ = WithoutHiddenTests().preprocess(notebook, {})
    assert "secret" not in nbformat.writes(shown)
    assert shown.cells[0].source == 'check("double")'
    assert shown.cells[1].source == "### BEGIN HIDDEN TESTS"
