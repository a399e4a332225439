"""From a learner's function to its points: plain data, calls, comparing, recognising, examining."""

import contextlib
import math
import random
import re
import tracemalloc
import types
from collections import OrderedDict
from dataclasses import replace

import msgpack
import numpy as np
import pytest

from autograder import alike, catalogue, session, shown, testing
from autograder.catalogue import Catalogue, Recogniser, definition, hint_of, mistake
from autograder.compare import Call, Handle, NotStarted, NotYet, agrees, has_shape, leaves_alone, lies_in, refuses
from autograder.outcome import ExerciseOutcome, TestOutcome, Verdict, overall
from autograder.plain import MAX_BYTES, MAX_ITEMS, NotPlain, PassedFunction, describe, pack, unpack
from autograder.testing import examine, has_hidden_tests
from autograder.work import Answer, LocalWork, OurWork, Work, read_answer

LESSON = "01_weighted_averages"

# ---- plain data


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


def test_a_float_that_equals_everything_never_counts_as_right():
    [outcome] = _examine(weighted_average=lambda values, weights: Liar(2)).values()
    assert outcome.points == 0
    assert "gave a Liar, where plain numbers are asked for" in outcome.tests[0].evidence


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


# ---- calls


def call(function, *args, **kwargs):
    return LocalWork({"f": function}).call("f", args, kwargs)


def changes_and_prints(values):
    values[0] = 9.0
    print("done")  # noqa: T201
    return range(3)


@pytest.mark.parametrize(
    ("function", "argument"),
    [
        (np.sum, np.arange(3.0)),
        (changes_and_prints, [1, 2]),
        (lambda f: f([1.0, 2.0]), sum),
        (lambda rng: rng.normal(), np.random.default_rng(5)),
        (lambda text: int(text), "no number"),
        (lambda values: (value for value in values), (1, 2)),
        (lambda values: ..., {"a": 1}),
    ],
    ids="value changed function generator raised not_plain stub".split(),
)
def test_a_function_of_ours_answers_without_the_way_through_bytes_as_after_it(function, argument):
    there, here = (work({"f": function}).call("f", (argument,)) for work in (LocalWork, OurWork))
    assert here == there


def learner(source):
    """The functions of a cell."""
    namespace = {"__name__": "__main__"}
    exec(compile(source, "<cell>", "exec"), namespace)
    return LocalWork(namespace)


def test_a_call_gives_the_value_and_what_was_printed():
    def f(a, b=0):
        print("adding")  # noqa: T201
        return a + b

    assert call(f, 1, b=2) == Answer(value=3, printed="adding\n")


def test_the_learner_gets_copies_and_the_changed_ones_are_named():
    def f(first, second, third):
        first.append(1)
        third[0] = 9.0

    first, third = [0], np.zeros(2)
    assert call(f, first, (1,), third).changed == (0, 2)
    assert first == [0]
    assert third[0] == 0.0


def test_writing_an_equal_value_is_no_change_and_drawing_numbers_neither():
    def f(values, rng):
        values[0] = values[0] * 1
        return rng.normal()

    assert call(f, np.ones(2), np.random.default_rng(0)).changed == ()


def test_the_sign_of_a_zero_and_the_type_of_an_entry_are_changes():
    def f(values):
        values[0] = -values[0]

    assert call(f, np.zeros(1)).changed == (0,)
    assert call(lambda values: values.__setitem__(0, 1.0), [1]).changed == (0,)


def test_an_exception_has_its_classes_its_message_and_the_learners_lines_only():
    work = learner(
        "import json\n\ndef inner(text):\n    return json.loads(text)\n\ndef f(text):\n    return inner(text) + 1\n"
    )
    raised = work.call("f", ("{",)).raised
    assert raised.kind == "JSONDecodeError"
    assert "ValueError" in raised.kinds
    assert "Expecting property name" in raised.message
    assert [line.partition(":")[0] for line in raised.lines] == ["line 7 in f", "line 4 in inner"]


