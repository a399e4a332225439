"""`python -m autograder grade PATH...`: grade notebooks, or a class folder.

A table for people, or with `--json` a line a notebook on standard output and nothing else there.
Lines keep the order of the paths, so that two runs can be compared; each is written as soon as
it and those before it are ready.
"""

from __future__ import annotations

import argparse
import functools
import json
import math
import os
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from autograder.grading import crew
from autograder.grading.class_table import show
from autograder.grading.one_notebook import could_not_grade, grade_notebook
from autograder.grading.process import Limits
from autograder.grading.submission import named_lesson
from autograder.lessons import all_lessons

Result = dict[str, Any]
_GRADED, _NOT_ALL_GRADED, _WRONG_USAGE, _INTERRUPTED = 0, 1, 2, 130
_WIDTH_OF_A_FILE = 120


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The command line of `grade`."""
    standard = Limits()
    known = ", ".join(lesson.lesson for lesson in all_lessons())
    parser.epilog = (
        "Exit code 0: every notebook was graded, whatever its points. 1: some could not be; the others still are. "
        "2: wrong usage. 130: stopped by Ctrl-C; what was graded until then is shown."
    )
    parser.add_argument(
        "paths",
        nargs="+",
        metavar="PATH",
        help="a notebook, or a folder with notebooks, such as submitted/<student>/<lesson>/<lesson>.ipynb",
    )
    parser.add_argument("--json", action="store_true", help="one line a notebook, in the order of the paths")
    parser.add_argument("--lesson", help=f"grade as this lesson, and in folders only this lesson ({known})")
    parser.add_argument("--jobs", type=_count, default=_cores(), metavar="N", help="notebooks at once (%(default)s)")
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


def main(args: argparse.Namespace) -> int:
    """Grade, show, and say by the exit code whether everything could be graded."""
    lessons = [lesson.lesson for lesson in all_lessons()]
    if args.lesson is not None and args.lesson not in lessons:
        sys.stderr.write(f'There is no lesson "{args.lesson}". The lessons are {", ".join(lessons)}.\n')
        return _WRONG_USAGE
    limits = Limits(args.time_limit, args.call_limit, int(args.memory_limit * 2**20))
    grade = functools.partial(grade_notebook, lesson=args.lesson, limits=limits)
    paths = [found for path in args.paths for found in find_notebooks(Path(path), args.lesson)]
    results: dict[int, Result] = {}
    try:
        for index, result in _watched(_grade_each(paths, grade, args.jobs), len(paths)):
            before = _ready(results)
            results[index] = result
            if args.json:
                _write(results[ready] for ready in range(before, _ready(results)))
    except KeyboardInterrupt:
        if args.json:
            _write(results[index] for index in sorted(results) if index >= _ready(results))
        sys.stderr.write(f"Stopped: {len(results)} of {len(paths)} notebooks are graded.\n")
    if not args.json:
        _show([results[index] for index in sorted(results)])
    if len(results) < len(paths):
        return _INTERRUPTED
    return _NOT_ALL_GRADED if any("error" in result for result in results.values()) else _GRADED


def find_notebooks(path: Path, lesson: str | None = None) -> list[Path]:
    """The notebooks of a path: itself, or those in a folder, sorted.

    A folder that is named as a lesson hands in the notebook of that name; what else lies there is
    somebody's copy. A folder without any notebook stands for itself, so that it is not lost.
    """
    if not path.is_dir():
        return [path]
    known = {index.lesson for index in all_lessons()}
    found = []
    for folder, folders, files in os.walk(path):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        here = Path(folder)
        wanted = f"{here.name}.ipynb"
        names = [wanted] if here.name in known and wanted in files else sorted(files)
        found += [here / name for name in names if name.endswith(".ipynb") and not name.startswith(".")]
    if lesson:
        found = [one for one in found if named_lesson(one, known) in (None, lesson)]
    return found or [path]


def _grade_each(paths: Sequence[Path], grade: crew.Grade, jobs: int) -> Iterator[tuple[int, Result]]:
    for index, path in enumerate(paths):
        if path.is_dir():
            yield index, could_not_grade(path, None, "There is no notebook in this folder. Is it the right one?")
    notebooks = [index for index, path in enumerate(paths) if not path.is_dir()]
    if len(notebooks) == 1:
        yield notebooks[0], grade(paths[notebooks[0]])
        return
    graded = crew.grade_all([paths[index] for index in notebooks], grade, min(jobs, len(notebooks)))
    yield from ((notebooks[number], result) for number, result in graded)


def _watched(results: Iterator[tuple[int, Result]], total: int) -> Iterator[tuple[int, Result]]:
    """The same results, with a progress bar when somebody watches."""
    if not sys.stderr.isatty():
        yield from results
        return
    from rich.console import Console
    from rich.progress import track

    console = Console(stderr=True)
    yield from track(results, "Grading", total=total, console=console, transient=True)


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


def _cores() -> int:
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


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
