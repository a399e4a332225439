"""What the learner sees: the same in HTML and in text, and nothing of theirs becomes markup."""

import re
from html.parser import HTMLParser

import pytest

from autograder import lessons
from autograder.notebook import report
from autograder.notebook.show import Folded, Heading, Paragraph, Steps, Table, Test, message, shown
from autograder.outcome import ExerciseOutcome, TestOutcome, Verdict

PASSED = TestOutcome("equal weights give the plain average", Verdict.PASSED)
PLAIN = TestOutcome("the answer is one number", Verdict.NOT_YET, "weighted_average([1, 5], [3, 1]) gave [4.0]")
HINTED = TestOutcome(
    "a value with three times the weight pulls three times as hard",
    Verdict.NOT_YET,
    "weighted_average([1, 5], [3, 1]) gave 4.0",
    "Divide by the total weight, not by how many weights there are.",
)


def outcome(*tests, points=1.8, verdict=Verdict.NOT_YET, note=""):
    return ExerciseOutcome("weighted_average", points, 3.0, verdict, tests, note)


def test_a_failing_test_reads_as_the_design_says():
    assert (
        "[not yet] a value with three times the weight pulls three times as hard\n"
        "    weighted_average([1, 5], [3, 1]) gave 4.0\n"
        "    Divide by the total weight, not by how many weights there are.\n"
    ) in report.report(outcome(HINTED, PASSED)).text


def test_the_points_stand_in_the_first_line():
    assert report.report(outcome(HINTED)).text.splitlines()[0] == "[not yet] weighted_average  1.8 of 3 points"


def test_a_report_has_one_hint_at_most_and_the_test_that_has_it_comes_first():
    text = report.report(outcome(PLAIN, HINTED, HINTED)).text
    assert text.count(HINTED.hint) == 1
    assert text.index(HINTED.name) < text.index(PLAIN.name)


def test_without_a_hint_that_fits_the_way_to_the_next_step_is_shown():
    assert 'hint("weighted_average")' in report.report(outcome(PLAIN)).text
    assert 'hint("weighted_average")' not in report.report(outcome(HINTED)).text


def test_more_failing_tests_and_the_passing_ones_are_folded():
    html = report.report(outcome(HINTED, PLAIN, PLAIN, PLAIN, PASSED)).html
    assert "<summary>2 more tests do not pass yet</summary>" in html
    assert "<summary>1 test passes</summary>" in html


def test_an_error_that_every_test_meets_is_shown_once():
    line = "line 3 in weighted_average: return total / 0"
    tests = [TestOutcome(f"test {i}", Verdict.NOT_YET, f"weighted_average({i}) raised X\n{line}") for i in range(2)]
    assert report.report(outcome(*tests)).text.count(line) == 1


def test_everything_passed_is_one_calm_sentence():
    text = report.report(outcome(PASSED, PASSED, points=3.0, verdict=Verdict.PASSED)).text
    assert text.splitlines()[:2] == [
        "[passed] weighted_average  3 of 3 points",
        "It does what the exercise asks for: all 2 tests pass.",
    ]


def test_a_fault_of_ours_shows_no_points_and_blames_nobody():
    text = report.report(outcome(points=0.0, verdict=Verdict.OUR_FAULT)).text
    assert text.startswith("[our fault] weighted_average\nThe grader failed")
    assert "point" not in text


def test_waiting_says_which_one_to_repair():
    text = report.report(outcome(verdict=Verdict.WAITING, note="It calls your normalize.")).text
    assert "It calls your normalize. Repair that first" in text


def test_the_examples_alone_never_read_as_passed():
    held = report.report(outcome(PASSED, PASSED, verdict=Verdict.PASSED), examples_only=True)
    assert held.text.startswith("[examples hold] weighted_average\n")
    assert "Hidden tests follow" in held.text
    assert "passed" not in held.text
    assert "pass." not in held.text


@pytest.mark.parametrize(
    "block",
    [
        Paragraph("<script>alert(1)</script>"),
        Heading("not yet", "<script>alert(1)</script>", "<script>alert(1)</script>"),
        Test("not yet", "<script>alert(1)</script>", "<script>alert(1)</script>", "`<script>alert(1)</script>`"),
        Folded("<script>alert(1)</script>", [Paragraph("<script>alert(1)</script>")]),
        Steps(["<script>alert(1)</script>"]),
        Table([["<script>alert(1)</script>", "<script>alert(1)</script>"]], ["<script>alert(1)</script>", "b"]),
    ],
)
def test_no_string_becomes_markup(block):
    assert "<script" not in block.html()
    assert "&lt;script&gt;" in block.html()


class Balanced(HTMLParser):
    """Fails at a tag that is closed and was not open."""

    def __init__(self):
        super().__init__()
        self.open = []

    def handle_starttag(self, tag, attrs):
        self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag


def test_the_html_is_well_formed_and_says_all_that_the_text_says():
    parser = Balanced()
    seen = report.report(outcome(HINTED, PLAIN, PLAIN, PASSED), remark="This could not be kept.")
    parser.feed(seen.html)
    assert parser.open == []
    words = " ".join(re.sub("<style>.*?</style>|<[^>]+>", " ", seen.html, flags=re.DOTALL).split())
    for said in (HINTED.name, HINTED.evidence, HINTED.hint, PLAIN.evidence, PASSED.name, "not yet", "1.8 of 3 points"):
        assert said in words


def test_colours_come_from_the_theme():
    css = message("x").html
    for colour in re.findall(r"(?:color|background): ([^;]+);", css):
        assert colour.startswith("var(--jp-") or colour == "inherit"


def test_backticks_are_code():
    assert Paragraph("use `return`").html() == '<p class="plain">use <code>return</code></p>'


def test_rich_and_plain_form_go_together():
    both = shown(Paragraph("a"))
    assert both._repr_mimebundle_() == {"text/plain": "a", "text/html": both.html}
    assert repr(both) == "a"


def test_the_standing_adds_up_and_survives_entries_that_make_no_sense():
    lesson = lessons.load("01_weighted_averages")
    checked = {
        "weighted_average": {"verdict": "passed", "points": 3.0},
        "normalize": {"verdict": "not yet", "points": 0.8},
        "moving_average": "nonsense",
    }
    text = report.standing(lesson, checked).text
    assert re.search(r"^weighted_average +passed +3 of 3 ", text, re.MULTILINE)
    assert re.search(r"^moving_average +not checked +0 of 3 ", text, re.MULTILINE)
    assert re.search(r"^together +3\.8 of 20$", text, re.MULTILINE)


def test_the_standing_of_a_class_copy_names_no_points():
    text = report.standing(
        lessons.load("01_weighted_averages"), {"normalize": {"verdict": report.EXAMPLES_HOLD, "points": None}}
    ).text
    assert "? of 20" in text
    assert "handed in" in text
