"""Small changes of a reference solution, to see whether the hidden tests notice them.

Libraries for mutants (mutmut, cosmic-ray) change the files of a project and run its test suite for
each change. Here a mutant is one function, and its judges are the hidden tests of one exercise,
so changing the function's syntax tree is shorter than bending such a library.
"""

from __future__ import annotations

import ast
import contextlib
import copy
import io
import tomllib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from itertools import pairwise
from pathlib import Path
from typing import Any

from autograder import session
from autograder.catalogue import load
from autograder.work import LocalWork

EQUIVALENT = session.HIDDEN_TESTS / "equivalent_mutants.toml"
_SWAPPED: dict[type[ast.AST], tuple[type[ast.AST], ...]] = {
    ast.Add: (ast.Sub, ast.Mult),
    ast.Sub: (ast.Add,),
    ast.Mult: (ast.Div, ast.Add),
    ast.Div: (ast.Mult, ast.FloorDiv),
    ast.FloorDiv: (ast.Div,),
    ast.Mod: (ast.FloorDiv,),
    ast.Pow: (ast.Mult,),
    ast.MatMult: (ast.Mult,),
    ast.Eq: (ast.NotEq, ast.LtE, ast.GtE),
    ast.NotEq: (ast.Eq, ast.Lt, ast.Gt),
    ast.Lt: (ast.LtE, ast.GtE),
    ast.LtE: (ast.Lt, ast.Gt),
    ast.Gt: (ast.GtE, ast.LtE),
    ast.GtE: (ast.Gt, ast.Lt),
    ast.In: (ast.NotIn,),
    ast.NotIn: (ast.In,),
    ast.Is: (ast.IsNot,),
    ast.IsNot: (ast.Is,),
    ast.And: (ast.Or,),
    ast.Or: (ast.And,),
}


@dataclass(frozen=True)
class Mutant:
    """One change: the first line that differs, and what it becomes. `source` is the changed function."""

    exercise: str
    line: str
    becomes: str
    source: str = ""

    @property
    def key(self) -> tuple[str, str, str]:
        """What tells it from other mutants, and stays when another line of the solution changes."""
        return self.exercise, self.line, self.becomes


class Solutions:
    """The functions and classes of a lesson's text file, with the imports that they need."""

    def __init__(self, path: Path):
        body = ast.parse(path.read_text(encoding="utf-8")).body
        self._defined = {node.name: node for node in body if isinstance(node, ast.FunctionDef | ast.ClassDef)}
        self._imports = [node for node in body if isinstance(node, ast.Import | ast.ImportFrom)]

    def tree(self, exercise: str) -> ast.FunctionDef | ast.ClassDef:
        """The function or class of an exercise, without docstrings."""
        tree = copy.deepcopy(self._defined[exercise])
        for node in ast.walk(tree):
            if isinstance(node, ast.FunctionDef | ast.ClassDef) and ast.get_docstring(node) is not None:
                del node.body[0]
        return tree

    def source(self, exercise: str, function: str = "") -> str:
        """Code that defines the exercise's function, or `function` in its place, and all that it uses."""
        trees: dict[str, ast.stmt] = {exercise: ast.parse(function).body[0] if function else self._defined[exercise]}
        while missing := [name for name in _names(trees.values()) if name in self._defined and name not in trees]:
            trees |= {name: self._defined[name] for name in missing}
        used = set(_names(trees.values()))
        imports: list[ast.stmt] = []
        for node in self._imports:
            names = [alias for alias in node.names if (alias.asname or alias.name.partition(".")[0]) in used]
            if names:
                needed = copy.copy(node)
                needed.names = names
                imports.append(needed)
        in_order = [trees[name] for name in self._defined if name in trees]  # a class comes after what it builds on
        return "\n".join(ast.unparse(node) for node in [*imports, *in_order])


def mutants(solutions: Solutions, exercise: str) -> list[Mutant]:
    """All mutants of the exercise's solution, each different change once."""
    tree = solutions.tree(exercise)
    before = ast.unparse(tree)
    found: dict[tuple[str, str, str], Mutant] = {}
    left_alone = _left_alone(tree)
    for index, node in enumerate(ast.walk(tree)):
        for change in _changes(node) if node not in left_alone else ():
            changed = copy.deepcopy(tree)
            target = list(ast.walk(changed))[index]
            _Replaced(target, change(target)).visit(changed)
            after = ast.unparse(ast.fix_missing_locations(changed))
            if after != before:
                mutant = Mutant(exercise, *_difference(before, after), after)
                found.setdefault(mutant.key, mutant)
    return list(found.values())


