"""Plain data: what a question and an answer may hold, there and back."""

import contextlib
import math
import random
import re
import tracemalloc
import types
from collections import OrderedDict

import msgpack
import numpy as np
import pytest

from autograder.plain import MAX_BYTES, MAX_ITEMS, NotPlain, describe, pack, unpack

PLAIN = [
    *(0, -7, 2**63, -(2**80), 10**3000, 2.5, math.inf, True, None, "", "größer", b"bytes", ...),
    *([], [1, [2.0, ["three"]]], (), (1,), ((1, 2), [3]), {}, {"a": [1]}, {1: 2, (3, 4): (5,)}),
    *(set(), {1, 2}, {"a", ("b", 1)}, [1, (2, {3})]),
    *(
        np.float64(2.5),
        np.float32(0.1),
        np.int8(-3),
        np.uint64(2**63),
        np.bool_(True),
        np.complex128(1j),
        np.str_("ab"),
    ),
]
ARRAYS = [
    *(np.array(2.5), np.array([]), np.zeros((0, 3)), np.arange(6).reshape(2, 3), np.arange(24.0).reshape(2, 3, 4).T),
    *(np.array([True, False]), np.array([1j]), np.array(["a", "größer"]), np.array([1, 2], dtype=">i4")),
    *(np.arange(10)[::-2], np.asfortranarray(np.arange(6.0).reshape(2, 3)), np.float32([[0.1]])),
]


@pytest.mark.parametrize("value", PLAIN, ids=lambda value: repr(value)[:30])
def test_plain_data_comes_back_as_the_same_type_and_value(value):
    back = unpack(pack(value))
    assert type(back) is type(value)
    assert back == value


def test_a_range_comes_back_as_a_tuple():
    assert unpack(pack([range(2, 9, 3)])) == [(2, 5, 8)]


def test_nan_comes_back():
    assert math.isnan(unpack(pack(math.nan)))


@pytest.mark.parametrize("array", ARRAYS, ids=lambda array: f"{array.dtype}{array.shape}")
def test_arrays_come_back_to_the_bit_and_can_be_written_to(array):
    back = unpack(pack(array))
    assert type(back) is np.ndarray
    assert (back.dtype, back.shape) == (array.dtype, array.shape)
    assert back.tobytes() == array.tobytes()
    assert back.flags.writeable


def test_a_generator_comes_to_the_learner_with_its_state_and_to_nobody_else():
    rng = np.random.default_rng(3)
    rng.normal(size=5)
    sent = pack(rng)
    assert unpack(sent, ask=print).normal() == rng.normal()
    with pytest.raises(NotPlain):
        unpack(sent)


def test_a_function_is_sent_as_a_number_and_only_where_functions_may_be():
    functions = []
    sent = pack([abs, {"f": len}], functions)
    assert functions == [abs, len]
    back = unpack(sent, ask=lambda number, args, kwargs: (number, args, kwargs))
    assert back[0](1, b=2) == (0, (1,), {"b": 2})
    assert back[1]["f"]() == (1, (), {})
    with pytest.raises(NotPlain):
        unpack(sent)
    with pytest.raises(NotPlain):
        pack(abs)


class Liar(float):
    def __eq__(self, other):
        return True

    __hash__ = float.__hash__


class LyingArray(np.ndarray):
    pass


def circular():
    inner = []
    inner.append(inner)
    return inner


def circular_through_tuples():
    inner = []
    inner.append((inner,))
    return inner


NOT_PLAIN = {
    "a Liar": Liar(1),
    "an OrderedDict": OrderedDict(a=1),
    "a LyingArray": np.zeros(2).view(LyingArray),
    "a matrix": np.ones((1, 1)).view(np.matrix),
    "an array of object": np.array([None, "x"], dtype=object),
    "a module": math,
    "a function": lambda: 1,
    "a type": int,
    "a range": range(10**12),
    "a SimpleNamespace": types.SimpleNamespace(),
    "a memmap": np.zeros(2).view(np.memmap),
    "a str_subclass": type("str_subclass", (str,), {})("a"),
    "an int_subclass": type("int_subclass", (int,), {})(1),
    "a list_subclass": type("list_subclass", (list,), {})(),
}


@pytest.mark.parametrize(("said", "value"), NOT_PLAIN.items(), ids=NOT_PLAIN.keys())
def test_what_could_lie_or_carry_code_is_refused_by_name(said, value):
    for hidden in (value, [value], {"a": (value,)}):
        with pytest.raises(NotPlain, match=re.escape(said)):
            pack(hidden)


