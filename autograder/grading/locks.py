"""What a learner's process may not do.

Each lock is used where the system has it.
"""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

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
