"""A class that is graded: into a gradebook, on a cluster, with a summary of what was hard."""

import io
import json
import os
import signal
from pathlib import Path

import matplotlib.image
import pytest
from class_of import contents
from handing_in import LESSON, MAXIMUM, RIGHT, RIGHT_ROWS, STUB, STUB_ROWS, SUM, handed_in, notebook, run
from rich.console import Console

from autograder.grading import class_picture, class_table, cluster, grade, watching
from autograder.grading.class_summary import condensed, summarize
from autograder.grading.one_notebook import grade_notebook

SHIFTED = "def average(values):\n    return sum(values) / (len(values) - 1)"


def some_class(root: Path) -> list[Path]:
    """Right, wrong in two ways, untouched, and a file that is no notebook."""
    return [
        handed_in(root, "ada", notebook(RIGHT, RIGHT_ROWS)),
        handed_in(root, "ben", notebook(SUM, STUB_ROWS)),
        handed_in(root, "cho", notebook(SHIFTED, STUB_ROWS)),
        handed_in(root, "dan", notebook(SUM, RIGHT_ROWS)),
        handed_in(root, "eve", notebook(STUB, STUB_ROWS)),
        handed_in(root, "fay", ""),
    ]


def earned(root: Path) -> dict[str, list[float | None]]:
    """What the gradebook has: student -> the scores of the check cells."""
    return {
        key.partition("/")[0]: [score for name, score, *_ in one["grades"] if name != "explain_00"]
        for key, one in contents(root).items()
    }


# ---- into the gradebook


@pytest.fixture
def graded(tmp_path: Path) -> Path:
    some_class(tmp_path)
    assert run(tmp_path, "--gradebook", "--json") == 1  # fay's file could not be graded
    return tmp_path


def test_grades_are_in_the_gradebook_as_they_are_shown(tmp_path, capsys):
    some_class(tmp_path)
    run(tmp_path, "--gradebook", "--json")
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    shown = {Path(line["notebook"]).parts[-3]: [one["points"] for one in line["exercises"]] for line in lines}
    found = earned(tmp_path)
    assert {student: scores for student, scores in found.items() if student != "fay"} == {
        student: scores for student, scores in shown.items() if student != "fay"
    }
    assert found["ada"] == [3.0, 3.0]
    assert found["fay"] == [None, None]


def test_a_second_run_grades_only_what_is_new_or_changed(graded, capsys):
    capsys.readouterr()
    handed_in(graded, "ben", notebook(RIGHT, STUB_ROWS))
    handed_in(graded, "fay", notebook(RIGHT, RIGHT_ROWS))
    handed_in(graded, "gus", notebook(STUB, STUB_ROWS))
    assert run(graded, "--gradebook", "--json") == 0
    out, err = capsys.readouterr()
    assert [Path(json.loads(line)["notebook"]).parts[-3] for line in out.splitlines()] == ["ben", "fay", "gus"]
    assert "4 of 7 notebooks are in the gradebook and have not changed since: --regrade grades them again." in err
    assert earned(graded)["fay"] == [3.0, 3.0]
    assert run(graded, "--gradebook", "--regrade", "--json") == 0
    assert len(capsys.readouterr().out.splitlines()) == 7


def test_what_grading_writes_is_no_submission(graded):
    assert (graded / "autograded" / "ada" / LESSON / f"{LESSON}.ipynb").is_file()
    assert len(grade.find_notebooks(graded)) == 6


def test_a_gradebook_that_cannot_be_opened_costs_nothing(tmp_path, capsys):
    some_class(tmp_path)
    (tmp_path / "notes.db").write_text("no database, but notes")
    assert run(tmp_path, "--gradebook", tmp_path / "notes.db") == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert "\nThe gradebook " in err
    assert "cannot be opened" in err
    assert (tmp_path / "notes.db").read_text() == "no database, but notes"


def test_a_notebook_outside_of_a_class_is_wrong_usage(tmp_path, capsys):
    path = tmp_path / "homework.ipynb"
    path.write_text(notebook(RIGHT, RIGHT_ROWS))
    assert run(path, "--gradebook") == 2
    assert "does not say whose notebook it is" in capsys.readouterr().err


def test_words_in_the_wrong_order_are_told_apart(tmp_path, capsys):
    some_class(tmp_path)
    with pytest.raises(SystemExit):
        run("--gradebook", tmp_path)
    assert "is what to grade: name it before --gradebook" in capsys.readouterr().err
    assert run(tmp_path, "--regrade") == 2
    assert "give --gradebook too" in capsys.readouterr().err


# ---- what was hard


def test_the_summary_puts_the_hardest_first_and_counts_a_learner_once(tmp_path):
    results = [grade_notebook(path) for path in some_class(tmp_path)]
    rows, average = sorted(summarize(results), key=lambda one: one.name, reverse=True)
    assert [one.name for one in summarize(results)] == ["average", "row_averages"]
    assert (average.learners, average.passed, rows.passed) == (5, 1, 2)
    hint, learners = average.commonest
    assert learners == 2
    assert hint == results[1]["exercises"][0]["tests"][0]["hint"] != ""
    assert average.verdicts["not yet"] == 3
    assert rows.commonest == ("", 0)


def test_the_summary_stands_below_the_table(tmp_path, capsys):
    some_class(tmp_path)
    run(tmp_path)
    below = capsys.readouterr().out.partition("What was hard")[2]
    (row,) = [line for line in below.splitlines() if " average " in line]
    assert [cell.strip() for cell in row.split("│")[2:5]] == ["1", "3", "1"]
    assert "2 of 3: " in row


