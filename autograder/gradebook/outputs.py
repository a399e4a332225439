"""What a submission sends or hands in to be looked at, cleaned.

Nothing of it is believed: it has the form and size of outputs, or it is left out. Two ways: text and
pictures only, because markup would run in the browser of whoever grades; or all that a kernel may send.
"""

from __future__ import annotations

import contextlib
import json
import re
from collections.abc import Callable, Iterator
from typing import Any

from nbformat import NotebookNode

from autograder.grading.recording import MOST_OUTPUTS, MOST_TEXT

Data = dict[str, Any]
_MOST_WRITTEN = MOST_TEXT + 100  # and the note that more did not fit
_MOST_KEPT = 2 * MOST_OUTPUTS  # what decides points may come after what did not fit
_MOST_PICTURE = 2**21
_PICTURES = ("image/png", "image/jpeg")
_BASE64 = re.compile(r"[A-Za-z0-9+/=\s]*")


def text_and_pictures(outputs: Any) -> list[NotebookNode]:
    """Outputs that can do nothing; a result is shown as any other."""
    kept = _outputs(outputs, _text_and_pictures)
    for output in kept:
        if output.output_type == "execute_result":
            output.output_type = "display_data"
            del output["execution_count"]
    return kept


def as_a_kernel_sends(outputs: Any) -> list[NotebookNode]:
    """Outputs as they are, in a form that nbformat accepts."""
    return _outputs(outputs, _all_data)


def pictures(data: Any) -> dict[str, str]:
    """The pictures in a bundle of data, or in an attachment."""
    found = {kind: _joined(data.get(kind)) for kind in _PICTURES} if isinstance(data, dict) else {}
    return {
        kind: picture
        for kind, picture in found.items()
        if 0 < len(picture) <= _MOST_PICTURE and _BASE64.fullmatch(picture)
    }


def text(value: Any) -> str:
    """A text, in one piece or in lines, that can be written to a file and that a browser can show."""
    return _joined(value)[:_MOST_WRITTEN].encode("utf-8", "replace").decode()


def shown(data: Data) -> NotebookNode:
    """Something to look at."""
    return NotebookNode(output_type="display_data", data=NotebookNode(data), metadata=NotebookNode())


def _outputs(outputs: Any, clean: Callable[[Any], Data]) -> list[NotebookNode]:
    return [
        kept for output in _as_list(outputs)[:_MOST_KEPT] if isinstance(output, dict) for kept in _output(output, clean)
    ]


def _output(output: Data, clean: Callable[[Any], Data]) -> Iterator[NotebookNode]:
    kind = output.get("output_type")
    if kind == "stream":
        name = "stderr" if output.get("name") == "stderr" else "stdout"
        yield NotebookNode(output_type="stream", name=name, text=text(output.get("text")))
    elif kind == "error":
        lines = [text(line) for line in _as_list(output.get("traceback"))[:_MOST_KEPT]]
        name, value = text(output.get("ename")), text(output.get("evalue"))
        yield NotebookNode(output_type="error", ename=name, evalue=value, traceback=lines)
    elif kind in ("display_data", "execute_result") and (data := clean(output.get("data"))):
        new = shown(data)
        if kind == "execute_result":
            count = output.get("execution_count")
            new.update(output_type=kind, execution_count=count if type(count) is int else None)
        yield new


def _text_and_pictures(data: Any) -> Data:
    kept: Data = pictures(data)
    if isinstance(data, dict) and "text/plain" in data:
        kept["text/plain"] = text(data["text/plain"])
    return kept


def _all_data(data: Any) -> Data:
    """Every form that a bundle has; JSON where it says so, else text."""
    kept: Data = {}
    for kind, value in data.items() if isinstance(data, dict) else ():
        if not isinstance(kind, str):
            continue
        if kind == "text/plain":
            kept[kind] = text(value)
        elif kind.endswith("json"):
            with contextlib.suppress(TypeError, ValueError, RecursionError):
                kept[text(kind)] = json.loads(json.dumps(value))
        elif 0 < len(_joined(value)) <= _MOST_PICTURE:
            kept[text(kind)] = _joined(value)
    return kept


def _as_list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []


def _joined(value: Any) -> str:
    lines = value if isinstance(value, list) else [value]
    return "".join(line for line in lines if isinstance(line, str))
