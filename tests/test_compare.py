"""Comparing an answer with the right one, and what is told about a wrong one."""

import math

import numpy as np
import pytest
from handles import handle

from autograder import alike, shown
from autograder.compare import Call, Handle, NotStarted, NotYet, agrees, has_shape, leaves_alone, lies_in, refuses
from autograder.work import Answer, LocalWork

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


def test_an_array_of_nothing_in_many_rows_is_shown_at_once():
    assert len(shown.show(np.zeros((30_000_000, 0)))) < 100