def test_of_endless_recursion_the_last_lines_are_kept():
    raised = learner("def f(n):\n    return f(n + 1)\n").call("f", (0,)).raised
    assert raised.kind == "RecursionError"
    assert len(raised.lines) == 5


@pytest.mark.parametrize("stop", [SystemExit, GeneratorExit, type("Own", (BaseException,), {})])
def test_no_exception_of_a_function_ends_the_grader(stop):
    def f():
        raise stop("enough")

    assert call(f).raised.kind == stop.__name__


def test_an_interrupt_by_the_learner_gets_through():
    def f():
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        call(f)


def test_an_exception_that_cannot_be_shown_is_an_exception_all_the_same():
    class Mute(Exception):
        def __str__(self):
            raise RuntimeError

    def f():
        raise Mute

    assert (call(f).raised.kind, call(f).raised.message) == ("Mute", "")


def test_text_that_cannot_be_sent_harms_nothing():
    def f(raising):
        print("half \ud800")  # noqa: T201
        if raising:
            raise ValueError("half \ud800")
        return "half \ud800"

    assert call(f, True).raised.kind == "ValueError"
    assert call(f, False).not_plain


def test_warnings_are_not_shown_and_are_no_errors(recwarn):
    def f():
        return np.float64(1) / np.float64(0)

    assert call(f).value == math.inf
    assert not recwarn.list


def test_what_is_not_plain_is_named_and_the_call_still_counts():
    def f():
        print("here")  # noqa: T201
        return math

    assert call(f) == Answer(not_plain="a module", printed="here\n")


# ---- functions that a test passes in


def test_a_passed_function_runs_on_the_tests_side_with_plain_data():
    seen = []

    def asked(values, *, scale):
        seen.append((values, scale))
        return values * scale

    answer = call(lambda f: (f.__name__, f(np.arange(3), scale=2).tolist()), asked)
    assert answer.value == ("f", [0, 2, 4])
    assert type(seen[0][0]) is np.ndarray


def test_an_exception_of_a_passed_function_arrives_as_its_kind():
    def refusing(value):
        raise ValueError(f"not {value}")

    def f(asked):
        try:
            asked(3)
        except ValueError as error:
            return str(error)

    assert call(f, refusing).value == "not 3"


def test_an_exception_of_a_passed_function_that_is_not_caught_is_the_learners():
    def refusing():
        raise ZeroDivisionError("nothing left")

    raised = call(lambda f: f(), refusing).raised
    assert (raised.kind, raised.message) == ("ZeroDivisionError", "nothing left")


def test_an_unusual_exception_of_a_passed_function_is_a_runtime_error():
    def refusing():
        raise msgpack.OutOfData("odd")

    assert call(lambda f: f(), refusing).raised.kind == "RuntimeError"


def test_a_passed_function_can_call_the_learner_back():
    work = learner("def f(g, n):\n    return g(n - 1) + 1 if n else 0\n")
    assert work.call("f", (lambda n: work.call("f", (lambda _: 10, n)).value, 2)).value == 12


def test_a_passed_function_cannot_be_given_back():
    assert call(lambda f: f, abs).not_plain
    assert isinstance(unpack(pack(abs, []), ask=print), PassedFunction)


# ---- other exercises that a function uses


def test_names_are_found_through_helpers_and_inner_functions():
    work = learner(
        "import math\nLIMIT = 3\n\ndef helper(x):\n    return math.floor(x) + LIMIT\n\n"
        "def f(xs):\n    return [(lambda y: helper(y))(x) for x in xs]\n\ndef unused():\n    return f([])\n"
    )
    assert work.uses("f") == {"helper", "math", "LIMIT"}
    assert work.uses("missing") == set()


def test_a_stand_in_replaces_the_learners_function_for_one_call():
    work = learner("def helper(x):\n    return 0\n\ndef f(x):\n    return helper(x) + 1\n")
    assert work.call("f", (5,), stand_ins={"helper": lambda x: x}).value == 6
    assert work.call("f", (5,)).value == 1


