"""Where the time of a submission goes: start, learner's code, tests, gradebook."""

from __future__ import annotations

import os
import tempfile
import time
from contextlib import redirect_stdout
from itertools import pairwise
from pathlib import Path
from statistics import mean

from autograder.gradebook import record
from autograder.grading.one_notebook import grade_notebook
from autograder.grading.process import ProcessWork
from autograder.grading.submission import read_submission
from autograder.testing import examine
from bench import classes
from bench.tables import Table


def cost_by_part(count: int) -> Table:
    """Milliseconds of each part, on one core; the first submission starts the warm process."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        course = classes.class_of(count, Path(folder, "course"))
        paths = sorted(course.glob("submitted/*/*/*.ipynb"))
        began = time.perf_counter()
        grade_notebook(paths[0])
        first = time.perf_counter() - began
        parts = [_parts(path) for path in paths]
        graded = [grade_notebook(path) for path in paths]
        began = time.perf_counter()
        with record.open_for(paths) as book:
            opened = time.perf_counter() - began
            recorded = [_seconds(lambda one=one: book.record(one)) for one in graded]
    means = {name: mean(one[name] for one in parts) for name in parts[0]} | {"gradebook": mean(recorded)}
    table = Table("parts", f"One submission in parts (mean of {count}, one core)", ("part", "ms", "share"))
    total = sum(means.values())
    table.rows = [[name, f"{1000 * value:.1f}", f"{value / total:.0%}"] for name, value in means.items()]
    table.notes = [
        f"Once for a run: {1000 * (first - total + means['gradebook']):.0f} ms for the warm process and imports, "
        f"{1000 * opened:.0f} ms to open the gradebook."
    ]
    return table


def _parts(path: Path) -> dict[str, float]:
    began = time.perf_counter()
    submission = read_submission(path, None)
    points = {exercise.name: float(exercise.points) for exercise in submission.lesson.exercises}
    marks = [began, time.perf_counter()]
    with ProcessWork([]):
        marks.append(time.perf_counter())
    started = marks[-1] - marks[-2]
    with open(os.devnull, "w") as nowhere, redirect_stdout(nowhere):  # noqa: PTH123
        began = time.perf_counter() + started  # this one has to start, too
        with ProcessWork(submission.code) as work:
            marks += [began, time.perf_counter()]
            examine(submission.lesson.lesson, points, work)
            marks.append(time.perf_counter())
        marks.append(time.perf_counter())
    read, start, _, cells, tests, end = (after - before for before, after in pairwise(marks))
    return {
        "read the notebook": read,
        "start its process": start,
        "run the learner's cells": cells,
        "tests": tests,
        "end its process": end,
    }


def _seconds(action: object) -> float:
    began = time.perf_counter()
    action()  # type: ignore[operator]
    return time.perf_counter() - began
