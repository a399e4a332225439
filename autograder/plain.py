"""Plain data as bytes: all that passes between the tests and a learner's functions.

Numbers, strings, lists, tuples, dicts, sets, arrays and `...` go both ways. A random
`Generator` and functions go to the learner only, a function as a number by which it
can be called back. MessagePack carries no code, so bytes from a hostile process are
read safely: a budget of items bounds the time and memory that it takes. Types are
matched exactly: a subclass of `float` or of an array could lie about what it equals.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from typing import Any

import msgpack
import numpy as np

MAX_BYTES = 16 * 2**20
MAX_ITEMS = 2**18  # in lists, tuples, dicts and sets together; an array is one, an array of texts as many as it has
MAX_DEPTH = 24
ARRAY, SCALAR, TUPLE, SET, ELLIPSIS, GENERATOR, FUNCTION, BIG_INT = range(1, 9)
_KINDS = "biufcU"
_DTYPE = re.compile(rf"[<>|=][{_KINDS}][0-9]{{1,9}}")
_MAX_EQUAL_HASHES = 32
_CONTAINERS = {list, tuple, set, frozenset, dict}
_TO_CHECK = {*_CONTAINERS, msgpack.Timestamp}
_MAX_DIGITS = 4000
_MAX_RANGE = 2**20
_BUFFER = 2**10  # bytes to begin with: to ask the system for msgpack's quarter of a megabyte takes longer than to pack


class NotPlain(ValueError):
    """The value is not plain data; the message names what it is."""


class PassedFunction:
    """A function of the test, in the learner's process: calling it asks the tests' side."""

    def __init__(self, number: int, ask: Callable[[int, tuple[Any, ...], dict[str, Any]], Any]):
        self.number = number
        self._ask = ask
        self.__name__ = "f"

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        return self._ask(self.number, args, kwargs)


def pack(value: Any, functions: list[Callable[..., Any]] | None = None) -> bytes:
    """Bytes of `value`; functions in it are appended to `functions` and sent as their index.

    Raises `NotPlain` for anything else, and for data that is too deep or too large.
    """

    def extend(item: Any) -> msgpack.ExtType:
        kind = type(item)
        if kind is np.ndarray and item.dtype.kind in _KINDS:
            content = [item.dtype.str, list(item.shape), np.ascontiguousarray(item).tobytes()]
            return msgpack.ExtType(ARRAY, msgpack.packb(content, buf_size=_BUFFER))
        if issubclass(kind, np.generic) and kind.__module__ == "numpy" and item.dtype.kind in _KINDS:
            return msgpack.ExtType(SCALAR, msgpack.packb([item.dtype.str, item.tobytes()], buf_size=_BUFFER))
        if kind is tuple or (kind is range and len(item) < _MAX_RANGE):
            return msgpack.ExtType(TUPLE, encode(list(item)))
        if kind is set or kind is frozenset:
            return msgpack.ExtType(SET, encode(sorted(item, key=repr)))
        if item is ...:
            return msgpack.ExtType(ELLIPSIS, b"")
        if kind is np.random.Generator and type(item.bit_generator) is np.random.PCG64:
            return msgpack.ExtType(GENERATOR, json.dumps(item.bit_generator.state).encode())
        if kind is int and item.bit_length() < 3 * _MAX_DIGITS:
            return msgpack.ExtType(BIG_INT, str(item).encode())
        if kind is PassedFunction:
            return msgpack.ExtType(FUNCTION, str(item.number).encode())
        if functions is not None and callable(item):
            functions.append(item)
            return msgpack.ExtType(FUNCTION, str(len(functions) - 1).encode())
        raise NotPlain(describe(item))

    def encode(item: Any) -> bytes:
        return bytes(msgpack.packb(item, default=extend, strict_types=True, buf_size=_BUFFER))

    try:
        _check(value)
        data = encode(value)
    except NotPlain:
        raise
    except (ValueError, RecursionError, OverflowError, TypeError, UnicodeEncodeError, MemoryError) as error:
        raise NotPlain("something nested too deeply or too large to send") from error
    if len(data) > MAX_BYTES:
        raise NotPlain("more data than fits")
    if len(data) > MAX_ITEMS:  # so much data may also be too many items
        unpack(data, _never)
    return data


def unpack(data: bytes, ask: Callable[[int, tuple[Any, ...], dict[str, Any]], Any] | None = None) -> Any:
    """The value of `data`; functions become `PassedFunction` objects that call `ask`.

    Raises `NotPlain` for bytes that are not plain data, or too many of them.
    """
    if len(data) > MAX_BYTES:
        raise NotPlain("more data than fits")
    items = 0

    def count(more: int) -> None:
        nonlocal items
        items += more
        if items > MAX_ITEMS:
            raise NotPlain("more data than fits")

    def listed(values: list[Any]) -> list[Any]:
        count(len(values))
        return values

    def keyed(pairs: list[tuple[Any, Any]]) -> dict[Any, Any]:
        count(2 * len(pairs))
        return dict(_hashed(pairs, [key for key, _ in pairs]))

    def decode(part: bytes, depth: int) -> Any:
        if depth > MAX_DEPTH:
            raise NotPlain("something nested too deeply")

        def extended(code: int, content: bytes) -> Any:
            if code == ARRAY:
                dtype, shape, numbers = decode(content, depth + 1)
                array = np.frombuffer(numbers, _dtype(dtype)).reshape([int(size) for size in shape]).copy()
                if array.dtype.kind == "U":
                    count(array.size)
                    array.tolist()  # fails on what is no character
                return array
            if code == SCALAR:
                dtype, numbers = decode(content, depth + 1)
                return np.frombuffer(numbers, _dtype(dtype))[0]
            if code == TUPLE:
                return tuple(decode(content, depth + 1))
            if code == SET:
                members = decode(content, depth + 1)
                return set(_hashed(members, members))
            if code == ELLIPSIS:
                return ...
            if code == BIG_INT and len(content) <= _MAX_DIGITS:
                return int(content.decode("ascii"))
            if code == GENERATOR and ask is not None:
                bits = np.random.PCG64()
                bits.state = json.loads(content)
                return np.random.Generator(bits)
            if code == FUNCTION and ask is not None:
                return PassedFunction(int(content), ask)
            raise NotPlain("something that is not plain data")

        return msgpack.unpackb(
            part,
            ext_hook=extended,
            list_hook=listed,
            object_pairs_hook=keyed,
            strict_map_key=False,
            max_array_len=MAX_ITEMS,
            max_map_len=MAX_ITEMS,
        )

    try:
        value = decode(data, 0)
        _check(value)
        return value
    except NotPlain:
        raise
    except Exception as error:  # every way in which hostile bytes can be malformed
        raise NotPlain("something that cannot be read") from error


def _hashed(items: Sequence[Any], keys: Iterable[Any]) -> Sequence[Any]:
    """The same items; refused when so many of their keys have one hash that a dict would take for ever."""
    if len(items) > _MAX_EQUAL_HASHES and max(Counter(map(hash, keys)).values()) > _MAX_EQUAL_HASHES:
        raise NotPlain("more data than fits")
    return items


def _check(value: Any, depth: int = 0) -> None:
    """Refuse what is nested too deeply, and a date, which MessagePack knows and nobody packs here."""
    if depth > MAX_DEPTH:
        raise NotPlain("something nested too deeply")
    if type(value) is msgpack.Timestamp:
        raise NotPlain("something that is not plain data")
    if type(value) in _CONTAINERS:
        inner = [*value, *value.values()] if type(value) is dict else value
        for item in inner:
            if type(item) in _TO_CHECK:
                _check(item, depth + 1)


def _never(*_: Any) -> None:
    """Stands in for what functions ask, where none will be called."""


def describe(value: Any) -> str:
    """A value in words, by its type alone: "a module", "an int64 array of shape (2, 3)"."""
    if type(value) is np.ndarray:
        return f"an array of {value.dtype} with shape {value.shape}"
    name = "None" if value is None else type(value).__name__
    if name == "None":
        return name
    return f"{'an' if name[0].lower() in 'aeiou' else 'a'} {name}"


def _dtype(name: str) -> np.dtype[Any]:
    if not _DTYPE.fullmatch(name):
        raise NotPlain("an array of something else than numbers")
    return np.dtype(name)