def test_a_stand_in_for_what_is_missing_goes_away_again():
    work = learner("def f(x):\n    return helper(x) + 1\n")
    assert work.call("f", (5,), stand_ins={"helper": lambda x: x}).value == 6
    assert work.call("f", (5,)).raised.kind == "NameError"
    assert not work.has("helper")


@pytest.mark.parametrize(
    "reply",
    [
        *(1, [], {}, {"value": 1}, {"raised": {}, "changed": []}, {"changed": ["x"], "printed": ""}),
        {"raised": {"kinds": [], "message": "", "lines": []}, "changed": [], "printed": ""},
        {"value": 1, "not_plain": "a module", "changed": [], "printed": ""},
        {"value": 1, "changed": [], "printed": ["x"]},
        {"points": 20.0, "changed": [], "printed": ""},
    ],
)
def test_a_forged_reply_is_not_plain(reply):
    class Forged(LocalWork):
        def answer(self, request, serve):
            return read_answer(pack(reply))

    assert Forged({"f": abs}).call("f", (1,)).not_plain


# ---- comparing


SAME = [
    (2, 2.0),
    (2.0, np.float32(2)),
    (0.1 + 0.2, 0.3),
    (np.float32(0.1), 0.1),
    (1e-300, 1e-300),
    ([1, 2], np.array([1.0, 2.0])),
    ((1, 2), np.array([1, 2])),
    ([[1], [2]], np.array([1, 2])),
    (np.bool_(True), True),
    (np.array(True), True),
    (None, None),
    ("a", "a"),
    ({"a": 1.0}, {"a": 1}),
    ({1, 2}, {2, 1}),
    ((1, [2.0]), (1, [2])),
    (math.nan, math.nan),
    ([1, math.inf], [1, math.inf]),
]
DIFFERENT = [
    (2, 2.1),
    (1.1e-300, 1e-300),
    (1e-8, 0.0),
    (np.float32(1.001), 1.0),
    (True, 1.5),
    (1, True),
    ("True", True),
    (0, False),
    (None, 0.0),
    ("2", 2),
    ([1, 2, 3], np.array([1, 2])),
    ([[1, 2], [3]], np.array([1, 2, 3])),
    ({"a": 1}, {"a": 1, "b": 2}),
    ([1], {1}),
    ([1, 2], (1, 2, 3)),
    (1j, 1.0),
    (math.inf, -math.inf),
    (math.nan, 1.0),
    (10**400, 1.0),
    (np.array(["1"]), 1),
    ({}, 0.0),
]


@pytest.mark.parametrize(("value", "expected"), SAME, ids=repr)
def test_same(value, expected):
    assert alike.same(value, expected)


@pytest.mark.parametrize(("value", "expected"), DIFFERENT, ids=lambda value: repr(value)[:20])
def test_not_the_same(value, expected):
    assert not alike.same(value, expected)


def handle(function, right=None):
    return Handle("f", LocalWork({"f": function}), right)


def told(check, function, right, *args):
    """What a learner is told about a wrong answer."""
    with pytest.raises(NotYet) as caught:
        check(handle(function, right), *args)
    return str(caught.value)


def test_the_evidence_is_the_call_and_the_answer_and_never_what_was_expected():
    assert told(agrees, lambda x, y: 7.0, lambda x, y: 123.0, [1, 2.5], (3,)) == "f([1, 2.5], (3,)) gave 7.0"
    assert told(agrees, lambda x: [1], lambda x: 123.0, np.array([1, 2])) == "f(np.array([1, 2])) gave [1]"


def test_a_wrong_form_is_said_in_words():
    assert told(agrees, lambda x: [1, 2], lambda x: 3.0, 0) == "f(0) gave [1, 2], where one number is asked for"
    said = told(agrees, lambda x: [1, 2], lambda x: np.arange(3), 0)
    assert said == "f(0) gave [1, 2], of shape (2,), where shape (3,) is asked for"
    assert told(agrees, lambda x: 1, lambda x: True, 0) == "f(0) gave 1, where a bool is asked for"
    assert told(agrees, lambda x: "a", lambda x: np.arange(3), 0).endswith("where an array of numbers is asked for")


