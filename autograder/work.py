"""The tests' side: how a hidden test reaches the learner's functions.

A test never holds a learner's function. It asks a `Work` to call one by name and gets
an `Answer` made of plain data, whether the function lives in this kernel (`LocalWork`)
or in a process of its own (`autograder.grading.process.ProcessWork`).
"""

from __future__ import annotations

import copy
from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from autograder.calling import MAX_TEXT, Namespace, carry_out, perform, used_names
from autograder.plain import NotPlain, pack, unpack

Serve = Callable[[int, bytes], bytes]
_MAX_TEXTS = 20
_ENDINGS = {"value", "raised", "not_plain"}


@dataclass(frozen=True)
class Raised:
    """An exception of the learner's function: its classes, message and the learner's lines."""

    kinds: tuple[str, ...]
    message: str
    lines: tuple[str, ...] = ()

    @property
    def kind(self) -> str:
        """The name of the exception's own class."""
        return self.kinds[0]


@dataclass(frozen=True)
class Answer:
    """What came of one call. Exactly one of `raised`, `not_plain`, `stopped` may stand in for `value`."""

    value: Any = None
    raised: Raised | None = None
    not_plain: str = ""
    stopped: str = ""
    changed: tuple[int, ...] = ()
    printed: str = ""


class Work(ABC):
    """The learner's functions, wherever they live."""

    @abstractmethod
    def has(self, name: str) -> bool:
        """Whether the learner's work defines a function of this name."""

    @abstractmethod
    def uses(self, name: str) -> set[str]:
        """Global names that the learner's function refers to, through its helpers too."""

    @abstractmethod
    def answer(self, request: bytes, serve: Serve) -> Answer:
        """Send one packed call and read the reply, serving call-backs in between.

        Raises `Stopped` when the function's process ended, ran out of time, or sent what is no reply.
        """

    def call(
        self,
        name: str,
        args: tuple[Any, ...] = (),
        kwargs: Mapping[str, Any] | None = None,
        stand_ins: Mapping[str, Callable[..., Any]] | None = None,
        seconds: float | None = None,
    ) -> Answer:
        """Call the learner's function; `stand_ins` replace other functions of theirs for this call.

        Where the time of a call is limited, it may take `seconds` instead of what calls usually have.
        """
        functions: list[Callable[..., Any]] = []
        call = {"name": name, "args": args, "kwargs": dict(kwargs or {}), "stand_ins": dict(stand_ins or {})}
        request = pack(call, functions)
        try:
            return self.answer(request, lambda number, data: _serve(functions, number, data))
        except Stopped as reason:
            return Answer(stopped=str(reason))
        except NotPlain as problem:
            return Answer(not_plain=str(problem))


class Stopped(Exception):
    """The call did not come to an end; the message is a sentence for the learner."""


class LocalWork(Work):
    """Functions of this process, such as a learner's kernel."""

    def __init__(self, namespace: Namespace):
        self._namespace = namespace

    def has(self, name: str) -> bool:
        return callable(self._namespace.get(name))

    def uses(self, name: str) -> set[str]:
        return used_names(self._namespace, name)

    def answer(self, request: bytes, serve: Serve) -> Answer:
        return read_answer(perform(self._namespace, request, serve))


class OurWork(LocalWork):
    """Functions of ours: they answer as they would through bytes, but are called directly, which is faster."""

    def call(
        self,
        name: str,
        args: tuple[Any, ...] = (),
        kwargs: Mapping[str, Any] | None = None,
        stand_ins: Mapping[str, Callable[..., Any]] | None = None,
        seconds: float | None = None,
    ) -> Answer:
        copies = copy.deepcopy({"args": args, "kwargs": dict(kwargs or {})})
        reply = carry_out(self._namespace, {"name": name, **copies, "stand_ins": stand_ins or {}})
        try:
            return _answer({**reply, "value": unpack(pack(reply["value"]))} if "value" in reply else reply)
        except NotPlain as problem:
            return Answer(not_plain=str(problem), changed=tuple(reply["changed"]), printed=reply["printed"])


def _serve(functions: list[Callable[..., Any]], number: int, data: bytes) -> bytes:
    """Call back a function that the test passed in."""
    call = unpack(data)
    if not 0 <= number < len(functions):
        raise NotPlain("a call of a function that was never passed in")
    args = call["args"]
    before = pack(args)
    reply: dict[str, Any] = {}
    try:
        reply["value"] = functions[number](*args, **call["kwargs"])
    except Exception as error:
        reply["raised"] = [type(error).__name__, str(error)]
    if pack(args) != before:
        reply["changed"] = args
    return pack(reply)


def read_answer(data: bytes) -> Answer:
    """A packed reply as an `Answer`. Raises `NotPlain` for what no honest process sends."""
    return _answer(unpack(data))


def _answer(reply: Any) -> Answer:
    try:
        if len(_ENDINGS & reply.keys()) != 1:
            raise ValueError("no end of a call, or several")
        raised = reply.get("raised")
        if raised is not None and not raised["kinds"]:
            raise ValueError("an exception without a class")
        return Answer(
            value=reply.get("value"),
            raised=raised and Raised(_texts(raised["kinds"]), _text(raised["message"]), _texts(raised["lines"])),
            not_plain=_text(reply.get("not_plain", "")),
            changed=tuple(int(position) for position in reply["changed"][:_MAX_TEXTS]),
            printed=_text(reply["printed"]),
        )
    except (AttributeError, KeyError, TypeError, ValueError, IndexError) as error:
        raise NotPlain("something else than an answer") from error


def _text(value: Any) -> str:
    """A text that is as long as an honest process sends it."""
    if type(value) is not str:
        raise TypeError("no text")
    return value[:MAX_TEXT]


def _texts(values: Any) -> tuple[str, ...]:
    return tuple(_text(value) for value in values[:_MAX_TEXTS])
