"""The hidden tests tell right from wrong: what `make judge` shows, and how it is found out."""

import argparse
import ast
import contextlib
import itertools

import numpy as np
import pytest

from autograder import session
from autograder.authoring.syllabus import read_syllabus
from autograder.catalogue import hint_of, load
from autograder.compare import Handle, NotYet
from autograder.hidden_tests import (
    suspects_01_weighted_averages,
    suspects_03_special_operation,
    suspects_07_backpropagation,
)
from autograder.judging import jobs, judge
from autograder.judging.mutants import Solutions, equivalent, mutants, survives
from autograder.secret_order import tells_apart
from autograder.testing import examine
from autograder.work import Answer, LocalWork

LESSONS = judge.lessons_with_tests()
FEW_MUTANTS = {"accuracy": 4, "weight_decay_gradient": 3}  # solutions of one line, which hold no more


@pytest.fixture(scope="module", params=LESSONS)
def judged(request):
    """The judgements on all exercises of a lesson."""
    return judge.judge(request.param)


@pytest.mark.slow
def test_every_mistake_is_caught_and_hinted_at_and_nothing_right_is_refused(judged):
    complaints = [complaint for one in judged for complaint in one.complaints]
    assert complaints == []


@pytest.mark.slow
def test_every_exercise_has_enough_mistakes_alternatives_and_mutants(judged):
    for one in judged:
        assert one.mistakes >= 4, one.exercise
        assert one.alternatives >= 3, one.exercise
        assert one.mutants >= FEW_MUTANTS.get(one.exercise, 5), one.exercise


@pytest.mark.parametrize("lesson", LESSONS)
def test_every_exercise_of_the_syllabus_has_a_definition(lesson, project):
    planned = read_syllabus(project / "autograder" / "authoring" / "syllabus.toml")[lesson]
    assert set(load(lesson).definitions) == set(planned.signatures)


@pytest.mark.parametrize("lesson", LESSONS)
def test_a_hint_is_a_short_sentence_of_its_own(lesson):
    for exercise, mistakes in load(lesson).mistakes.items():
        hints = [hint_of(mistake) for mistake in mistakes]
        assert len(set(hints)) == len(hints), exercise
        for hint in hints:
            assert hint.endswith((".", "?")), hint
            assert len(hint) <= 160, hint


def test_every_excuse_for_a_mutant_has_a_reason():
    assert all(reason for reason in equivalent().values())


@pytest.mark.parametrize(
    ("lesson", "exercise", "suspects"),
    [
        ("01_weighted_averages", "is_weighted_average", suspects_01_weighted_averages),
        ("03_special_operation", "is_softmax", suspects_03_special_operation),
    ],
)
def test_the_definition_of_a_test_knows_right_from_wrong(lesson, exercise, suspects):
    right = load(lesson).definitions[exercise]
    assert [name for name, f in suspects.RIGHT.items() if not right(f)] == []
    assert [name for name, f in suspects.WRONG.items() if right(f)] == []


def test_the_definition_of_the_bug_hunt_knows_right_from_wrong_gradients():
    hunt = load("07_backpropagation").definitions["find_wrong_gradients"]
    right, wrong = suspects_07_backpropagation.RIGHT, suspects_07_backpropagation.WRONG
    assert hunt({**right, **wrong}, np.random.default_rng(5)) == set(wrong)


SOLUTION = '''
import os
import numpy as np

def unused():
    return os.name

def helper(values):
    return np.sum(values)

def total(values):
    """A docstring."""
    if len(values) == 0:
        raise ValueError(f"none of {1}")
    pairs = [(1, 2), (3, 4)]
    return max(helper(values[1:]), 2, key=abs) + 1
'''


@pytest.fixture
def solutions(tmp_path):
    path = tmp_path / "lesson.py"
    path.write_text(SOLUTION)
    return Solutions(path)


def test_the_code_of_an_exercise_brings_what_it_uses_and_nothing_else(solutions):
    source = solutions.source("total")
    assert "import numpy" in source
    assert "def helper" in source
    assert "import os" not in source
    assert "def unused" not in source
    namespace = {}
    exec(source, namespace)
    assert namespace["total"]([5, 2, 3]) == 6


def test_mutants_change_operators_numbers_arguments_statements_slices_and_signs(solutions):
    changes = {(mutant.line, mutant.becomes) for mutant in mutants(solutions, "total")}
    result = "return max(helper(values[1:]), 2, key=abs) + 1"
    assert changes >= {
        ("if len(values) == 0:", "if len(values) != 0:"),
        ("if len(values) == 0:", "if len(values) == 1:"),
        ("if len(values) == 0:", "pass"),
        ("pairs = [(1, 2), (3, 4)]", "pass"),
        (result, "return max(helper(values[1:]), 2, key=abs) - 1"),
        (result, "return max(helper(values[1:]), 2, key=abs) + 2"),
        (result, "return max(helper(values[1:]), 3, key=abs) + 1"),
        (result, "return max(2, helper(values[1:]), key=abs) + 1"),
        (result, "return max(helper(values[1:]), 2) + 1"),
        (result, "return max(helper(values[1 - 1:]), 2, key=abs) + 1"),
        (result, "return -(max(helper(values[1:]), 2, key=abs) + 1)"),
    }


