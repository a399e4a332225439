"""Run a command and measure what it and everything that it starts takes."""

from __future__ import annotations

import contextlib
import os
import subprocess
import threading
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import psutil

_BETWEEN_LOOKS = 0.25  # seconds: looking more often slows down what is measured


@dataclass(frozen=True)
class Cost:
    """What a command took: seconds on the clock, seconds of all processors, and bytes of memory at its peak."""

    seconds: float
    cpu: float
    memory: int
    returned: int
    output: str

    def each(self, count: int) -> tuple[float, float]:
        """Seconds and processor seconds for each of so many."""
        return self.seconds / count, self.cpu / count


def run(command: Sequence[str], folder: Path, environment: Mapping[str, str] | None = None) -> Cost:
    """Run a command to its end. Its processes' memory counts shared pages in parts (PSS)."""
    before, began = _cpu(), time.perf_counter()
    surroundings = {**os.environ, **(environment or {})}
    with subprocess.Popen(
        command, cwd=folder, env=surroundings, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    ) as process:
        watcher = _Watcher(process.pid)
        watcher.start()
        output, _ = process.communicate()
        seconds = time.perf_counter() - began
        watcher.ended.set()
        watcher.join()
    return Cost(seconds, _cpu() - before, watcher.peak, process.returncode, output)


class _Watcher(threading.Thread):
    """Looks at a process and its descendants, again and again."""

    def __init__(self, number: int):
        super().__init__(daemon=True)
        self.ended = threading.Event()
        self.peak = 0
        self._number = number

    def run(self) -> None:
        while not self.ended.wait(_BETWEEN_LOOKS):
            self.peak = max(self.peak, self._memory())

    def _memory(self) -> int:
        total = 0
        with contextlib.suppress(psutil.Error):
            first = psutil.Process(self._number)
            for process in [first, *first.children(recursive=True)]:
                with contextlib.suppress(psutil.Error):
                    total += process.memory_full_info().pss
        return total


def _cpu() -> float:
    """Seconds that this machine's processors have worked, for whomever: what is locked in ends in nobody's account."""
    times = psutil.cpu_times()
    return float(times.user + times.system + sum(getattr(times, name, 0.0) for name in ("nice", "irq", "softirq")))
