"""What the built lessons are known to contain: exercises, points, examples, hints.

The build writes one small file a lesson, so that check, hint and grade need neither the
lesson's source nor a notebook.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from functools import cache
from pathlib import Path
from typing import Any

LESSONS = Path(__file__).with_name("lessons")


class UnknownLesson(LookupError):
    """There is no such lesson or exercise; the message is a sentence."""


@dataclass(frozen=True)
class Example:
    """A call that the learner can see, with what it gives."""

    call: str
    gives: str


@dataclass(frozen=True)
class Exercise:
    """One graded function or class of a lesson."""

    name: str
    signature: str
    points: float
    minutes: int
    examples: tuple[Example, ...]
    hints: tuple[str, ...]
    starts: str  # the cell before the learner changed it

    @property
    def kind(self) -> str:
        """What the learner writes, in a word."""
        return "class" if self.starts.startswith(f"class {self.name}") else "function"


@dataclass(frozen=True)
class Explain:
    """A free-text answer that a person grades."""

    name: str
    points: float


@dataclass(frozen=True)
class LessonIndex:
    """Everything that check, hint and grade know about a lesson."""

    lesson: str
    title: str
    points: float
    exercises: tuple[Exercise, ...]
    explain: tuple[Explain, ...]

    def names(self) -> tuple[str, ...]:
        """The exercises in the order of the lesson."""
        return tuple(exercise.name for exercise in self.exercises)

    def exercise(self, name: str) -> Exercise:
        """The exercise of this name; `UnknownLesson` when the lesson has none."""
        for exercise in self.exercises:
            if exercise.name == name:
                return exercise
        known = ", ".join(self.names())
        raise UnknownLesson(f'Lesson {self.lesson} has no exercise "{name}". Its exercises are {known}.')

    def to_json(self) -> str:
        """The text of the lesson's file; equal lessons give equal text."""
        return json.dumps(asdict(self), indent=1, ensure_ascii=False) + "\n"


def load(stem: str, folder: Path = LESSONS) -> LessonIndex:
    """The lesson of this stem; `UnknownLesson` when it was not built."""
    path = folder / f"{stem}.json"
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, ValueError):
        known = ", ".join(_stems(folder)) or "none so far"
        raise UnknownLesson(f'There is no lesson "{stem}". The lessons are {known}.') from None
    return _read(text)


def all_lessons(folder: Path = LESSONS) -> tuple[LessonIndex, ...]:
    """Every built lesson, in the order of the course."""
    return tuple(load(stem, folder) for stem in _stems(folder))


def lesson_of(exercise: str, folder: Path = LESSONS) -> LessonIndex:
    """The lesson that an exercise belongs to; `UnknownLesson` when none has it."""
    for lesson in all_lessons(folder):
        if exercise in lesson.names():
            return lesson
    raise UnknownLesson(f'No lesson has an exercise "{exercise}": is the name spelt as in its check cell?')


def _stems(folder: Path) -> list[str]:
    return sorted(path.stem for path in folder.glob("*.json"))


@cache
def _read(text: str) -> LessonIndex:
    facts = json.loads(text)
    return LessonIndex(
        lesson=facts["lesson"],
        title=facts["title"],
        points=facts["points"],
        exercises=tuple(_exercise(exercise) for exercise in facts["exercises"]),
        explain=tuple(Explain(**explain) for explain in facts["explain"]),
    )


def _exercise(facts: dict[str, Any]) -> Exercise:
    examples = tuple(Example(**example) for example in facts["examples"])
    return Exercise(**{**facts, "examples": examples, "hints": tuple(facts["hints"])})
