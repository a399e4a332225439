"""Wait for a process, and watch what it and all that it started hold in memory together.

A limit of the system holds for each process alone. This is done by the first process of a
namespace, which sees them all in `/proc`, and with which all of them end.
"""

from __future__ import annotations

import contextlib
import os
import re
import signal
from pathlib import Path

TOO_MUCH_MEMORY = 86  # the exit code of a process that was ended for it
_SECONDS = 0.03  # between two looks
_OWN = re.compile(rb"^(?:RssAnon|RssShmem|VmSwap):\s*(\d+) kB", re.MULTILINE)
_SHARE = re.compile(rb"^(?:Pss_Anon|Pss_Shmem|SwapPss):\s*(\d+) kB", re.MULTILINE)


def until_ended(child: int, memory: int) -> int:
    """The status with which a child ended, or that of `TOO_MUCH_MEMORY`. `SIGCHLD` has to be blocked."""
    while True:
        signal.sigtimedwait({signal.SIGCHLD}, _SECONDS)
        ended = 1
        while ended:
            ended, status = os.waitpid(-1, os.WNOHANG)
            if ended == child:
                return status
        if _held("status", _OWN) > memory and _held("smaps_rollup", _SHARE) > memory:
            return TOO_MUCH_MEMORY << 8


def _held(file: str, amounts: re.Pattern[bytes]) -> int:
    """Bytes of all processes but this one; what they share with each other counts for each in "status"."""
    own = str(os.getpid())
    kilobytes = 0
    for name in os.listdir("/proc"):  # noqa: PTH208  a path for each name would take longer than the reading
        if name.isdecimal() and name != own:
            with contextlib.suppress(OSError):  # it has ended
                kilobytes += sum(map(int, amounts.findall(Path("/proc", name, file).read_bytes())))
    return kilobytes * 1024
