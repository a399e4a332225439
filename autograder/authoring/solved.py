"""Make the solved and executed notebooks: for an instructor, and to compare with afterwards."""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
from pathlib import Path

import nbformat
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError, CellTimeoutError, DeadKernelError

from autograder import files
from autograder.authoring import assemble
from autograder.authoring.source import Lesson, LessonError, read_lesson
from autograder.places import Places

_SECONDS_A_CELL = 120


class LessonFails(Exception):
    """A lesson does not run with its own solutions; the message names the cell."""


def execute(lesson: Lesson, places: Places) -> nbformat.NotebookNode:
    """The solved notebook with its outputs. Raises `LessonFails`."""
    notebook = assemble.solved(lesson)
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        here = Path(folder) / lesson.stem  # predictions and standing are written here, and vanish
        here.mkdir()
        at = [0]
        client = NotebookClient(
            notebook,
            timeout=_SECONDS_A_CELL,
            kernel_name="python3",
            record_timing=False,
            on_cell_start=lambda cell, cell_index: at.append(cell_index),
            resources={"metadata": {"path": str(here)}},
        )
        try:
            client.execute(stderr=subprocess.DEVNULL)  # of the kernel itself; what cells write is in the notebook
        except (CellExecutionError, CellTimeoutError, DeadKernelError) as error:
            where = f"{places.shown(places.source_of(lesson.stem))}:{lesson.cells[at[-1]].cell.line}"
            raise LessonFails(f"{where}: this cell does not run: {_what(error)}") from error
    return notebook


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `python -m autograder solved`."""
    parser.add_argument("lessons", nargs="*", metavar="LESSON", help="such as 1, 01 or 01_weighted_averages")
    parser.add_argument("--root", type=Path, help="the root of the course (default: this one)")


def main(args: argparse.Namespace) -> int:
    """Write the solved notebooks to build/solved/."""
    places = Places.of(args.root.resolve()) if args.root else Places.of()
    stems = [path.stem for path in places.lesson_sources()]
    wanted = [stem for stem in stems if not args.lessons or any(_means(word, stem) for word in args.lessons)]
    unknown = [word for word in args.lessons if not any(_means(word, stem) for stem in stems)]
    if unknown:
        sys.stderr.write(f'There is no lesson "{unknown[0]}". The lessons are {", ".join(stems)}.\n')
        return 2
    for stem in wanted:
        target = places.build / "solved" / f"{stem}.ipynb"
        try:
            notebook = execute(read_lesson(stem, places), places)
        except (LessonError, LessonFails) as problem:
            sys.stderr.write(f"{problem}\n")
            return 1
        files.write_whole(target, assemble.to_text(notebook).encode())
        sys.stdout.write(f"{places.shown(target)}\n")
    return 0


def _means(word: str, stem: str) -> bool:
    number = stem.partition("_")[0]
    return word in (stem, number) or (word.isdecimal() and int(word) == int(number))


def _what(error: Exception) -> str:
    if isinstance(error, CellExecutionError):
        return f"{error.ename}: {error.evalue}"
    if isinstance(error, CellTimeoutError):
        return f"it takes more than {_SECONDS_A_CELL} seconds."
    return "the kernel died."
