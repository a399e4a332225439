"""What a check tells the learner.

A test ends in one of five ways. They are kept apart everywhere, so that a fault of
the grader is never shown as the learner's mistake.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from enum import Enum
from typing import Any


class Verdict(Enum):
    """How a test, or a whole exercise, ended."""

    PASSED = "passed"
    NOT_YET = "not yet"
    NOT_STARTED = "not started"
    WAITING = "waiting"
    OUR_FAULT = "our fault"


@dataclass(frozen=True)
class TestOutcome:
    """One hidden test, as the learner sees it: `name` is its sentence."""

    __test__ = False  # pytest would collect a class of this name

    name: str
    verdict: Verdict
    evidence: str = ""
    hint: str = ""


@dataclass(frozen=True)
class ExerciseOutcome:
    """One exercise: its tests, and the points that they earn."""

    name: str
    points: float
    max_points: float
    verdict: Verdict
    tests: tuple[TestOutcome, ...] = ()
    note: str = ""

    @property
    def hint(self) -> str:
        """The one hint to show: the first that any of the tests has."""
        return next((test.hint for test in self.tests if test.hint), "")

    def to_json(self) -> dict[str, Any]:
        """The exercise as the contract of `grade --json` spells it."""
        plain = asdict(self)
        plain["verdict"] = self.verdict.value
        plain["tests"] = [{**asdict(test), "verdict": test.verdict.value} for test in self.tests]
        if not self.note:
            del plain["note"]
        return plain


def overall(tests: tuple[TestOutcome, ...]) -> Verdict:
    """The verdict of an exercise from those of its tests."""
    verdicts = [test.verdict for test in tests]
    if Verdict.OUR_FAULT in verdicts or not verdicts:
        return Verdict.OUR_FAULT
    if all(verdict is Verdict.PASSED for verdict in verdicts):
        return Verdict.PASSED
    if all(verdict is Verdict.NOT_STARTED for verdict in verdicts):
        return Verdict.NOT_STARTED
    return Verdict.NOT_YET
