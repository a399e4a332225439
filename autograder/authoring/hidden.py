"""Which exercises the hidden tests of a lesson test, read from their text.

Nothing is imported: a lesson can be built where its tests cannot run.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

# What pytest itself gives to a test that asks for it.
_PYTEST_GIVES = (
    "cache capfd capfdbinary caplog capsys capsysbinary capteesys doctest_namespace monkeypatch pytestconfig "
    "record_property record_testsuite_property record_xml_attribute recwarn request subtests testdir "
    "tmp_path tmp_path_factory tmpdir tmpdir_factory"
)


@dataclass(frozen=True)
class HiddenTest:
    """A hidden test, by what it asks for."""

    name: str
    line: int
    about: str  # the exercise that it tests: its first argument, or ""
    uses: tuple[str, ...]  # its other arguments that have to be exercises


def tested_exercises(path: Path) -> list[HiddenTest]:
    """The tests of a file. What `parametrize`, pytest or the file's own fixtures give is no exercise."""
    functions = [node for node in ast.parse(path.read_text(encoding="utf-8")).body if isinstance(node, ast.FunctionDef)]
    fixtures = {function.name for function in functions if _is_fixture(function)}
    tests = []
    for function in functions:
        if function.name.startswith("test"):
            names = [argument.arg for argument in [*function.args.posonlyargs, *function.args.args]]
            given = {*fixtures, *_PYTEST_GIVES.split(), *_parametrized(function)}
            about = names[0] if names and names[0] not in given else ""
            uses = tuple(name for name in names[1:] if name not in given)
            tests.append(HiddenTest(function.name, function.lineno, about, uses))
    return tests


def _is_fixture(function: ast.FunctionDef) -> bool:
    return any("fixture" in ast.unparse(decorator) for decorator in function.decorator_list)


def _parametrized(function: ast.FunctionDef) -> Iterator[str]:
    """Names of arguments that `pytest.mark.parametrize` gives."""
    for decorator in function.decorator_list:
        if not isinstance(decorator, ast.Call) or not ast.unparse(decorator.func).endswith("parametrize"):
            continue
        named = [word.value for word in decorator.keywords if word.arg == "argnames"]
        for constant in ast.walk((decorator.args or named)[0]):
            if isinstance(constant, ast.Constant) and isinstance(constant.value, str):
                yield from (name.strip() for name in constant.value.split(","))
