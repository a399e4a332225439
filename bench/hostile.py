"""The hostile bank of tests/hostile, handed in to `nbgrader autograde` as it comes, to ours, and to `grade`."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from hostile_bank import HOSTILE, MAXIMA, Hostile, code, right

from bench import classes
from bench.hostile_room import Room, Through
from bench.tables import Table

_COLUMNS = (
    "",
    "attacks",
    "points not earned",
    "harm to others",
    "secrets read, or traces left",
    "right answers lost",
    "got through",
)


_HARMLESS = Through(unearned=False, harm=False, traces=False, lost=False)
_HONEST = Hostile("honest", {"earns": " ".join(MAXIMA)}, [code(right(name)) for name in MAXIMA], "")


_WAYS = (
    ("`nbgrader autograde`", Room.graded_by_nbgrader),
    ("`nbgrader autograde` with our execute step", Room.graded_in_our_step),
    ("`python -m autograder grade`", Room.graded_by_us),
)


def compare(names: Sequence[str] = ()) -> Table:
    """How many of the attacks get through; all of them without `names`. Raises `RuntimeError` without bubblewrap."""
    if shutil.which("bwrap") is None:
        raise RuntimeError("The hostile bank runs in bubblewrap, which is not installed: apt-get install bubblewrap")
    attacks = [HOSTILE[name] for name in names or HOSTILE]
    table = Table("hostile", f"What the {len(attacks)} hostile submissions get", _COLUMNS)
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder, ThreadPoolExecutor(2) as pool:
        template = classes.class_of(0, Path(folder, "template"))
        for way, (name, graded) in enumerate(_WAYS):
            honest, *rooms = [
                Room(Path(folder, str(way), str(number)), one, template)
                for number, one in enumerate([_HONEST, *attacks])
            ]
            if graded(honest) != _HARMLESS:
                raise RuntimeError(f"{name} fails for an honest class already:\n{honest.said()}")
            table.rows.append(_row(name, list(pool.map(graded, rooms))))
    return table


def _row(name: str, found: Sequence[Through]) -> list[str]:
    counts = [sum(getattr(one, kind) for one in found) for kind in ("unearned", "harm", "traces", "lost")]
    return [name, *map(str, [len(found), *counts, sum(one.any() for one in found)])]
