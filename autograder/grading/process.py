"""A handed-in notebook whose cells run in a process of their own.

Everything the process does has a deadline, kept from here: one that is late or has ended is
killed with all that it started, never interrupted, because its code could catch that. A fresh
process then takes over without what was to blame, so that right answers elsewhere in the
notebook are still paid.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from types import TracebackType
from typing import Any, TypeVar

from autograder.calling import MAX_TEXT
from autograder.grading.callbacks import Callbacks
from autograder.grading.channel import CALL, CELL, USES, Gone, Late, Unasked
from autograder.grading.confined import Confined
from autograder.plain import NotPlain, unpack
from autograder.work import Answer, Serve, Stopped, Work, read_answer

Reply = TypeVar("Reply")
_MAX_CELLS_LEFT_OUT = 3


@dataclass(frozen=True)
class Limits:
    """What a submission may use, in seconds and bytes."""

    cells: float = 60.0  # all cells together; all calls together have twice as much
    call: float = 5.0
    memory: int = 2 * 2**30


@dataclass(frozen=True)
class CellError:
    """A code cell that did not end well; `cell` counts from 1, as `In [1]` does when all cells are run."""

    cell: int
    problem: str  # continues "Code cell 1 "

    def __str__(self) -> str:
        return f"Code cell {self.cell} {self.problem}"


class ProcessWork(Work):
    """The functions that a notebook's cells define, in a process of their own.

    `hidden` are paths below course/ that are not for this lesson, such as "pieces/layers.py".
    With `records`, what the cells show is kept as it was sent: `outputs`, by the number of the cell.
    """

    def __init__(
        self,
        cells: Sequence[str],
        limits: Limits | None = None,
        hidden: Sequence[str] = (),
        records: bool = False,
    ):
        self.outputs: dict[int, Any] = {}
        self._records = records
        self._cells = cells
        self._limits = limits or Limits()
        self._hidden = hidden
        self._process: Confined | None = None
        self._names: set[str] = set()
        self._errors: dict[int, str] = {}
        self._left_out: dict[int, str] = {}
        self._stand_ins: frozenset[str] = frozenset()
        self._stopped: dict[tuple[str, frozenset[str]], str] = {}
        self._seconds_left = 2 * self._limits.cells
        self._a_call = self._limits.call

    def __enter__(self) -> ProcessWork:
        self._run_cells()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self._end()

    @property
    def errors(self) -> tuple[CellError, ...]:
        """The cells that raised an error or were left out, in order."""
        return tuple(CellError(*error) for error in sorted((self._errors | self._left_out).items()))

    @property
    def left_out(self) -> frozenset[int]:
        """The cells that ended the process, or took too long."""
        return frozenset(self._left_out)

    def has(self, name: str) -> bool:
        return name in self._names

    def uses(self, name: str) -> set[str]:
        try:
            return self._ask(USES, name.encode(), _names)
        except Stopped:
            return set()

    def call(
        self,
        name: str,
        args: tuple[Any, ...] = (),
        kwargs: Mapping[str, Any] | None = None,
        stand_ins: Mapping[str, Callable[..., Any]] | None = None,
        seconds: float | None = None,
    ) -> Answer:
        self._a_call = max(self._limits.call, seconds or 0.0)
        standing_in = frozenset(stand_ins or ())
        if not self._stand_ins <= standing_in:
            # Stand-ins are right answers: a process that has seen them must not answer without them.
            self._end()
        self._stand_ins = standing_in
        if (name, standing_in) not in self._stopped:
            answer = super().call(name, args, kwargs, stand_ins)
            if not answer.stopped:
                return answer
            self._stopped[name, standing_in] = answer.stopped
        return Answer(stopped=self._stopped[name, standing_in])

    def answer(self, request: bytes, serve: Serve) -> Answer:
        return self._ask(CALL, request, read_answer, serve)

    def _ask(self, kind: bytes, body: bytes, read: Callable[[bytes], Reply], serve: Serve | None = None) -> Reply:
        """What `read` makes of the reply. A process that sends anything else is ended. Raises `Stopped`."""
        began = time.monotonic()
        try:
            try:
                return self._converse(kind, body, read, serve)
            except Unasked:  # a function that was called before may be to blame
                self._end()
                return self._converse(kind, body, read, serve)
        except (Late, Gone, NotPlain) as problem:
            ended = self._end()
            if isinstance(problem, Late):
                ended = f"did not finish within {self._a_call:g} s"
            elif isinstance(problem, Unasked):
                ended = "sent answers that nobody asked for"
            raise Stopped(f"sent {problem}" if isinstance(problem, NotPlain) else ended) from None
        finally:
            self._seconds_left -= time.monotonic() - began

    def _converse(self, kind: bytes, body: bytes, read: Callable[[bytes], Reply], serve: Serve | None) -> Reply:
        if self._seconds_left > 0 and self._process is None:
            self._run_cells()
        if self._seconds_left <= 0 or self._process is None:
            raise Stopped("was not called any more: what came before it used up the notebook's time")
        deadline = time.monotonic() + self._a_call
        if serve is None:
            return read(self._process.converse(kind, body, deadline))
        with Callbacks(serve, deadline) as callbacks:
            return read(self._process.converse(kind, body, deadline, callbacks))

    def _run_cells(self) -> None:
        """Run the cells in a fresh process, and again without a cell that stops it."""
        while self._process is None and len(self._left_out) <= _MAX_CELLS_LEFT_OUT:
            cpu_seconds = int(3 * self._limits.cells) + 10
            self._process = Confined(self._limits.memory, cpu_seconds, self._hidden, self._records)
            self._errors, self._names = {}, set()
            to_blame = self._first_bad_cell(self._process)
            if to_blame is not None:
                cell, late = to_blame
                ended = self._end()
                if late:
                    ended = f"took too long (all cells together have {self._limits.cells:g} s)"
                self._left_out[cell] = f"{ended} and was left out"

    def _first_bad_cell(self, process: Confined) -> tuple[int, bool] | None:
        """Run the cells; the one that ends the process, or the slowest (and True) when time is up."""
        took = {}
        began = time.monotonic()
        deadline = began + self._limits.cells
        for cell, source in enumerate(self._cells, 1):
            if cell in self._left_out:
                continue
            try:
                reply = unpack(process.converse(CELL, source.encode(errors="replace"), deadline))
                problem, self._names = _after_cell(reply)
                if self._records:
                    self.outputs.setdefault(cell, reply.get("outputs"))
            except Late:
                took[cell] = time.monotonic() - began
                return max(took, key=took.__getitem__), True
            except (Gone, NotPlain):
                return cell, False
            if problem:
                self._errors[cell] = problem
            took[cell], began = time.monotonic() - began, time.monotonic()
        return None

    def _end(self) -> str:
        """End the process; how it had ended by itself."""
        process, self._process = self._process, None
        return process.end() if process else ""


def _names(data: bytes) -> set[str]:
    names = unpack(data)
    if not isinstance(names, set):
        raise NotPlain("something else than names")
    return {str(name) for name in names}


def _after_cell(reply: Any) -> tuple[str, set[str]]:
    """What a cell's reply says: the problem in words, and the names that can be called."""
    try:
        error, names = reply["error"], {str(name) for name in reply["names"]}
        if not error:
            return "", names
        kind, message, lines = str(error["kinds"][0]), str(error["message"]), [str(line) for line in error["lines"]]
    except (AttributeError, KeyError, TypeError, ValueError, IndexError) as problem:
        raise NotPlain("a reply of another form") from problem
    first = " ".join(message.split("\n")[:1])
    place = f" ({lines[-1]})" if lines else ""
    return f"stopped with {kind}{': ' if first else ''}{first}{place}"[:MAX_TEXT], names
