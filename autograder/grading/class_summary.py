"""What a class found hard: for each exercise how many passed it, and the mistakes that the others made."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

Result = Mapping[str, Any]
_DONE = ("passed", "waiting")


@dataclass(frozen=True)
class ExerciseSummary:
    """One exercise in a class: learners by verdict, and learners by what their answers looked like."""

    lesson: str
    name: str
    verdicts: Counter[str]
    mistakes: Counter[str]  # a hint, or the sentence of a failed test where no mistake was recognised

    @property
    def learners(self) -> int:
        """How many handed this lesson in."""
        return self.verdicts.total()

    @property
    def passed(self) -> int:
        """How many wrote it right; one that waits for another exercise is right itself."""
        return sum(self.verdicts[verdict] for verdict in _DONE)

    @property
    def commonest(self) -> tuple[str, int]:
        """What most of the wrong answers looked like, and how many did; ("", 0) when none is wrong."""
        return next(iter(self.mistakes.most_common(1)), ("", 0))


def summarize(results: Iterable[Result]) -> list[ExerciseSummary]:
    """A summary of every exercise, lesson by lesson and the hardest first; what could not be graded is left out."""
    graded = sorted((one for one in results if one["points"] is not None), key=lambda one: str(one["lesson"]))
    found = []
    for lesson, group in groupby(graded, key=lambda one: str(one["lesson"])):
        notebooks = list(group)
        for name in [exercise["name"] for exercise in notebooks[0]["exercises"]]:
            found.append(_of_exercise(lesson, name, [_exercise(one, name) for one in notebooks]))
    return sorted(found, key=lambda one: (one.lesson, one.passed / one.learners))


def condensed(result: Result) -> dict[str, Any]:
    """What the table and the summary of a class need of a result: of tests that tell the same only the first."""
    return {**result, "exercises": [{**one, "tests": _telling(one["tests"])} for one in result["exercises"]]}


def _telling(tests: Iterable[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    first: dict[str, Mapping[str, Any]] = {}
    for test in tests:
        if test["verdict"] == "not yet":
            first.setdefault(test["hint"], {**test, "evidence": ""})
    return list(first.values())


def _of_exercise(lesson: str, name: str, outcomes: Sequence[Mapping[str, Any]]) -> ExerciseSummary:
    verdicts = Counter(outcome["verdict"] for outcome in outcomes)
    mistakes: Counter[str] = Counter()
    for outcome in outcomes:
        if outcome["verdict"] == "not yet":
            mistakes.update(sorted(_mistakes(outcome)))
    return ExerciseSummary(lesson, name, verdicts, mistakes)


def _mistakes(outcome: Mapping[str, Any]) -> set[str]:
    """What one learner's answers looked like."""
    failed = [test for test in outcome["tests"] if test["verdict"] == "not yet"]
    hints = {test["hint"] for test in failed if test["hint"]}
    return hints or {f"Not yet: {test['name']}" for test in failed[:1]}


def _exercise(result: Result, name: str) -> Mapping[str, Any]:
    found: Mapping[str, Any] = next(one for one in result["exercises"] if one["name"] == name)
    return found
