"""The learner's side of a submission's process.

The process runs the cells and calls that the grader sends, and answers with plain data. The
grader ends it; it is not trusted to end. `python -m autograder.grading.worker FD FOLDER` is the warm process.
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
from IPython.core.interactiveshell import InteractiveShell

from autograder.calling import describe_error, perform, used_names
from autograder.grading import locks, namespaces
from autograder.grading.channel import ASK, CALL, CELL, NUMBER, QUESTION, REPLY, USES, Channel, Gone
from autograder.grading.forking import fork_on_request
from autograder.grading.quiet_shell import become_a_notebook, open_shell, run_cell
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


def _lock_in(connection: socket.socket) -> tuple[Channel, InteractiveShell]:
    """Give up all that a submission does not need, and report that it may begin."""
    locks.leave_session()
    channel = Channel(connection)
    _, body = channel.receive()
    settings = unpack(body[QUESTION:])
    locks.keep_only(connection.fileno())
    scratch, hidden = Path(settings["scratch"]), settings["hidden"]
    if _LOCKS == NAMESPACES:
        namespaces.enter(scratch, settings["memory"], connection.fileno(), hidden)
    locks.move_to(scratch)
    locks.limit(settings["memory"], settings["cpu_seconds"])
    if _LOCKS == LANDLOCK:
        locks.fence_in(scratch, hidden)
    locks.refuse_imports(modules(hidden))
    matplotlib.use("agg")
    shell = open_shell()
    become_a_notebook()
    channel.send(REPLY, body[:QUESTION])
    return channel, shell


def _answer_all(channel: Channel, shell: InteractiveShell) -> None:
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


def _answer(channel: Channel, shell: InteractiveShell, kind: bytes, body: bytes) -> bytes:
    namespace: dict[str, Any] = shell.user_ns
    if kind == CELL:
        return pack({"error": run_cell(shell, body.decode()), "names": _callables(namespace)})
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
    open_shell()
    _LOCKS = strongest(Path(sys.argv[2])).kind
    gc.collect()
    gc.freeze()
    fork_on_request(socket.socket(fileno=int(sys.argv[1])), serve)
    shutil.rmtree(sys.argv[2], ignore_errors=True)  # the grader may have been killed