def survives(lesson: str, exercise: str, source: str) -> bool:
    """Whether all hidden tests of the exercise pass on this source. Run it in a process of its own."""
    namespace: dict[str, Any] = {"__name__": "__main__"}
    with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
        exec(source, namespace)
        ended = session.run(lesson, LocalWork(namespace), load(lesson).definitions, {exercise}, {})
    return bool(ended) and all(test.problem is None for test in ended)


def equivalent(path: Path = EQUIVALENT) -> dict[tuple[str, str, str], str]:
    """Mutants that are no mistakes, by their key, with the reason."""
    listed = tomllib.loads(path.read_text(encoding="utf-8"))["no_mistake"]
    return {(one["exercise"], one["line"], becomes): one["reason"] for one in listed for becomes in one["becomes"]}


class _Replaced(ast.NodeTransformer):
    """Put one node in the place of another."""

    def __init__(self, target: ast.AST, new: ast.AST):
        self._target = target
        self._new = new

    def visit(self, node: ast.AST) -> Any:
        return self._new if node is self._target else self.generic_visit(node)


def _left_alone(tree: ast.AST) -> set[ast.AST]:
    """Numbers in a written-out list, which are data, and the `raise` of an `if` that can be dropped as a whole."""
    alone: set[ast.AST] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.List | ast.Tuple | ast.Set):
            inside = [inner for inner in ast.walk(node) if isinstance(inner, ast.expr)]
            if all(isinstance(inner, ast.List | ast.Tuple | ast.Set | ast.Constant | ast.UnaryOp) for inner in inside):
                alone.update(inside)
        if isinstance(node, ast.If) and not node.orelse and isinstance(node.body[0], ast.Raise):
            alone.add(node.body[0])
    return alone


def _changes(node: ast.AST) -> Iterator[Callable[[Any], ast.AST]]:
    """What can be done to a node; each function gets a copy of it and gives what takes its place."""
    match node:
        case ast.BinOp(op=op) | ast.AugAssign(op=op):
            for other in _SWAPPED.get(type(op), ()):
                yield partial(_with, "op", other())
        case ast.BoolOp(op=op, values=values):
            yield partial(_with, "op", _SWAPPED[type(op)][0]())
            for i in range(len(values)):
                yield partial(_without, "values", i)
        case ast.Compare(ops=ops):
            for i, comparison in enumerate(ops):
                for other in _SWAPPED[type(comparison)]:
                    yield partial(_with, "ops", [*ops[:i], other(), *ops[i + 1 :]])
        case ast.UnaryOp(op=ast.Not() | ast.USub()):
            yield lambda same: same.operand
        case ast.Constant(value=bool(value)):
            yield partial(_with, "value", not value)
        case ast.Constant(value=int(value) | float(value)):
            yield partial(_with, "value", value + 1)
            yield partial(_with, "value", value - 1)
        case ast.Call(args=args, keywords=keywords):
            for i, _ in enumerate(pairwise(args)):
                yield partial(_with, "args", [*args[:i], args[i + 1], args[i], *args[i + 2 :]])
            for i in range(len(keywords)):
                yield partial(_without, "keywords", i)
        case ast.Slice():
            for bound in ("lower", "upper"):
                if (end := getattr(node, bound)) is not None:
                    for op in (ast.Add(), ast.Sub()):
                        yield partial(_with, bound, ast.BinOp(end, op, ast.Constant(1)))
        case ast.Return(value=ast.expr() as value):
            yield partial(_with, "value", ast.UnaryOp(ast.USub(), value))
    if isinstance(node, ast.stmt) and not isinstance(node, ast.FunctionDef | ast.ClassDef | ast.Return):
        yield lambda _: ast.Pass()


def _with(field: str, value: Any, node: ast.AST) -> ast.AST:
    setattr(node, field, value)
    return node


def _without(field: str, index: int, node: ast.AST) -> ast.AST:
    del getattr(node, field)[index]
    return node


def _names(trees: Iterable[ast.AST]) -> list[str]:
    return [node.id for tree in trees for node in ast.walk(tree) if isinstance(node, ast.Name)]


def _difference(before: str, after: str) -> tuple[str, str]:
    """The first line that differs, before and after."""
    old, new = ([line.strip() for line in text.splitlines()] for text in (before, after))
    return next((a, b) for a, b in zip([*old, ""], [*new, ""], strict=False) if a != b)