def test_a_class_in_which_everybody_is_right_has_no_summary(tmp_path, capsys):
    for student in ("ada", "ben"):
        handed_in(tmp_path, student, notebook(RIGHT, RIGHT_ROWS))
    assert run(tmp_path) == 0
    assert "What was hard" not in capsys.readouterr().out


def test_the_picture_has_a_row_for_each_exercise(tmp_path, capsys):
    some_class(tmp_path)
    picture = tmp_path / "class.png"
    assert run(tmp_path, "--picture", picture) == 1
    assert matplotlib.image.imread(picture).ndim == 3
    run(tmp_path, "--picture", tmp_path / "class.svg")
    assert (tmp_path / "class.svg").read_text().startswith("<?xml")
    capsys.readouterr()
    assert run(tmp_path, "--picture", tmp_path / "class.hat") == 1
    assert "The picture cannot be written to" in capsys.readouterr().err


def test_there_is_no_picture_of_nothing(tmp_path):
    with pytest.raises(class_picture.PictureError, match="no notebook was graded"):
        class_picture.draw(summarize([grade_notebook(handed_in(tmp_path, "fay", ""))]), tmp_path / "class.png")


def test_what_goes_wrong_is_told_while_others_are_graded(tmp_path, monkeypatch):
    class Terminal(io.StringIO):
        def isatty(self):
            return True

    terminal = Terminal()
    monkeypatch.setattr(watching.sys, "stderr", terminal)
    results = enumerate([grade_notebook(handed_in(tmp_path, "fay", "")), {"notebook": "b", "points": 1.0}])
    seen = watching.watched(results, 2)
    next(seen)
    assert "The file is empty." in terminal.getvalue()
    assert [index for index, _ in seen] == [1]


def test_the_summary_is_no_markup(tmp_path):
    results = [grade_notebook(path) for path in some_class(tmp_path)[:3]]
    for result in results[1:]:
        for test in result["exercises"][0]["tests"]:
            test["hint"] = "[red]\x1b[2J"
    file = io.StringIO()
    class_table.show(results, Console(file=file, width=120))
    assert "[red]\N{REPLACEMENT CHARACTER}[2J" in file.getvalue()


# ---- on a cluster


@pytest.fixture(scope="module")
def dask():
    """A scheduler and two workers on this machine, each a process of its own."""
    from distributed import LocalCluster

    options = {"n_workers": 2, "threads_per_worker": 1, "processes": True, "dashboard_address": None}
    with LocalCluster(**options, host="127.0.0.1") as local:
        yield local


@pytest.mark.slow
def test_a_lost_worker_costs_nothing_and_everything_is_graded_once(dask, tmp_path):
    from distributed import Client

    sources = [(RIGHT, RIGHT_ROWS), (SUM, STUB_ROWS), (SUM, RIGHT_ROWS), (STUB, STUB_ROWS)] * 4
    paths = [handed_in(tmp_path, f"student{number:02}", notebook(*one)) for number, one in enumerate(sources)]
    with Client(dask.scheduler_address, set_as_default=False) as client:
        workers = sorted(client.run(os.getpid).values())
    results = cluster.grade_all(paths, grade_notebook, dask.scheduler_address)
    graded = [next(results)]
    os.kill(workers[0], signal.SIGKILL)
    graded += results
    with Client(dask.scheduler_address, set_as_default=False) as client:
        assert workers[0] not in client.run(os.getpid).values()
    assert sorted(index for index, _ in graded) == list(range(len(paths)))
    for index, result in graded:
        assert result["notebook"] == str(paths[index])
        assert result["points"] == [MAXIMUM, 0.0, 3.0, 0.0][index % 4]


@pytest.mark.slow
def test_the_command_grades_on_a_cluster_into_the_gradebook(dask, tmp_path, capsys):
    some_class(tmp_path)
    assert run(tmp_path, "--scheduler", dask.scheduler_address, "--gradebook", "--json") == 1
    there = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert run(tmp_path, "--json") == 1
    assert [json.loads(line) for line in capsys.readouterr().out.splitlines()] == there
    assert earned(tmp_path)["dan"] == [0.0, 3.0]


@pytest.mark.slow
def test_a_machine_with_other_tests_does_not_grade(dask, tmp_path, monkeypatch):
    monkeypatch.setattr(cluster, "fingerprint", lambda: "other tests")
    path = handed_in(tmp_path, "ada", notebook(RIGHT, RIGHT_ROWS))
    ((_, result),) = cluster.grade_all([path], grade_notebook, dask.scheduler_address)
    assert result["points"] is None
    assert "other lessons or hidden tests" in result["error"]


def test_an_address_without_a_scheduler_is_wrong_usage(tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(cluster, "_SECONDS_TO_ANSWER", 0.2)
    some_class(tmp_path)
    assert run(tmp_path, "--scheduler", "tcp://127.0.0.1:9") == 2
    assert "No Dask scheduler answers at tcp://127.0.0.1:9" in capsys.readouterr().err


def test_what_is_kept_of_a_result_tells_the_summary_all_it_needs(tmp_path):
    results = [grade_notebook(path) for path in some_class(tmp_path)]
    kept = [condensed(result) for result in results]
    assert summarize(kept) == summarize(results)
    assert len(json.dumps(kept)) < len(json.dumps(results)) / 4
