"""The outcome of an exercise, from those of its tests."""

from autograder.outcome import ExerciseOutcome, TestOutcome, Verdict, overall


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