def test_value_and_shape_are_compared_apart():
    def column(x):
        return [[1.0], [2.0]]

    def right(x):
        return np.array([1.0, 2.0])

    agrees(handle(column, right), 0)
    said = "f(0) gave [[1.0], [2.0]], of shape (2, 1), where shape (2,) is asked for"
    assert told(has_shape, column, right, 0) == said
    has_shape(handle(lambda x: [5, 6], right), 0)


def test_the_parts_of_an_answer_have_shapes_of_their_own():
    def layer(x):
        return np.ones((2, 3)), np.zeros(3)

    has_shape(handle(lambda x: [np.ones((2, 3)).tolist(), (0, 0, 0)], layer), 0)
    said = told(has_shape, lambda x: (np.ones((1, 2)), np.zeros(2)), layer, 0)
    assert said.endswith("of shapes [(1, 2), (2,)], where [(2, 3), (3,)] are asked for")
    assert told(has_shape, lambda x: np.ones((2, 3)), layer, 0).endswith("where a tuple is asked for")
    several = [np.ones((2, 3)), np.zeros(3)]
    has_shape(handle(lambda x: several, lambda x: several), 0)
    assert "of shapes [(2, 3)], where" in told(has_shape, lambda x: several[:1], lambda x: several, 0)
    assert told(agrees, lambda x: 3.0, lambda x: several, 0) == "f(0) gave 3.0"


def test_a_number_may_have_to_lie_within_bounds():
    assert lies_in(handle(lambda: np.float32(0.5)), (0, 1)) == 0.5
    assert lies_in(handle(lambda: 1 + 1e-12), (0, 1)) == pytest.approx(1)
    for value in (-0.1, 1.1, math.nan, math.inf):
        assert "where a number from 0 to 1 is asked for" in told(lambda f: lies_in(f, (0, 1)), lambda v=value: v, None)
    for value in ("a", [0.1, 0.2], None, np.array("a")):
        assert "where one number is asked for" in told(lambda f: lies_in(f, (0, 1)), lambda v=value: v, None)


def test_a_refusal_is_a_value_error_with_a_message():
    def raising(error):
        def f():
            raise error

        return f

    refuses(handle(raising(ValueError("no"))))
    refuses(handle(raising(UnicodeError("no"))))
    assert told(refuses, lambda: 3, None) == "f() gave 3, where a ValueError is asked for"
    assert told(refuses, raising(ValueError()), None).endswith("without a message that says what was wrong")
    assert told(refuses, raising(TypeError("odd")), None).startswith("f() raised TypeError: odd")


def test_a_changed_argument_is_told():
    assert told(leaves_alone, lambda x: x.pop(), None, [1, 2]) == "f([1, 2]) changed the argument that it was given"
    leaves_alone(handle(sum), [1, 2])


def test_what_is_missing_or_untouched_is_not_started():
    with pytest.raises(NotStarted):
        Handle("f", LocalWork({}))()
    with pytest.raises(NotStarted):
        handle(lambda: ...)()


def test_a_call_that_was_stopped_is_evidence():
    answer = Answer(stopped="took longer than 2 seconds")
    assert Call("f", (1,), {}, answer).evidence() == "f(1) took longer than 2 seconds"


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (2.0, "2.0"),
        (0.1 + 0.2, "0.3"),
        (np.float64(0.5), "0.5"),
        (np.array([[1, 2]]), "np.array([[1, 2]])"),
        (list(range(20)), "[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, ...]"),
        ((), "()"),
        ((1,), "(1,)"),
        (np.random.default_rng(0), "rng"),
        (abs, "f"),
        ({"ant": (abs, len)}, "{'ant': (f, f)}"),
        ("text", "'text'"),
        (math.nan, "nan"),
        ("x" * 300, "'" + "x" * 199 + " ..."),
    ],
    ids=lambda value: str(value)[:15],
)
def test_a_value_is_shown_as_a_learner_would_type_it(value, text):
    assert shown.show(value) == text


