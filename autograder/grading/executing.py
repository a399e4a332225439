"""Run a notebook's cells in a locked process as a kernel would: every cell, one after the other, with its outputs.

What is graded then are the outputs, by tests that stand in the cells themselves. They run beside the
learner's code and can be fooled by it; the lock keeps the rest of the machine out of reach.
"""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from autograder.grading.channel import CELL, Gone, Late
from autograder.grading.confined import Confined
from autograder.plain import NotPlain, unpack

_SECONDS_TO_GIVE_IN = 3.0  # after an interrupt, before the process is killed
_MOST_PROCESSES = 4
_A_DAY = 24 * 3600
_ENDED = "The process ended here, and the cell was left out. It {}."
_NOT_RUN = "This cell was not run: cells before it ended the process too often."


@dataclass(frozen=True)
class Surroundings:
    """What the cells find where they run; `files` are copied from `folder`."""

    memory: int = 2 * 2**30
    seconds: float | None = None  # for each cell
    folder: Path | None = None
    files: tuple[str, ...] = ()
    environment: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Ran:
    """What a cell showed: not to be trusted, as all that a submission sends."""

    outputs: Any
    count: int | None = None
    is_late: bool = False


def run_cells(cells: Sequence[str], surroundings: Surroundings) -> list[Ran]:
    """What each of the cells shows; one that ends the process is left out, and a fresh one runs the others."""
    ran: dict[int, Ran] = {}
    left_out: dict[int, Ran] = {}
    for _ in range(_MOST_PROCESSES):
        process = _start(surroundings)
        try:
            to_blame = _run(process, cells, surroundings.seconds, ran, left_out)
        finally:
            ended = process.end()
        if to_blame is None:
            break
        number, is_late = to_blame
        how = f"did not stop when its {surroundings.seconds or _A_DAY:g} s were over" if is_late else ended
        left_out[number] = Ran([_error("DeadProcess", _ENDED.format(how))], is_late=is_late)
    not_run = Ran([_error("NotRun", _NOT_RUN)])
    return [left_out.get(number) or ran.get(number) or not_run for number in range(len(cells))]


def _run(
    process: Confined, cells: Sequence[str], seconds: float | None, ran: dict[int, Ran], left_out: dict[int, Ran]
) -> tuple[int, bool] | None:
    """Run the cells that are not left out; the one that ends the process, and whether it was late."""
    for number, source in enumerate(cells):
        if number in left_out:
            continue
        deadline = time.monotonic() + (_A_DAY if seconds is None else seconds + _SECONDS_TO_GIVE_IN)
        try:
            reply = unpack(process.converse(CELL, source.encode(errors="replace"), deadline))
            count, late = reply["count"], reply["late"]
            ran.setdefault(number, Ran(reply["outputs"], count if type(count) is int else None, late is True))
        except Late:
            return number, True
        except (Gone, NotPlain, KeyError, TypeError, IndexError):
            return number, False
    return None


def _start(surroundings: Surroundings) -> Confined:
    brings = {"folder": str(surroundings.folder or ""), "files": list(surroundings.files)}
    kernel = {**brings, "environment": dict(surroundings.environment), "seconds": surroundings.seconds}
    return Confined(surroundings.memory, _A_DAY, records=True, kernel=kernel)


def _error(name: str, sentence: str) -> dict[str, Any]:
    return {"output_type": "error", "ename": name, "evalue": sentence, "traceback": [f"{name}: {sentence}"]}
