"""What `nbgrader autograde` does with a lesson of this course: examine it from outside, as `grade` does.

nbgrader reads what was handed in, runs it, and saves points that it finds in the outputs. Each of the three
has a part of ours in its place. Other notebooks go the way that nbgrader has for them, in a locked process.
"""

from __future__ import annotations

import functools
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from nbconvert.exporters import NotebookExporter
from nbconvert.exporters.exporter import ResourcesDict
from nbformat import NotebookNode
from nbgrader.api import Gradebook
from nbgrader.preprocessors import Execute, SaveAutoGrades
from nbgrader.utils import is_solution
from traitlets import Float, Integer
from traitlets.config import Config

from autograder.gradebook import execute_step
from autograder.gradebook.book_cells import BookLesson, NotInGradebook, find
from autograder.gradebook.execute_step import LockedExecute
from autograder.gradebook.handed_in import LINK, HandedIn
from autograder.gradebook.marked_copy import marked_copy
from autograder.grading.ahead import Ahead, Grade, cores
from autograder.grading.one_notebook import could_not_grade, grade_and_record
from autograder.grading.process import Limits
from autograder.lessons import all_lessons

_NOTHING_GRADED: dict[str, Any] = {"exercises": []}


def settings() -> Config:
    """nbgrader's configuration for this course."""
    config = execute_step.settings({Execute: ExamineLesson, SaveAutoGrades: SaveScores})
    config.Autograde.exporter_class = SubmittedNotebooks
    return config


class SubmittedNotebooks(NotebookExporter):
    """Reads what was handed in for a lesson, whatever it is: no file stops the run for the others."""

    def __init__(self, **facts: Any) -> None:
        super().__init__(**facts)
        self._lessons: dict[str, BookLesson | None] = {}
        self._ahead: Ahead | None = None

    def from_filename(self, filename: str, resources: Any = None, **facts: Any) -> tuple[NotebookNode, dict[str, Any]]:
        """The notebook with the course's own locked cells and metadata. What nbgrader wrote itself is read as ever."""
        lesson = self.lesson(resources)
        if lesson is None or Path(filename) != self.handed_in(resources).notebook:
            return super().from_filename(filename, resources, **facts)
        resources["metadata"] = ResourcesDict(name=Path(filename).stem, path=str(Path(filename).parent))
        notebook, _ = marked_copy(self.handed_in(resources).content(), lesson, _NOTHING_GRADED)
        return self.from_notebook_node(notebook, resources, **facts)

    def lesson(self, resources: Mapping[str, Any]) -> BookLesson | None:
        """The lesson as the gradebook has it; None for a notebook of something else."""
        facts = resources["nbgrader"]
        name = facts["notebook"]
        if facts["assignment"] != name or name not in {index.lesson for index in all_lessons()}:
            return None
        if name not in self._lessons:
            with Gradebook(facts["db_url"]) as gradebook:
                self._lessons[name] = find(gradebook, name)
        return self._lessons[name]

    def handed_in(self, resources: Mapping[str, Any]) -> HandedIn:
        """Where the submission lies."""
        facts, course = resources["nbgrader"], self.parent.coursedir  # type: ignore[union-attr]
        folder = course.format_path(course.submitted_directory, facts["student"], facts["assignment"])
        return HandedIn.of(Path(folder, f"{facts['notebook']}.ipynb"))

    def ahead(self, notebook: Path, grade: Grade, jobs: int) -> Ahead:
        """What grades this notebook and those that follow in this run."""
        if self._ahead is None:
            self._ahead = Ahead(list(self._from(notebook)), grade, jobs)
        return self._ahead

    def _from(self, notebook: Path) -> Iterator[Path]:
        """The notebook and those that nbgrader will come to: it leaves out what it has graded before."""
        run: Any = self.parent
        yield notebook
        folders = [Path(folder) for folder in sorted(run.assignments)]
        for folder in folders[folders.index(notebook.parent) + 1 :]:
            path = folder / notebook.name
            if path.is_file() and (run.force or not HandedIn.of(path).autograded.exists()):
                yield path


class ExamineLesson(LockedExecute):
    """Runs the cells of a lesson in a locked process and the hidden tests outside of it."""

    time_limit = Float(Limits.cells, help="Seconds for all cells of a notebook.").tag(config=True)
    call_limit = Float(Limits.call, help="Seconds for one call of a learner's function.").tag(config=True)
    jobs = Integer(cores(), help="Notebooks at once; 1 runs none ahead of nbgrader.").tag(config=True)

    def preprocess(
        self, nb: NotebookNode, resources: Any = None, km: Any = None
    ) -> tuple[NotebookNode, dict[str, Any]]:
        """The notebook with what its cells show, and under each check cell the report and the points."""
        lesson = self.parent.lesson(resources) if isinstance(self.parent, SubmittedNotebooks) else None
        if lesson is None:
            return super().preprocess(nb, resources, km)
        handed_in = self.parent.handed_in(resources)
        line, recorded = self._graded(handed_in, lesson)
        if "error" in line:
            self.log.error("%s could not be graded: %s", handed_in.notebook, line["error"])
        notebook, _ = marked_copy(handed_in.content(), lesson, line, recorded)
        return notebook, resources

    def _graded(self, handed_in: HandedIn, lesson: BookLesson) -> tuple[dict[str, Any], dict[int, Any]]:
        """The line of `grade --json`, and what the cells showed."""
        name = handed_in.lesson
        if not handed_in.is_own():
            return could_not_grade(handed_in.notebook, name, LINK), {}
        limits = Limits(self.time_limit, self.call_limit, self.memory_limit * 2**20)
        grade = functools.partial(grade_and_record, lesson=name, limits=limits)
        line, recorded = self.parent.ahead(handed_in.notebook, grade, self.jobs).take(handed_in.notebook)
        try:
            if line["exercises"]:
                lesson.check(name, {one["name"]: one["max_points"] for one in line["exercises"]})
        except NotInGradebook as problem:
            return could_not_grade(handed_in.notebook, name, str(problem)), recorded
        return line, recorded


class SaveScores(SaveAutoGrades):
    """Saves the points; a check cell that has none could not be graded, and waits for a person."""

    def preprocess(self, nb: NotebookNode, resources: Any) -> tuple[NotebookNode, Any]:
        self._is_lesson = isinstance(self.parent, SubmittedNotebooks) and self.parent.lesson(resources) is not None
        return super().preprocess(nb, resources)

    def _add_score(self, cell: NotebookNode, resources: Any) -> None:
        super()._add_score(cell, resources)
        if self._is_lesson and not is_solution(cell) and not _has_points(cell):
            facts = resources["nbgrader"]
            grade_id = cell.metadata.nbgrader.grade_id
            grade = self.gradebook.find_grade(grade_id, facts["notebook"], facts["assignment"], facts["student"])
            grade.auto_score, grade.needs_manual_grade = None, True
            self.gradebook.db.commit()


def _has_points(cell: NotebookNode) -> bool:
    return any(output.output_type == "execute_result" for output in cell.get("outputs", ()))