# ---- recognising a mistake


def test_an_array_of_nothing_in_many_rows_is_shown_at_once():
    assert len(shown.show(np.zeros((30_000_000, 0)))) < 100


def doubled(x):
    """It is doubled."""
    return 2 * x


def squared(x):
    """It is
    squared."""
    return x * x


def made(function, *inputs):
    """The calls of a run on these inputs."""
    one = handle(function)
    for x in inputs:
        one.ask(x)
    return one.calls


def test_a_mistake_is_recognised_by_the_answers_it_gives():
    calls = made(lambda x: x + x, 1, 5, 7)
    assert Recogniser(calls, [], [squared, doubled]).hint(calls[1]) == "It is doubled."


def test_where_two_mistakes_agree_the_other_calls_decide():
    calls = made(lambda x: x**2, 2, 3, 4)
    assert Recogniser(calls, [], [doubled, squared]).hint(calls[0]) == "It is squared."


def test_a_mistake_that_explains_less_than_half_is_not_named():
    calls = made(lambda x: 4, 2, 3, 5, 6)
    assert Recogniser(calls, [], [doubled, squared]).hint(calls[0]) == ""
    assert Recogniser(calls, [], [doubled, squared]).hint(calls[1]) == ""


def test_proper_refusals_do_not_hide_a_mistake():
    def f(x):
        if x < 0:
            raise ValueError("below zero")
        return 2 * x

    calls = made(f, 3, 4, -1, -2, -3, -4, -5)
    assert Recogniser(calls, [], [squared, doubled]).hint(calls[0]) == "It is doubled."


def test_between_equal_explanations_the_refusals_decide():
    def refuses_minus_one(x):
        """Only -1 is refused."""
        if x == -1:
            raise ValueError("minus one")
        return 2 * x

    calls = made(refuses_minus_one, 3, 4, -1, -2)
    assert Recogniser(calls, [], [doubled, refuses_minus_one]).hint(calls[3]) == "Only -1 is refused."


def test_shape_errors_and_changed_arguments_are_part_of_an_answer():
    def nested(x):
        """It is in a list."""
        return [2 * x]

    def raising(x):
        """It raises."""
        raise TypeError

    calls = made(lambda x: [x + x], 3, 4)
    assert Recogniser(calls, [], [doubled, nested]).hint(calls[0]) == "It is in a list."
    calls = made(lambda x: x + "a", 3)
    assert Recogniser(calls, [], [doubled, raising]).hint(calls[0]) == "It raises."


def test_a_mistake_that_contradicts_a_right_answer_is_not_named():
    calls = made(lambda x: 4 if x == 2 else 2 * x, 1, 5, 7, 2)
    assert Recogniser(calls, calls[:1], [doubled]).hint(calls[1]) == "It is doubled."
    assert Recogniser(calls, calls[-1:], [lambda x: 2 * x if x != 2 else 5]).hint(calls[1]) == ""


def test_a_mistake_repeats_each_call_once():
    count = []

    def counting(x):
        """Counted."""
        count.append(x)
        return 2 * x

    calls = made(lambda x: x + x, 1, 2, 3)
    recogniser = Recogniser(calls, [], [counting])
    assert [recogniser.hint(one) for one in calls] == ["Counted."] * 3
    assert sorted(count) == [1, 2, 3]


def test_what_a_function_of_the_test_does_to_its_arguments_is_seen():
    def spoils(values, weights):
        values.sort()
        weights *= 2

    def learner(f):
        values, weights = [3, 1, 2], np.array([1.0, 2.0])
        f(values, weights)
        return values, weights.tolist()

    assert LocalWork({"learner": learner}).call("learner", (spoils,)).value == ([1, 2, 3], [2.0, 4.0])


def test_a_hint_is_the_docstring_in_one_line():
    assert hint_of(squared) == "It is squared."


def test_a_tagged_function_stays_a_function():
    @definition("f")
    @mistake("g")
    def f():
        return 1

    assert f() == 1


