"""The next step of an exercise, for a learner who is stuck: `hint("weighted_average")`.

Each call goes one step further and shows the steps so far, because running a cell again
replaces what it showed before.
"""

from __future__ import annotations

import logging
from typing import Any

from autograder.lessons import Exercise, UnknownLesson
from autograder.notebook import here
from autograder.notebook.progress import Progress
from autograder.notebook.progress import here as progress_here
from autograder.notebook.show import Paragraph, Shown, Steps, message, shown
from autograder.outcome import Verdict

logger = logging.getLogger(__name__)


def hint(exercise: Any = None) -> None:
    """Show one step more of an exercise, or of the first one of the lesson that does not pass yet."""
    try:
        found = _hint(exercise)
    except UnknownLesson as sentence:
        found = message(str(sentence))
    except Exception:
        logger.debug("hint(%r)", exercise, exc_info=True)
        found = message("The hint could not be shown; this is no mistake of yours.")
    found.show()


def _hint(exercise: Any) -> Shown:
    progress = progress_here()
    if exercise is None:
        return _of_next(progress)
    return _next_step(here.find(exercise)[1], progress)


def _of_next(progress: Progress) -> Shown:
    lesson = here.current_lesson(here.namespace(), progress)
    if lesson is None:
        return message('For which exercise? Ask with its name: hint("average").')
    checked = progress.part("exercises")
    for exercise in lesson.exercises:
        entry = checked.get(exercise.name)
        if not isinstance(entry, dict) or entry.get("verdict") != Verdict.PASSED.value:
            return _next_step(exercise, progress)
    return message("Every exercise of this lesson passes; there is nothing left to hint at.")


def _next_step(exercise: Exercise, progress: Progress) -> Shown:
    count = len(exercise.hints)
    seen = progress.part("hints").get(exercise.name)
    seen = seen if type(seen) is int and seen > 0 else 0
    problem = progress.put("hints", exercise.name, min(seen + 1, count))
    if not count:
        return message(f"{exercise.name} has no hints.")
    if seen >= count:
        closing = "You have seen the last step; there are no more."
    elif seen + 1 == count:
        closing = "This was the last step."
    else:
        closing = f'`hint("{exercise.name}")` once more gives the next step.'
    reached = min(seen + 1, count)
    heading = Paragraph(f"Step {reached} of {count} for {exercise.name}", "title")
    remarks = [Paragraph(sentence, "quiet") for sentence in (closing, problem) if sentence]
    return shown(heading, Steps(exercise.hints[:reached]), *remarks)
