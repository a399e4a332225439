"""What each lesson has to contain: the exercises that the syllabus names, and the points.

The names and signatures are fixed, because hidden tests, gradebooks and later lessons call them.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path

SYLLABUS = Path(__file__).with_name("syllabus.toml")


@dataclass(frozen=True)
class Planned:
    """A lesson as the syllabus has it; without points as long as nobody has written it."""

    stem: str
    signatures: dict[str, str]  # exercise -> signature, in the order of the syllabus
    points: float | None = None
    explain_points: float | None = None


def read_syllabus(path: Path = SYLLABUS) -> dict[str, Planned]:
    """The planned lessons by stem, in order."""
    lessons = tomllib.loads(path.read_text(encoding="utf-8"))
    return {stem: _planned(stem, lesson) for stem, lesson in lessons.items()}


def _planned(stem: str, lesson: dict[str, object]) -> Planned:
    signatures = {str(signature).partition("(")[0]: str(signature) for signature in _list(lesson["exercises"])}
    return Planned(stem, signatures, _number(lesson.get("points")), _number(lesson.get("explain_points")))


def _list(value: object) -> list[object]:
    return value if isinstance(value, list) else []


def _number(value: object) -> float | None:
    return value if isinstance(value, int | float) else None
