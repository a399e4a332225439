"""Calls of Linux for which Python has no function."""

from __future__ import annotations

import ctypes
import os
import signal
import struct
from collections.abc import Callable

_DEATH_SIGNAL, _NO_NEW_PRIVILEGES = 1, 38


def call(name: str, *arguments: object) -> int:
    """Call a function of the C library. Raises `OSError` with its name when it fails."""
    result = int(getattr(ctypes.CDLL(None, use_errno=True), name)(*arguments))
    if result < 0:
        raise OSError(ctypes.get_errno(), name)
    return result


def end_with_parent() -> None:
    """Be killed when the parent ends."""
    call("prctl", _DEATH_SIGNAL, signal.SIGKILL, 0, 0, 0)


def drop_rights() -> None:
    """Never get more rights than now, and none of those that only root has."""
    call("prctl", _NO_NEW_PRIVILEGES, 1, 0, 0, 0)
    call("capset", struct.pack("Ii", 0x20080522, 0), bytes(24))


def refusal(action: Callable[[], None]) -> str:
    """What the system does not allow of an action, or "": tried in a process that ends."""
    reading, writing = os.pipe()
    number = os.fork()
    if number == 0:
        try:
            action()
            os._exit(0)
        except OSError as problem:
            os.write(writing, f"{problem.strerror}: {os.strerror(problem.errno or 0)}".encode())
        finally:
            os._exit(1)
    os.close(writing)
    with os.fdopen(reading, "rb") as said:
        _, status = os.waitpid(number, 0)
        return said.read().decode() or ("it does not work" if status else "")
