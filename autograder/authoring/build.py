"""Make the learners' notebooks from solutions/.

    solutions/*.py -> build/source/ (nbgrader's form) -> nbgrader generate_assignment
      -> notebooks/ and autograder/lessons/
    and what lessons import of each other -> course/pieces/

Either everything is written or, when any lesson has a defect, nothing.
"""

from __future__ import annotations

import argparse
import sys
from dataclasses import dataclass, replace
from pathlib import Path

from autograder import files
from autograder.authoring import assemble, pieces
from autograder.authoring.generate import generate, verify
from autograder.authoring.source import Lesson, LessonError, read_lesson
from autograder.places import Places


@dataclass(frozen=True)
class Built:
    """A lesson and what was made of it."""

    lesson: Lesson
    source: str  # for nbgrader
    notebook: bytes  # for the learner


def read_all(places: Places) -> list[Lesson]:
    """Every lesson of the course. Raises `LessonError` with the defects of all of them."""
    lessons, problems = [], []
    for path in places.lesson_sources():
        try:
            lessons.append(read_lesson(path.stem, places))
        except LessonError as error:
            problems.append(str(error))
    if problems:
        raise LessonError("\n".join(problems))
    if not lessons:
        raise LessonError(f"{places.shown(places.solutions)}:1: there is no lesson in this folder.")
    return lessons


def make(lessons: list[Lesson], places: Places) -> list[Built]:
    """The notebooks of these lessons, in memory."""
    sources = {lesson.stem: assemble.to_text(assemble.nbgrader_source(lesson)) for lesson in lessons}
    notebooks = generate(sources)
    for lesson in lessons:
        verify(lesson, notebooks[lesson.stem], places.shown(places.source_of(lesson.stem)))
    return [Built(lesson, sources[lesson.stem], notebooks[lesson.stem]) for lesson in lessons]


def build(places: Places) -> tuple[list[Built], list[Path]]:
    """Build all lessons. Returns them, and the copies of notebooks in which somebody had worked."""
    lessons = read_all(places)
    shared = pieces.derive(lessons, places)
    made = make(lessons, places)
    kept = [files.set_aside(places.notebook_of(one.lesson.stem)) for one in made if _would_lose_work(one, places)]
    for one in made:
        stem = one.lesson.stem
        files.write_whole(places.nbgrader_source_of(stem), one.source.encode())
        files.write_whole(places.notebook_of(stem), one.notebook)
        files.write_whole(places.facts_of(stem), one.lesson.index.to_json().encode())
    for module, text in shared.items():
        files.write_whole(places.pieces / f"{module}.py", text.encode())
    files.remember_built(places, {one.lesson.stem: one.notebook for one in made})
    for left in places.lessons.glob("*.json"):
        if left.stem not in {one.lesson.stem for one in made}:
            left.unlink()
    for left in places.pieces.glob("[!_]*.py"):
        if left.stem not in shared:
            left.unlink()
    return made, kept


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `python -m autograder build`."""
    parser.add_argument("--root", type=Path, help="the root of the course (default: this one)")
    parser.add_argument("--solutions", type=Path, help="folder with the lessons")
    parser.add_argument("--hidden-tests", type=Path, help="folder with the hidden tests")
    parser.add_argument("--output", type=Path, help="folder for the learners' notebooks")
    parser.add_argument("--lessons", type=Path, help="folder for what check, hint and grade need to know")


def main(args: argparse.Namespace) -> int:
    """Build the lessons and say what was made."""
    places = _places(args)
    try:
        made, kept = build(places)
    except LessonError as error:
        sys.stderr.write(f"{error}\nNothing was built.\n")
        return 1
    for copy in kept:
        sys.stdout.write(f"Somebody worked in a notebook: it is kept as {places.shown(copy)}\n")
    for one in made:
        index = one.lesson.index
        what = f"{len(index.exercises)} exercises with {index.points:g} points, {len(index.explain)} to explain"
        sys.stdout.write(f"{places.shown(places.notebook_of(index.lesson))}: {what}\n")
    return 0


def _would_lose_work(one: Built, places: Places) -> bool:
    notebook = places.notebook_of(one.lesson.stem)
    return files.worked_in(places, one.lesson.stem) and notebook.read_bytes() != one.notebook


def _places(args: argparse.Namespace) -> Places:
    places = Places.of(args.root.resolve()) if args.root else Places.of()
    given = {
        "solutions": args.solutions,
        "hidden_tests": args.hidden_tests,
        "notebooks": args.output,
        "lessons": args.lessons,
    }
    return replace(places, **{name: path.resolve() for name, path in given.items() if path})
