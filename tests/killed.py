"""Processes that write to a gradebook and end when a test wants them to."""

import os
import signal
from collections.abc import Callable
from multiprocessing import get_context
from multiprocessing.context import ForkServerContext, ForkServerProcess
from pathlib import Path
from typing import Any

from class_of import book_of
from sqlalchemy import event
from sqlalchemy.engine import Engine


def forkserver() -> ForkServerContext:
    """Processes that start fast, and share nothing with this one."""
    context = get_context("forkserver")
    context.set_forkserver_preload(["autograder.authoring.build", "autograder.gradebook.record"])
    return context


def start(function: Callable[..., None], *arguments: Any) -> ForkServerProcess:
    """A process that does this."""
    process = forkserver().Process(target=function, args=arguments)
    process.start()
    return process


def record_to_do(root: Path, lines: list[dict[str, Any]], url: str = "") -> None:
    """What a grading run does: record what is not recorded yet."""
    by_path = {Path(line["notebook"]): line for line in lines}
    with book_of(root, url) as book:
        for path in book.to_do(by_path):
            book.record(by_path[path])


def killed_at(moment: int, counted: Path, *arguments: Any) -> None:
    """Do `record_to_do`, but be killed at this moment: statements, commits and renamed files count, from 1."""
    passed = 0

    def another(*_: Any, **__: Any) -> None:
        nonlocal passed
        passed += 1
        if passed == moment:
            os.kill(os.getpid(), signal.SIGKILL)

    replace = Path.replace

    def counted_replace(path: Path, target: Path) -> Path:
        another()
        done = replace(path, target)
        another()
        return done

    Path.replace = counted_replace  # type: ignore[method-assign]
    for name in ("before_cursor_execute", "after_cursor_execute", "commit"):
        event.listen(Engine, name, another)
    record_to_do(*arguments)
    counted.write_text(str(passed))
