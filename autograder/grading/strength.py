"""Which locks this system has: the strongest that it allows, and what is said about them."""

from __future__ import annotations

import os
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from autograder.grading import landlock, locks, namespaces, seccomp, system

NAMESPACES, LANDLOCK, LIMITS = "namespaces", "landlock", "limits"
VARIABLE = "AUTOGRADER_LOCKS"  # asks for weaker locks than there are, so that tests can try them on any system
_ON = {
    NAMESPACES: "own namespaces (files, processes, network), no new privileges, "
    "limits on memory, CPU, processes, files, disk",
    LANDLOCK: "Landlock (files), a filter of system calls (network, processes, signals), no new privileges, "
    "limits on memory, CPU, file size",
}
_LIMITS = {"linux": "limits on memory, CPU, file size", "win32": "deadlines"}
_WITHOUT = {
    LANDLOCK: "A submission could fill the disk.",
    LIMITS: "A submission could read and change what you can, and use the network.",
}
_TO_DO = (
    "Grade on Linux, as root or as a user who may make namespaces (in a container, its seccomp profile has to allow "
    "`unshare` and `mount`), or without --require-locks."
)


@dataclass(frozen=True)
class Locks:
    """The kind of locks, and why they are not stronger."""

    kind: str
    missing: str = ""

    def __str__(self) -> str:
        on = _ON.get(self.kind) or _LIMITS.get(sys.platform, "limits on CPU and file size")
        if not self.missing:
            return f"Locks: {on}."
        return f"Locks: {on}. Missing: own namespaces ({self.missing}). {_WITHOUT[self.kind]}"

    @property
    def refusal(self) -> str:
        """Why nothing is graded where all locks are required; "" when all are on."""
        return self.missing and f"Nothing was graded: not all locks are on ({self.missing}). {_TO_DO}"


def strongest(scratch: Path) -> Locks:
    """The locks that processes started here get; tried with an empty folder."""
    asked = os.environ.get(VARIABLE, NAMESPACES)
    missing = namespaces.refusal(scratch) if asked == NAMESPACES else f"{VARIABLE} asks for less"
    if not missing:
        return Locks(NAMESPACES)
    if asked != LIMITS:
        more = landlock.refusal() or seccomp.refusal() or system.refusal(lambda: locks.fence_in(scratch, ()))
        if not more:
            return Locks(LANDLOCK, missing)
        missing += f"; {more}"
    return Locks(LIMITS, missing)


def here() -> Locks:
    """The locks of this system."""
    with tempfile.TemporaryDirectory() as folder:
        return strongest(Path(folder))
