"""What the gradebook knows of each student and lesson, with the reason where there is no grade.

A score counts when nbgrader has one, given by a test or a person. Where an exercise has none, the
notebook could not be graded, which is something else than 0 points.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from typing import Any

from nbgrader.api import Assignment, Grade, Gradebook, GradeCell, Student, SubmittedAssignment, SubmittedNotebook
from sqlalchemy import inspect, select

from autograder import lessons
from autograder.gradebook.book_database import RECORDS


class Status(Enum):
    """How far the grading of a submission is; the first that fits."""

    NOT_SUBMITTED = "not submitted"
    NOT_GRADED = "could not be graded"
    WAITS = "waits for a person"
    LATE = "late"
    GRADED = "graded"


@dataclass(frozen=True)
class LessonColumns:
    """What a lesson is graded by, in its own order."""

    lesson: str
    exercises: dict[str, float]
    explain: dict[str, float]

    @property
    def maximum(self) -> float:
        """The points of the lesson."""
        return sum([*self.exercises.values(), *self.explain.values()])


@dataclass(frozen=True)
class Row:
    """One student and one lesson."""

    student: Student
    columns: LessonColumns
    status: Status
    points: dict[str, float]  # of what has a score
    late_penalty: float = 0.0
    submitted: datetime | None = None
    seconds_late: float = 0.0
    problem: str = ""

    @property
    def total(self) -> float:
        """What the scores add up to after the penalty, never below 0."""
        return max(0.0, sum(self.points.values()) - self.late_penalty)

    @property
    def is_final(self) -> bool:
        """Whether the total is a grade that somebody may be told."""
        return self.status in (Status.GRADED, Status.LATE)


def columns(gradebook: Gradebook, wanted: Sequence[str] = (), with_explain: bool = True) -> list[LessonColumns]:
    """The lessons in the gradebook, in the order of the course; `LookupError` when one is not in there."""
    known = sorted(name for (name,) in gradebook.db.execute(select(Assignment.name)))
    if missing := [name for name in wanted if name not in known]:
        raise LookupError(f"{missing[0]} is not in the gradebook. In there are {', '.join(known) or 'no lessons'}.")
    return [_columns(gradebook, name, with_explain) for name in known if not wanted or name in wanted]


def rows(gradebook: Gradebook, lesson: LessonColumns) -> list[Row]:
    """A row for each student of the class, sorted by name."""
    db = gradebook.db
    query = select(SubmittedAssignment).join(Assignment).where(Assignment.name == lesson.lesson)
    submissions = {submission.student_id: submission for submission in db.scalars(query)}
    graded = _grades(gradebook, lesson)
    problems = _problems(gradebook)
    students = sorted(gradebook.students, key=lambda one: (one.last_name or "", one.first_name or "", one.id))
    return [
        _row(one, lesson, submissions.get(one.id), graded.get(one.id, {}), problems.get(one.id + "/" + lesson.lesson))
        for one in students
    ]


def _columns(gradebook: Gradebook, name: str, with_explain: bool) -> LessonColumns:
    notebooks = gradebook.find_assignment(name).notebooks
    cells = [cell for notebook in notebooks for cell in notebook.grade_cells]
    try:
        lesson = lessons.load(name)
        order = [*lesson.names(), *(explain.name for explain in lesson.explain)]
    except lessons.UnknownLesson:
        order = []
    cells.sort(key=lambda cell: (order.index(cell.name) if cell.name in order else len(order), cell.name))
    answers = {cell.name for notebook in notebooks for cell in notebook.solution_cells}
    exercises = {cell.name: float(cell.max_score) for cell in cells if cell.name not in answers}
    explain = {cell.name: float(cell.max_score) for cell in cells if cell.name in answers}
    return LessonColumns(name, exercises, explain if with_explain else {})


def _grades(gradebook: Gradebook, lesson: LessonColumns) -> dict[str, dict[str, Any]]:
    """Of each student the grades by cell."""
    query = (
        select(SubmittedAssignment.student_id, GradeCell.name, Grade)
        .join(SubmittedNotebook, SubmittedNotebook.assignment_id == SubmittedAssignment.id)
        .join(Grade, Grade.notebook_id == SubmittedNotebook.id)
        .join(GradeCell, GradeCell.id == Grade.cell_id)
        .join(Assignment, Assignment.id == SubmittedAssignment.assignment_id)
        .where(Assignment.name == lesson.lesson)
    )
    grades: dict[str, dict[str, Any]] = {}
    for student, name, grade in gradebook.db.execute(query):
        grades.setdefault(student, {})[name] = grade
    return grades


def _problems(gradebook: Gradebook) -> dict[str, str]:
    """Why something could not be graded, by student and lesson."""
    if not inspect(gradebook.engine).has_table(RECORDS.name):
        return {}
    query = (
        select(SubmittedAssignment.student_id, Assignment.name, RECORDS.c.problem)
        .join(SubmittedNotebook, SubmittedNotebook.assignment_id == SubmittedAssignment.id)
        .join(Assignment, Assignment.id == SubmittedAssignment.assignment_id)
        .join(RECORDS, RECORDS.c.submitted_notebook_id == SubmittedNotebook.id)
        .where(RECORDS.c.problem.is_not(None))
    )
    return {f"{student}/{lesson}": problem for student, lesson, problem in gradebook.db.execute(query)}


def _row(
    student: Student,
    lesson: LessonColumns,
    submission: SubmittedAssignment | None,
    grades: dict[str, Any],
    problem: str | None,
) -> Row:
    if submission is None:
        return Row(student, lesson, Status.NOT_SUBMITTED, {})
    wanted = {name: grades[name] for name in [*lesson.exercises, *lesson.explain] if name in grades}
    scored = {
        name: float(one.score)
        for name, one in wanted.items()
        if one.auto_score is not None or one.manual_score is not None
    }
    late = float(submission.total_seconds_late)
    if any(name not in scored for name in lesson.exercises):
        status = Status.NOT_GRADED
    elif any(one.needs_manual_grade for one in wanted.values()):
        status = Status.WAITS
    else:
        status = Status.LATE if late > 0 else Status.GRADED
    return Row(
        student,
        lesson,
        status,
        scored,
        late_penalty=float(submission.late_submission_penalty or 0.0),
        submitted=submission.timestamp,
        seconds_late=late,
        problem=(problem or "") if status is Status.NOT_GRADED else "",
    )
