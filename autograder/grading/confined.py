"""One process for one submission: started, spoken to, ended.

It works in a scratch folder that vanishes with it. Where the system cannot fork, each one starts
from cold, and only the deadlines hold.
"""

from __future__ import annotations

import atexit
import contextlib
import functools
import multiprocessing
import os
import secrets
import shutil
import signal
import socket
import stat
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from autograder.grading.channel import ASK, NUMBER, QUESTION, REPLY, SETTINGS, Channel, Gone, Late, Unasked
from autograder.grading.forking import WarmProcess
from autograder.grading.watch import TOO_MUCH_MEMORY
from autograder.plain import pack

Serve = Callable[[int, bytes], bytes]
_SECONDS_TO_START = 60.0


class CannotStart(Exception):
    """A submission's process could not be started; a fault of ours."""


class Confined:
    """A process that runs the learner's code, and records what cells show if somebody will look at it.

    `hidden` are paths below course/ that it must not see.
    """

    def __init__(self, memory: int, cpu_seconds: int, hidden: Sequence[str] = (), records: bool = False, **more: Any):
        try:
            connection, self._kill, folder = _start(records)
        except OSError as problem:
            raise CannotStart("The process that runs submissions did not start.") from problem
        self._scratch = _make_scratch(folder)
        try:
            self._channel = Channel(connection)
            limits = {"memory": memory, "cpu_seconds": cpu_seconds, "hidden": list(hidden)}
            settings = limits | {"scratch": str(self._scratch), "records": records} | more
            self.converse(SETTINGS, pack(settings), time.monotonic() + _SECONDS_TO_START)
        except (Gone, Late) as problem:
            self.end()
            raise CannotStart("The process that runs the submission was not ready in time.") from problem

    def converse(self, kind: bytes, body: bytes, deadline: float, serve: Serve | None = None) -> bytes:
        """The reply to a question; what the process asks for in between is served.

        Raises `Late`, or `Gone`, or what `serve` raises.
        """
        if not self._channel.idle():
            raise Unasked
        question = secrets.token_bytes(QUESTION)
        self._channel.send(kind, question + body, deadline)
        while True:
            kind, body = self._channel.receive(deadline)
            if kind == REPLY:
                if not body.startswith(question) or not self._channel.idle():
                    raise Unasked
                return body[QUESTION:]
            if kind != ASK or serve is None or len(body) < NUMBER.size:
                raise Gone
            (number,) = NUMBER.unpack_from(body)
            self._channel.send(REPLY, serve(number, body[NUMBER.size :]), deadline)

    def end(self) -> str:
        """Kill the process and all that it started; how it had ended by itself, in words."""
        self._channel.close()
        status = self._kill()
        _remove(self._scratch)
        code = os.waitstatus_to_exitcode(status)
        if code == TOO_MUCH_MEMORY:
            return "took more memory, in all its processes together, than a notebook may have"
        if code >= 0:
            return f"ended the process that it ran in (exit code {code})"
        if -code == signal.SIGKILL:  # by us, just now: it had only broken the connection
            return "broke off the process that it ran in"
        return f"broke off the process that it ran in ({signal.strsignal(-code)})"


def _start(records: bool) -> tuple[socket.socket, Callable[[], int], Path | None]:
    """A connection to a new process, what kills it and returns its exit status, and the folder for its scratch."""
    if not hasattr(os, "fork"):
        return _start_from_cold(records)
    for attempt in range(2):
        warm = _warm_process(os.getpid(), records)
        try:
            connection, number = warm.fork()
        except OSError:  # a submission may have killed it
            warm.close()
            _warm_process.cache_clear()
            if attempt:
                raise
        else:
            return connection, functools.partial(warm.end, number), warm.folder
    raise AssertionError("unreachable")


def get_ready() -> None:
    """Start what the processes of submissions are forked from, before the first is asked for."""
    if hasattr(os, "fork"):
        _warm_process(os.getpid(), records=False)


@functools.cache
def _warm_process(_: int, records: bool) -> WarmProcess:
    """The warm process of this process, which may itself be a fork of another grader."""
    warm = WarmProcess(records)
    atexit.register(warm.close)
    return warm


def _start_from_cold(_: bool) -> tuple[socket.socket, Callable[[], int], Path | None]:
    from autograder.grading.worker import serve

    ours, theirs = socket.socketpair()
    with theirs:
        process = multiprocessing.get_context("spawn").Process(target=serve, args=(theirs,), daemon=True)
        process.start()

    def kill() -> int:
        process.kill()
        process.join()
        return 0 if (process.exitcode or 0) >= 0 else signal.SIGKILL

    return ours, kill, None


def _make_scratch(folder: Path | None) -> Path:
    with contextlib.suppress(OSError):  # a submission may have deleted the folder
        return Path(tempfile.mkdtemp(prefix="submission-", dir=folder))
    return Path(tempfile.mkdtemp(prefix="submission-"))


def _remove(folder: Path) -> None:
    """Delete a folder, also one whose permissions were taken away."""

    def open_up(_: Any, path: str, __: Any) -> None:
        parent = Path(path).parent
        parent.chmod(stat.S_IRWXU)
        if Path(path).is_dir() and not Path(path).is_symlink():
            Path(path).chmod(stat.S_IRWXU)
            shutil.rmtree(path, ignore_errors=True)
        else:
            Path(path).unlink(missing_ok=True)

    try:
        if sys.version_info >= (3, 12):
            shutil.rmtree(folder, onexc=open_up)
        else:
            shutil.rmtree(folder, onerror=open_up)
    except OSError:
        shutil.rmtree(folder, ignore_errors=True)