def test_a_catalogue_holds_definitions_mistakes_and_alternatives():
    found = catalogue.load(LESSON)
    assert found.definitions.keys() == found.mistakes.keys() == found.alternatives.keys()
    with pytest.raises(ModuleNotFoundError):
        catalogue.load("77_nowhere")


# ---- examining


RIGHT = """
def weighted_average(values, weights):
    if len(values) != len(weights) or len(values) == 0 or sum(weights) == 0:
        raise ValueError("there is no such average")
    return sum(v * w for v, w in zip(values, weights)) / sum(weights)

def average_from_counts(counts):
    return weighted_average(range(1, len(counts) + 1), counts)
"""


def _examine(source="", points=None, **functions):
    work = learner(source) if source else LocalWork(functions)
    points = points or dict.fromkeys(functions, 3.0)
    return examine(LESSON, points, work)


def test_a_right_function_earns_all_points():
    outcomes = _examine(RIGHT, {"average_from_counts": 2.0, "weighted_average": 3.0})
    assert list(outcomes) == ["average_from_counts", "weighted_average"]
    assert [(one.verdict, one.points) for one in outcomes.values()] == [(Verdict.PASSED, 2.0), (Verdict.PASSED, 3.0)]


def test_points_are_the_share_of_tests_that_pass():
    [outcome] = _examine(RIGHT.replace("len(values) == 0 or ", ""), {"weighted_average": 3.0}).values()
    assert outcome.verdict is Verdict.PASSED  # no weights sum to zero, too
    source = RIGHT.replace("len(values) != len(weights) or", "")
    [outcome] = _examine(source, {"weighted_average": 3.0}).values()
    failed = [test for test in outcome.tests if test.verdict is Verdict.NOT_YET]
    assert outcome.verdict is Verdict.NOT_YET
    assert 0 < len(failed) < len(outcome.tests)
    assert outcome.points == round(3.0 * (len(outcome.tests) - len(failed)) / len(outcome.tests), 2)
    assert outcome.hint.startswith("`zip` stops at the end of the shorter one")


def test_without_an_essential_test_there_are_no_points():
    [outcome] = _examine(RIGHT.replace("/ sum(weights)", "/ len(weights)"), {"weighted_average": 3.0}).values()
    assert outcome.points == 0
    assert outcome.tests[0].evidence == "weighted_average([1, 5], [3, 1]) gave 4.0"
    assert outcome.tests[0].hint == "Divide by the total weight, not by how many weights there are."


def test_the_untouched_stub_and_a_missing_function_are_not_started():
    source = "def weighted_average(values, weights):\n    return ...  # your code here\n"
    for outcome in _examine(source, {"weighted_average": 3.0, "normalize": 2.0}).values():
        assert (outcome.verdict, outcome.points) == (Verdict.NOT_STARTED, 0)


def test_a_function_that_calls_a_wrong_one_waits_with_full_points():
    source = RIGHT.replace("/ sum(weights)", "/ len(weights)")
    outcomes = _examine(source, {"average_from_counts": 2.0})
    outcome = outcomes["average_from_counts"]
    assert (outcome.verdict, outcome.points) == (Verdict.WAITING, 2.0)
    assert "your weighted_average, which does not pass yet" in outcome.note


def test_a_function_that_is_wrong_itself_does_not_wait():
    source = RIGHT.replace("/ sum(weights)", "/ len(weights)").replace("range(1, ", "range(0, ").replace(") + 1)", "))")
    outcome = _examine(source, {"average_from_counts": 2.0})["average_from_counts"]
    assert (outcome.verdict, outcome.points) == (Verdict.NOT_YET, 0)
    assert "The stars start at 0 here" in outcome.hint


def test_a_function_that_calls_a_missing_one_waits():
    source = RIGHT[RIGHT.index("def average_from_counts") :]
    stub = "def weighted_average(values, weights):\n    return ...  # your code here\n\n"
    outcome = _examine(stub + source, {"average_from_counts": 2.0})["average_from_counts"]
    assert (outcome.verdict, outcome.points) == (Verdict.WAITING, 2.0)


