"""The learner's side: perform one call on the learner's functions, plain data in and out.

The same code serves a check in the learner's kernel and a handed-in notebook in a
process of its own, so both are judged alike.
"""

from __future__ import annotations

import builtins
import contextlib
import functools
import io
import linecache
import types
import warnings
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

import numpy as np

from autograder import programs
from autograder.plain import NotPlain, PassedFunction, describe, pack, unpack

Namespace = dict[str, Any]
Ask = Callable[[int, bytes], bytes]
MAX_TEXT = 400
_MAX_LINES = 5


def perform(namespace: Namespace, request: bytes, ask: Ask) -> bytes:
    """Call `request["name"]` with its arguments, or run a program with this class, and pack what came of it.

    `ask(number, arguments)` calls back a function that the test passed in. The reply is
    a dict: "value", "raised" or "not_plain", and "changed" (positions of arguments that the
    call altered) and "printed".
    """
    reply = carry_out(namespace, unpack(request, _asking(ask)))
    try:
        return pack(reply)
    except NotPlain as problem:
        value = reply.pop("value", None)
        return pack({**reply, "not_plain": str(problem) or describe(value)})


def carry_out(namespace: Namespace, call: Mapping[str, Any]) -> dict[str, Any]:
    """The same reply before it is packed; its value may be anything."""
    arguments, keywords = call["args"], call["kwargs"]
    before = [_snapshot(argument) for argument in arguments]
    printed = io.StringIO()
    reply: dict[str, Any] = {}
    with _standing_in(namespace, call["stand_ins"]), contextlib.redirect_stdout(printed), warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            target = namespace[call["name"]]
            if isinstance(target, type) and programs.is_program(arguments):
                target = functools.partial(programs.run, target, call["name"])
            reply["value"] = target(*arguments, **keywords)
        except KeyboardInterrupt:
            raise
        except BaseException as error:
            reply["raised"] = describe_error(error, namespace)
    reply["changed"] = [i for i, argument in enumerate(arguments) if _snapshot(argument) != before[i]]
    reply["printed"] = _sendable(printed.getvalue())
    return reply


def used_names(namespace: Namespace, name: str) -> set[str]:
    """Global names that the learner's function or class `name` refers to, through its helpers too."""
    seen: set[str] = set()
    waiting = [namespace.get(name)]
    while waiting:
        codes = _codes(waiting.pop(), namespace)
        while codes:
            code = codes.pop()
            codes += [constant for constant in code.co_consts if isinstance(constant, types.CodeType)]
            new = {used for used in code.co_names if used in namespace} - seen
            seen |= new
            waiting += [namespace[used] for used in new]
    return seen - {name}


def _codes(value: Any, namespace: Namespace) -> list[types.CodeType]:
    """The code of a function, or of all methods of a class of the learner's and of the classes it builds on."""
    if isinstance(value, type):
        own = [cls for cls in value.__mro__ if cls.__module__ == namespace.get("__name__")]
        found = [getattr(method, "__code__", None) for cls in own for method in vars(cls).values()]
    else:
        found = [getattr(value, "__code__", None)]
    return [code for code in found if isinstance(code, types.CodeType)]


def describe_error(error: BaseException, namespace: Namespace) -> dict[str, Any]:
    """An exception as plain data: its classes, its message and the learner's own lines."""
    lines = []
    step = error.__traceback__
    while step is not None:
        frame = step.tb_frame
        if frame.f_globals is namespace:
            source = linecache.getline(frame.f_code.co_filename, step.tb_lineno).strip()
            place = frame.f_code.co_name
            lines.append(_sendable(f"line {step.tb_lineno}{'' if place == '<module>' else ' in ' + place}: {source}"))
        step = step.tb_next
    try:
        message = _sendable(str(error))
    except Exception:
        message = ""
    return {
        # Python 3.13 has an error of a private name for input that ends too early; its public name is SyntaxError.
        "kinds": [_sendable(kind.__name__) for kind in type(error).__mro__ if not kind.__name__.startswith("_")],
        "message": message,
        "lines": lines[-_MAX_LINES:],
    }


def _sendable(text: str) -> str:
    """The beginning of a text, without what UTF-8 cannot carry."""
    return text[:MAX_TEXT].encode("utf-8", "replace").decode()


def _snapshot(argument: Any) -> bytes:
    """The bytes of an argument; drawing from a random generator is no change."""
    if type(argument).__name__ == "Generator":
        return b"generator"
    try:
        return pack(argument)
    except NotPlain:
        return b"no longer plain"


@contextlib.contextmanager
def _standing_in(namespace: Namespace, stand_ins: dict[str, PassedFunction]) -> Iterator[None]:
    """Put right versions of other exercises in the place of the learner's, for one call."""
    kept = {name: namespace[name] for name in stand_ins if name in namespace}
    namespace.update(stand_ins)
    try:
        yield
    finally:
        for name in stand_ins:
            namespace.pop(name, None)
        namespace.update(kept)


def _asking(ask: Ask) -> Callable[[int, tuple[Any, ...], dict[str, Any]], Any]:
    def call(number: int, args: tuple[Any, ...], kwargs: dict[str, Any]) -> Any:
        reply = unpack(ask(number, pack({"args": args, "kwargs": kwargs})))
        _write_back(args, reply.get("changed", ()))
        if "raised" in reply:
            kind, message = reply["raised"]
            exception = getattr(builtins, kind, RuntimeError)
            raise exception(message)
        return reply["value"]

    return call


def _write_back(args: Iterable[Any], changed: Iterable[Any]) -> None:
    """Let the caller see what the test's function did to the copies of its lists and arrays."""
    for mine, theirs in zip(args, changed, strict=False):
        if isinstance(mine, list):
            mine[:] = theirs
        elif isinstance(mine, np.ndarray):
            mine[...] = theirs
