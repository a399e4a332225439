"""Run a function in processes of their own, a few at a time, and end those that take too long."""

from __future__ import annotations

import multiprocessing
import os
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import Any


class Lost(Exception):
    """The process ended without an answer, or was ended because it took too long."""


@dataclass
class _Running:
    number: int
    process: BaseProcess
    deadline: float


def run(
    function: Callable[..., Any], jobs: Sequence[tuple[Any, ...]], seconds: float, preload: Sequence[str] = ()
) -> Iterator[tuple[int, Any]]:
    """Number and result of each job, `function(*job)`, as they come to an end; a result may be `Lost`.

    The processes are forked from one that has the modules of `preload` ready.
    """
    forking = "forkserver" in multiprocessing.get_all_start_methods()
    context = multiprocessing.get_context("forkserver" if forking else "spawn")
    if forking:
        context.set_forkserver_preload(list(preload))
    waiting = list(enumerate(jobs))[::-1]
    running: dict[Connection, _Running] = {}
    try:
        while waiting or running:
            while waiting and len(running) < _processors():
                number, job = waiting.pop()
                ours, theirs = context.Pipe(duplex=False)
                process = context.Process(target=_answer, args=(theirs, function, job))  # type: ignore[attr-defined]
                process.start()
                theirs.close()
                running[ours] = _Running(number, process, time.monotonic() + seconds)
            next_deadline = min(one.deadline for one in running.values())
            ready = wait(list(running), max(0.0, next_deadline - time.monotonic()))
            for connection in list(running):
                if connection in ready or time.monotonic() > running[connection].deadline:
                    yield running[connection].number, _result(connection, connection in ready)
                    _end(running.pop(connection).process, connection)
    finally:
        for connection, one in running.items():
            _end(one.process, connection)


def _processors() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _answer(connection: Connection, function: Callable[..., Any], job: tuple[Any, ...]) -> None:
    connection.send(function(*job))


def _result(connection: Connection, ready: bool) -> Any:
    try:
        return connection.recv() if ready else Lost()
    except EOFError:
        return Lost()


def _end(process: BaseProcess, connection: Connection) -> None:
    connection.close()
    process.kill()
    process.join()
