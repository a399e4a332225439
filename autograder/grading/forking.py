"""A warm process that forks: both ends of it.

It has NumPy, Matplotlib and IPython loaded and forks for each submission in a few milliseconds.
It is a plain subprocess with a socket, so it works in any grader, a daemonic one too, and
nothing of the grader but the connection reaches the submission.
"""

from __future__ import annotations

import contextlib
import os
import select
import shutil
import signal
import socket
import struct
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from autograder.grading.strength import VARIABLE
from autograder.places import ROOT

_REQUEST, _RESPONSE = struct.Struct("!cq"), struct.Struct("!q")
_FORK, _END = b"F", b"E"
_MOMENT, _SECONDS_TO_ANSWER = 0.05, 20.0
# All that a submission sees of the environment: what a Python needs, and no secret.
_KEPT = {"PATH", "HOME", "LANG", "LC_ALL", "LC_CTYPE", "TMPDIR", "TZ", "PYTHONPATH", "PYTHONHOME"}
_KEPT |= {"LD_LIBRARY_PATH", "XDG_CACHE_HOME", "MPLCONFIGDIR", VARIABLE}
_SET = {"MPLBACKEND": "agg", "PYTHONHASHSEED": "0", "PYTHONUTF8": "1"}
_SET |= {f"{library}_NUM_THREADS": "1" for library in ("OPENBLAS", "OMP", "MKL", "VECLIB_MAXIMUM", "NUMEXPR")}


class WarmProcess:
    """The grader's end."""

    def __init__(self, records: bool = False) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="grading-"))  # for all that submissions write
        self._control, theirs = socket.socketpair()
        self._control.settimeout(_SECONDS_TO_ANSWER)  # or a stopped process would hang the grader
        records_too = ["records"] if records else []
        kept = {name: value for name, value in os.environ.items() if name in _KEPT}
        with theirs:
            self._process = subprocess.Popen(
                [
                    sys.executable,
                    "-m",
                    "autograder.grading.worker",
                    str(theirs.fileno()),
                    str(self.folder),
                    *records_too,
                ],
                cwd=ROOT,
                env={**kept, **_SET},
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                pass_fds=[theirs.fileno()],
                start_new_session=True,
            )

    def fork(self) -> tuple[socket.socket, int]:
        """A connection to a new process, and its number. Raises `OSError` when the warm process is gone."""
        ours, theirs = socket.socketpair()
        try:
            with theirs:
                socket.send_fds(self._control, [_REQUEST.pack(_FORK, 0)], [theirs.fileno()])
            return ours, self._response()
        except BaseException:
            ours.close()
            raise

    def end(self, number: int) -> int:
        """Kill a forked process with all that it started; the status with which it ended."""
        try:
            self._control.sendall(_REQUEST.pack(_END, number))
            return self._response()
        except OSError:
            _kill(number)
            return signal.SIGKILL

    def close(self) -> None:
        """Let the warm process end everything, and itself."""
        self._control.close()
        try:
            self._process.wait(timeout=5)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        shutil.rmtree(self.folder, ignore_errors=True)

    def _response(self) -> int:
        data = self._control.recv(_RESPONSE.size)
        if len(data) != _RESPONSE.size:
            raise ConnectionResetError("the warm process is gone")
        (number,) = _RESPONSE.unpack(data)
        return int(number)


def fork_on_request(control: socket.socket, serve: Callable[[socket.socket], None]) -> None:
    """The warm process's end: fork a process that does `serve` for each connection that arrives.

    An ended process is collected only when the grader asks for it: until then no other
    process can get its number, so the grader never kills a stranger.
    """
    alive: set[int] = set()
    with contextlib.suppress(ConnectionError):  # a grader that was ended reads no answer
        while True:
            message, connections, _, _ = socket.recv_fds(control, _REQUEST.size, 1)
            if len(message) != _REQUEST.size:
                break
            request, number = _REQUEST.unpack(message)
            if request == _FORK:
                number = os.fork()
                if number == 0:
                    control.close()
                    serve(socket.socket(fileno=connections[0]))
                    os._exit(0)
                alive.add(number)
                os.close(connections[0])
                control.sendall(_RESPONSE.pack(number))
            else:
                alive.discard(number)
                control.sendall(_RESPONSE.pack(_collect(number)))
    for number in alive:
        _collect(number)


def _collect(number: int) -> int:
    """End a process; the status with which it ended, perhaps by itself."""
    try:
        # One that ends by itself says how: the process that is known here ends a moment after the learner's.
        until = time.monotonic() + _MOMENT
        while (remaining := until - time.monotonic()) > 0:
            ended, status = os.waitpid(number, os.WNOHANG)
            if ended:
                return status
            _wait_for(number, remaining)
        _kill(number)
        return os.waitpid(number, 0)[1]
    except ChildProcessError:
        return signal.SIGKILL


def _wait_for(number: int, seconds: float) -> None:
    """Wait until a child ends, or a little less where the system has no way to wait."""
    try:
        process = os.pidfd_open(number)
    except (AttributeError, OSError):
        time.sleep(0.001)
        return
    select.select([process], [], [], seconds)
    os.close(process)


def _kill(number: int) -> None:
    """Kill the process and its group, which it may not have founded yet."""
    for kill in (os.killpg, os.kill):
        with contextlib.suppress(ProcessLookupError, PermissionError):
            kill(number, signal.SIGKILL)
