"""Read a lesson from its text file, or say what is wrong with it.

`solutions/01_weighted_averages.py` is the only place where that lesson is written. Tags say
what a cell is: `exercise:NAME`, `hints:NAME`, `points:N`, `explain:NAME`, `minutes:N`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial

from autograder.authoring import exercises, rules
from autograder.authoring.cells import Defects, LessonError, Wrong, read_cells
from autograder.authoring.roles import LessonCell, number, with_role
from autograder.authoring.syllabus import Planned, read_syllabus
from autograder.lessons import Exercise, Explain, LessonIndex
from autograder.places import Places

__all__ = ["Lesson", "LessonCell", "LessonError", "read_lesson"]


@dataclass(frozen=True)
class Lesson:
    """A lesson without defects."""

    cells: tuple[LessonCell, ...]
    index: LessonIndex

    @property
    def stem(self) -> str:
        """The lesson's one name."""
        return self.index.lesson


def read_lesson(stem: str, places: Places) -> Lesson:
    """The lesson of this stem. Raises `LessonError` with all its defects."""
    path = places.source_of(stem)
    file, test_file = places.shown(path), places.shown(places.tests_of(stem))
    defects = Defects()
    wrong = partial(defects.add, file)
    planned = read_syllabus(places.syllabus).get(stem)
    if planned is None:
        raise LessonError(f"{file}:1: the syllabus has no lesson {stem}: rename the file or add it to syllabus.toml.")
    cells = tuple(with_role(cell, wrong) for cell in read_cells(path, file, defects))
    defects.stop()  # cells that are not what they seem would only cause more complaints
    for cell in cells:
        rules.sound(cell, wrong)
    found = tuple(_exercise(cell, cells, planned, wrong) for cell in cells if cell.role == "exercise")
    explain = tuple(_explain(cell, wrong) for cell in cells if cell.role == "explain")
    points = sum(exercise.points for exercise in found)
    rules.complete(cells, planned, wrong)
    rules.unique(cells, wrong)
    rules.total("points", planned.points, points, stem, wrong)
    rules.total("explain_points", planned.explain_points, sum(one.points for one in explain), stem, wrong)
    rules.tested(cells, places.tests_of(stem), test_file, wrong, partial(defects.add, test_file))
    title = _title(cells, wrong)
    defects.stop()
    return Lesson(cells, LessonIndex(stem, title, points, found, explain))


def _exercise(cell: LessonCell, cells: Sequence[LessonCell], planned: Planned, wrong: Wrong) -> Exercise:
    """The exercise of a cell, with its hints and its points from other cells."""
    name, line = cell.name, cell.cell.line
    if name not in planned.signatures:
        wrong(line, f"the syllabus has no exercise `{name}` in lesson {planned.stem}: correct the tag.")
    facts = exercises.read(cell.cell, name, planned.signatures.get(name, ""), wrong)
    rules.kept_secret(cell, cells, wrong)
    check = _first(cells, "check", name)
    if check is None:
        wrong(line, f'exercise `{name}` has no check cell: add `# %% tags=["points:3"]` with `check("{name}")`.')
    elif check.cell.line < line:
        wrong(check.cell.line, f"the check cell of `{name}` stands above the exercise: move it below.")
    hints = _first(cells, "hints", name)
    if hints is None:
        wrong(line, f'exercise `{name}` has no hints: add a cell `# %% [markdown] tags=["hints:{name}"]`.')
    return replace(
        facts,
        points=check.points if check else 0,
        minutes=int(number(cell.cell, "minutes", wrong)),
        hints=exercises.hints(hints.cell, wrong) if hints else (),
    )


def _explain(cell: LessonCell, wrong: Wrong) -> Explain:
    if not cell.points:
        wrong(cell.cell.line, f"`{cell.name}` has no points: add a tag such as `points:4`.")
    return Explain(cell.name, cell.points)


def _first(cells: Sequence[LessonCell], role: str, name: str) -> LessonCell | None:
    return next((cell for cell in cells if cell.role == role and cell.name == name), None)


def _title(cells: Sequence[LessonCell], wrong: Wrong) -> str:
    first = cells[0].cell if cells else None
    if first and first.kind == "markdown" and first.source.startswith("# "):
        return first.lines()[0][2:].strip()
    wrong(1, "the first cell must be a markdown cell that begins with the title, `# Title`.")
    return ""
