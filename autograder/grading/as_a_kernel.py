"""In a submission's process: what a kernel gives to the cells of any course, and a lesson does not need."""

from __future__ import annotations

import os
import signal
import sys
import types
from collections.abc import Mapping
from pathlib import Path
from typing import Any

Files = dict[str, bytes]


def read_files(folder: str, names: list[str]) -> Files:
    """The files that lie beside a notebook, read before the process is locked in."""
    return {name: Path(folder, name).read_bytes() for name in names}


def settle_in(files: Files, environment: Mapping[str, str]) -> None:
    """Put the files where the cells will run, and let them import what lies there."""
    for name, content in files.items():
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).write_bytes(content)
    os.environ.update(environment)
    sys.path.insert(0, "")


class Alarm:
    """Interrupts a cell when its time is over, as nbgrader interrupts a kernel."""

    def __init__(self, seconds: float | None):
        self._seconds = seconds if hasattr(signal, "setitimer") else None
        self.rang = False

    def __enter__(self) -> Alarm:
        self.rang = False
        if self._seconds is not None:
            signal.signal(signal.SIGALRM, self._ring)
            signal.setitimer(signal.ITIMER_REAL, self._seconds)
        return self

    def __exit__(self, *_: Any) -> None:
        if self._seconds is not None:
            signal.setitimer(signal.ITIMER_REAL, 0)

    def _ring(self, _: int, __: types.FrameType | None) -> None:
        self.rang = True
        raise KeyboardInterrupt
