"""A copy of the course to work in, and what learners hand in there."""

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import nbformat

from autograder.lessons import load
from autograder.places import Places

PARTS = "autograder course notebooks solutions Makefile README.md nbgrader_config.py pyproject.toml requirements.lock"
WRITE_HERE = "    return ...  # your code here"


def copy_of_course(project: Path, target: Path) -> Path:
    """The course as it comes, with notebooks in which nobody has worked."""
    target.mkdir(parents=True)
    for name in PARTS.split():
        if (project / name).is_dir():
            left_out = shutil.ignore_patterns("__pycache__", ".ipynb_checkpoints", "progress.json", "*.ipynb")
            shutil.copytree(project / name, target / name, ignore=left_out)
        else:
            shutil.copy2(project / name, target)
    made = run(target, sys.executable, "-m", "autograder", "build", "--root", ".")
    assert made.returncode == 0, made.stderr
    return target


def surroundings(course: Path) -> dict[str, str]:
    """The environment variables with which Python takes the autograder of the copy."""
    return {**os.environ, "PYTHONPATH": str(course)}


def run(course: Path, *command: str) -> subprocess.CompletedProcess[str]:
    """Run a command in the copy."""
    return subprocess.run(command, cwd=course, env=surroundings(course), capture_output=True, check=False, text=True)


def solutions(course: Path, lesson: str) -> dict[str, str]:
    """The solved cell of each exercise."""
    return _exercises(course, lesson, Places.of(course).nbgrader_source_of(lesson))


def stubs(course: Path, lesson: str) -> dict[str, str]:
    """The cell of each exercise as it is released."""
    return _exercises(course, lesson, Places.of(course).notebook_of(lesson))


def answered(stub: str, *lines: str) -> str:
    """An exercise cell as it is released, with these lines in the place of its `return ...`."""
    assert WRITE_HERE in stub
    return stub.replace(WRITE_HERE, "\n".join("    " + line for line in lines))


def hand_in(course: Path, student: str, lesson: str, answers: Mapping[str, str], explained: str = "") -> Path:
    """Put the released notebook, with these exercise cells and this text under Explain, into submitted/."""
    notebook = nbformat.read(Places.of(course).notebook_of(lesson), as_version=4)
    cells = {cell.id: cell for cell in notebook.cells}
    for name, source in answers.items():
        cells[f"exercise-{name}"].source = source
    if explained:
        (explain,) = (cell for name, cell in cells.items() if name.startswith("explain_"))
        explain.source = explained
    path = course / "submitted" / student / lesson / f"{lesson}.ipynb"
    path.parent.mkdir(parents=True)
    nbformat.write(notebook, path)
    return path


def _exercises(course: Path, lesson: str, path: Path) -> dict[str, str]:
    cells = {cell.id: cell.source for cell in nbformat.read(path, as_version=4).cells}
    names = load(lesson, Places.of(course).lessons).names()
    return {name: cells[f"exercise-{name}"] for name in names}
