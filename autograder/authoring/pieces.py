"""The pieces that later lessons take from earlier ones, derived from the solutions.

A lesson that reads `from course.pieces.layers import layer` gets the solution of that exercise of
02_layers, with what the solution needs there. Nothing else of a solution is written.
"""

from __future__ import annotations

import ast
import symtable
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial

from autograder.authoring import regions
from autograder.authoring.cells import Defects, Wrong
from autograder.authoring.source import Lesson, LessonCell
from autograder.places import Places

_PACKAGE = "course.pieces"


def derive(lessons: Sequence[Lesson], places: Places) -> dict[str, str]:
    """Module name -> text, for all that lessons import from course/pieces. Raises `LessonError`."""
    defects = Defects()
    asked: dict[str, set[str]] = {}
    for number, lesson in enumerate(lessons):
        earlier = {places.piece_of(before.stem).stem: before for before in lessons[:number]}
        wrong = partial(defects.add, places.shown(places.source_of(lesson.stem)))
        for module, name, line in _imports(lesson):
            if _is_piece(module, name, line, earlier, wrong):
                asked.setdefault(module, set()).add(name)
    defects.stop()
    by_module = {places.piece_of(lesson.stem).stem: lesson for lesson in lessons}
    return {module: _text(by_module[module], names) for module, names in sorted(asked.items())}


def _is_piece(module: str, name: str, line: int, earlier: dict[str, Lesson], wrong: Wrong) -> bool:
    if module not in earlier:
        known = ", ".join(earlier) or "none"
        wrong(line, f"there are no pieces of an earlier lesson in {_PACKAGE}.{module}: earlier lessons are {known}.")
        return False
    if name not in {exercise.name for exercise in earlier[module].index.exercises}:
        wrong(line, f"`{name}` is no exercise of {earlier[module].stem}: import one of its exercises.")
        return False
    return True


def _imports(lesson: Lesson) -> Iterator[tuple[str, str, int]]:
    """Module, name and line of everything that a lesson imports from course/pieces."""
    for cell in lesson.cells:
        for statement in _statements(cell):
            for node in ast.walk(statement):
                line = cell.cell.first + getattr(node, "lineno", 1) - 1
                if isinstance(node, ast.ImportFrom) and (node.module or "").startswith(f"{_PACKAGE}."):
                    for alias in node.names:
                        yield str(node.module).removeprefix(f"{_PACKAGE}."), alias.name, line
                elif isinstance(node, ast.Import | ast.ImportFrom) and _names_the_package(node):
                    yield "", "", line


def _names_the_package(node: ast.Import | ast.ImportFrom) -> bool:
    """Whether an import takes the pieces as a whole, so that nobody knows which of them it needs."""
    if isinstance(node, ast.Import):
        return any(alias.name.startswith(_PACKAGE) for alias in node.names)
    whole = node.module == "course" and any(alias.name == "pieces" for alias in node.names)
    return whole or node.module == _PACKAGE


@dataclass
class _Definitions:
    """What the code of a lesson defines at top level, by name."""

    text: dict[str, str] = field(default_factory=dict)  # in the order of the lesson
    needs: dict[str, set[str]] = field(default_factory=dict)
    imports: dict[str, str] = field(default_factory=dict)

    def add(self, statement: ast.stmt, source: str) -> None:
        """Take in one statement; the first definition of a name counts."""
        if isinstance(statement, ast.Import | ast.ImportFrom):
            for alias in statement.names:
                one = ast.Import([alias]) if isinstance(statement, ast.Import) else _from(statement, alias)
                self.imports.setdefault(alias.asname or alias.name.split(".")[0], ast.unparse(one))
            return
        text = ast.get_source_segment(source, statement) or ast.unparse(statement)
        for name in _defined(statement):
            if name not in self.text:
                self.text[name] = text
                self.needs[name] = set(_used(symtable.symtable(text, name, "exec"))) - {name}

    def closure(self, names: set[str]) -> set[str]:
        """These names and all that they need, of this lesson."""
        found: set[str] = set()
        waiting = sorted(names)
        while waiting:
            name = waiting.pop()
            if name not in found and name in self.text:
                found.add(name)
                waiting += self.needs[name]
        return found


def _text(lesson: Lesson, names: set[str]) -> str:
    definitions = _Definitions()
    exercises = {exercise.name for exercise in lesson.index.exercises}
    for cell in lesson.cells:
        for statement in _statements(cell):
            if cell.role == "exercise" or not _defined(statement) & exercises:
                definitions.add(statement, _source(cell))
    wanted = definitions.closure(names)
    used = set().union(*(definitions.needs[name] for name in wanted))
    imports = sorted({line for name, line in definitions.imports.items() if name in used}, key=_of_the_course)
    # A statement that defines several names stands once.
    bodies = list(dict.fromkeys(text for name, text in definitions.text.items() if name in wanted))
    heading = f'"""Pieces built in {lesson.stem}. `make build` writes this file: change solutions/{lesson.stem}.py."""'
    return "\n\n".join([heading, "\n".join(imports), "", "\n\n\n".join(bodies)]).replace("\n\n\n\n", "\n\n\n") + "\n"


def _of_the_course(line: str) -> tuple[bool, str]:
    return "course" in line, line


def _from(statement: ast.ImportFrom, alias: ast.alias) -> ast.ImportFrom:
    return ast.ImportFrom(statement.module, [alias], statement.level)


def _defined(statement: ast.stmt) -> set[str]:
    if isinstance(statement, ast.FunctionDef | ast.ClassDef):
        return {statement.name}
    if isinstance(statement, ast.Assign | ast.AnnAssign):
        return {
            node.id for node in ast.walk(statement) if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)
        }
    return set()


def _used(table: symtable.SymbolTable) -> Iterator[str]:
    """Names that a piece of code takes from its module, or from Python."""
    for symbol in table.get_symbols():
        if symbol.is_referenced() and (symbol.is_global() or table.get_type() == "module"):
            yield symbol.get_name()
    for inner in table.get_children():
        yield from _used(inner)


def _source(cell: LessonCell) -> str:
    return regions.solved(cell.cell.source, cell.marks)


def _statements(cell: LessonCell) -> Sequence[ast.stmt]:
    """The statements of a code cell; none of one that only IPython can read."""
    if cell.cell.kind != "code":
        return []
    try:
        return ast.parse(_source(cell)).body
    except SyntaxError:
        return []
