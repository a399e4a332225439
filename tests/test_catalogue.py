"""Recognising the mistake whose answers these are."""

import numpy as np
import pytest
from handles import handle

from autograder import catalogue
from autograder.catalogue import Recogniser, definition, hint_of, mistake
from autograder.work import LocalWork

LESSON = "01_weighted_averages"


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
