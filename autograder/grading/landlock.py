"""Landlock: the part of Linux by which a process without rights gives up files, as in containers.

What it does not stop is stopped by a filter of system calls, see `seccomp.py`.
"""

from __future__ import annotations

import os
import struct
import sys
from collections.abc import Iterable
from pathlib import Path

from autograder.grading.system import call

_CREATE, _ADD, _RESTRICT = 444, 445, 446  # system calls, the same on every kind of processor
_VERSION, _BELOW = 1, 1
_ENOUGH = 3  # the first version by which a file cannot be emptied that may not be written to; Linux 6.2
_EXECUTE, _WRITE_FILE, _READ_FILE, _READ_DIR, _TRUNCATE = 1 << 0, 1 << 1, 1 << 2, 1 << 3, 1 << 14
_ALL = (1 << 15) - 1
_READ = _EXECUTE | _READ_FILE | _READ_DIR
_OF_A_FILE = _EXECUTE | _WRITE_FILE | _READ_FILE | _TRUNCATE


def refusal() -> str:
    """Why this system has no Landlock that is good enough, or ""."""
    if sys.platform != "linux":
        return "only Linux has Landlock"
    try:
        version = call("syscall", _CREATE, None, 0, _VERSION)
    except OSError as problem:
        return f"Landlock: {os.strerror(problem.errno or 0)}"
    return "" if version >= _ENOUGH else "Landlock of Linux 6.2 or newer is needed"


def restrict(readable: Iterable[str], listed: Iterable[str], writable: Iterable[str]) -> None:
    """Let this process and all that it starts use no other files. Needs `system.drop_rights` first.

    Of the folders that are `listed` it sees the names.
    """
    rules = call("syscall", _CREATE, struct.pack("Q", _ALL), 8, 0)
    for paths, rights in [(readable, _READ), (listed, _READ_DIR), (writable, _ALL)]:
        for path in paths:
            _allow(rules, path, rights)
    call("syscall", _RESTRICT, rules, 0)
    os.close(rules)


def _allow(rules: int, path: str, rights: int) -> None:
    if not Path(path).exists():
        return
    place = os.open(path, os.O_PATH)
    if not Path(path).is_dir():
        rights &= _OF_A_FILE
    call("syscall", _ADD, rules, _BELOW, struct.pack("=Qi", rights, place), 0)
    os.close(place)
