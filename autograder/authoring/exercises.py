"""Read one exercise out of its cells: signature, visible examples, hints."""

from __future__ import annotations

import ast
import doctest
import re
from collections.abc import Sequence

from autograder.authoring import regions
from autograder.authoring.cells import Cell, Wrong
from autograder.lessons import Example, Exercise

_STEP = re.compile(r"\s{0,3}\d+[.)]\s+(.*)")
_FEWEST_HINTS, _MOST_HINTS = 2, 4


def read(cell: Cell, name: str, signature: str, wrong: Wrong) -> Exercise:
    """The exercise that a cell defines, still without points and hints."""
    examples: tuple[Example, ...] = ()
    definition = _definition(cell, name, wrong)
    if definition is not None:
        line = cell.line_of(f"{'class' if isinstance(definition, ast.ClassDef) else 'def'} {name}")
        found = f"{name}({_arguments(definition)})"
        if signature and found != _normal(signature):
            wrong(line, f"the syllabus says `{signature}`, here stands `{found}`: use the syllabus's.")
        examples = _examples(definition, line, wrong)
    starts = regions.stubbed(cell.source, regions.CODE)
    if definition is not None and not _is_python(starts):
        wrong(
            cell.line,
            f"without its solution `{name}` is no valid Python: mark whole statements, inside a function or a method.",
        )
    return Exercise(name, signature, points=0, minutes=0, examples=examples, hints=(), starts=starts)


def hints(cell: Cell, wrong: Wrong) -> tuple[str, ...]:
    """The steps of a numbered list, each as one line."""
    steps: list[list[str]] = []
    for number, line in enumerate(cell.lines(), cell.first):
        step = _STEP.match(line)
        if step:
            steps.append([step[1].strip()])
        elif steps:
            steps[-1].append(line.strip())
        elif line.strip():
            wrong(number, "hints are a numbered list and nothing else: begin this line with `1. `.")
    if not _FEWEST_HINTS <= len(steps) <= _MOST_HINTS:
        wrong(cell.line, f"hints have {_FEWEST_HINTS} to {_MOST_HINTS} steps (`1. ...`), and these have {len(steps)}.")
    return tuple(" ".join(part for part in step if part) for step in steps)


def _definition(cell: Cell, name: str, wrong: Wrong) -> ast.FunctionDef | ast.ClassDef | None:
    """The one function or class of the cell."""
    try:
        body = ast.parse(cell.source).body
    except SyntaxError as error:
        wrong(cell.first + (error.lineno or 1) - 1, f"this is no valid Python: {error.msg}.")
        return None
    only = body[0] if len(body) == 1 else None
    if isinstance(only, ast.FunctionDef | ast.ClassDef) and only.name == name:
        return only
    wrong(cell.line, f"the cell of exercise `{name}` must define `{name}` and nothing else: move the rest elsewhere.")
    return None


def _arguments(definition: ast.FunctionDef | ast.ClassDef) -> str:
    """Names and defaults, without annotations; those of `__init__` for a class."""
    if isinstance(definition, ast.FunctionDef):
        return _bare(definition.args)
    for node in definition.body:
        if isinstance(node, ast.FunctionDef) and node.name == "__init__":
            return _bare(node.args).partition(", ")[2]  # without self
    return ""


def _bare(arguments: ast.arguments) -> str:
    for argument in ast.walk(arguments):
        if isinstance(argument, ast.arg):
            argument.annotation = None
    return ast.unparse(arguments)


def _normal(signature: str) -> str:
    """A signature with its defaults as Python writes them: 1e-3 is 0.001."""
    definition = ast.parse(f"def {signature}: pass").body[0]
    assert isinstance(definition, ast.FunctionDef)
    return f"{definition.name}({_bare(definition.args)})"


def _examples(definition: ast.FunctionDef | ast.ClassDef, line: int, wrong: Wrong) -> tuple[Example, ...]:
    docstring = ast.get_docstring(definition)
    if not docstring:
        wrong(line, f"`{definition.name}` has no docstring: say in a sentence what it gives.")
        return ()
    try:
        found = doctest.DocTestParser().get_examples(docstring)
    except ValueError as error:
        wrong(line, f"the examples of `{definition.name}` cannot be read: {error}.")
        return ()
    examples = _programs(found, all_of_it=isinstance(definition, ast.ClassDef))
    if not any(f"{definition.name}(" in example.call for example in examples):
        wrong(line, f"`{definition.name}` has no visible example: add `>>> {definition.name}(...)` to its docstring.")
    return examples


def _programs(found: Sequence[doctest.Example], all_of_it: bool) -> tuple[Example, ...]:
    """Each expression that gives something, after the statements before it: those that prepare it, or all of them."""
    examples: list[Example] = []
    before: list[str] = []
    for example in found:
        source = example.source.strip()
        if example.want:
            examples.append(Example("\n".join([*before, source]), example.want.strip()))
        if all_of_it or not example.want:
            before.append(source)
    return tuple(examples)


def _is_python(source: str) -> bool:
    try:
        compile(source, "<stub>", "exec")
    except SyntaxError:
        return False
    return True
