"""What a learner's process may not do.

Each lock is used where the system has it.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Collection, Sequence
from importlib.abc import MetaPathFinder
from pathlib import Path
from types import ModuleType

from autograder.grading import landlock, seccomp, system
from autograder.grading.visible import partly_visible, visible

_MAX_FILE = 64 * 2**20
_MAX_OPEN_FILES = 256


def leave_session() -> None:
    """Become a process group of one's own, so that all that is started here can be ended together."""
    if hasattr(os, "setsid"):
        os.setsid()


def keep_only(connection: int) -> None:
    """Close every file but the connection; standard input and output lead nowhere."""
    nowhere = os.open(os.devnull, os.O_RDWR)
    for standard in range(3):
        os.dup2(nowhere, standard)
    if os.name == "posix":
        os.closerange(3, connection)
        os.closerange(connection + 1, os.sysconf("SC_OPEN_MAX"))


def limit(memory: int, cpu_seconds: int) -> None:
    """Limit memory, processor time, the size of files and their number; no core dumps."""
    if sys.platform == "win32":
        return
    import resource

    for kind, most in [
        (resource.RLIMIT_AS, memory),
        (resource.RLIMIT_CPU, cpu_seconds),
        (resource.RLIMIT_FSIZE, _MAX_FILE),
        (resource.RLIMIT_NOFILE, _MAX_OPEN_FILES),
        (resource.RLIMIT_CORE, 0),
    ]:
        _, highest = resource.getrlimit(kind)
        allowed = most if highest == resource.RLIM_INFINITY else min(most, highest)
        try:
            resource.setrlimit(kind, (allowed, allowed))
        except (ValueError, OSError):  # macOS knows RLIMIT_AS and refuses to set it
            continue


def move_to(scratch: Path) -> None:
    """Make the scratch folder the place where this process works."""
    os.chdir(scratch)
    os.environ.update(dict.fromkeys(["HOME", "USERPROFILE", "TMPDIR", "TEMP", "TMP"], str(scratch)))
    tempfile.tempdir = None


def fence_in(scratch: Path, hidden: Collection[str]) -> None:
    """What can be done where there are no namespaces: no other files, no network, no other processes."""
    system.end_with_parent()
    system.drop_rights()
    landlock.restrict(visible(hidden), partly_visible(hidden), [str(scratch), os.devnull])
    seccomp.restrict()


def refuse_imports(names: Collection[str]) -> None:
    """Let these modules and what is in them not be imported: all that can be done where files cannot be hidden."""
    sys.meta_path.insert(0, _Refusing(names))


class _Refusing(MetaPathFinder):
    def __init__(self, names: Collection[str]):
        self._names = names

    def find_spec(self, name: str, path: Sequence[str] | None, target: ModuleType | None = None) -> None:
        if any(name == hidden or name.startswith(f"{hidden}.") for hidden in self._names):
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)
