"""Which notebooks a path on the command line stands for."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from pathlib import Path

from autograder.grading.submission import named_lesson
from autograder.lessons import all_lessons

_STEPS_OF_NBGRADER = {"autograded", "feedback", "release", "source"}  # beside submitted/: copies of what is graded


def find_notebooks(path: Path, lesson: str | None = None) -> list[Path]:
    """The notebooks of a path: itself, or those in a folder, sorted.

    A folder that is named as a lesson hands in the notebook of that name; what else lies there is
    somebody's copy. In a class's folder only what was submitted counts. A folder without any notebook
    stands for itself, so that it is not lost.
    """
    if not path.is_dir():
        return [path]
    known = {index.lesson for index in all_lessons()}
    found = []
    for folder, folders, files in os.walk(path):
        here = Path(folder)
        _tell_of_skipped(here, folders)
        folders[:] = sorted(_to_search(folders))
        wanted = f"{here.name}.ipynb"
        names = [wanted] if here.name in known and wanted in files else sorted(files)
        found += [here / name for name in names if name.endswith(".ipynb") and not name.startswith(".")]
    if lesson:
        found = [one for one in found if named_lesson(one, known) in (None, lesson)]
    return found or [path]


def _to_search(folders: Iterable[str]) -> list[str]:
    seen = [name for name in folders if not name.startswith(".")]
    return [name for name in seen if name not in _STEPS_OF_NBGRADER] if "submitted" in seen else seen


def _tell_of_skipped(here: Path, folders: Iterable[str]) -> None:
    """Say what will not be graded because its name begins with a dot; what JupyterLab keeps is no surprise."""
    for name in sorted(folders):
        if name.startswith(".") and name != ".ipynb_checkpoints" and any((here / name).rglob("*.ipynb")):
            sys.stderr.write(f"Skipped {here / name}: its name begins with a dot. Rename it to have it graded.\n")
