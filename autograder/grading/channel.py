"""Messages between the grader and a learner's process, over a socket.

A hostile process may send half a message and wait, or never read: every send and receive of
the grader ends by a deadline. A message is its length and then its bytes; nothing is unpickled.
Each question has a number that nobody can foresee, and its answer repeats it: an answer that was
sent before it was asked for is told from one that was not.
"""

from __future__ import annotations

import socket
import struct
import time

from autograder.plain import MAX_BYTES

MAX_MESSAGE = MAX_BYTES + 2**10  # data, and what is said about it
CELL, CALL, USES, REPLY, ASK, SETTINGS = (bytes([number]) for number in range(1, 7))  # the first byte of a message
NUMBER = struct.Struct("!I")  # of a function that may be called back
QUESTION = 8  # bytes of a question's number
_LENGTH = struct.Struct("!Q")
_CHUNK = 2**20


class Late(Exception):
    """The deadline is over."""


class Gone(Exception):
    """The other side has ended, or sends something that is no message."""


class Unasked(Gone):
    """The other side sent something that nobody asked for; perhaps long ago."""


class Channel:
    """One end of the conversation. A deadline is a time of `time.monotonic()`; None waits for ever."""

    def __init__(self, end: socket.socket):
        self._end = end

    def send(self, kind: bytes, body: bytes, deadline: float | None = None) -> None:
        """Send one message."""
        data = memoryview(_LENGTH.pack(len(body) + 1) + kind + body)
        while data:
            self._wait(deadline)
            try:
                data = data[self._end.send(data[:_CHUNK]) :]
            except TimeoutError:
                raise Late from None
            except OSError:
                raise Gone from None

    def receive(self, deadline: float | None = None) -> tuple[bytes, bytes]:
        """The next message: its kind and its body."""
        (length,) = _LENGTH.unpack(self._read(_LENGTH.size, deadline))
        if not 1 <= length <= MAX_MESSAGE:
            raise Gone
        message = self._read(length, deadline)
        return message[:1], message[1:]

    def idle(self) -> bool:
        """Whether the other side waits too: it has sent nothing, and has not ended."""
        self._end.settimeout(0)
        try:
            self._end.recv(1, socket.MSG_PEEK)
        except BlockingIOError:
            return True
        except OSError:
            pass
        return False

    def close(self) -> None:
        """Hang up."""
        self._end.close()

    def _read(self, size: int, deadline: float | None) -> bytes:
        data = bytearray()
        while len(data) < size:
            self._wait(deadline)
            try:
                part = self._end.recv(min(size - len(data), _CHUNK))
            except TimeoutError:
                raise Late from None
            except OSError:
                raise Gone from None
            if not part:
                raise Gone
            data += part
        return bytes(data)

    def _wait(self, deadline: float | None) -> None:
        remaining = None if deadline is None else deadline - time.monotonic()
        if remaining is not None and remaining <= 0:
            raise Late
        self._end.settimeout(remaining)