def test_functions_that_only_call_each_other_earn_nothing():
    first = "def weighted_average(values, weights):\n    return weighted_averages([values], weights)[0]\n"
    second = "def weighted_averages(table, weights):\n    return [weighted_average(row, weights) for row in table]\n"
    outcomes = _examine(first + second, {"weighted_average": 5.0, "weighted_averages": 5.0})
    assert [outcome.points for outcome in outcomes.values()] == [0, 0]


def test_a_function_without_return_is_asked_about_it():
    def weighted_average(values, weights):
        print(sum(values))  # noqa: T201

    [outcome] = _examine(weighted_average=weighted_average).values()
    assert "is there a `return` on every way through it? It prints" in outcome.hint


def test_an_unknown_way_of_changing_arguments_gets_the_general_hint():
    def weighted_average(values, weights):
        result = catalogue.load(LESSON).definitions["weighted_average"](values, weights)
        if isinstance(values, list):
            values.append(0)
        return result

    [outcome] = _examine(weighted_average=weighted_average).values()
    assert outcome.hint.startswith("Work on a copy")
    assert 0 < outcome.points < 3


def test_a_fault_of_the_tests_is_ours(monkeypatch):
    def broken(values, weights):
        raise KeyError("a fault of ours")

    real = catalogue.load(LESSON)
    faulty = replace(real, definitions={**real.definitions, "weighted_average": broken})
    monkeypatch.setattr(testing, "load", lambda lesson: faulty)
    [outcome] = _examine(RIGHT, {"weighted_average": 3.0}).values()
    assert outcome.verdict is Verdict.OUR_FAULT
    ours = [test for test in outcome.tests if test.verdict is Verdict.OUR_FAULT]
    assert "KeyError" not in ours[0].evidence
    assert "no mistake of yours" in ours[0].evidence
    assert ours[0].hint == ""


def test_hidden_tests_that_cannot_be_run_are_an_error(monkeypatch, tmp_path):
    (tmp_path / "test_broken.py").write_text("import nowhere_at_all\n")
    monkeypatch.setattr(session, "HIDDEN_TESTS", tmp_path)
    monkeypatch.setattr(testing, "load", lambda lesson: Catalogue(definitions={"f": abs}))
    with pytest.raises(session.TestsFailed, match="nowhere_at_all"):
        examine("broken", {"f": 1.0}, LocalWork({"f": abs}))


def test_an_interrupt_ends_the_examination():
    def weighted_average(values, weights):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        _examine(weighted_average=weighted_average)


def test_sentences_are_for_learners():
    for lesson, names in ((LESSON, catalogue.load(LESSON).definitions), ("00_start_here", ("average", "row_averages"))):
        for outcome in examine(lesson, dict.fromkeys(names, 1.0), LocalWork({})).values():
            sentences = [test.name for test in outcome.tests]
            assert len(set(sentences)) == len(sentences)
            for sentence in sentences:
                assert "{" not in sentence, sentence
                assert "test_" not in sentence, sentence
                assert len(sentence) <= 120, sentence


JUNK = [
    None,
    "2.0",
    b"2",
    {},
    {1.0},
    [[1.0], [2.0, 3.0]],
    math.nan,
    10**30,
    1j,
    np.array("a"),
    np.zeros((0, 2)),
    [None],
]


@pytest.mark.slow
@pytest.mark.parametrize("junk", JUNK, ids=repr)
@pytest.mark.parametrize("lesson", ["00_start_here", LESSON])
def test_no_odd_answer_passes_or_makes_a_test_fail_itself(lesson, junk):
    names = catalogue.load(lesson).definitions
    functions = {name: lambda *_: junk for name in names}
    for outcome in examine(lesson, dict.fromkeys(names, 1.0), LocalWork(functions)).values():
        assert (outcome.verdict, outcome.points) == (Verdict.NOT_YET, 0), outcome.name


