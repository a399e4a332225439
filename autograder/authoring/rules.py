"""What must hold between the cells of a lesson, its syllabus and its hidden tests."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product
from pathlib import Path

from autograder.authoring import regions
from autograder.authoring.cells import Wrong
from autograder.authoring.hidden import tested_exercises
from autograder.authoring.roles import LessonCell
from autograder.authoring.syllabus import Planned

_LONGEST_CELL = 30


def sound(cell: LessonCell, wrong: Wrong) -> None:
    """Marks pair up, stand where they may, and the cell is short."""
    source, marks = cell.cell.source, cell.marks
    for offset, sentence in regions.defects(source, marks):
        wrong(cell.cell.first + offset, sentence)
    marked = regions.marked(source, marks)
    if marked and cell.role not in ("exercise", "explain"):
        tag = "exercise" if cell.cell.kind == "code" else "explain"
        problem = f"a solution outside of an exercise: give its cell the tag `{tag}:NAME` or remove the marks."
        wrong(cell.cell.first + marked[0], problem)
    if cell.role in ("exercise", "explain") and not regions.solutions(source, marks):
        wrong(cell.cell.line, f"`{cell.name}` has no solution: put it between `{marks.begin}` and `{marks.end}`.")
    length = regions.solved(source, marks).count("\n") + 1
    if cell.cell.kind == "code" and length > _LONGEST_CELL:
        wrong(cell.cell.line, f"a code cell of {length} lines: split it, {_LONGEST_CELL} is the most.")


def complete(cells: Sequence[LessonCell], planned: Planned, wrong: Wrong) -> None:
    """Every exercise of the syllabus is there, and every check and hint belongs to one."""
    here = {cell.name for cell in cells if cell.role == "exercise"}
    for name, signature in planned.signatures.items():
        if name not in here:
            wrong(1, f"the exercise `{signature}` of the syllabus is missing: write it.")
    for cell in cells:
        if cell.role in ("check", "hints") and cell.name and cell.name not in here:
            what = "a check cell" if cell.role == "check" else "hints"
            wrong(cell.cell.line, f"{what} for `{cell.name}`, which is no exercise here: correct the name.")


def unique(cells: Sequence[LessonCell], wrong: Wrong) -> None:
    """No name is given twice."""
    first: dict[tuple[str, str], int] = {}
    for cell in cells:
        # nbgrader knows check cells and Explain questions by their names alone.
        key = ("graded" if cell.role in ("check", "explain") else cell.role, cell.name)
        if cell.name and key in first:
            problem = f"a second {cell.role} cell for `{cell.name}` (the first: line {first[key]}): remove one."
            wrong(cell.cell.line, problem)
        first.setdefault(key, cell.cell.line)


def total(word: str, planned: float | None, found: float, stem: str, wrong: Wrong) -> None:
    """The points of the cells add up to those of the syllabus."""
    if planned is None:
        wrong(1, f"syllabus.toml has no {word} for {stem}: add `{word} = {found:g}` there.")
    elif planned != found:
        wrong(1, f"the {word} of this lesson add up to {found:g}, but syllabus.toml says {planned:g}: correct one.")


def kept_secret(secret: LessonCell, cells: Sequence[LessonCell], wrong: Wrong) -> None:
    """The solution of an exercise stands nowhere else, nor does that of any method of a class."""
    solutions = regions.solutions(secret.cell.source, secret.marks)
    for cell, solution in product(cells, solutions):
        visible = regions.stubbed(cell.cell.source, cell.marks).split("\n")
        shown = [(n, line.strip()) for n, line in enumerate(visible, cell.cell.first) if line.strip()]
        for start in range(len(shown) - len(solution) + 1):
            if [line for _, line in shown[start : start + len(solution)]] == solution:
                wrong(shown[start][0], f"the solution of `{secret.name}` stands here too: say it differently.")


def tested(cells: Sequence[LessonCell], path: Path, file: str, wrong: Wrong, wrong_test: Wrong) -> None:
    """Every exercise has hidden tests, and every hidden test in `path` an exercise."""
    lines = {cell.name: cell.cell.line for cell in cells if cell.role == "exercise"}
    try:
        tests = tested_exercises(path)
    except FileNotFoundError:
        tests = []
    except SyntaxError as error:
        wrong_test(error.lineno or 1, f"this is no valid Python: {error.msg}.")
        return
    for test in tests:
        if test.about not in lines:
            what = f"about `{test.about}`, which is no exercise" if test.about else "about no exercise"
            problem = f"the hidden test `{test.name}` is {what} of the lesson: correct its first argument."
            wrong_test(test.line, problem)
        for name in test.uses:
            if name not in lines:
                wrong_test(test.line, f"the hidden test `{test.name}` uses `{name}`, which is no exercise: correct it.")
    for name, line in lines.items():
        if name not in {test.about for test in tests}:
            wrong(line, f"exercise `{name}` has no hidden test: write `def test_...({name})` in {file}.")
