"""Write results into a gradebook as they come, where one was asked for."""

from __future__ import annotations

import argparse
import contextlib
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from autograder.gradebook.record import Book

Result = dict[str, Any]


class NoGradebook(Exception):
    """The gradebook cannot be written to; the message is a sentence."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Options of `grade` that are about a gradebook."""
    parser.add_argument(
        "--gradebook",
        nargs="?",
        const="",
        type=_gradebook,
        metavar="URL",
        help="write the grades into nbgrader's gradebook: the class's own, or a URL or file",
    )
    parser.add_argument(
        "--regrade", action="store_true", help="with --gradebook: also what is graded there and has not changed"
    )


@contextlib.contextmanager
def open_gradebook(paths: Sequence[Path], gradebook: str | None) -> Iterator[Book | None]:
    """The gradebook of the class that these notebooks are of. Raises `NoGradebook`."""
    if gradebook is None:
        yield None
        return
    from autograder.gradebook import record  # nbgrader takes a second to load

    try:
        book = record.open_for(paths, gradebook)
    except record.GradebookError as problem:
        raise NoGradebook(str(problem)) from problem
    with book:
        yield book


def to_do(book: Book | None, paths: Sequence[Path]) -> list[Path]:
    """The notebooks that the gradebook does not have yet as they are; says how many it has."""
    if book is None:
        return list(paths)
    left = book.to_do(paths)
    if done := len(paths) - len(left):
        same = f"{done} of {len(paths)} notebooks are in the gradebook and have not changed since"
        sys.stderr.write(f"{same}: --regrade grades them again.\n")
    return left


def record(book: Book | None, result: Result) -> bool:
    """Write a result to the gradebook; False when that failed, and then it is said why."""
    if book is None:
        return True
    from autograder.gradebook.record import GradebookError

    try:
        book.record(result)
    except GradebookError as problem:
        sys.stderr.write(f"Not in the gradebook: {problem}\n")
        return False
    return True


def _gradebook(text: str) -> str:
    if text and (Path(text).is_dir() or text.endswith(".ipynb")):
        raise argparse.ArgumentTypeError(
            f"{text} is what to grade: name it before --gradebook, or write --gradebook=URL"
        )
    return text
