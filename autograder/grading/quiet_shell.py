"""IPython with nobody in front of it: cells run, magics work, nothing is drawn, asked or shown."""

from __future__ import annotations

import builtins
import sys
import types
from typing import Any

from IPython.core.interactiveshell import InteractiveShell
from matplotlib._pylab_helpers import Gcf
from traitlets.config import Config

from autograder.calling import describe_error


class QuietShell(InteractiveShell):
    """Runs code cells as a kernel does."""

    def enable_gui(self, gui: Any = None) -> None:
        """`%gui` has no window to talk to."""

    def enable_matplotlib(self, gui: Any = None) -> tuple[None, str]:
        """`%matplotlib inline` would draw every figure."""
        return None, "agg"

    def showtraceback(self, *_: Any, **__: Any) -> None:
        """Nobody reads it, and to lay it out takes longer than the cell."""

    def showsyntaxerror(self, *_: Any, **__: Any) -> None:
        """As `showtraceback`."""

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


def open_shell() -> InteractiveShell:
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


def run_cell(shell: InteractiveShell, source: str) -> dict[str, Any] | None:
    """Run one cell; its error as plain data, or None."""
    result = shell.run_cell(source)
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
