"""Check an exercise in the learner's own kernel: `check("weighted_average")`.

Nothing that goes wrong here is ever the learner's: it becomes the verdict "our fault",
and its traceback goes to the log alone.
"""

from __future__ import annotations

import builtins
import contextlib
import logging
import os
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, NoReturn

from autograder.lessons import Exercise, LessonIndex, UnknownLesson
from autograder.notebook import here, progress, report
from autograder.notebook.show import Shown, message
from autograder.outcome import ExerciseOutcome, Verdict
from autograder.work import LocalWork

logger = logging.getLogger(__name__)
STOPPED = "Stopped: the function did not come back, so nothing was decided. Is there a loop that never ends?"


@dataclass(frozen=True, repr=False)
class Report(Shown):
    """What a check found; `points` is a plain number, as nbgrader reads it."""

    verdict: Verdict = Verdict.OUR_FAULT
    points: float = 0.0


class NotPassed(Exception):
    """nbgrader has to notice the verdict; the message is the report, and stands for the traceback too."""

    def _render_traceback_(self) -> list[str]:
        return str(self).splitlines()


def check(exercise: Any = None) -> Shown:
    """The report on an exercise or, without a name, the standing of the lesson.

    nbgrader takes a cell without an exception for a success. So while it validates, an exercise that
    does not pass is an exception, and while it grades, a fault of ours is one.
    """
    if exercise is None:
        return _standing()
    found = _report(exercise)
    mode = os.environ.get("NBGRADER_EXECUTION")
    validated = mode == "validate" and found.verdict is not Verdict.PASSED
    if validated or (mode == "autograde" and found.verdict is Verdict.OUR_FAULT):
        raise NotPassed(found.text)
    return found


def _report(wanted: Any) -> Report:
    try:
        lesson, exercise = here.find(wanted)
    except UnknownLesson as sentence:
        shown = message(str(sentence))
        return Report(shown.text, shown.html, Verdict.NOT_STARTED)
    outcome, examples_only, remark = _outcome(lesson, exercise)
    shown = report.report(outcome, examples_only, remark)
    return Report(shown.text, shown.html, outcome.verdict, float(outcome.points))


def _outcome(lesson: LessonIndex, exercise: Exercise) -> tuple[ExerciseOutcome, bool, str]:
    """The outcome, whether it stands on the visible examples alone, and a remark for the learner."""
    try:
        with _quiet():
            outcome, examples_only = _examine(lesson, exercise)
        return outcome, examples_only, _remember(outcome, examples_only)
    except KeyboardInterrupt:
        return ExerciseOutcome(exercise.name, 0.0, exercise.points, Verdict.NOT_YET, note=STOPPED), False, ""
    except (Exception, SystemExit):
        logger.debug("check(%r)", exercise.name, exc_info=True)
        return ExerciseOutcome(exercise.name, 0.0, exercise.points, Verdict.OUR_FAULT), False, ""


def _examine(lesson: LessonIndex, exercise: Exercise) -> tuple[ExerciseOutcome, bool]:
    """The outcome, and whether it stands on the visible examples alone, as in a class's copy."""
    from autograder import testing
    from autograder.notebook import examples

    names = here.namespace()
    work = LocalWork(names)
    if not work.has(exercise.name):
        missing = f"There is no {exercise.kind} {exercise.name} yet: run the cell that defines it."
        return ExerciseOutcome(exercise.name, 0.0, exercise.points, Verdict.NOT_STARTED, note=missing), False
    if testing.has_hidden_tests(lesson.lesson):
        return testing.examine(lesson.lesson, {exercise.name: exercise.points}, work)[exercise.name], False
    if os.environ.get("NBGRADER_EXECUTION") == "autograde":
        raise LookupError("the hidden tests are not where the notebook is graded")
    return examples.try_examples(lesson, exercise, work), True


def _remember(outcome: ExerciseOutcome, examples_only: bool) -> str:
    """Keep the outcome for the standing; "" or the reason, as a sentence, why it could not be kept."""
    if outcome.verdict is Verdict.OUR_FAULT:
        return ""
    verdict = outcome.verdict.value
    if examples_only and outcome.verdict is Verdict.PASSED:
        verdict = report.EXAMPLES_HOLD
    entry = {"verdict": verdict, "points": None if examples_only else float(outcome.points)}
    return progress.here().put("exercises", outcome.name, entry)


def _standing() -> Shown:
    try:
        remembered = progress.here()
        lesson = here.current_lesson(here.namespace(), remembered)
        if lesson is None:
            return message("No exercise of a lesson is defined here yet: run the cells above, then check again.")
        return report.standing(lesson, remembered.part("exercises"))
    except Exception:
        logger.debug("check()", exc_info=True)
        return message("The standing could not be shown; this is no mistake of yours.")


@contextlib.contextmanager
def _quiet() -> Iterator[None]:
    """Let nothing out that a learner's function prints or shows, and let it wait for nobody's typing."""
    from IPython.utils.capture import capture_output

    def nobody_types(prompt: object = "") -> NoReturn:
        raise RuntimeError("nobody is here to type: a function gets what it needs as arguments")

    kept = builtins.input
    builtins.input = nobody_types
    try:
        with capture_output():
            yield
    finally:
        builtins.input = kept
