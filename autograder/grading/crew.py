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
from typing import Any

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
        if self.task is not None:
            self._process.terminate()
        self._process.join()


def grade_all(paths: Sequence[Path], grade: Grade, jobs: int) -> Iterator[tuple[int, Result]]:
    """Results as they come, each with the index of its path."""
    waiting = deque(range(len(paths)))
    crew: dict[Connection, _Grader] = {}
    try:
        while waiting or crew:
            while waiting and len(crew) < jobs:
                grader = _Grader(grade)
                crew[grader.connection] = grader
                _hand_out(grader, waiting, paths)
            for connection in wait(list(crew)):
                grader = crew[connection]  # type: ignore[index]
                task = grader.task
                assert task is not None
                try:
                    result = grader.connection.recv()
                except (EOFError, OSError):
                    crew.pop(grader.connection).dismiss()
                    yield task, could_not_grade(paths[task], None, _DIED)
                    continue
                grader.task = None
                if waiting:
                    _hand_out(grader, waiting, paths)
                else:
                    crew.pop(grader.connection).dismiss()
                yield task, result
    finally:
        for grader in crew.values():
            grader.dismiss()


def _hand_out(grader: _Grader, waiting: deque[int], paths: Sequence[Path]) -> None:
    grader.task = waiting.popleft()
    with contextlib.suppress(OSError):  # it has died: the next `wait` notices
        grader.connection.send(paths[grader.task])


def _work(connection: Connection, grade: Grade) -> None:
    """Be a grader: grade what comes until nothing comes any more."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the one who hands out the work
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # and `dismiss` lets go of what a submission holds
    with contextlib.suppress(EOFError, OSError, KeyboardInterrupt):
        while True:
            connection.send(grade(connection.recv()))
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
