"""hint gives one step more at a time; predict sets a guess beside what happened."""

import json

import numpy as np
import pytest

from autograder import hint, lessons, predict
from autograder.notebook import here, progress

STEPS = lessons.lesson_of("normalize").exercise("normalize").hints


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    """An empty folder to work in, and no names defined in the notebook."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(here, "namespace", lambda: {"__name__": "__main__"})
    return tmp_path


def said(capsys, function, *args, **kwargs):
    function(*args, **kwargs)
    captured = capsys.readouterr()
    assert captured.err == ""
    return captured.out


def restart_the_kernel():
    progress._of.cache_clear()


def test_each_call_goes_one_step_further_and_keeps_the_steps_before(capsys):
    for number in range(1, len(STEPS) + 1):
        text = said(capsys, hint, "normalize")
        assert f"Step {number} of {len(STEPS)} for normalize" in text
        numbers = [line[:2] for line in text.splitlines() if line[:1].isdigit()]
        assert numbers == [f"{i}." for i in range(1, number + 1)]
    assert "This was the last step." in text
    assert "there are no more" in said(capsys, hint, "normalize")


def test_a_restart_does_not_begin_anew(capsys):
    said(capsys, hint, "normalize")
    restart_the_kernel()
    assert "Step 2" in said(capsys, hint, "normalize")


@pytest.mark.parametrize("seen", ["two", -1, True, None, 1.5, [1]])
def test_a_position_that_makes_no_sense_is_the_beginning(capsys, folder, seen):
    content = {"exercises": {}, "hints": {"normalize": seen}, "predictions": {}}
    (folder / "progress.json").write_text(json.dumps(content), encoding="utf-8")
    assert "Step 1" in said(capsys, hint, "normalize")


def test_without_a_name_the_first_exercise_that_does_not_pass_is_meant(capsys, monkeypatch):
    names = {"__name__": "__main__"}
    exec("def average(values): ...", names)
    monkeypatch.setattr(here, "namespace", lambda: names)
    assert "for average" in said(capsys, hint)
    progress.here().put("exercises", "average", {"verdict": "passed", "points": 3.0})
    assert "for row_averages" in said(capsys, hint)
    progress.here().put("exercises", "row_averages", {"verdict": "passed", "points": 3.0})
    assert "Every exercise of this lesson passes" in said(capsys, hint)


def test_without_a_name_and_without_a_lesson_a_name_is_asked_for(capsys):
    assert "For which exercise?" in said(capsys, hint)


def test_a_misspelt_name_gets_the_nearest(capsys):
    assert "Did you mean normalize?" in said(capsys, hint, "normalise")


def test_a_file_that_cannot_be_used_is_one_sentence(capsys, folder):
    (folder / "progress.json").write_text("mine", encoding="utf-8")
    assert said(capsys, hint, "normalize").count("Rename or delete it") == 1
    assert "Step 2" in said(capsys, hint, "normalize")
    assert "Rename or delete it" in said(capsys, predict, "mark", 75)


def test_a_guess_and_what_happened_stand_side_by_side(capsys):
    assert said(capsys, predict, "mark", 75) == "Noted: you expect 75.\n"
    restart_the_kernel()
    text = said(capsys, predict, "mark", happened=82.5)
    assert text == "you expected  75\nit was        82.5\n7.5 more than you expected\n"


@pytest.mark.parametrize(
    ("guess", "happened", "closing"),
    [
        (80, 72.5, "7.5 less than you expected"),
        (0.3, 0.1 + 0.2, "as you expected"),
        (75, np.float64(75), "as you expected"),
        (float("inf"), 3.0, "it was        3.0"),
        ("quarrel", "shrug", "it was        'shrug'"),
        ("same", "same", "as you expected"),
        (True, np.True_, "as you expected"),
        (True, 1, "it was        1"),
        ([1, 2], np.array([1.0, 2.0]), "as you expected"),
        ((1, 2), [1, 3], "it was        [1, 3]"),
        (3, {"a": 1}, "it was        a dict"),
        (3, np.zeros(1000), "it was        an array of float64 with shape (1000,)"),
        (3, None, "it was        None"),
    ],
)
def test_values_of_every_kind_can_be_compared(capsys, guess, happened, closing):
    said(capsys, predict, "mark", guess)
    assert said(capsys, predict, "mark", happened=happened).splitlines()[-1] == closing


def test_the_untouched_guess_is_asked_for_and_forgets_nothing(capsys):
    assert "in place of `...`" in said(capsys, predict, "mark", ...)
    said(capsys, predict, "mark", 75)
    assert said(capsys, predict, "mark", ...) == "So far you expect 75.\n"


def test_what_happened_shows_without_a_guess_too(capsys):
    assert said(capsys, predict, "mark", happened=82.5) == "it was  82.5\nNo guess was recorded for it.\n"


def test_an_unwritten_function_has_made_nothing_happen_yet(capsys):
    said(capsys, predict, "mark", 75)
    assert "nothing to see yet" in said(capsys, predict, "mark", happened=...)


@pytest.mark.parametrize("guess", [{}, print, list(range(21)), "x" * 201, 1j, np.arange(30), np.array([None]), None])
def test_a_guess_that_cannot_be_kept_is_refused_with_a_sentence(capsys, guess):
    assert "A guess is a number, a word or a short list" in said(capsys, predict, "mark", guess)
    assert progress.here().part("predictions") == {}


def test_a_guess_without_a_name_is_told_what_it_needs(capsys):
    assert 'predict("mark", 75)' in said(capsys, predict, 75)
