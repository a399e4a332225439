"""What nbgrader's configuration needs from the course.

nbgrader_config.py at the root uses all of it; the build generates with the same `settings`,
so `nbgrader generate_assignment` and `make build` give the same notebooks.
"""

from __future__ import annotations

import os
import re
import shutil
import sys
import tempfile
from pathlib import Path
from typing import Any

from nbconvert.preprocessors import Preprocessor
from nbformat import NotebookNode
from nbgrader.converters.base import NbGraderException
from nbgrader.preprocessors import NbGraderPreprocessor
from traitlets import Bool, Unicode
from traitlets.config import Config

from autograder import files
from autograder.authoring import assemble
from autograder.authoring.regions import CODE_STUB, TEXT_STUB
from autograder.authoring.source import LessonError, read_lesson
from autograder.places import Places

_HIDDEN = re.compile(r"\n?[^\n]*BEGIN HIDDEN TESTS.*?(END HIDDEN TESTS[^\n]*|\Z)", re.DOTALL)


def settings() -> Config:
    """How a learner's notebook is made, wherever it is made."""
    config = Config()
    config.ClearSolutions.code_stub = {"python": CODE_STUB}
    config.ClearSolutions.text_stub = TEXT_STUB
    return config


def put_tools_on_path() -> None:
    """nbgrader runs `alembic` by its bare name; it lies next to this Python."""
    folder = str(Path(sys.executable).parent)
    folders = os.environ.get("PATH", "").split(os.pathsep)
    if folder not in folders:
        os.environ["PATH"] = os.pathsep.join([folder, *folders])


def refresh_sources(root: Path) -> None:
    """Write nbgrader's source notebooks that are missing or older than their lesson. Says what hinders it."""
    places = Places.of(root)
    for path in places.lesson_sources():
        target = places.nbgrader_source_of(path.stem)
        if target.is_file() and target.stat().st_mtime >= path.stat().st_mtime:
            continue
        try:
            files.write_whole(target, assemble.to_text(_source(places, path.stem)).encode())
        except LessonError as error:
            sys.stderr.write(f"{error}\n")


class FromSolutions(NbGraderPreprocessor):
    """Take the lesson from solutions/, whatever stands in the source folder.

    nbgrader makes its steps first and then removes the whole released folder. So this step reads
    the lesson when it is made, to stop before anything is lost, and sets aside what is a learner's.
    """

    root = Unicode(help="The root of the course.").tag(config=True)

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self._places = Places.of(Path(self.root))
        stem = self.parent.parent.coursedir.assignment_id
        try:
            self._notebooks = {stem: _source(self._places, stem)} if self._places.source_of(stem).is_file() else {}
        except LessonError as error:
            self.log.error("%s", error)
            raise NbGraderException(str(error)) from None
        _set_aside(self._places, stem)

    def preprocess(self, nb: NotebookNode, resources: dict[str, Any]) -> tuple[NotebookNode, dict[str, Any]]:
        """The notebook that the lesson's text makes."""
        return self._notebooks.get(resources["nbgrader"]["notebook"], nb), resources


class WithoutHiddenTests(Preprocessor):
    """Keep hidden tests out of feedback: neither their lines nor tracebacks through them are shown."""

    enabled = Bool(True).tag(config=True)

    def preprocess_cell(self, cell: NotebookNode, resources: Any, index: int) -> tuple[NotebookNode, Any]:
        """A graded cell without its hidden region."""
        if cell.cell_type == "code" and cell.metadata.get("nbgrader", {}).get("grade"):
            cell.source = _HIDDEN.sub("", cell.source)
            # The value of the cell is the points, and they stand above it already.
            cell.outputs = [output for output in cell.outputs if output.output_type != "execute_result"]
            for output in cell.outputs:
                if output.output_type == "error":
                    output.traceback = [f"{output.ename}: {output.evalue}"]
        return cell, resources


def put_back(root: Path, assignment: str, **_: Any) -> None:
    """After nbgrader has released a lesson: return to its folder what is a learner's, over nothing."""
    released = Places.of(root).notebook_of(assignment).parent
    for kept in sorted(_shelf(root).glob(f"{assignment}.*")):
        for file in sorted(kept.rglob("*")):
            target = released / file.relative_to(kept)
            if file.is_file() and not target.exists():
                target.parent.mkdir(parents=True, exist_ok=True)
                shutil.copy2(file, target)
        shutil.rmtree(kept)


def _set_aside(places: Places, stem: str) -> None:
    """Copy what is a learner's out of a released folder, which nbgrader is about to remove."""
    notebook = places.notebook_of(stem)
    if not notebook.parent.is_dir():
        return
    if files.worked_in(places, stem):
        files.set_aside(notebook)
    shelf = _shelf(places.root)
    shelf.mkdir(parents=True, exist_ok=True)
    kept = tempfile.mkdtemp(prefix=f"{stem}.", dir=shelf)
    shutil.copytree(notebook.parent, kept, dirs_exist_ok=True, ignore=shutil.ignore_patterns(notebook.name))


def _shelf(root: Path) -> Path:
    return Places.of(root).build / "kept"


def _source(places: Places, stem: str) -> NotebookNode:
    return assemble.nbgrader_source(read_lesson(stem, places))
