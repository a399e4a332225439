"""What was handed in: of which lesson it is, what will be run, and what is odd about it.

A notebook's metadata decides nothing. Oddities are noted and graded all the same.
"""

from __future__ import annotations

import ast
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from autograder.grading.notebook_file import Cell, Unreadable, read_cells
from autograder.lessons import LessonIndex, all_lessons

_MAX_NAMED = 5
_DEFINITION = re.compile(r"^\s*(?:async\s+)?(?:def|class)\s+(\w+)|^(\w+)\s*(?::[^=]*)?=(?!=)", re.MULTILINE)
_NOT_PYTHON = re.compile(r"^\s*[%!].*$|^[\w.]+\?+\s*$", re.MULTILINE)  # magics


@dataclass(frozen=True)
class Submission:
    """A notebook that can be graded."""

    lesson: LessonIndex
    code: tuple[str, ...]
    defined_in: Mapping[str, tuple[int, ...]]  # exercise -> numbers of the code cells that define it
    notes: tuple[str, ...]


def read_submission(path: Path, lesson: str | None = None) -> Submission:
    """Read a notebook as one of `lesson`, or else of the lesson that its path or its content names.

    Raises `Unreadable`.
    """
    cells, notes = read_cells(path)
    defined: defaultdict[str, list[int]] = defaultdict(list)
    for cell in cells:
        if cell.number:
            for name in sorted(defined_names(cell.source)):
                defined[name].append(cell.number)
    index = _lesson(path, lesson, defined.keys())
    places = {name: tuple(defined[name]) for name in index.names() if name in defined}
    notes += [*_repeated(cells), *_defined_twice(places), *_check_cells(cells, index), *_metadata(cells, index)]
    return Submission(index, tuple(cell.source for cell in cells if cell.number), places, tuple(notes))


def named_lesson(path: Path, known: Iterable[str]) -> str | None:
    """The lesson that a path names: by its folder, as nbgrader lays out a class, or by the file."""
    return next((name for name in (path.parent.name, path.stem) if name in set(known)), None)


def defined_names(source: str) -> set[str]:
    """Functions, classes and variables that a cell makes, also a cell that Python cannot read."""
    try:
        body = ast.parse(_NOT_PYTHON.sub("", source)).body
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return {function or variable for function, variable in _DEFINITION.findall(source)}
    return set(_bound(body))


def _bound(statements: list[ast.stmt]) -> Iterator[str]:
    for statement in statements:
        if isinstance(statement, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            yield statement.name
        elif isinstance(statement, ast.Assign | ast.AnnAssign):
            targets = statement.targets if isinstance(statement, ast.Assign) else [statement.target]
            for target in targets:
                names = (name for name in ast.walk(target) if isinstance(name, ast.Name))
                yield from (name.id for name in names if isinstance(name.ctx, ast.Store))
        else:  # what stands under an `if`, `try`, `with` or a loop
            for part in ("body", "orelse", "finalbody", "handlers", "cases"):
                yield from _bound(getattr(statement, part, []))


def _lesson(path: Path, wanted: str | None, defined: Iterable[str]) -> LessonIndex:
    """The lesson to grade; `Unreadable` when the cells are of another, or of none that is known."""
    known = {index.lesson: index for index in all_lessons()}
    names = set(defined)
    found = {stem: names & set(index.names()) for stem, index in known.items()}
    fits = max(found, key=lambda stem: len(found[stem]), default=None)
    stem = wanted or named_lesson(path, known)
    if stem is None:
        if fits is None or not found[fits]:
            raise Unreadable(
                "Neither its name nor its content tells which lesson this notebook is of. "
                f"Say so with --lesson; the lessons are {', '.join(known) or 'not built yet'}."
            )
        return known[fits]
    if stem not in known:
        raise Unreadable(f'There is no lesson "{stem}". The lessons are {", ".join(known)}.')
    if fits and found[fits] and not found[stem]:
        theirs = " and ".join(sorted(found[fits])[:_MAX_NAMED])
        raise Unreadable(
            f"This is a notebook of lesson {fits} (it defines {theirs}), handed in as {stem}. "
            f"Hand in the notebook of {stem} there, or grade this one with --lesson {fits}."
        )
    return known[stem]


def _repeated(cells: list[Cell]) -> Iterator[str]:
    """Cells that were copied along with their id."""
    for what, ids in [("id", [cell.id for cell in cells]), ("grade_id", [_grade_id(cell) for cell in cells])]:
        for name, count in Counter(ids).items():
            if name and count > 1:
                yield f'{count} cells have the {what} "{name[:80]}", as after copying one; all of them were run.'


def _defined_twice(places: Mapping[str, tuple[int, ...]]) -> Iterator[str]:
    for name, numbers in places.items():
        if len(numbers) > 1:
            shown = [str(number) for number in numbers[:_MAX_NAMED]] + ["..."] * (len(numbers) > _MAX_NAMED)
            yield f"{name} is defined in code cells {', '.join(shown)}; the last one counts."


def _check_cells(cells: list[Cell], lesson: LessonIndex) -> Iterator[str]:
    sources = [cell.source.strip() for cell in cells if cell.number]
    for name in lesson.names():
        call = re.compile(rf"check\(\s*[\"']{name}[\"']\s*\)")
        found = [source for source in sources if call.search(source)]
        if not found:
            yield f"The check cell of {name} is missing; {name} was graded all the same."
        elif not any(call.fullmatch(source) for source in found):
            yield f"The check cell of {name} was changed; that changes nothing about its points."


def _metadata(cells: list[Cell], lesson: LessonIndex) -> Iterator[str]:
    """Metadata that says something else than the lesson's; grading does not look at it."""
    points: dict[str, float] = {exercise.name: exercise.points for exercise in lesson.exercises}
    points |= {explain.name: explain.points for explain in lesson.explain}
    for cell in cells:
        ours = cell.metadata.get("nbgrader")
        graded = isinstance(ours, dict) and bool(ours.get("grade"))
        right = points.get(_grade_id(cell))
        if "tags" in cell.metadata or (graded and isinstance(ours, dict) and ours.get("points") != right):
            yield f"The metadata of {cell} was changed; it decides nothing here."


def _grade_id(cell: Cell) -> str:
    ours = cell.metadata.get("nbgrader")
    name = ours.get("grade_id") if isinstance(ours, dict) else None
    return name if isinstance(name, str) else ""
