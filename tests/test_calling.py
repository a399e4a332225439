"""A call of a learner's function: its answer, the functions passed in, and the other exercises that it uses."""

import math

import msgpack
import numpy as np
import pytest
from handles import learner

from autograder.plain import PassedFunction, pack, unpack
from autograder.work import Answer, LocalWork, OurWork, Work, read_answer


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


def test_work_is_a_protocol():
    with pytest.raises(TypeError):
        Work()
