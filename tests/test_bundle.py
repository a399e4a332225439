"""The learner's copy for a class holds what a learner needs, and neither solutions nor hidden tests."""

import ast
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from autograder.bundle import NAME, BundleError, make_bundle

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="module")
def bundle(tmp_path_factory):
    """The unpacked bundle of what is committed."""
    folder = tmp_path_factory.mktemp("bundle")
    make_bundle(folder / "course.zip")
    with zipfile.ZipFile(folder / "course.zip") as archive:
        archive.extractall(folder)
    return folder / NAME


def telling_lines(text):
    """Lines that give something away: long enough to be told from any other code."""
    return {line.strip() for line in text.splitlines() if len(line.strip()) > 25}


def solution_lines():
    """Every line between `# solution` and `# end` of every lesson."""
    lines = set()
    for lesson in (ROOT / "solutions").glob("*.py"):
        parts = lesson.read_text(encoding="utf-8").split("# solution\n")[1:]
        lines |= {line for part in parts for line in telling_lines(part.split("# end")[0])}
    return lines


def hidden_lines():
    """Every line of a function of the hidden tests."""
    lines = set()
    for path in (ROOT / "autograder" / "hidden_tests").glob("*.py"):
        text = path.read_text(encoding="utf-8")
        functions = [node for node in ast.parse(text).body if isinstance(node, ast.FunctionDef)]
        lines |= {line for node in functions for line in telling_lines(ast.get_source_segment(text, node))}
    return lines


def test_no_line_of_a_solution_or_a_hidden_test_is_in_it(bundle):
    secrets = solution_lines() | hidden_lines()
    assert len(secrets) > 100
    for path in bundle.rglob("*"):
        if path.is_file() and path.suffix != ".png":
            given_away = secrets & telling_lines(path.read_text(encoding="utf-8").replace("\\n", "\n"))
            assert not given_away, f"{path} holds {given_away}"


def test_it_holds_every_lesson_and_what_a_lesson_imports(bundle):
    names = {path.relative_to(bundle).as_posix() for path in bundle.rglob("*") if path.is_file()}
    committed = subprocess.run(["git", "ls-files", "notebooks"], cwd=ROOT, capture_output=True, text=True, check=True)
    assert set(committed.stdout.split()) <= names
    assert {"README.md", "Makefile", "requirements.lock", "autograder/__init__.py", "course/plots.py"} <= names
    assert not [name for name in names if "hidden_tests" in name or name.startswith(("solutions", "tests"))]


def check_in_class(bundle, code):
    """What `check` says in the learner's copy, run from a lesson's folder."""
    script = f"from autograder import check\n{code}\nprint(check('weighted_average'))"
    done = subprocess.run(
        [sys.executable, "-c", script],
        cwd=bundle / "notebooks" / "01_weighted_averages",
        env={**os.environ, "PYTHONPATH": str(bundle)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert not done.stderr
    return done.stdout


def test_check_runs_the_visible_examples_and_says_that_hidden_tests_follow(bundle):
    right = "def weighted_average(v, w): return sum(a * b for a, b in zip(v, w)) / sum(w)"
    said = check_in_class(bundle, right)
    assert "Hidden tests follow" in said
    assert "all passed" not in said.lower()


def test_check_shows_a_visible_example_that_goes_wrong(bundle):
    said = check_in_class(bundle, "def weighted_average(v, w): return 3.25")
    assert "weighted_average([1, 5], [3, 1]) gave 3.25" in said


def test_outside_of_git_it_says_what_to_do(tmp_path):
    with pytest.raises(BundleError, match="run this in a clone"):
        make_bundle(tmp_path / "course.zip", root=tmp_path)
