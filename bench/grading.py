"""One class, graded in four ways: how long, how much memory, and whether the points agree."""

from __future__ import annotations

import json
import os
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from class_of import LESSON
from nbgrader.api import Gradebook

from bench import classes, measure, otter
from bench.measure import Cost
from bench.tables import Table

_STOCK = """
from nbgrader.converters import Autograde
c.Autograde.autograde_preprocessors = Autograde().autograde_preprocessors
c.Autograde.exporter_class = Autograde().exporter_class
"""
_COLUMNS = ("", "seconds each", "CPU seconds each", "peak memory, MB", "times as fast as nbgrader", "same points")
Points = dict[str, float]


def compare(count: int, by_otter: int) -> Table:
    """The table; `by_otter` submissions are enough for Otter, which starts anew for each."""
    title = f"A class of {count} (lesson 01), {len(os.sched_getaffinity(0))} cores"
    table = Table("grading", title, _COLUMNS)
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        course = classes.class_of(count, Path(folder, "course"))
        ways: dict[str, Callable[[], tuple[Cost, int, Points]]] = {
            "`nbgrader autograde`": lambda: _by_nbgrader(course, count, stock=True),
            "`nbgrader autograde` with our execute step": lambda: _by_nbgrader(course, count, stock=False),
            "`python -m autograder grade --gradebook`": lambda: _by_us(course, count),
            f"`otter run` {otter.VERSION}": lambda: _by_otter(course, Path(folder), by_otter),
        }
        found = {name: way() for name, way in ways.items()}
    first, right = next(iter(found.values())), found["`python -m autograder grade --gradebook`"][2]
    for name, (cost, graded, points) in found.items():
        seconds, cpu = cost.each(graded)
        same = sum(points[student] == right[student] for student in points)
        times = first[0].each(first[1])[0] / seconds
        figures = [f"{seconds:.2f}", f"{cpu:.2f}", f"{cost.memory / 1e6:.0f}", f"{times:.1f}"]
        table.rows.append([name, *figures, f"{same} of {graded}"])
    return table


def memory(counts: tuple[int, ...]) -> Table:
    """What `grade` needs for classes of these sizes."""
    table = Table(
        "memory", "`grade --gradebook` and the size of the class", ("submissions", "peak memory, MB", "seconds each")
    )
    for count in counts:
        with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
            cost, graded, _ = _by_us(classes.class_of(count, Path(folder, "course")), count)
            table.rows.append([str(count), f"{cost.memory / 1e6:.0f}", f"{cost.each(graded)[0]:.3f}"])
    return table


def _by_us(course: Path, count: int) -> tuple[Cost, int, Points]:
    classes.fresh_gradebook(course)
    command = [sys.executable, "-m", "autograder", "grade", "submitted", "--gradebook", "--json"]
    cost = _checked(measure.run(command, course, {"PYTHONPATH": str(course)}))
    return cost, count, _points(course)


def _by_nbgrader(course: Path, count: int, stock: bool) -> tuple[Cost, int, Points]:
    config = course / "nbgrader_config.py"
    ours = config.read_text()
    try:
        if stock:
            config.write_text(ours + _STOCK)
        classes.fresh_gradebook(course)
        command = ["nbgrader", "autograde", LESSON]
        cost = _checked(measure.run(command, course, {"PYTHONPATH": str(course)}))
    finally:
        config.write_text(ours)
    return cost, count, _points(course)


def _by_otter(course: Path, folder: Path, count: int) -> tuple[Cost, int, Points]:
    binaries = otter.environment(Path(__file__).parent.parent / "build" / "otter")
    lines = measure.run(
        [sys.executable, "-m", "autograder", "grade", "--json", *map(str, _notebooks(course)[:1])], course
    ).output.splitlines()
    tests = {one["name"]: len(one["tests"]) for one in json.loads(lines[-1])["exercises"]}
    autograder = otter.assignment(LESSON, tests, folder / "otter", binaries)
    costs, points = [], {}
    for notebook in _notebooks(course)[:count]:
        points[notebook.parts[-3]], cost = otter.grade(notebook, autograder, folder / "otter run", binaries)
        costs.append(cost)
    return _sum(costs), count, points


def _sum(costs: list[Cost]) -> Cost:
    seconds, cpu = sum(cost.seconds for cost in costs), sum(cost.cpu for cost in costs)
    return Cost(seconds, cpu, max(cost.memory for cost in costs), 0, "")


def _notebooks(course: Path) -> list[Path]:
    return sorted(course.glob(f"submitted/*/{LESSON}/{LESSON}.ipynb"))


def _points(course: Path) -> Points:
    """Points of the exercises in the gradebook, by student."""
    with Gradebook(f"sqlite:///{course / 'gradebook.db'}") as book:
        return {
            submission.student.id: round(
                sum(grade.auto_score for note in submission.notebooks for grade in note.grades if grade.auto_score), 2
            )
            for submission in book.find_assignment(LESSON).submissions
        }


def _checked(cost: Cost) -> Cost:
    if cost.returned:
        raise RuntimeError(cost.output[-3000:])
    return cost
