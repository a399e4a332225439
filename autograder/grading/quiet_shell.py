"""IPython with nobody in front of it: cells run, magics work, nothing is asked.

Nothing is drawn or shown either, unless somebody will look at it: then a recorder keeps it.
"""

from __future__ import annotations

import builtins
import contextlib
import subprocess
import sys
import types
from collections.abc import Iterator
from typing import Any

from IPython.core.interactiveshell import InteractiveShell
from matplotlib._pylab_helpers import Gcf
from traitlets.config import Config

from autograder.calling import describe_error
from autograder.grading.as_a_kernel import Alarm
from autograder.grading.recording import Recorder


class QuietShell(InteractiveShell):
    """Runs code cells as a kernel does."""

    recorder: Recorder | None = None
    alarm = Alarm(None)

    def enable_gui(self, gui: Any = None) -> None:
        """`%gui` has no window to talk to."""

    def enable_matplotlib(self, gui: Any = None) -> tuple[None, str]:
        """`%matplotlib inline` would draw every figure, and there is no window for other ways."""
        return super().enable_matplotlib("inline") if self.recorder else (None, "agg")

    def showtraceback(self, *args: Any, **options: Any) -> None:
        """To lay it out takes longer than the cell: only where somebody reads it."""
        if self.recorder:
            super().showtraceback(*args, **options)

    def showsyntaxerror(self, *args: Any, **options: Any) -> None:
        """As `showtraceback`."""
        if self.recorder:
            super().showsyntaxerror(*args, **options)

    def _showtraceback(self, etype: Any, evalue: Any, stb: list[str]) -> None:
        assert self.recorder
        self.recorder.error(etype, evalue, stb)

    def system(self, cmd: str) -> None:
        """`!command`, whose output would go where nobody looks."""
        done = subprocess.run(
            self.var_expand(cmd, depth=1),
            shell=True,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            errors="replace",
        )
        sys.stdout.write(done.stdout)
        sys.stderr.write(done.stderr)
        self.user_ns["_exit_code"] = done.returncode

    @contextlib.contextmanager
    def _tee(self, channel: str) -> Iterator[None]:
        """IPython would keep all that is printed, for a magic that nobody uses here."""
        yield

    def ask_exit(self) -> None:
        """`exit` and `quit` do not end a notebook."""


class _Quiet:
    """Stands in for `check`, `hint`, `predict` and all they give."""

    def __call__(self, *_: Any, **__: Any) -> _Quiet:
        return self

    def __getattr__(self, name: str) -> _Quiet:
        if name.startswith("_"):
            raise AttributeError(name)
        return self

    def __repr__(self) -> str:
        return ""


def open_shell() -> QuietShell:
    """The shell of this process, without a history."""
    config = Config()
    config.HistoryManager.enabled = False
    return QuietShell.instance(config=config)


def become_a_notebook() -> None:
    """Hide the grader from the code that will run here: the lesson finds a quiet `autograder`."""
    for name in [name for name in sys.modules if name.partition(".")[0] == "autograder"]:
        del sys.modules[name]
    stand_in = types.ModuleType("autograder")
    stand_in.__dict__.update(dict.fromkeys(["check", "hint", "predict"], _Quiet()))
    sys.modules["autograder"] = stand_in
    builtins.input = _no_input


def run_cell(shell: QuietShell, source: str) -> dict[str, Any] | None:
    """Run one cell; its error as plain data, or None."""
    recorder = shell.recorder
    if recorder:
        recorder.begin()
    result = shell.run_cell(source, store_history=recorder is not None)
    Gcf.destroy_all()
    error = result.error_before_exec or result.error_in_exec
    if error is None:
        return None
    described = describe_error(error, shell.user_ns)
    if isinstance(error, SyntaxError) and error.lineno:
        described["lines"] = [f"line {error.lineno}: {(error.text or '').strip()}"]
        described["message"] = error.msg
    return described


def _no_input(*_: object) -> str:
    raise RuntimeError("input() waits for somebody to type, and nobody is there while a notebook is graded")
