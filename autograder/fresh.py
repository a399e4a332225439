"""Bring a clean notebook back, and keep the one that was worked in."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from autograder import files
from autograder.lessons import LessonIndex, UnknownLesson, all_lessons, load
from autograder.places import Places


class NoCleanCopy(Exception):
    """There is nothing to make a clean notebook from; the message says so."""


def fresh(stem: str, places: Places) -> Path | None:
    """Put a clean notebook in the place of the learner's; return the copy of theirs, if there was one to keep."""
    notebook = places.notebook_of(stem)
    clean = _clean(stem, places)
    kept = None
    if notebook.is_file() and notebook.read_bytes() != clean:
        kept = files.set_aside(notebook)
    files.write_whole(notebook, clean)
    return kept


def find_lesson(wanted: str, places: Places) -> LessonIndex:
    """The lesson that somebody means by "1", "01" or "01_weighted_averages"."""
    lessons = all_lessons(places.lessons)
    for lesson in lessons:
        number = lesson.lesson.partition("_")[0]
        if wanted in (lesson.lesson, number) or (wanted.isdecimal() and int(wanted) == int(number)):
            return lesson
    known = ", ".join(lesson.lesson for lesson in lessons) or "none so far"
    raise UnknownLesson(f'There is no lesson "{wanted}". The lessons are {known}.')


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `python -m autograder fresh`."""
    parser.add_argument("lesson", help="such as 1, 01 or 01_weighted_averages")
    parser.add_argument("--root", type=Path, help="the root of the course (default: this one)")


def main(args: argparse.Namespace) -> int:
    """Bring the lesson back and say where the old notebook is."""
    places = Places.of(args.root.resolve()) if args.root else Places.of()
    try:
        stem = find_lesson(args.lesson, places).lesson
    except UnknownLesson as problem:
        sys.stderr.write(f"{problem}\n")
        return 2
    try:
        kept = fresh(stem, places)
    except NoCleanCopy as problem:
        sys.stderr.write(f"{problem}\n")
        return 1
    if kept:
        sys.stdout.write(f"Your notebook is kept as {places.shown(kept)}\n")
    sys.stdout.write(f"{places.shown(places.notebook_of(stem))} is clean\n")
    return 0


def _clean(stem: str, places: Places) -> bytes:
    """The notebook as it was before anybody worked in it: from git, else built from the lesson's text."""
    index = load(stem, places.lessons)
    for content in files.committed(places, places.notebook_of(stem)):
        if _is_clean(content, index):
            return content
    if not places.source_of(stem).is_file():
        raise NoCleanCopy(
            f"There is nothing to make a clean {stem} from: this folder is no git checkout and has no solutions/. "
            f"Nothing was changed; fetch the lesson again from where you got it."
        )
    from autograder.authoring.build import make
    from autograder.authoring.source import LessonError, read_lesson

    try:
        return make([read_lesson(stem, places)], places)[0].notebook
    except LessonError as error:
        raise NoCleanCopy(f"{error}\nNo clean {stem} can be made before that is mended. Nothing was changed.") from None


def _is_clean(content: bytes, index: LessonIndex) -> bool:
    """Whether a committed notebook is the course's own: no outputs, every exercise as it starts."""
    try:
        cells = json.loads(content)["cells"]
        sources = {cell["id"]: "".join(cell["source"]) for cell in cells}
        outputs = any(cell.get("outputs") for cell in cells)
    except (ValueError, KeyError, TypeError):
        return False
    return not outputs and all(sources.get(f"exercise-{one.name}") == one.starts for one in index.exercises)
