"""Put the scores of one submission into nbgrader's tables, by nbgrader's own rules.

A grade that a person gave stays and waits for another look, an untouched answer gets 0, and what
could not be graded has no score and waits for a person: it never becomes a silent 0.
"""

from __future__ import annotations

import logging
import warnings
from collections.abc import Mapping
from typing import Any

from nbformat import NotebookNode
from nbgrader.api import Comment, Grade, Gradebook, SubmittedAssignment, SubmittedNotebook
from nbgrader.preprocessors import AssignLatePenalties
from nbgrader.utils import compute_checksum, determine_grade
from sqlalchemy.exc import SAWarning

from autograder.gradebook.book_cells import BookLesson
from autograder.gradebook.class_config import ClassConfig
from autograder.gradebook.handed_in import HandedIn
from autograder.outcome import Verdict

logger = logging.getLogger(__name__)


def write_scores(
    gradebook: Gradebook,
    handed_in: HandedIn,
    lesson: BookLesson,
    cells: Mapping[str, NotebookNode],
    result: Mapping[str, Any],
    config: ClassConfig,
) -> str:
    """Write the scores; the key of the submitted notebook."""
    db = gradebook.db
    submission = _submission(gradebook, handed_in, config)
    notebook = db.query(SubmittedNotebook).filter_by(assignment_id=submission.id, notebook_id=lesson.key).one_or_none()
    if notebook is None:
        raise ValueError(f"the gradebook knows {handed_in.lesson} of {handed_in.student} without its notebook")
    grades = {grade.cell_id: grade for grade in db.query(Grade).filter(Grade.notebook_id == notebook.id)}
    comments = {comment.cell_id: comment for comment in db.query(Comment).filter(Comment.notebook_id == notebook.id)}
    scores = _scores(result)
    for name, cell in lesson.cells.items():
        if cell.grade_key:
            grade = grades[cell.grade_key]
            grade.auto_score = determine_grade(cells[name])[0] if cell.answer_key else scores.get(name)
            grade.needs_manual_grade = grade.manual_score is not None or grade.auto_score is None
        if cell.answer_key:
            untouched = name in cells and compute_checksum(cells[name]) == cell.checksum
            comments[cell.answer_key].auto_comment = "No response." if untouched else None
    db.flush()
    notebook.late_submission_penalty = _late_penalty(handed_in, submission, notebook, config)
    return str(notebook.id)


def _submission(gradebook: Gradebook, handed_in: HandedIn, config: ClassConfig) -> SubmittedAssignment:
    facts = {}
    try:
        if time := handed_in.time():
            facts["timestamp"] = time
    except ValueError as problem:
        logger.warning("%s: %s, so it is not known whether this is late", handed_in.notebook, problem)
    if config.create_student:
        gradebook.update_or_create_student(handed_in.student)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", SAWarning)  # nbgrader's own, about the order in which it adds rows
        return gradebook.update_or_create_submission(handed_in.lesson, handed_in.student, **facts)


def _scores(result: Mapping[str, Any]) -> dict[str, float]:
    """The points of each exercise that was graded; a fault of the grader is no score."""
    fault = Verdict.OUR_FAULT.value
    return {one["name"]: one["points"] for one in result["exercises"] if one["verdict"] != fault}


def _late_penalty(
    handed_in: HandedIn, submission: SubmittedAssignment, notebook: SubmittedNotebook, config: ClassConfig
) -> float | None:
    """The penalty that the class's plugin for late submissions gives."""
    seconds = submission.total_seconds_late
    if seconds <= 0:
        return None
    step = AssignLatePenalties(config=config.settings)
    step.init_plugin()
    penalty = step.plugin_inst.late_submission_penalty(handed_in.student, notebook.score, seconds)
    return None if penalty is None else step._check_late_penalty(notebook, penalty)
