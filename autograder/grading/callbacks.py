"""What a submission may have the functions of a test do.

A test passes functions to the learner's, which call them back. They run in the grader, so a
submission could have them work without end, or fill the memory: both have a limit here.
"""

from __future__ import annotations

import contextlib
import functools
import signal
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from types import TracebackType
from typing import Any

import numpy as np

from autograder.grading.channel import Late
from autograder.plain import NotPlain

_MAX_CALLS = 20_000  # a numerical gradient needs hundreds, a random search thousands
_MAX_BYTES = 256 * 2**20  # of arguments, in all calls together
_MEMORY = 512 * 2**20


class Callbacks:
    """The functions that were passed in one call of the learner's function, as long as it lasts.

    Raises `NotPlain` when they are called too often, `Late` when the deadline comes while one of them
    works. One that wants too much memory gets a `MemoryError`, as an answer to whoever called it.
    """

    def __init__(self, serve: Callable[[int, bytes], bytes], deadline: float):
        self._serve = serve
        self._deadline = deadline
        self._calls = 0
        self._bytes = 0
        self._works = False
        self._limits = contextlib.ExitStack()

    def __enter__(self) -> Callbacks:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self._limits.close()

    def __call__(self, number: int, data: bytes) -> bytes:
        if not self._calls:
            self._limits.enter_context(_in_memory())
            self._limits.enter_context(_in_time(self._deadline, self._end))
        self._calls += 1
        self._bytes += len(data)
        if self._calls > _MAX_CALLS or self._bytes > _MAX_BYTES:
            raise NotPlain("more calls of what it was given than a test can answer")
        try:
            try:
                self._works = True
                return self._serve(number, data)
            finally:
                self._works = False
        except _TimeIsUp:
            raise Late from None

    def _end(self, *_: Any) -> None:
        if self._works:
            raise _TimeIsUp


class _TimeIsUp(BaseException):
    """Comes out of any function of a test, because it is no `Exception`."""


@contextlib.contextmanager
def _in_time(deadline: float, end: Callable[..., None]) -> Iterator[None]:
    """Do `end` at the deadline; in the main thread only, for others get no signals."""
    if not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGALRM, end)
    signal.setitimer(signal.ITIMER_REAL, max(deadline - time.monotonic(), 0.001))
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


@contextlib.contextmanager
def _in_memory() -> Iterator[None]:
    """Limit what this process may take beyond what it has."""
    if sys.platform != "linux":
        yield
        return
    import resource

    _wake_up_numpy()
    most, highest = resource.getrlimit(resource.RLIMIT_AS)
    allowed = int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize() + _MEMORY
    if most != resource.RLIM_INFINITY:
        allowed = min(allowed, most)
    resource.setrlimit(resource.RLIMIT_AS, (allowed, highest))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_AS, (most, highest))


@functools.cache
def _wake_up_numpy() -> None:
    """Let the library that multiplies for NumPy take the memory of its threads, which it cannot do without."""
    np.ones((512, 512)) @ np.ones((512, 512))
