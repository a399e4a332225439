"""The visible examples of an exercise: all that a class's copy can check.

They stand in the docstring, so the learner may see what each should give.
"""

from __future__ import annotations

import ast
from collections.abc import Callable
from functools import partial
from typing import Any

import numpy as np

from autograder import programs
from autograder.alike import same
from autograder.compare import Handle, NotStarted, NotYet
from autograder.lessons import Example, Exercise, LessonIndex
from autograder.outcome import ExerciseOutcome, TestOutcome, Verdict, overall
from autograder.work import Work
from course import data

_RIGHT = {"array": np.array, "nan": np.nan, "inf": np.inf, "np": np}


def try_examples(lesson: LessonIndex, exercise: Exercise, work: Work) -> ExerciseOutcome:
    """How the examples of an exercise come out. They earn no points: hidden tests follow."""
    attempt = _try_program if exercise.kind == "class" else _try
    tests = tuple(attempt(example, exercise.name, lesson, work) for example in exercise.examples)
    return ExerciseOutcome(exercise.name, 0.0, exercise.points, overall(tests), tests)


def _try(example: Example, name: str, lesson: LessonIndex, work: Work) -> TestOutcome:
    """One example, written by the course and calculated with the learner's functions."""
    names: dict[str, Any] = {"np": np, "data": data, **{other: Handle(other, work) for other in lesson.names()}}
    *before, asked = ast.parse(example.call).body
    assert isinstance(asked, ast.Expr)

    def value() -> Any:
        exec(compile(ast.Module(before, []), "<example>", "exec"), names)
        return eval(compile(ast.Expression(asked.value), "<example>", "eval"), names)

    call = "; ".join(" ".join((ast.get_source_segment(example.call, one) or "").split()) for one in [*before, asked])
    return _told(call, example.gives, names[name], value)


def _try_program(example: Example, name: str, lesson: LessonIndex, work: Work) -> TestOutcome:
    """One example of a class: the statements up to the expression that gives something."""
    *before, asked = example.call.splitlines()
    handle = Handle(name, work, typed=partial(programs.typed, name))
    call = "; ".join([*before, asked])
    return _told(call, example.gives, handle, lambda: handle("\n".join(before), {}, [asked])[asked])


def _told(call: str, gives: str, handle: Handle, value: Callable[[], Any]) -> TestOutcome:
    sentence = f"{call} gives {' '.join(gives.split())}"
    try:
        right = same(value(), eval(gives, dict(_RIGHT)))
    except NotStarted:
        return TestOutcome(sentence, Verdict.NOT_STARTED)
    except NotYet as evidence:
        return TestOutcome(sentence, Verdict.NOT_YET, str(evidence))
    except Exception:
        if not handle.calls:
            raise
        right = False  # what the learner's function gave cannot be used as the example does
    if right:
        return TestOutcome(sentence, Verdict.PASSED)
    return TestOutcome(sentence, Verdict.NOT_YET, handle.calls[-1].evidence())
