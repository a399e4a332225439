"""What is known about an exercise: its definition, typical mistakes, right alternatives.

They are small functions, tagged with the exercise that they belong to. A mistake's docstring
is its hint. When the learner's answers are those of a mistake, that hint is shown.
"""

from __future__ import annotations

import importlib
import inspect
import pkgutil
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any, TypeVar

from autograder import programs
from autograder.alike import form, same
from autograder.compare import Call
from autograder.work import Answer, OurWork

Function = TypeVar("Function", bound=Callable[..., Any])  # a function, or a class where the exercise is one


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
        for role, exercise, function in _tagged(f"autograder.hidden_tests.{kind}_{lesson}"):
            if role == "definition":
                found.definitions[exercise] = function
            elif role == "mistake":
                found.mistakes.setdefault(exercise, []).append(function)
            else:
                found.alternatives.setdefault(exercise, []).append(function)
    return found


class Recogniser:
    """Finds the mistake that explains what the learner's function answered.

    `calls` are all calls of the exercise in this run, `right` those of them that were answered well.
    Each mistake repeats a call at most once.
    """

    def __init__(self, calls: Iterable[Call], right: Iterable[Call], mistakes: Iterable[Callable[..., Any]]):
        self._calls = list(calls)
        self._right = [call for call in right if not _refused(call)]
        self._mistakes = list(mistakes)
        self._known: dict[tuple[int, int], bool] = {}

    def hint(self, wrong: Call) -> str:
        """The hint of the mistake that gives this wrong answer, and more of the others than any other mistake.

        "" when no mistake gives it, or when the one that does explains less than half of the answers
        or would have got one wrong that is right.
        Refusals tell nothing about how an answer is calculated: they count between equals only.
        """
        others = [call for call in self._calls if call is not wrong]
        answers = [call for call in others if not _refused(call)]
        hint, best = "", (len(answers) / 2, -1.0)
        for function in self._mistakes:
            if self._repeats(function, wrong) and all(self._repeats(function, call) for call in self._right):
                explained = self._explained(function, answers), self._explained(function, others)
                if explained > best:
                    hint, best = hint_of(function), explained
        return hint

    def _explained(self, function: Callable[..., Any], calls: Iterable[Call]) -> int:
        return sum(self._repeats(function, call) for call in calls)

    def _repeats(self, function: Callable[..., Any], call: Call) -> bool:
        """Whether the mistake makes of a call what the learner's function made of it."""
        key = (id(function), id(call))
        if key not in self._known:
            answer = call.again(OurWork({call.exercise: function}))
            self._known[key] = _outcome(answer) == _outcome(call.answer) and _looks_the_same(answer, call)
        return self._known[key]


def hint_of(function: Callable[..., Any]) -> str:
    """The hint of a mistake: its docstring, in one line."""
    return " ".join((inspect.getdoc(function) or "").split())


def _looks_the_same(answer: Answer, call: Call) -> bool:
    try:
        return same(call.seen(answer), call.seen(call.answer), call.rtol)
    except Exception:  # a view of an answer that has another form
        return same(answer.value, call.answer.value)


def _outcome(answer: Answer) -> tuple[Any, ...]:
    return (answer.raised and answer.raised.kind, answer.not_plain, answer.stopped, answer.changed, form(answer.value))


def _refused(call: Call) -> bool:
    return call.answer.raised is not None and "ValueError" in call.answer.raised.kinds


def _tag(role: str, exercise: str) -> Callable[[Function], Function]:
    def mark(function: Function) -> Function:
        function.catalogued = (role, exercise)  # type: ignore[attr-defined]
        return function

    return mark


def _tagged(name: str) -> Iterator[tuple[str, str, Callable[..., Any]]]:
    """Tagged functions in the order in which a module, or the modules of a package, define them."""
    module = importlib.import_module(name)
    for value in vars(module).values():
        # Not what is imported, nor what a class only inherits.
        if "catalogued" in getattr(value, "__dict__", {}) and value.__module__ == name:
            role, exercise = value.catalogued
            yield role, exercise, programs.as_function(value, exercise) if inspect.isclass(value) else value
    for inner in pkgutil.iter_modules(getattr(module, "__path__", ())):
        yield from _tagged(f"{name}.{inner.name}")
