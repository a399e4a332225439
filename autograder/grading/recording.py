"""In a submission's process: keep what the cells show, as the outputs of a notebook.

The outputs are those of a kernel: text, results, pictures, errors, in the order in which they came.
More than fits is left out and said, so that a cell that prints without end takes no memory.
"""

from __future__ import annotations

import base64
import io
import sys
from collections.abc import Mapping
from typing import Any

from IPython.core.displayhook import DisplayHook
from IPython.core.displaypub import DisplayPublisher
from IPython.core.pylabtools import print_figure

Output = dict[str, Any]
MOST_TEXT = 100_000  # characters of one output
MOST_OUTPUTS = 50  # of one cell
MOST_OF_A_CELL = 3 * 2**20  # characters, pictures in base64 included: of any language it fits into one message
_LEFT_OUT = "\n... what follows did not fit ...\n"


class Recorder:
    """The outputs of one cell after the other."""

    def __init__(self) -> None:
        self.begin()

    def begin(self) -> None:
        """A new cell runs from now on."""
        self._outputs: list[Output] = []
        self._room = MOST_OF_A_CELL
        self._is_full = False
        self._clears_next = False

    def taken(self) -> list[Output]:
        """The outputs of this cell, without the names that later ones knew them by."""
        return [{key: value for key, value in output.items() if key != "display_id"} for output in self._outputs]

    def write(self, name: str, text: str) -> None:
        """Text that was written to "stdout" or "stderr"."""
        last = self._outputs[-1] if self._outputs and not self._clears_next else {}
        if last.get("output_type") == "stream" and last["name"] == name:
            if len(last["text"]) < MOST_TEXT:
                last["text"] += self._fitting(text, MOST_TEXT - len(last["text"]))
        elif text:
            self._add({"output_type": "stream", "name": name, "text": self._fitting(text, MOST_TEXT)})

    def show(self, kind: str, data: Mapping[str, Any], metadata: Any, **facts: Any) -> None:
        """A "display_data" or "execute_result"."""
        sendable = {_text(mime): _data(value) for mime, value in data.items()}
        self._add({"output_type": kind, "data": sendable, "metadata": _json(metadata or {}), **facts})

    def update(self, display_id: str, data: Mapping[str, Any], metadata: Any) -> None:
        """Change what was shown under this name in this cell."""
        for output in self._outputs:
            if output.get("display_id") == display_id:
                output["data"] = {_text(mime): _data(value) for mime, value in data.items()}
                output["metadata"] = _json(metadata or {})

    def error(self, kind: type, error: BaseException, traceback: list[str]) -> None:
        """An exception that ended the cell."""
        try:
            message = _text(str(error))[:MOST_TEXT]
        except Exception:  # of the learner's `__str__`
            message = ""
        lines = [_text(line)[:MOST_TEXT] for line in traceback[:MOST_OUTPUTS]]
        self._add({"output_type": "error", "ename": _text(kind.__name__), "evalue": message, "traceback": lines})

    def clear(self, wait: bool) -> None:
        """Forget what was shown, now or when something else is shown."""
        if wait:
            self._clears_next = True
        else:
            self.begin()

    def _add(self, output: Output) -> None:
        if self._clears_next:
            self.begin()
        size = sum(len(str(value)) for value in output.get("data", {}).values()) + len(output.get("text", ""))
        if self._is_full or len(self._outputs) >= MOST_OUTPUTS or size > self._room:
            if not self._is_full:
                self._is_full = True
                self._outputs.append({"output_type": "stream", "name": "stdout", "text": _LEFT_OUT})
            if not self._decides(output):
                return
            if "data" in output:
                output["data"] = {"text/plain": str(output["data"].get("text/plain", ""))[:MOST_TEXT]}
        self._room -= size
        self._outputs.append(output)

    def _decides(self, output: Output) -> bool:
        """Whether nbgrader's points may hang on it: what failed, what was complained of first, and the result."""
        kind, name = output["output_type"], output.get("name")
        first = all(other.get("name") != "stderr" for other in self._outputs)
        return kind in ("error", "execute_result") or (name == "stderr" and first)

    def _fitting(self, text: str, room: int) -> str:
        return _text(text) if len(text) <= room else _text(text[:room]) + _LEFT_OUT


class Stream(io.TextIOBase):
    """Stands in for `sys.stdout` or `sys.stderr`."""

    encoding = "utf-8"

    def __init__(self, recorder: Recorder, name: str):
        self._recorder = recorder
        self.name = f"<{name}>"
        self._of = name

    def writable(self) -> bool:
        return True

    def write(self, text: str) -> int:
        if not isinstance(text, str):
            raise TypeError(f"write() argument must be str, not {type(text).__name__}")
        self._recorder.write(self._of, text)
        return len(text)


class _Publisher(DisplayPublisher):
    """Records what `display` shows."""

    recorder: Recorder

    def publish(
        self,
        data: Mapping[str, Any],
        metadata: Any = None,
        *_: Any,
        transient: Any = None,
        update: bool = False,
        **__: Any,
    ) -> None:
        display_id: Any = (transient or {}).get("display_id")
        if update:
            self.recorder.update(display_id, data, metadata)
        else:
            named = {"display_id": display_id} if display_id else {}
            self.recorder.show("display_data", data, metadata, **named)

    def clear_output(self, wait: bool = False) -> None:
        self.recorder.clear(wait)


class _ResultHook(DisplayHook):
    """Records the value with which a cell ends."""

    recorder: Recorder

    def write_output_prompt(self) -> None:
        """A notebook shows the number beside the cell."""

    def write_format_data(self, format_dict: Mapping[str, Any], md_dict: Any = None) -> None:
        self.recorder.show("execute_result", format_dict, md_dict, execution_count=self.prompt_count)

    def finish_displayhook(self) -> None:
        self._is_active = False


def record(shell: Any) -> Any:
    """Let everything that cells of this shell show go to a recorder, figures included; the same shell."""
    recorder = Recorder()
    sys.stdout, sys.stderr = Stream(recorder, "stdout"), Stream(recorder, "stderr")
    shell.display_pub = _Publisher(shell=shell, parent=shell)
    shell.displayhook = _ResultHook(shell=shell, parent=shell, cache_size=shell.cache_size)
    shell.display_trap.hook = shell.displayhook
    shell.display_pub.recorder = shell.displayhook.recorder = shell.recorder = recorder
    shell.enable_matplotlib("inline")
    sys.modules["matplotlib.pyplot"].uninstall_repl_displayhook()  # it would draw each figure a first time, for nobody
    return shell


def rehearse(shell: Any) -> None:
    """Draw and fail once, because the first time takes longer."""
    from matplotlib.figure import Figure

    figure = Figure()
    figure.subplots().plot([0, 1])
    print_figure(figure)
    try:
        raise ZeroDivisionError
    except ZeroDivisionError:
        shell.InteractiveTB.structured_traceback(*sys.exc_info())


def _data(value: Any) -> Any:
    """What is shown in one form: text, bytes as base64, or data of JSON."""
    if isinstance(value, bytes):
        return base64.b64encode(value).decode()
    return _text(value) if isinstance(value, str) else _json(value)


def _json(value: Any) -> Any:
    """A copy made of what JSON has; other things as their text."""
    if isinstance(value, dict):
        return {_text(str(key)): _json(inner) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [_json(inner) for inner in value]
    return value if value is None or type(value) in (bool, int, float) else _text(str(value))


def _text(text: str) -> str:
    """A text that UTF-8 can carry."""
    return str(text).encode("utf-8", "replace").decode()