@pytest.mark.parametrize(
    "value",
    [circular(), circular_through_tuples(), "\ud800", 10**5000, np.zeros(MAX_BYTES // 8 + 1)],
    ids=["circular", "circular through tuples", "half a character", "giant int", "giant array"],
)
def test_what_cannot_be_sent_is_refused(value):
    with pytest.raises(NotPlain):
        pack(value)


def test_deep_nesting_is_refused_on_both_ways():
    deep = 1
    for _ in range(2000):
        deep = (deep,)
    with pytest.raises(NotPlain):
        pack(deep)
    nested = msgpack.packb(1)
    for _ in range(60):
        nested = msgpack.packb(msgpack.ExtType(3, msgpack.packb([msgpack.ExtType(3, nested)])))
    with pytest.raises(NotPlain):
        unpack(nested)


FORGED = {
    "an object array": msgpack.ExtType(1, msgpack.packb(["|O", [1], b"12345678"])),
    "a record array": msgpack.ExtType(1, msgpack.packb(["f8,f8", [1], bytes(16)])),
    "too few numbers": msgpack.ExtType(1, msgpack.packb(["<f8", [1000], bytes(8)])),
    "a negative shape": msgpack.ExtType(1, msgpack.packb(["<f8", [-1, -1], bytes(8)])),
    "a giant shape": msgpack.ExtType(1, msgpack.packb(["<f8", [2**62, 4], b""])),
    "an unknown type": msgpack.ExtType(99, b""),
    "no int": msgpack.ExtType(8, b"__import__('os')"),
    "a giant int": msgpack.ExtType(8, b"9" * 5000),
    "an unhashable key": {msgpack.ExtType(3, msgpack.packb([[1]])): 1},
    "an unhashable member": msgpack.ExtType(4, msgpack.packb([[1]])),
    "a function": msgpack.ExtType(7, b"0"),
    "a generator": msgpack.ExtType(6, b"{}"),
}


@pytest.mark.parametrize("forged", FORGED.values(), ids=FORGED.keys())
def test_forged_data_is_refused(forged):
    with pytest.raises(NotPlain):
        unpack(msgpack.packb(forged))


def lists_in_lists(depth):
    return b"\xdd" + MAX_ITEMS.to_bytes(4, "big") + (lists_in_lists(depth - 1) if depth else b"")


BOMBS = {
    "millions of empty lists": b"\xdd" + (MAX_BYTES - 5).to_bytes(4, "big") + b"\x90" * (MAX_BYTES - 5),
    "many lists of many": msgpack.packb([[0] * 1000] * 1000),
    "many dicts": msgpack.packb([{0: 0}] * 200_000),
    "lists that promise more than they hold": lists_in_lists(100),
    "lists where a shape is asked for": msgpack.packb(
        msgpack.ExtType(1, msgpack.packb(["<f8", [[0] * 1000] * 1000, b""]))
    ),
    "texts of one letter": msgpack.packb(msgpack.ExtType(1, msgpack.packb(["<U1", [2**20], b"a\0\0\0" * 2**20]))),
    "a set of equal hashes": msgpack.packb(
        msgpack.ExtType(4, msgpack.packb([msgpack.ExtType(8, str(n * (2**61 - 1)).encode()) for n in range(20_000)]))
    ),
    "a type of many parts": msgpack.packb(msgpack.ExtType(1, msgpack.packb(["f8," * 100_000 + "f8", [0], b""]))),
    "a date": msgpack.packb([msgpack.Timestamp(0)]),
}


@pytest.mark.parametrize("bomb", BOMBS.values(), ids=BOMBS.keys())
def test_data_that_would_take_much_time_or_memory_to_read_is_refused(bomb):
    tracemalloc.start()
    try:
        with pytest.raises(NotPlain):
            unpack(bomb)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert peak < 2**28


def test_as_many_items_can_be_sent_as_can_be_read():
    most = [[1.5] * 511] * 512  # as many as there may be, with the lists themselves
    assert unpack(pack(most)) == most
    with pytest.raises(NotPlain, match="more data than fits"):
        pack([*most, *most])
    assert unpack(pack(np.ones((1797, 64)).tolist())) == np.ones((1797, 64)).tolist()


@pytest.mark.parametrize("seed", range(4))
def test_bytes_of_any_kind_are_read_or_refused_and_nothing_else(seed):
    chance = random.Random(seed)
    samples = [pack(value) for value in [*PLAIN, *ARRAYS]]
    for _ in range(500):
        data = bytearray(chance.choice([chance.randbytes(chance.randrange(60)), chance.choice(samples)]))
        for _ in range(chance.randrange(4)):
            if data:
                data[chance.randrange(len(data))] = chance.randrange(256)
        with contextlib.suppress(NotPlain):
            unpack(bytes(data))


def test_a_value_is_described_by_its_type_alone():
    assert describe(np.zeros((2, 3))) == "an array of float64 with shape (2, 3)"
    assert (describe(None), describe(OrderedDict())) == ("None", "an OrderedDict")