def test_mutants_leave_written_out_data_alone(solutions):
    assert {mutant.becomes for mutant in mutants(solutions, "total") if mutant.line.startswith("pairs")} == {"pass"}


def test_mutants_are_valid_functions_that_differ(solutions):
    sources = [mutant.source for mutant in mutants(solutions, "total")]
    assert len(set(sources)) == len(sources)
    for source in sources:
        assert isinstance(ast.parse(source).body[0], ast.FunctionDef)


def test_a_solution_survives_and_a_wrong_one_does_not():
    refusal = "    if len(values) == 0:\n        raise ValueError('none')\n"
    right = f"def average(values):\n{refusal}    return sum(values) / len(values)"
    assert survives("00_start_here", "average", right)
    assert not survives("00_start_here", "average", right.replace("/", "//"))
    assert not survives("00_start_here", "average", "def average(values):\n    return ...")


def endless():
    while True:
        pass


def doubled(number):
    if number == 3:
        raise SystemExit
    return 2 * number


def test_jobs_bring_their_results_back():
    results = dict(jobs.run(doubled, [(1,), (2,), (3,), (4,)], seconds=60))
    assert isinstance(results.pop(2), jobs.Lost)
    assert results == {0: 2, 1: 4, 3: 8}


def test_a_job_that_takes_too_long_is_ended():
    [(number, result)] = jobs.run(endless, [()], seconds=1)
    assert (number, type(result)) == (0, jobs.Lost)


def test_judge_says_what_is_wrong_and_exits_with_1(monkeypatch, capsys):
    bad = judge.Judgement("average", 3, 4, 3, missed=("halfway",), mutants=2, survivors=("`a` -> `b`",))
    monkeypatch.setattr(judge, "judge", lambda lesson, console: [bad])
    assert judge.main(argparse.Namespace(lessons=["00_start_here"])) == 1
    printed = capsys.readouterr().out
    assert "3/4" in printed
    assert "average: halfway loses no points" in printed
    assert "average: `a` -> `b` is not noticed" in printed


def test_judge_exits_with_0_when_nothing_is_wrong_and_with_2_for_an_unknown_lesson(monkeypatch, capsys):
    monkeypatch.setattr(judge, "judge", lambda lesson, console: [judge.Judgement("average", 3, 4, 3)])
    assert judge.main(argparse.Namespace(lessons=["00_start_here"])) == 0
    assert judge.main(argparse.Namespace(lessons=["77_nowhere"])) == 2
    assert "77_nowhere" in capsys.readouterr().out


def test_suspects_are_asked_about_in_an_order_that_changes_and_told_in_the_order_of_the_file():
    seen = []

    def is_weighted_average(f):
        seen[-1].append(right(f))
        return seen[-1][-1]

    right = load("01_weighted_averages").definitions["is_weighted_average"]
    told = []
    for _ in range(3):
        seen.append([])
        work = LocalWork({"is_weighted_average": is_weighted_average})
        [outcome] = examine("01_weighted_averages", {"is_weighted_average": 1.0}, work).values()
        assert outcome.points == 1
        told.append([test.name for test in outcome.tests])
    assert seen[0] != seen[1] or seen[1] != seen[2]
    assert told[0] == told[1] == told[2]
    assert told[0][0] == "a right one passes, and one that always says 0 is caught"


def test_answers_that_change_from_one_time_to_the_next_tell_nothing_apart():
    answers = itertools.cycle([True, True, False])
    work = LocalWork({"is_weighted_average": lambda f: next(answers)})
    handle = Handle("is_weighted_average", work, load("01_weighted_averages").definitions["is_weighted_average"])
    right, wrong = suspects_01_weighted_averages.RIGHT, suspects_01_weighted_averages.WRONG
    suspects = [right["written with a loop"], right["written with NumPy"], wrong["always 0"]]
    failed = 0
    for _ in range(20):
        with contextlib.suppress(NotYet):
            tells_apart(handle, *suspects)
            continue
        failed += 1
    assert failed >= 17  # one order in 495 is that of the answers


def test_a_stop_spoils_every_test_whose_turn_is_secret_alike(tmp_path, monkeypatch):
    (tmp_path / "test_00_turns.py").write_text(
        """
import pytest

@pytest.mark.secret_order
@pytest.mark.parametrize("case", range(12))
def test_it(judge, case):
    \"\"\"case {case}\"\"\"
    if not judge(case):
        judge.fail()

def test_first(judge):
    \"\"\"in its own turn\"\"\"
    judge(99)
"""
    )
    monkeypatch.setattr(session, "HIDDEN_TESTS", tmp_path)

    class Hangs(LocalWork):
        stopped = False

        def call(self, name, args=(), *others):
            self.stopped = self.stopped or args == (5,)
            return Answer(stopped="did not finish") if self.stopped else super().call(name, args, *others)

    for _ in range(3):
        ended = session.run("00_turns", Hangs({"judge": lambda case: True}), {"judge": bool}, ["judge"], {})
        assert [test.sentence for test in ended] == [*(f"case {case}" for case in range(12)), "in its own turn"]
        assert all("did not finish" in str(test.problem) for test in ended[:12])
