"""The learner's copy for a class holds what a learner needs, and neither solutions nor hidden tests."""

import ast
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from autograder.bundle import FOR_LEARNERS, NAME, BundleError, make_bundle

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
        if path.is_file() and path.suffix not in (".png", ".zip"):
            given_away = secrets & telling_lines(path.read_text(encoding="utf-8").replace("\\n", "\n"))
            assert not given_away, f"{path} holds {given_away}"


def test_it_holds_every_lesson_and_what_a_lesson_imports(bundle):
    names = {path.relative_to(bundle).as_posix() for path in bundle.rglob("*") if path.is_file()}
    committed = subprocess.run(["git", "ls-files", "notebooks"], cwd=ROOT, capture_output=True, text=True, check=True)
    assert set(committed.stdout.split()) <= names
    assert {"README.md", "Makefile", "requirements.lock", "autograder/__init__.py", "course/plots/__init__.py"} <= names
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


# ---- the answers of earlier lessons, which later ones import


@pytest.fixture
def course(tmp_path):
    """A committed course of three lessons; the third uses the second, which uses the first."""
    root = tmp_path / "course"
    texts = {
        "course/__init__.py": (ROOT / "course" / "__init__.py").read_text(),
        "course/pieces/__init__.py": "",
        "course/pieces/a.py": "def a(x):\n    return 2 * x\n",
        "course/pieces/b.py": "from course.pieces.a import a\n\ndef b(x):\n    return a(x) + 1\n",
        "course/pieces/z.py": "def z():\n    return 0\n",
        "notebooks/01_a/01_a.ipynb": "{}",
        "notebooks/02_b/02_b.ipynb": '["from course.pieces.a import a\\n"]',
        "notebooks/03_c/03_c.ipynb": '["from course.pieces.b import b\\n"]',
        **{name: "x" for name in FOR_LEARNERS if "." in name or name.isupper()},
        **{f"{name}/x": "x" for name in ("docs", "autograder")},
        **dict.fromkeys(("Makefile", "postBuild", "LICENSE-PROSE"), "x"),
    }
    for name, text in texts.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text)
    for words in (["init", "-q"], ["add", "."], ["-c", "user.name=x", "-c", "user.email=x@y", "commit", "-qm", "x"]):
        subprocess.run(["git", *words], cwd=root, check=True)
    return root


def unpacked(course, tmp_path, *lessons):
    make_bundle(tmp_path / "course.zip", course, lessons)
    with zipfile.ZipFile(tmp_path / "course.zip") as archive:
        archive.extractall(tmp_path / "unpacked")
    return tmp_path / "unpacked" / NAME


def test_a_bundle_of_some_lessons_has_their_pieces_and_no_others(course, tmp_path):
    bundle = unpacked(course, tmp_path, "03_c")
    assert [path.name for path in (bundle / "notebooks").iterdir()] == ["03_c"]
    assert not (bundle / "course" / "pieces").exists()
    with zipfile.ZipFile(bundle / "course" / "pieces.zip") as pieces:
        assert pieces.namelist() == ["pieces/__init__.py", "pieces/a.py", "pieces/b.py"]


def test_lessons_import_packed_pieces_as_they_import_others(course, tmp_path):
    code = "from course.pieces.b import b; print(b(3))"
    for folder in (course, unpacked(course, tmp_path)):
        said = subprocess.run([sys.executable, "-c", code], cwd=folder, capture_output=True, text=True, check=True)
        assert said.stdout == "7\n"


def test_a_lesson_that_does_not_exist_is_named(course, tmp_path):
    with pytest.raises(BundleError, match=r"There is no lesson 04_d\. The lessons are 01_a, 02_b, 03_c\."):
        make_bundle(tmp_path / "course.zip", course, ["04_d"])
