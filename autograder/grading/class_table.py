"""What `grade` shows in a terminal: a row for each notebook, what a class found hard, and sentences below.

Names, errors and evidence come from learners, so nothing in them is taken for markup or for an
order to the terminal.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table
from rich.text import Text

from autograder.grading.class_summary import ExerciseSummary, summarize

Result = dict[str, Any]
_MARKS = {
    "passed": ("✓", "green"),
    "not yet": ("✗", "red"),
    "not started": ("·", "dim"),
    "waiting": ("~", "yellow"),
    "our fault": ("!", "bold magenta"),
}
_PLAIN = {"✓": "+", "✗": "x", "·": "."}


def show(results: Sequence[Result], console: Console) -> None:
    """Everything about some notebooks: a table a lesson, then what could not be graded."""
    graded = sorted((result for result in results if result["points"] is not None), key=lambda one: str(one["lesson"]))
    for lesson, group in groupby(graded, key=lambda one: str(one["lesson"])):
        _show_lesson(lesson, list(group), console)
    if len(results) == 1:
        _show_one(results[0], console)
    else:
        _show_summary(summarize(results), console)
    for result in results:
        if "error" in result:
            console.print(error_line(result))
    noted = sum("notes" in result for result in results)
    if noted and len(results) > 1:
        console.print(Text(f"{noted} of {len(results)} notebooks have notes: see them with --json.", "dim"))


def error_line(result: Result) -> Text:
    """Why a notebook could not be graded."""
    return Text.assemble((f"{_clean(_who(result))}: ", "bold"), _clean(result["error"]))


def _show_summary(summaries: Sequence[ExerciseSummary], console: Console) -> None:
    """The exercises that somebody has not passed, the hardest first, and what their answers look like."""
    open_ones = [summary for summary in summaries if summary.passed < summary.learners]
    if not open_ones:
        return
    table = Table(title=Text("What was hard"), title_justify="left")
    table.add_column("exercise", overflow="fold")
    for heading in ("right", "not yet", "not started"):
        table.add_column(heading, justify="right")
    table.add_column("what most of the wrong answers look like", overflow="fold")
    for summary in open_ones:
        mistake, learners = summary.commonest
        counts = [str(summary.passed), *(str(summary.verdicts[verdict]) for verdict in ("not yet", "not started"))]
        told = Text(f"{learners} of {summary.verdicts['not yet']}: {_clean(mistake)}") if mistake else Text("")
        table.add_row(Text(summary.name), *counts, told)
    console.print(table)


def _show_lesson(lesson: str, results: Sequence[Result], console: Console) -> None:
    names = [exercise["name"] for exercise in results[0]["exercises"]]
    marks = {verdict: (_mark(mark, console), style) for verdict, (mark, style) in _MARKS.items()}
    exercises = "   ".join(f"{number} {name}" for number, name in enumerate(names, 1))
    legend = "   ".join(f"{mark} {verdict}" for verdict, (mark, _) in marks.items())
    table = Table(title=Text(lesson), title_justify="left")
    table.add_column("", overflow="fold")
    table.add_column("points", justify="right")
    for number in range(1, len(names) + 1):
        table.add_column(str(number), justify="center")
    for result in results:
        verdicts = [Text(*marks[exercise["verdict"]]) for exercise in result["exercises"]]
        points = f"{result['points']:g} of {result['max_points']:g}"
        table.add_row(Text(_clean(_who(result))), Text(points), *verdicts)
    console.print(table, Text(exercises), Text(legend, "dim"), sep="\n")


def _show_one(result: Result, console: Console) -> None:
    """What a single notebook's learner would want to know."""
    for exercise in result["exercises"]:
        if exercise["verdict"] in ("passed", "not started"):
            continue
        points = f"{exercise['points']:g} of {exercise['max_points']:g}"
        console.print(Text.assemble((exercise["name"], "bold"), f"  {exercise['verdict']}  {points}"))
        if "note" in exercise:
            console.print(Text(_clean(exercise["note"])))
        failing = [test for test in exercise["tests"] if test["verdict"] != "passed"]
        for test in failing[:1]:
            told = [f"[{test['verdict']}] {test['name']}", *test["evidence"].splitlines(), test["hint"]]
            console.print(Text("\n    ".join(_clean(line) for line in told if line)))
    for note in result.get("notes", []):
        console.print(Text(f"Note: {_clean(note)}", "dim"))


def _who(result: Result) -> str:
    """The student where the path names one, else the path."""
    path = Path(result["notebook"])
    handed_in = len(path.parts) > 2 and path.parent.name == path.stem
    return path.parts[-3] if handed_in and path.parts[-3] != ".." else str(path)


def _mark(mark: str, console: Console) -> str:
    return mark if console.encoding.lower().startswith("utf") else _PLAIN.get(mark, mark)


def _clean(text: str) -> str:
    return "".join(character if character.isprintable() else "\N{REPLACEMENT CHARACTER}" for character in text)
