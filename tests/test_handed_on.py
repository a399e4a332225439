"""Functions that hand a state on, networks in a report, and calls that may take longer."""

import os

import numpy as np
import pytest

from autograder import layers
from autograder.alike import same
from autograder.catalogue import Recogniser
from autograder.compare import Handle, NotYet
from autograder.grading.process import Limits, ProcessWork
from autograder.handed_on import agrees_step_by_step
from autograder.session import run
from autograder.shown import show
from autograder.work import LocalWork


def total(value, state):
    """The definition: the sum of all values so far."""
    seen = [*(state or []), value]
    return float(sum(seen)), seen


def counts_otherwise(value, state):
    """A right function with a state of another form."""
    sum_so_far = (state or {"sum": 0.0})["sum"] + value
    return sum_so_far, {"sum": sum_so_far}


def forgets(value, state):
    """The state is not used."""
    return float(value), [value]


def forgets_with_a_dict(value, state):
    return float(value), {"sum": value}


def doubles(value, state):
    """Everything counts twice."""
    answer, state = total(value, state)
    return 2 * answer, state


def handle(function):
    return Handle("f", LocalWork({"f": function}), total)


VALUES = [(1.0,), (2.0,), (4.0,)]


@pytest.mark.parametrize("right", [total, counts_otherwise])
def test_a_state_may_have_any_form(right):
    agrees_step_by_step(handle(right), VALUES, 1)


def test_the_first_wrong_step_is_the_evidence_and_the_others_tell_mistakes_apart():
    learner = handle(forgets_with_a_dict)
    with pytest.raises(NotYet, match=r"^f\(2.0, \{'sum': 1.0\}\) gave \(2.0, \{'sum': 2.0\}\)$"):
        agrees_step_by_step(learner, VALUES, 1)
    assert [call.args[0] for call in learner.calls] == [1.0, 4.0, 2.0]
    recogniser = Recogniser(learner.calls, [], [doubles, forgets])
    assert recogniser.hint(learner.calls[-1]) == "The state is not used."


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        (lambda value, state: value, "two things are asked for"),
        (lambda value, state: (value, object()), "gave an object, where numbers, arrays"),
        (lambda value, state: 1 / 0, "raised ZeroDivisionError"),
    ],
    ids=["no state", "a state that is no data", "an error"],
)
def test_what_is_no_answer_with_a_state_is_said(wrong, words):
    with pytest.raises(NotYet, match=words):
        agrees_step_by_step(handle(wrong), VALUES, 1)


NETWORK = [(np.ones((3, 4)), np.ones(4)), (np.ones((4, 2)), np.ones(2))]


def test_a_network_is_described_and_a_small_one_written_out():
    assert show(NETWORK) == "[layer 3 x 4, layer 4 x 2]"
    assert show((NETWORK, None)) == "([layer 3 x 4, layer 4 x 2], None)"
    assert show([(np.ones((1, 2)), np.ones(2))]) == "[(np.array([[1.0, 1.0]]), np.array([1.0, 1.0]))]"
    assert show([(1, 2), (3, 4)]) == "[(1, 2), (3, 4)]"


def test_the_part_of_a_network_that_is_not_right_is_named():
    wrong = [NETWORK[0], (np.ones((4, 2)), np.zeros(2))]
    assert layers.not_right(wrong, NETWORK, same) == "in which b of layer 2 is not right"
    assert layers.not_right([NETWORK[0], 3], NETWORK, same) == "where a pair (W, b) is asked for as layer 2"
    assert layers.not_right(NETWORK, NETWORK, same) == ""
    assert layers.not_right(NETWORK[:1], NETWORK, same) == ""
    assert layers.not_right([1.0, 2.0], [2.0, 1.0], same) == ""


SLOW = "import time\ndef f(x):\n    time.sleep(x)\n    return x"


@pytest.mark.skipif(not hasattr(os, "fork"), reason="the deadlines here are those of Unix")
def test_one_call_may_have_more_time_than_others():
    with ProcessWork([SLOW], Limits(cells=30, call=0.2)) as work:
        assert work.call("f", (0.5,), seconds=20).value == 0.5
        assert work.call("f", (5.0,)).stopped == "did not finish within 0.2 s"


def test_a_mark_gives_the_calls_of_a_test_their_time(monkeypatch, tmp_path):
    asked = []

    class Noting(LocalWork):
        def call(self, name, args=(), kwargs=None, stand_ins=None, seconds=None):
            asked.append(seconds)
            return super().call(name, args, kwargs, stand_ins, seconds)

    (tmp_path / "test_made_up.py").write_text(
        "import pytest\n\ndef test_usual(f):\n    f(1)\n\n@pytest.mark.seconds(7.5)\ndef test_long(f):\n    f(2)\n"
    )
    monkeypatch.setattr("autograder.session.HIDDEN_TESTS", tmp_path)
    ended = run("made_up", Noting({"f": lambda x: x}), {"f": lambda x: x}, {"f"}, {})
    assert [test.problem for test in ended] == [None, None]
    assert asked == [None, 7.5]
