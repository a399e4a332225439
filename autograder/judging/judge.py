"""`python -m autograder judge`: how well the hidden tests tell right from wrong.

Every mistake of the catalogue must lose points and earn its own hint, every alternative and the
reference solution must lose none, and every mutant of the solution must be noticed or be listed as
no mistake. Wherever a mistake answers what should be refused, it is tried a second time as
somebody would make it who has thought of that.
"""

from __future__ import annotations

import argparse
import functools
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.progress import track
from rich.table import Table

from autograder.catalogue import Catalogue, hint_of, load
from autograder.judging import jobs
from autograder.judging.mutants import Mutant, Solutions, equivalent, mutants, survives
from autograder.outcome import ExerciseOutcome, Verdict
from autograder.places import Places
from autograder.testing import examine, has_hidden_tests
from autograder.work import LocalWork

_PRELOAD = ("numpy", "pytest", "autograder.judging.judge")
_A_MUTANT = 20.0  # seconds until an endless loop is believed to be one
_AN_EXERCISE = 600.0
_REASONS = {
    "missed": "loses no points",
    "misread": "does not earn its own hint",
    "rejected": "is right, and loses points",
    "survivors": "is not noticed",
    "stale": "is listed as no mistake, and is noticed or does not exist any more",
}


@dataclass(frozen=True)
class Judgement:
    """How the hidden tests of one exercise did; what went wrong is named in the tuples."""

    exercise: str
    tests: int
    mistakes: int
    alternatives: int
    missed: tuple[str, ...] = ()
    misread: tuple[str, ...] = ()
    rejected: tuple[str, ...] = ()
    mutants: int = 0
    survivors: tuple[str, ...] = ()
    stale: tuple[str, ...] = ()

    @property
    def complaints(self) -> list[str]:
        """A sentence for each thing that went wrong."""
        return [f"{self.exercise}: {what} {why}" for field, why in _REASONS.items() for what in getattr(self, field)]


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Arguments of the command."""
    parser.add_argument("lessons", nargs="*", metavar="LESSON", help="such as 01_weighted_averages (default: all)")


def main(args: argparse.Namespace) -> int:
    """Print the table and what is missing; 1 when anything is."""
    lessons = args.lessons or lessons_with_tests()
    console = Console()
    for lesson in lessons:
        if not has_hidden_tests(lesson):
            console.print(f"There are no hidden tests of a lesson {lesson}.")
            return 2
    judged = {lesson: judge(lesson, console) for lesson in lessons}
    for lesson, judgements in judged.items():
        console.print(_table(lesson, judgements))
    complaints = [complaint for judgements in judged.values() for one in judgements for complaint in one.complaints]
    for complaint in complaints:
        console.print(complaint, markup=False, highlight=False, soft_wrap=True)
    return 1 if complaints else 0


def lessons_with_tests() -> list[str]:
    """The stems of all lessons that are written and have hidden tests."""
    return [source.stem for source in Places.of().lesson_sources() if has_hidden_tests(source.stem)]


def judge(lesson: str, console: Console | None = None) -> list[Judgement]:
    """Judge the hidden tests of all exercises of a lesson; the console shows how far it is."""
    exercises = list(load(lesson).definitions)
    solutions = Solutions(Places.of().source_of(lesson))
    made = [mutant for exercise in exercises for mutant in mutants(solutions, exercise)]
    sources = [(exercise, solutions.source(exercise)) for exercise in exercises]
    sources += [(mutant.exercise, solutions.source(mutant.exercise, mutant.source)) for mutant in made]

    def all_of(function: Callable[..., Any], arguments: Sequence[tuple[str, ...]], seconds: float, what: str) -> Any:
        running = jobs.run(function, [(lesson, *some) for some in arguments], seconds, _PRELOAD)
        silent = console is None
        shown = track(running, f"{lesson}: {what}", len(arguments), console=console, transient=True, disable=silent)
        results = dict(shown)
        return [results[i] for i in range(len(arguments))]

    judged = all_of(_try_catalogue, [(exercise,) for exercise in exercises], _AN_EXERCISE, "mistakes and alternatives")
    passed = all_of(survives, sources, _A_MUTANT, "mutants")
    alive = [mutant for mutant, survived in zip(made, passed[len(exercises) :], strict=True) if survived is True]
    judgements = []
    for exercise, one, sound in zip(exercises, judged, passed, strict=False):
        if isinstance(one, jobs.Lost):
            raise RuntimeError(f"the mistakes and alternatives of {exercise} could not be tried")
        if sound is not True:
            one = replace(one, rejected=(*one.rejected, "the solution itself"))
        judgements.append(_with_mutants(one, *([m for m in some if m.exercise == exercise] for some in (made, alive))))
    return judgements


def _with_mutants(judgement: Judgement, made: Sequence[Mutant], alive: Sequence[Mutant]) -> Judgement:
    listed = {key for key in equivalent() if key[0] == judgement.exercise}
    survivors = [mutant.key for mutant in alive if mutant.key not in listed]
    stale = listed - {mutant.key for mutant in alive}
    return replace(
        judgement,
        mutants=sum(mutant.key not in listed for mutant in made),
        survivors=tuple(map(_change, survivors)),
        stale=tuple(sorted(map(_change, stale))),
    )


def _change(key: tuple[str, str, str]) -> str:
    return f"`{key[1]}` -> `{key[2]}`"


def _try_catalogue(lesson: str, exercise: str) -> Judgement:
    """The judgement on mistakes and alternatives, in a process of its own."""
    catalogue = load(lesson)
    mistakes = catalogue.mistakes.get(exercise, [])
    right = [*catalogue.alternatives.get(exercise, []), catalogue.definitions[exercise]]
    missed, misread = [], []
    for mistake in mistakes:
        outcome, asked = _examined(lesson, exercise, mistake, catalogue)
        if outcome.points == outcome.max_points:
            missed.append(mistake.__name__)
        elif outcome.hint != hint_of(mistake):
            misread.append(mistake.__name__)
        if asked:
            outcome, _ = _examined(lesson, exercise, _refusing(mistake, catalogue.definitions[exercise]), catalogue)
            if outcome.points < outcome.max_points and outcome.hint != hint_of(mistake):
                misread.append(f"{mistake.__name__}, with all refusals,")
    outcomes = [_examined(lesson, exercise, function, catalogue)[0] for function in right]
    return Judgement(
        exercise,
        tests=len(outcomes[-1].tests),
        mistakes=len(mistakes),
        alternatives=len(right) - 1,
        missed=tuple(missed),
        misread=tuple(misread),
        rejected=tuple(
            function.__name__
            for function, outcome in zip(right, outcomes, strict=True)
            if outcome.points < outcome.max_points
        ),
    )


def _examined(
    lesson: str, exercise: str, function: Callable[..., Any], catalogue: Catalogue
) -> tuple[ExerciseOutcome, bool]:
    """What the tests say of a function, and whether they asked it for what should be refused."""
    asked = []

    @functools.wraps(function)
    def noting(*args: Any, **kwargs: Any) -> Any:
        answer = function(*args, **kwargs)
        if any(map(callable, args)):  # a function of the test may note what it is asked; nothing is refused there
            return answer
        try:
            catalogue.definitions[exercise](*args, **kwargs)
        except ValueError:
            asked.append(True)
        except Exception:  # a state that an earlier call handed on, and that only this function can read
            return answer
        return answer

    outcome = examine(lesson, {exercise: 100.0}, LocalWork({exercise: noting}))[exercise]
    if outcome.verdict is Verdict.OUR_FAULT:
        raise RuntimeError(f"the tests of {exercise} fail themselves on {function.__name__}")
    return outcome, bool(asked)


def _refusing(function: Callable[..., Any], definition: Callable[..., Any]) -> Callable[..., Any]:
    """The function with the refusals of the definition before it."""

    @functools.wraps(function)
    def refusing(*args: Any, **kwargs: Any) -> Any:
        definition(*args, **kwargs)
        return function(*args, **kwargs)

    return refusing


def _table(lesson: str, judgements: Sequence[Judgement]) -> Table:
    table = Table(title=lesson, title_justify="left", box=SIMPLE_HEAD)
    table.add_column("exercise", no_wrap=True)
    for heading in ("tests", "mistakes caught", "hints right", "alternatives accepted", "mutants killed"):
        table.add_column(heading, justify="right", min_width=max(map(len, heading.split())))
    for one in judgements:
        table.add_row(
            one.exercise,
            str(one.tests),
            _of(one.mistakes, one.missed),
            _of(one.mistakes, one.misread),
            _of(one.alternatives, one.rejected),
            _of(one.mutants, one.survivors),
        )
    return table


def _of(count: int, failed: Sequence[str]) -> str:
    text = f"{count - len(failed)}/{count}"
    return f"[bold red]{text}[/]" if failed else text
