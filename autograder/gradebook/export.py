"""`python -m autograder export`: the grades of a class as CSV, or as Canvas and Moodle import them.

CSV has a row for each student and lesson, with a column for each exercise and a status. Canvas and
Moodle get a row for each student and a column for each lesson; a grade that is not final is left
empty there, and the command says how many there are.

Canvas finds a student by `ID`, by the SIS columns or by name, wants `Section` before the first
assignment, and takes the row `Points Possible` for the assignments' points; an assignment is found by its
name, or by its id in brackets behind it (lib/gradebook_importer.rb of instructure/canvas-lms, and
https://teaching.resources.osu.edu/toolsets/carmencanvas/guides/calculating-final-grades/import-csv-file-carmen-grades).
Moodle asks which column identifies a student (ID number, email address or username) and which grade item
each other column is; an empty cell is no grade (https://docs.moodle.org/311/en/Grade_import).
"""

from __future__ import annotations

import argparse
import csv
import io
import sys
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path

from nbgrader.api import Gradebook, Student
from sqlalchemy import make_url
from sqlalchemy.exc import SQLAlchemyError

from autograder import files
from autograder.gradebook import book_database, book_rows, class_config
from autograder.gradebook.book_rows import LessonColumns, Row, Status
from autograder.gradebook.class_config import ClassConfig

Lines = list[list[str]]
_DONE, _WRONG_USAGE = 0, 2


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The command line of `export`."""
    parser.add_argument(
        "--gradebook", default="", metavar="URL", help="a database's URL or file (as nbgrader_config.py says here)"
    )
    parser.add_argument("--lesson", action="append", default=[], metavar="LESSON", help="only this; may be repeated")
    parser.add_argument("--format", choices=sorted(_FORMS), default="csv", help="the form of the file (%(default)s)")
    parser.add_argument("--without-explain", action="store_true", help="only exercises that are graded automatically")
    parser.add_argument("--output", type=Path, metavar="FILE", help="write to this file instead of standard output")


def main(args: argparse.Namespace) -> int:
    """Write the grades, and say which are not final."""
    try:
        lessons, table = read(class_config.read(Path.cwd(), args.gradebook), args.lesson, not args.without_explain)
    except (LookupError, SQLAlchemyError, OSError) as problem:
        sys.stderr.write(f"{book_database.reason(problem)}\n")
        return _WRONG_USAGE
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows(_FORMS[args.format](lessons, table))
    if args.output:
        files.write_whole(args.output, text.getvalue().encode())
    else:
        sys.stdout.write(text.getvalue())
    counts = Counter(row.status for row in table if not row.is_final)
    if counts:
        told = ", ".join(f"{counts[status]} {status.value}" for status in Status if counts[status])
        sys.stderr.write(f"{sum(counts.values())} of {len(table)} grades are not final: {told}.\n")
    return _DONE


def read(config: ClassConfig, wanted: Sequence[str], with_explain: bool) -> tuple[list[LessonColumns], list[Row]]:
    """The lessons of a gradebook, and a row for each student and lesson."""
    url = make_url(config.url)
    if url.get_backend_name() == "sqlite" and not Path(url.database or "").is_file():
        raise LookupError(f"There is no gradebook {url.database}. Is this the folder of the class?")
    with Gradebook(config.url, config.course) as gradebook:
        lessons = book_rows.columns(gradebook, wanted, with_explain)
        table = [row for lesson in lessons for row in book_rows.rows(gradebook, lesson)]
        gradebook.db.expunge_all()
    return lessons, table


def _csv(lessons: Sequence[LessonColumns], table: Sequence[Row]) -> Lines:
    names = list(dict.fromkeys(name for lesson in lessons for name in [*lesson.exercises, *lesson.explain]))
    who = ["student", "last_name", "first_name", "email", "lesson", "status"]
    lines = [[*who, *names, "late_penalty", "total", "max_points", "submitted", "seconds_late", "problem"]]
    for row in table:
        one, points = row.student, row.points
        empty = row.status in (Status.NOT_SUBMITTED, Status.NOT_GRADED)
        lines.append(
            [
                *(one.id, one.last_name or "", one.first_name or "", one.email or "", row.columns.lesson),
                row.status.value,
                *(_number(points[name]) if name in points else "" for name in names),
                "" if empty else _number(row.late_penalty),
                "" if empty else _number(row.total),
                _number(row.columns.maximum),
                row.submitted.isoformat(sep=" ", timespec="seconds") if row.submitted else "",
                _number(row.seconds_late) if row.submitted else "",
                row.problem,
            ]
        )
    return lines


def _canvas(lessons: Sequence[LessonColumns], table: Sequence[Row]) -> Lines:
    head = ["Student", "ID", "SIS User ID", "SIS Login ID", "Section"]
    possible = ["    Points Possible", "", "", "", "", *(_number(lesson.maximum) for lesson in lessons)]

    def who(one: Student) -> list[str]:
        name = ", ".join(part for part in (one.last_name, one.first_name) if part)
        return [name or one.id, one.lms_user_id or "", "", one.id, ""]

    return [[*head, *(lesson.lesson for lesson in lessons)], possible, *_each_student(lessons, table, who)]


def _moodle(lessons: Sequence[LessonColumns], table: Sequence[Row]) -> Lines:
    def who(one: Student) -> list[str]:
        return [one.first_name or "", one.last_name or "", one.lms_user_id or "", one.email or "", one.id]

    head = ["First name", "Last name", "ID number", "Email address", "Username"]
    return [[*head, *(lesson.lesson for lesson in lessons)], *_each_student(lessons, table, who)]


def _each_student(lessons: Sequence[LessonColumns], table: Sequence[Row], who: Callable[[Student], list[str]]) -> Lines:
    """A line for each student, with the final grades."""
    students = {row.student.id: row.student for row in table}
    grades = {(row.student.id, row.columns.lesson): _number(row.total) for row in table if row.is_final}
    return [
        [*who(student), *(grades.get((key, lesson.lesson), "") for lesson in lessons)]
        for key, student in students.items()
    ]


def _number(number: float) -> str:
    return f"{round(number, 2):g}" if abs(number) < 1e5 else f"{number:.0f}"


_FORMS: dict[str, Callable[[Sequence[LessonColumns], Sequence[Row]], Lines]] = {
    "csv": _csv,
    "canvas": _canvas,
    "moodle": _moodle,
}
