"""Where the learner is: which notebook's names, which lesson, which exercise."""

from __future__ import annotations

import difflib
import sys
from typing import Any

from autograder import lessons
from autograder.calling import Namespace
from autograder.lessons import Exercise, LessonIndex, UnknownLesson
from autograder.notebook.progress import Progress


def namespace() -> Namespace:
    """The names that the learner's cells defined."""
    from IPython import get_ipython

    shell = get_ipython()
    return shell.user_ns if shell else vars(sys.modules["__main__"])


def find(exercise: Any) -> tuple[LessonIndex, Exercise]:
    """The exercise that the learner names or hands over; `UnknownLesson` with a sentence when there is none."""
    name = exercise if isinstance(exercise, str) else getattr(exercise, "__name__", None)
    if not isinstance(name, str):
        raise UnknownLesson('The name of an exercise is asked for, in quotes: "average".')
    for lesson in lessons.all_lessons():
        if name in lesson.names():
            return lesson, lesson.exercise(name)
    known = [known for lesson in lessons.all_lessons() for known in lesson.names()]
    near = difflib.get_close_matches(name, known, n=2, cutoff=0.7)
    question = f" Did you mean {' or '.join(near)}?" if near else " Its check cell has the right spelling."
    raise UnknownLesson(f'There is no exercise "{name[:60]}" in this course.{question}')


def current_lesson(names: Namespace, progress: Progress) -> LessonIndex | None:
    """The lesson most of whose exercises these names define; after a restart, the one most worked at."""
    home = names.get("__name__")
    written = {name for name, value in names.items() if callable(value) and getattr(value, "__module__", None) == home}
    checked = progress.part("exercises").keys() | progress.part("hints").keys()
    for at_hand in (written, checked, {progress.path.parent.name}):
        counts = [(len(at_hand & {*lesson.names(), lesson.lesson}), lesson) for lesson in lessons.all_lessons()]
        most, lesson = max(counts, key=lambda pair: pair[0], default=(0, None))
        if most:
            return lesson
    return None
