"""The learner's side of a submission's process.

The process runs the cells and calls that the grader sends, and answers with plain data. The
grader ends it; it is not trusted to end. `python -m autograder.grading.worker FD FOLDER [records]` is the warm process.
"""

from __future__ import annotations

import gc
import os
import shutil
import socket
import sys
from pathlib import Path
from typing import Any

import ipywidgets  # noqa: F401  loaded here, so that no submission has to
import matplotlib.pyplot
import matplotlib_inline.backend_inline  # noqa: F401

from autograder.calling import describe_error, perform, used_names
from autograder.grading import locks, namespaces
from autograder.grading.as_a_kernel import Alarm, read_files, settle_in
from autograder.grading.channel import ASK, CALL, CELL, NUMBER, QUESTION, REPLY, USES, Channel, Gone
from autograder.grading.forking import fork_on_request
from autograder.grading.quiet_shell import QuietShell, become_a_notebook, open_shell, run_cell
from autograder.grading.recording import record, rehearse
from autograder.grading.strength import LANDLOCK, LIMITS, NAMESPACES, strongest
from autograder.grading.visible import modules
from autograder.plain import NotPlain, pack, unpack

_MAX_NAMES = 10_000
_LOCKS = LIMITS  # what this system allows: the warm process tries once


def serve(connection: socket.socket) -> None:
    """Be the process of one submission. Does not return."""
    try:
        _answer_all(*_lock_in(connection))
    except Gone:
        os._exit(0)
    finally:
        os._exit(70)


def _lock_in(connection: socket.socket) -> tuple[Channel, QuietShell]:
    """Give up all that a submission does not need, and report that it may begin."""
    locks.leave_session()
    channel = Channel(connection)
    _, body = channel.receive()
    settings = unpack(body[QUESTION:])
    locks.keep_only(connection.fileno())
    kernel = settings.get("kernel")
    files = read_files(kernel["folder"], kernel["files"]) if kernel else {}
    scratch, hidden = Path(settings["scratch"]), settings["hidden"]
    if _LOCKS == NAMESPACES:
        namespaces.enter(scratch, settings["memory"], connection.fileno(), hidden)
    locks.move_to(scratch)
    locks.limit(settings["memory"], settings["cpu_seconds"])
    if _LOCKS == LANDLOCK:
        locks.fence_in(scratch, hidden)
    locks.refuse_imports(modules(hidden))
    shell = open_shell()
    if not settings["records"]:
        matplotlib.use("agg")
    elif not shell.recorder:
        record(shell)
    become_a_notebook()
    if kernel:
        settle_in(files, kernel["environment"])
        shell.alarm = Alarm(kernel["seconds"])
    channel.send(REPLY, body[:QUESTION])
    return channel, shell


def _answer_all(channel: Channel, shell: QuietShell) -> None:
    process = os.getpid()
    with shell.builtin_trap:
        while True:
            kind, body = channel.receive()
            try:
                reply = _answer(channel, shell, kind, body[QUESTION:])
            except Gone:
                raise
            except BaseException as error:  # the learner's KeyboardInterrupt, or an error in a hostile object
                reply = pack({"raised": describe_error(error, shell.user_ns), "changed": [], "printed": ""})
            if os.getpid() != process:  # the learner's code forked, and both came back
                return
            channel.send(REPLY, body[:QUESTION] + reply)


def _answer(channel: Channel, shell: QuietShell, kind: bytes, body: bytes) -> bytes:
    namespace: dict[str, Any] = shell.user_ns
    if kind == CELL:
        with shell.alarm as alarm:
            error = run_cell(shell, body.decode())
        reply: dict[str, Any] = {"error": error, "names": _callables(namespace)}
        if shell.recorder:
            reply |= {"outputs": shell.recorder.taken(), "count": shell.execution_count - 1, "late": alarm.rang}
        return pack(reply)
    if kind == USES:
        return pack(used_names(namespace, body.decode()))
    if kind == CALL:
        return perform(namespace, body, lambda number, data: _ask(channel, number, data))
    raise NotPlain("a question of another form")


def _ask(channel: Channel, number: int, data: bytes) -> bytes:
    """Call a function of the test."""
    channel.send(ASK, NUMBER.pack(number) + data)
    _, reply = channel.receive()
    return reply


def _callables(namespace: dict[str, Any]) -> list[str]:
    names = [name for name, value in list(namespace.items()) if type(name) is str and callable(value)]
    return names[:_MAX_NAMES]


if __name__ == "__main__":
    warm_shell = open_shell()
    if sys.argv[3:] == ["records"]:
        rehearse(record(warm_shell))
    _LOCKS = strongest(Path(sys.argv[2])).kind
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000)  # figures are full of cycles, and to look for them takes longer than to leave them
    fork_on_request(socket.socket(fileno=int(sys.argv[1])), serve)
    shutil.rmtree(sys.argv[2], ignore_errors=True)  # the grader may have been killed
