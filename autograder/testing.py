"""Examine a learner's work with the hidden tests: verdicts, evidence, hints and points.

An exercise earns its points times the share of its tests that pass, and nothing as long
as a test marked `essential` fails.

A function may call other exercises' functions. When it fails and one of those fails
too, it is tested again with right ones in their place: the learner's mistake in one
exercise never costs points in another. A helper that leans on the function under test
is never replaced: two functions that only call each other would both be paid for nothing.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Collection, Mapping
from dataclasses import replace
from typing import Any

from autograder import session
from autograder.catalogue import Catalogue, Recogniser, load
from autograder.compare import Call, NotStarted, NotYet
from autograder.outcome import ExerciseOutcome, TestOutcome, Verdict, overall
from autograder.session import Ended
from autograder.work import Work

logger = logging.getLogger(__name__)


def examine(lesson: str, points: Mapping[str, float], work: Work) -> dict[str, ExerciseOutcome]:
    """Outcome of each exercise in `points` (exercise -> its maximum), in that order."""
    catalogue = load(lesson)
    first = _outcomes(lesson, points, work, catalogue, stand_ins={})
    results = dict(first)
    for name in points:
        broken = _broken_helpers(name, points, first, lesson, work, catalogue)
        if not broken:
            continue
        stand_ins = {helper: catalogue.definitions[helper] for helper in broken}
        again = _outcomes(lesson, {name: points[name]}, work, catalogue, stand_ins)[name]
        if again.verdict is Verdict.PASSED:
            names = " and ".join(broken)
            again = replace(
                again,
                verdict=Verdict.WAITING,
                note=f"It calls your {names}, which does not pass yet. With a right one in its place, this passes.",
            )
        results[name] = again
    return results


def has_hidden_tests(lesson: str) -> bool:
    """Whether the hidden tests of a lesson are at hand: a class's copy has none."""
    return (session.HIDDEN_TESTS / f"test_{lesson}.py").is_file()


def _broken_helpers(
    name: str,
    points: Mapping[str, float],
    first: Mapping[str, ExerciseOutcome],
    lesson: str,
    work: Work,
    catalogue: Catalogue,
) -> list[str]:
    """Other exercises of the lesson that a failing function calls, that fail themselves and do not lean on it."""
    if first[name].verdict is not Verdict.NOT_YET and first[name].verdict is not Verdict.NOT_STARTED:
        return []
    if not work.has(name):
        return []
    # A class cannot stand in: its objects would have to cross to the learner's side.
    functions = [helper for helper, right in catalogue.definitions.items() if not hasattr(right, "typed")]
    helpers = [helper for helper in functions if helper in work.uses(name) - {name}]
    helpers = [helper for helper in helpers if name not in work.uses(helper)]
    asked = dict(first)
    for helper in helpers:
        if helper not in asked:
            asked |= _outcomes(lesson, {helper: 0.0}, work, catalogue, stand_ins={})
    return [helper for helper in helpers if asked[helper].verdict is not Verdict.PASSED]


def _outcomes(
    lesson: str,
    points: Mapping[str, float],
    work: Work,
    catalogue: Catalogue,
    stand_ins: Mapping[str, Callable[..., Any]],
) -> dict[str, ExerciseOutcome]:
    ended = session.run(lesson, work, catalogue.definitions, points.keys(), stand_ins)
    outcomes = {}
    for name, maximum in points.items():
        tests = [test for test in ended if test.exercise == name]
        calls = [call for test in tests for call in test.calls]
        right = [call for test in tests if test.problem is None for call in test.calls]
        recogniser = Recogniser(calls, right, catalogue.mistakes.get(name, []))
        told = tuple(_tell(test, recogniser) for test in tests)
        outcomes[name] = ExerciseOutcome(name, _earned(tests, maximum), maximum, overall(told), told)
    return outcomes


def _earned(tests: Collection[Ended], maximum: float) -> float:
    passed = [test for test in tests if test.problem is None]
    if not tests or any(test.essential and test.problem is not None for test in tests):
        return 0.0
    return round(maximum * len(passed) / len(tests), 2)


def _tell(test: Ended, recogniser: Recogniser) -> TestOutcome:
    problem = test.problem
    if problem is None:
        return TestOutcome(test.sentence, Verdict.PASSED)
    if isinstance(problem, NotStarted):
        return TestOutcome(test.sentence, Verdict.NOT_STARTED)
    if not isinstance(problem, NotYet | AssertionError) or not test.calls:
        logger.debug("%s: %s", test.exercise, test.sentence, exc_info=problem)
        return TestOutcome(test.sentence, Verdict.OUR_FAULT, "The grader failed here; this is no mistake of yours.")
    wrong = test.calls[-1]
    evidence = str(problem) if isinstance(problem, NotYet) else wrong.evidence()
    hint = recogniser.hint(wrong) or _general_hint(wrong)
    return TestOutcome(test.sentence, Verdict.NOT_YET, evidence, hint)


def _general_hint(wrong: Call) -> str:
    """A hint that fits any function."""
    answer = wrong.answer
    if answer.value is None and not (answer.raised or answer.not_plain or answer.stopped):
        printed = " It prints: a caller needs the value itself." if answer.printed else ""
        return f"The function ends without giving a value back: is there a `return` on every way through it?{printed}"
    if answer.changed:
        return "Work on a copy: whoever calls the function still needs what they passed in."
    return ""
