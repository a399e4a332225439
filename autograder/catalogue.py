"""What is known about an exercise: its definition, typical mistakes, right alternatives.

They are small functions, tagged with the exercise that they belong to. A mistake's docstring
is its hint. When the learner's answers are those of a mistake, that hint is shown.
"""

from __future__ import annotations

import importlib
import inspect
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from types import ModuleType
from typing import Any, TypeVar

from autograder.compare import Call, same
from autograder.work import Answer, LocalWork

Function = TypeVar("Function", bound=Callable[..., Any])


@dataclass
class Catalogue:
    """The tagged functions of one lesson, by exercise."""

    definitions: dict[str, Callable[..., Any]] = field(default_factory=dict)
    mistakes: dict[str, list[Callable[..., Any]]] = field(default_factory=dict)
    alternatives: dict[str, list[Callable[..., Any]]] = field(default_factory=dict)


def definition(exercise: str) -> Callable[[Function], Function]:
    """Tag the slow, right version of an exercise."""
    return _tag("definition", exercise)


def mistake(exercise: str) -> Callable[[Function], Function]:
    """Tag a function that computes what a typical error computes; its docstring is the hint."""
    return _tag("mistake", exercise)


def alternative(exercise: str) -> Callable[[Function], Function]:
    """Tag a right solution that is written differently."""
    return _tag("alternative", exercise)


def load(lesson: str) -> Catalogue:
    """The catalogue of a lesson. Raises `ModuleNotFoundError` where hidden tests are not at hand."""
    found = Catalogue()
    for kind in ("test", "mistakes", "alternatives"):
        module = importlib.import_module(f"autograder.hidden_tests.{kind}_{lesson}")
        for role, exercise, function in _tagged(module):
            if role == "definition":
                found.definitions[exercise] = function
            elif role == "mistake":
                found.mistakes.setdefault(exercise, []).append(function)
            else:
                found.alternatives.setdefault(exercise, []).append(function)
    return found


def recognise(wrong: Call, calls: Iterable[Call], mistakes: Iterable[Callable[..., Any]]) -> str:
    """The hint of the mistake that gives the wrong answer, and most of the other answers too.

    `calls` are all calls of the exercise. "" when no mistake explains the wrong answer, or when
    the one that does explains less than half of all answers.
    """
    calls = list(calls)
    hint, most = "", (len(calls) - 1) / 2
    for function in mistakes:
        if not _repeats(function, wrong):
            continue
        explained = sum(_repeats(function, call) for call in calls)
        if explained > most:
            hint, most = inspect.getdoc(function) or "", explained
    return hint


def _repeats(function: Callable[..., Any], call: Call) -> bool:
    """Whether the mistake makes of a call what the learner's function made of it."""
    answer = LocalWork({call.exercise: function}).call(call.exercise, call.args, call.kwargs)
    return _outcome(answer) == _outcome(call.answer) and same(answer.value, call.answer.value)


def _outcome(answer: Answer) -> tuple[Any, ...]:
    return (answer.raised and answer.raised.kind, answer.not_plain, answer.stopped, answer.changed)


def _tag(role: str, exercise: str) -> Callable[[Function], Function]:
    def mark(function: Function) -> Function:
        function.catalogued = (role, exercise)  # type: ignore[attr-defined]
        return function

    return mark


def _tagged(module: ModuleType) -> Iterable[tuple[str, str, Callable[..., Any]]]:
    """Tagged functions in the order in which the module defines them."""
    for value in vars(module).values():
        if inspect.isfunction(value) and hasattr(value, "catalogued"):
            yield (*value.catalogued, value)
