"""What to say about an outcome: which tests in full, which hint, which sentence.

The failing tests stand first, and of these one with a hint that is quickly read. A report
has one hint at most: a learner can follow one thought at a time.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from autograder.lessons import LessonIndex
from autograder.notebook.show import Block, Folded, Heading, Paragraph, Shown, Table, Test, shown
from autograder.outcome import ExerciseOutcome, TestOutcome, Verdict

EXAMPLES_HOLD = "examples hold"
NOT_CHECKED = "not checked"
HIDDEN_TESTS_FOLLOW = "These were the examples of its docstring. Hidden tests follow when the notebook is handed in."
_IN_FULL = 2  # failing tests that are shown with what was seen
_LONG = 160  # characters of evidence: shorter ones are read first


def report(outcome: ExerciseOutcome, examples_only: bool = False, remark: str = "") -> Shown:
    """The report on one exercise; `examples_only` where no hidden test was run."""
    label, points = outcome.verdict.value, of_points(outcome.points, outcome.max_points)
    if examples_only and outcome.verdict is Verdict.PASSED:
        label = EXAMPLES_HOLD
    if examples_only or outcome.verdict is Verdict.OUR_FAULT:
        points = ""
    blocks = [Heading(label, outcome.name, points), *_body(outcome, examples_only)]
    if examples_only and outcome.verdict in (Verdict.PASSED, Verdict.NOT_YET):
        blocks.append(Paragraph(HIDDEN_TESTS_FOLLOW))
    if remark:
        blocks.append(Paragraph(remark, "quiet"))
    return shown(*blocks)


def standing(lesson: LessonIndex, checked: Mapping[str, Any], remark: str = "") -> Shown:
    """A row for each exercise of a lesson, as of its last check."""
    rows, total, graded = [], 0.0, True
    for exercise in lesson.exercises:
        entry = checked.get(exercise.name)
        entry = entry if isinstance(entry, dict) else {}
        points = entry.get("points", 0.0)
        if type(points) in (int, float):
            total += points
        else:
            graded, points = False, None
        verdict = str(entry.get("verdict", NOT_CHECKED))
        rows.append([exercise.name, verdict, _cell(points, exercise.points), f"{exercise.minutes} minutes"])
    rows.append(["together", "", _cell(round(total, 2) if graded else None, lesson.points), ""])
    closing = "As it stood when each exercise was last checked."
    if not graded:
        closing += " Points come from hidden tests, which follow when the notebook is handed in."
    table = Table(rows, ["exercise", "verdict", "points", "takes about"])
    blocks: list[Block] = [Paragraph(lesson.title, "title"), table, Paragraph(closing, "quiet")]
    if remark:
        blocks.append(Paragraph(remark, "quiet"))
    return shown(*blocks)


def of_points(points: float, maximum: float) -> str:
    """Points in words: "1.8 of 3 points"."""
    return f"{_cell(points, maximum)} point{'' if maximum == 1 else 's'}"


def _cell(points: float | None, maximum: float) -> str:
    return f"{'?' if points is None else f'{points:g}'} of {maximum:g}"


def _body(outcome: ExerciseOutcome, examples_only: bool) -> list[Block]:
    verdict, ask = outcome.verdict, f'`hint("{outcome.name}")`'
    if verdict is Verdict.OUR_FAULT:
        return [Paragraph("The grader failed here. This is no mistake of yours, and it says nothing about your code.")]
    if verdict is Verdict.NOT_STARTED:
        still = outcome.note or "It still gives back `...`: write your code in that place and run the cell."
        return [Paragraph(still), Paragraph(f"{ask} gives a first step.", "quiet")]
    if verdict is Verdict.WAITING:
        return [Paragraph(f"{outcome.note} Repair that first, then check this again.")]
    if verdict is Verdict.PASSED:
        return _passed(outcome.tests, examples_only)
    return _not_yet(outcome.tests, ask) if outcome.tests else [Paragraph(outcome.note)]


def _passed(tests: Sequence[TestOutcome], examples_only: bool) -> list[Block]:
    count = len(tests)
    if examples_only:
        sentence = "The example gives what it should." if count == 1 else f"The {count} examples give what they should."
        return [Paragraph(sentence)]
    sentence = f"It does what the exercise asks for: {'its test passes' if count == 1 else f'all {count} tests pass'}."
    return [Paragraph(sentence), Folded("What was tested", [_test(test) for test in tests])]


def _not_yet(tests: Sequence[TestOutcome], ask: str) -> list[Block]:
    """The first failing tests in full; the other ones and the passing ones behind a line each."""
    failing = [test for test in tests if test.verdict is not Verdict.PASSED]
    failing.sort(key=lambda test: (not test.hint, len(test.evidence) > _LONG))
    first = failing[0]
    passing = [test for test in tests if test.verdict is Verdict.PASSED]
    blocks: list[Block] = [_test(first, first.evidence, first.hint)]
    for test in failing[1:_IN_FULL]:
        blocks.append(_test(test, "the same error" if _error(test) == _error(first) != "" else test.evidence))
    if rest := failing[_IN_FULL:]:
        count = "1 more test does" if len(rest) == 1 else f"{len(rest)} more tests do"
        blocks.append(Folded(f"{count} not pass yet", [_test(test) for test in rest]))
    if passing:
        count = "1 test passes" if len(passing) == 1 else f"{len(passing)} tests pass"
        blocks.append(Folded(count, [_test(test) for test in passing]))
    if not first.hint:
        blocks.append(Paragraph(f"Stuck? {ask} gives a step.", "quiet"))
    return blocks


def _error(test: TestOutcome) -> str:
    """The exception that a test met, without the call."""
    return test.evidence.partition(" raised ")[2]


def _test(test: TestOutcome, evidence: str = "", hint: str = "") -> Test:
    if test.verdict is Verdict.NOT_STARTED:
        evidence = "here it still gives back `...`"
    return Test(test.verdict.value, test.name, evidence, hint)
