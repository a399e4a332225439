"""`python -m autograder grade PATH...`: grade notebooks, or a class folder.

A table for people, or with `--json` a line a notebook on standard output and nothing else there.
Lines keep the order of the paths, so that two runs can be compared; each is written as soon as
it and those before it are ready. With `--gradebook` each result is written there as it comes.
"""

from __future__ import annotations

import argparse
import contextlib
import functools
import json
import math
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from autograder.grading import bookkeeping, cluster, crew, strength
from autograder.grading.ahead import cores
from autograder.grading.class_summary import condensed, summarize
from autograder.grading.class_table import show
from autograder.grading.finding import find_notebooks
from autograder.grading.one_notebook import could_not_grade, grade_notebook
from autograder.grading.process import Limits
from autograder.grading.watching import watched
from autograder.lessons import all_lessons

if TYPE_CHECKING:
    from autograder.gradebook.record import Book

Result = dict[str, Any]
GradeAll = Callable[[Sequence[Path]], Iterator[tuple[int, Result]]]  # results as they come, by their path's index
_GRADED, _NOT_ALL_GRADED, _WRONG_USAGE, _INTERRUPTED = 0, 1, 2, 130
_WIDTH_OF_A_FILE = 120


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The command line of `grade`."""
    standard = Limits()
    known = ", ".join(lesson.lesson for lesson in all_lessons())
    parser.epilog = (
        "Exit code 0: every notebook was graded, whatever its points. 1: some could not be; the others still are. "
        "2: wrong usage, or a required lock is missing. 130: stopped by Ctrl-C; what was graded until then is shown."
    )
    parser.add_argument(
        "paths",
        nargs="+",
        metavar="PATH",
        help="a notebook, or a folder with notebooks, such as submitted/<student>/<lesson>/<lesson>.ipynb",
    )
    parser.add_argument("--json", action="store_true", help="one line a notebook, in the order of the paths")
    parser.add_argument("--lesson", help=f"grade as this lesson, and in folders only this lesson ({known})")
    parser.add_argument("--jobs", type=_count, default=cores(), metavar="N", help="notebooks at once (%(default)s)")
    bookkeeping.add_arguments(parser)
    parser.add_argument("--scheduler", metavar="ADDRESS", help="grade on the Dask cluster with this scheduler")
    parser.add_argument(
        "--picture", type=Path, metavar="FILE", help="draw what the class found hard (.png, .svg, .pdf)"
    )
    parser.add_argument(
        "--time-limit",
        type=_positive,
        default=standard.cells,
        metavar="SECONDS",
        help="for all cells of a notebook (%(default)g)",
    )
    parser.add_argument(
        "--call-limit",
        type=_positive,
        default=standard.call,
        metavar="SECONDS",
        help="for one call of a function (%(default)g)",
    )
    parser.add_argument(
        "--memory-limit",
        type=_positive,
        default=standard.memory / 2**20,
        metavar="MB",
        help="for a notebook's process (%(default)g)",
    )
    parser.add_argument(
        "--require-locks", action="store_true", help="grade nothing where a submission cannot be locked in completely"
    )


def main(args: argparse.Namespace) -> int:
    """Grade, show, and say by the exit code whether everything could be graded."""
    lessons = [lesson.lesson for lesson in all_lessons()]
    if args.lesson is not None and args.lesson not in lessons:
        return _refuse(f'There is no lesson "{args.lesson}". The lessons are {", ".join(lessons)}.')
    if args.regrade and args.gradebook is None:
        return _refuse("--regrade is about what a gradebook has: give --gradebook too.")
    locks = strength.here()
    sys.stderr.write(f"{locks}\n")
    if args.require_locks and locks.refusal:
        return _refuse(locks.refusal)
    paths = [found for path in args.paths for found in find_notebooks(Path(path), args.lesson)]
    try:
        with _graders(paths, args) as grade_all, bookkeeping.open_gradebook(paths, args.gradebook) as book:
            return _run(paths if args.regrade else bookkeeping.to_do(book, paths), grade_all, book, args)
    except (bookkeeping.NoGradebook, cluster.NoCluster) as problem:
        return _refuse(str(problem))


def _run(paths: Sequence[Path], grade_all: GradeAll, book: Book | None, args: argparse.Namespace) -> int:
    results: dict[int, Result] = {}
    recorded = True
    try:
        for index, result in watched(_grade_each(paths, grade_all), len(paths)):
            before = _ready(results)
            results[index] = result
            recorded = bookkeeping.record(book, result) and recorded
            after = _ready(results)
            if args.json:
                _write(results[ready] for ready in range(before, after))
            if len(paths) > 1:  # a large class takes no more memory than a small one
                results |= {ready: condensed(results[ready]) for ready in range(before, after)}
    except KeyboardInterrupt:
        if args.json:
            _write(results[index] for index in sorted(results) if index >= _ready(results))
        sys.stderr.write(f"Stopped: {len(results)} of {len(paths)} notebooks are graded.\n")
    in_order = [results[index] for index in sorted(results)]
    if not args.json:
        _show(in_order)
    drawn = _draw(in_order, args.picture) if args.picture else True
    if len(results) < len(paths):
        return _INTERRUPTED
    all_graded = not any("error" in result for result in in_order)
    return _GRADED if all_graded and recorded and drawn else _NOT_ALL_GRADED


@contextlib.contextmanager
def _graders(paths: Sequence[Path], args: argparse.Namespace) -> Iterator[GradeAll]:
    """Those who grade: a cluster, this process for one notebook, or a crew."""
    limits = Limits(args.time_limit, args.call_limit, int(args.memory_limit * 2**20))
    grade = functools.partial(grade_notebook, lesson=args.lesson, limits=limits)
    if args.scheduler is not None:
        yield functools.partial(cluster.grade_all, grade=grade, address=args.scheduler)
    elif len(paths) == 1:
        yield lambda only: ((index, grade(path)) for index, path in enumerate(only))
    else:
        with crew.Crew(grade, min(args.jobs, len(paths))) as graders:
            yield graders.grade_all


def _grade_each(paths: Sequence[Path], grade_all: GradeAll) -> Iterator[tuple[int, Result]]:
    for index, path in enumerate(paths):
        if path.is_dir():
            yield index, could_not_grade(path, None, "There is no notebook in this folder. Is it the right one?")
    indices = [index for index, path in enumerate(paths) if not path.is_dir()]
    for number, result in grade_all([paths[index] for index in indices]):
        yield indices[number], result


def _draw(results: Sequence[Result], path: Path) -> bool:
    from autograder.grading import class_picture

    summaries = summarize(results)
    try:
        class_picture.draw(summaries, path)
    except class_picture.PictureError as problem:
        sys.stderr.write(f"{problem}\n")
        return False
    return True


def _refuse(sentence: str) -> int:
    sys.stderr.write(f"{sentence}\n")
    return _WRONG_USAGE


def _ready(results: dict[int, Result]) -> int:
    """How many results there are without a gap."""
    return next(number for number in range(len(results) + 1) if number not in results)


def _write(results: Iterator[Result]) -> None:
    for result in results:
        sys.stdout.write(json.dumps(result) + "\n")
    sys.stdout.flush()


def _show(results: Sequence[Result]) -> None:
    from rich.console import Console

    width = None if sys.stdout.isatty() or "COLUMNS" in os.environ else _WIDTH_OF_A_FILE
    show(results, Console(width=width))


def _count(text: str) -> int:
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"{text} is not a whole number above 0")
    return int(text)


def _positive(text: str) -> float:
    try:
        number = float(text)
    except ValueError:
        number = math.nan
    if not 0 < number < math.inf:
        raise argparse.ArgumentTypeError(f"{text} is not a number above 0")
    return number