def test_which_lessons_have_hidden_tests():
    assert has_hidden_tests(LESSON)
    assert not has_hidden_tests("77_nowhere")


# ---- outcomes


def test_an_exercise_is_as_good_as_its_tests():
    def of(*verdicts):
        return overall(tuple(TestOutcome("", verdict) for verdict in verdicts))

    assert of(Verdict.PASSED, Verdict.PASSED) is Verdict.PASSED
    assert of(Verdict.PASSED, Verdict.NOT_YET) is Verdict.NOT_YET
    assert of(Verdict.NOT_STARTED, Verdict.NOT_STARTED) is Verdict.NOT_STARTED
    assert of(Verdict.NOT_STARTED, Verdict.PASSED) is Verdict.NOT_YET
    assert of(Verdict.PASSED, Verdict.OUR_FAULT) is Verdict.OUR_FAULT
    assert of() is Verdict.OUR_FAULT


def test_an_outcome_as_json_is_what_the_contract_says():
    tests = (TestOutcome("a", Verdict.PASSED), TestOutcome("b", Verdict.NOT_YET, "f() gave 1", "Look."))
    assert ExerciseOutcome("f", 1.5, 3.0, Verdict.NOT_YET, tests).to_json() == {
        "name": "f",
        "points": 1.5,
        "max_points": 3.0,
        "verdict": "not yet",
        "tests": [
            {"name": "a", "verdict": "passed", "evidence": "", "hint": ""},
            {"name": "b", "verdict": "not yet", "evidence": "f() gave 1", "hint": "Look."},
        ],
    }


def test_the_one_hint_of_an_exercise_is_the_first():
    tests = tuple(TestOutcome("", Verdict.NOT_YET, "", hint) for hint in ("", "first", "second"))
    assert ExerciseOutcome("f", 0, 1, Verdict.NOT_YET, tests).hint == "first"


def test_work_is_a_protocol():
    with pytest.raises(TypeError):
        Work()


def drawn(count, rng):
    return rng.normal(0, 1, size=count)


def drawn_in_another_order(count, rng):
    return rng.normal(0, 1, size=(3, count))[1]


def drawn_too_wide(count, rng):
    """They are twice as wide."""
    return rng.normal(0, 2, size=count)


def test_where_chance_decides_the_summaries_are_compared():
    chance = np.random.default_rng(0)
    agrees(handle(drawn_in_another_order, drawn), 4000, chance, view=np.std, rtol=0.1)
    wide = handle(lambda count, rng: 2 * drawn_in_another_order(count, rng), drawn)
    with pytest.raises(NotYet):
        agrees(wide, 4000, chance, view=np.std, rtol=0.1)
    assert Recogniser(wide.calls, [], [doubled, drawn_too_wide]).hint(wide.calls[0]) == "They are twice as wide."


def test_the_definition_leaves_the_generator_of_a_call_as_it_was():
    chance = np.random.default_rng(0)
    before = chance.bit_generator.state
    asked = handle(drawn, drawn)
    agrees(asked, 5, chance)
    has_shape(asked, 5, chance)
    assert chance.bit_generator.state == before


def test_an_answer_that_a_view_cannot_read_is_the_learners_mistake():
    with pytest.raises(NotYet, match="where an array of numbers is asked for"):
        agrees(handle(lambda count, rng: "wide", drawn), 4, np.random.default_rng(0), view=np.std)


def test_a_view_that_cannot_read_the_right_answer_is_our_fault():
    with pytest.raises(ZeroDivisionError):
        agrees(handle(drawn, drawn), 4, np.random.default_rng(0), view=lambda value: 1 / 0)


def test_the_definition_draws_from_a_copy_so_that_a_mistake_can_repeat_the_call():
    def drawn(rng):
        return rng.normal()

    one = Handle("drawn", LocalWork({"drawn": drawn}), definition=drawn)
    agrees(one, np.random.default_rng(0))
    assert one.calls[-1].args[0].normal() == np.random.default_rng(0).normal()
