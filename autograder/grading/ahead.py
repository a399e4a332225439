"""Grade the notebooks that come next while somebody is busy with one.

nbgrader goes through a class one by one; here its next submissions are graded meanwhile, in processes of
their own. Results are waited for in nbgrader's order, and only a few are kept.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path
from typing import Any

Grade = Callable[[Path], Any]  # picklable


class Ahead:
    """Results of `grade` for these paths, in this order."""

    def __init__(self, paths: Sequence[Path], grade: Grade, jobs: int):
        self._waiting = list(paths)
        self._grade = grade
        self._jobs = jobs
        self._asked: dict[Path, Future[Any]] = {}
        self._pool: ProcessPoolExecutor | None = None
        if 1 < self._jobs < len(paths):  # their start takes longer than a notebook or two
            context = multiprocessing.get_context("spawn")  # a fork would share the connections of its siblings
            self._pool = ProcessPoolExecutor(self._jobs, context, initializer=_leave_interrupts_to_others)

    def take(self, path: Path) -> Any:
        """The result of a path. Those before it that nobody took are forgotten."""
        if self._pool is None or (path not in self._asked and path not in self._waiting):
            return self._grade(path)
        try:
            while self._waiting and (path not in self._asked or len(self._asked) <= self._jobs):
                following = self._waiting.pop(0)
                self._asked[following] = self._pool.submit(self._grade, following)
            while (first := next(iter(self._asked))) != path:
                self._asked.pop(first).cancel()
            return self._asked.pop(path).result()
        except BrokenProcessPool:  # one of the processes was killed from outside: go on without help
            self._end()
            return self._grade(path)
        finally:
            if not self._asked and not self._waiting:
                self._end()

    def _end(self) -> None:
        if self._pool:
            self._pool.shutdown(wait=False, cancel_futures=True)
        self._pool = None


def cores() -> int:
    """The cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _leave_interrupts_to_others() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the one who takes the results
