"""Ask a class with plain data: a short program that uses it, and what to tell of the result.

    run(Value, "Value", "y = a * b\ny.backward()", {"a": 2.0, "b": 3.0}, ["a.grad"])  gives  {"a.grad": 3.0}

So a class is an exercise like a function: its objects stay on the learner's side, and a test, the
definition and the mistakes see what a program makes of them.
"""

from __future__ import annotations

import ast
import functools
from collections.abc import Callable, Mapping, Sequence
from typing import Any

Program = tuple[str, Mapping[str, Any], Sequence[str]]


def run(cls: type, name: str, program: str, inputs: Mapping[str, Any], asked: Sequence[str]) -> Any:
    """What each of the `asked` expressions is after the program; `...` while the class still gives that somewhere.

    In the program `name` is the class, and each input is an object of it, made from the input's value.
    """
    names: dict[str, Any] = {name: cls}
    try:
        names |= {key: cls(value) for key, value in inputs.items()}
        for statement in ast.parse(program).body:
            if isinstance(statement, ast.Expr):
                if _evaluate(ast.Expression(statement.value), names) is ...:
                    return ...
            else:
                exec(compile(ast.Module([statement], []), "<program>", "exec"), names)
        answers = {expression: _evaluate(ast.parse(expression, mode="eval"), names) for expression in asked}
    except (TypeError, AttributeError) as error:
        if "ellipsis" in str(error).lower():  # calculated with what an untouched method gave
            return ...
        raise
    return ... if any(answer is ... for answer in answers.values()) else answers


def is_program(arguments: Sequence[Any]) -> bool:
    """Whether these are the arguments of a program: its text, its inputs and what is asked."""
    return [type(argument) for argument in arguments] == [str, dict, list]


def as_function(cls: type, exercise: str) -> Callable[..., Any]:
    """A class of ours as the function from a program to its answers."""

    @functools.wraps(cls, updated=())
    def function(program: str, inputs: Mapping[str, Any], asked: Sequence[str]) -> Any:
        return run(cls, exercise, program, inputs, asked)

    function.typed = functools.partial(typed, exercise)  # type: ignore[attr-defined]
    return function


def typed(name: str, program: str, inputs: Mapping[str, Any], asked: Sequence[str] = ()) -> str:
    """The program as a learner would type it, for evidence."""
    made = [f"{name}({value!r})" for value in inputs.values()]
    return "\n".join([*([f"{', '.join(inputs)} = {', '.join(made)}"] if inputs else []), *program.splitlines()])


def _evaluate(expression: ast.Expression, names: dict[str, Any]) -> Any:
    return eval(compile(expression, "<program>", "eval"), names)
