"""Examining a lesson: verdicts and points, fair to exercises that use others."""

import math
from dataclasses import replace

import numpy as np
import pytest
from handles import learner

from autograder import catalogue, session, testing
from autograder.catalogue import Catalogue
from autograder.outcome import Verdict
from autograder.testing import examine, has_hidden_tests
from autograder.work import LocalWork

LESSON = "01_weighted_averages"


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


class EqualToAll(float):
    def __eq__(self, other):
        return True

    __hash__ = float.__hash__


def test_a_float_that_equals_everything_never_counts_as_right():
    [outcome] = _examine(weighted_average=lambda values, weights: EqualToAll(2)).values()
    assert outcome.points == 0
    assert "gave an EqualToAll, where plain numbers are asked for" in outcome.tests[0].evidence


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
