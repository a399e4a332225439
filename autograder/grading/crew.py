"""Grade many notebooks at once: a crew of grader processes, each with one notebook at a time.

When a grader dies, it is known which notebook it had, and only that one is lost.
"""

from __future__ import annotations

import contextlib
import multiprocessing
import signal
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from multiprocessing.connection import Connection, wait
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from autograder.grading.confined import get_ready
from autograder.grading.one_notebook import could_not_grade

Result = dict[str, Any]
Grade = Callable[[Path], Result]  # picklable
_DIED = "The grader's own process was ended while it graded this notebook. Grade it again, alone."


class _Grader:
    """One process of the crew."""

    def __init__(self, grade: Grade):
        context = multiprocessing.get_context("spawn")  # a fork would share the connections of its siblings
        self.connection, theirs = context.Pipe()
        self._process = context.Process(target=_work, args=(theirs, grade))
        self._process.start()
        theirs.close()
        self.task: int | None = None

    def dismiss(self) -> None:
        """End the process; a submission's process ends with it."""
        self.connection.close()
        if self.task is not None:  # one without a task sees the end of the connection
            self._process.terminate()
        self._process.join()


class Crew:
    """So many graders. They start at once, and get ready while their work is still being looked for."""

    def __init__(self, grade: Grade, size: int):
        self._grade = grade
        self._graders = [_Grader(grade) for _ in range(size)]

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        for grader in self._graders:
            grader.dismiss()

    def grade_all(self, paths: Sequence[Path]) -> Iterator[tuple[int, Result]]:
        """Results as they come, each with the index of its path."""
        waiting = deque(range(len(paths)))
        for grader in self._graders:
            _hand_out(grader, waiting, paths)
        while at_work := {grader.connection: grader for grader in self._graders if grader.task is not None}:
            for connection in wait(list(at_work)):
                grader = at_work[connection]  # type: ignore[index]
                task = grader.task
                assert task is not None
                try:
                    result = grader.connection.recv()
                except (EOFError, OSError):
                    result = could_not_grade(paths[task], None, _DIED)
                    if waiting:
                        grader = self._replace(grader)
                _hand_out(grader, waiting, paths)
                yield task, result

    def _replace(self, died: _Grader) -> _Grader:
        died.dismiss()
        place = self._graders.index(died)
        self._graders[place] = _Grader(self._grade)
        return self._graders[place]


def _hand_out(grader: _Grader, waiting: deque[int], paths: Sequence[Path]) -> None:
    grader.task = waiting.popleft() if waiting else None
    if grader.task is None:
        return
    with contextlib.suppress(OSError):  # it has died: the next `wait` notices
        grader.connection.send(paths[grader.task])


def _work(connection: Connection, grade: Grade) -> None:
    """Be a grader: grade what comes until nothing comes any more."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the one who hands out the work
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # and `dismiss` lets go of what a submission holds
    with contextlib.suppress(EOFError, OSError, KeyboardInterrupt):
        get_ready()
        while True:
            connection.send(grade(connection.recv()))
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
