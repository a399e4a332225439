"""`python -m autograder grade`, as its contract has it."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from handing_in import LESSON, MAXIMUM, RIGHT, RIGHT_ROWS, STUB, STUB_ROWS, SUM, handed_in, notebook, run

from autograder.grading import class_table, crew, finding, namespaces, strength
from autograder.grading import one_notebook as grading
from autograder.grading.one_notebook import grade_notebook
from autograder.grading.process import Limits
from autograder.lessons import load


def lines(capsys: pytest.CaptureFixture[str]) -> list[dict]:
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def marks(result: dict) -> list[tuple[str, float]]:
    return [(exercise["verdict"], exercise["points"]) for exercise in result["exercises"]]


def test_a_line_has_the_keys_of_the_contract(tmp_path):
    path = handed_in(tmp_path, "ada", notebook(SUM, RIGHT_ROWS))
    before = path.read_bytes()
    result = grade_notebook(path)
    assert list(result) == ["notebook", "lesson", "points", "max_points", "exercises"]
    assert (result["notebook"], result["lesson"], result["max_points"]) == (str(path), LESSON, MAXIMUM)
    assert result["points"] == sum(exercise["points"] for exercise in result["exercises"])
    assert [exercise["name"] for exercise in result["exercises"]] == list(load(LESSON).names())
    for exercise in result["exercises"]:
        assert set(exercise) - {"note"} == {"name", "points", "max_points", "verdict", "tests"}
        for test in exercise["tests"]:
            assert set(test) == {"name", "verdict", "evidence", "hint"}
    assert json.loads(json.dumps(result)) == result
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    ("sources", "expected"),
    [
        ((RIGHT, RIGHT_ROWS), [("passed", 3.0), ("passed", 3.0)]),
        ((STUB, STUB_ROWS), [("not started", 0.0), ("not started", 0.0)]),
        ((), [("not started", 0.0), ("not started", 0.0)]),
        ((SUM, RIGHT_ROWS), [("not yet", 0.0), ("waiting", 3.0)]),
        ((SUM, RIGHT, RIGHT_ROWS), [("passed", 3.0), ("passed", 3.0)]),
        ((RIGHT, "1 / 0", "import os\nos._exit(1)", RIGHT_ROWS), [("passed", 3.0), ("passed", 3.0)]),
    ],
    ids=["right", "untouched", "deleted", "wrong", "written twice", "bad cells between"],
)
def test_points_and_verdicts(tmp_path, sources, expected):
    assert marks(grade_notebook(handed_in(tmp_path, "ada", notebook(*sources)))) == expected


@pytest.mark.parametrize(
    ("cell", "said"),
    [
        ("def average(values):\n    return (", "Code cell 2 stopped with SyntaxError"),
        ("x = undefined\n" + RIGHT, "Code cell 2 stopped with NameError: name 'undefined' is not defined"),
        ("import os\nos._exit(0)\n" + RIGHT, "Code cell 2 ended the process that it ran in (exit code 0)"),
    ],
)
def test_a_function_whose_cell_failed_is_not_called_not_started(tmp_path, cell, said):
    result = grade_notebook(handed_in(tmp_path, "ada", notebook(cell, RIGHT_ROWS)))
    exercise = result["exercises"][0]
    assert (exercise["verdict"], exercise["points"]) == ("not yet", 0.0)
    assert exercise["tests"][0]["evidence"].startswith(said)
    assert exercise["tests"][0]["evidence"].endswith("so average was never defined.")
    assert any(note.startswith(said) for note in result["notes"])


def test_an_endless_function_costs_only_its_own_points(tmp_path):
    endless = "def row_averages(table):\n    while True:\n        pass"
    path = handed_in(tmp_path, "ada", notebook(RIGHT, endless))
    result = grade_notebook(path, limits=Limits(call=0.5))
    assert marks(result) == [("passed", 3.0), ("not yet", 0.0)]
    assert "did not finish within 0.5 s" in result["exercises"][1]["tests"][0]["evidence"]


@pytest.mark.parametrize(("lesson", "name"), [("01_weighted_averages", "normalize"), ("02_layers", "weighted_sum")])
def test_a_submission_can_import_the_answers_of_earlier_lessons_only(tmp_path, lesson, name):
    content = notebook("from course.pieces.weighted_averages import weighted_average", f"def {name}(*_): return 1")
    result = grade_notebook(handed_in(tmp_path, "ada", content, lesson))
    assert {one["name"] for one in result["exercises"]} == set(load(lesson).names())
    refused = ["No module named 'course.pieces.weighted_averages'" in note for note in result.get("notes", [])]
    assert any(refused) == (lesson == "01_weighted_averages")


def test_notes_are_limited(tmp_path):
    result = grade_notebook(handed_in(tmp_path, "ada", notebook(*["1 / 0"] * 50)))
    assert len(result["notes"]) == 21
    assert result["notes"][-1] == "And 30 more notes."


def test_a_class_folder_with_broken_neighbours(tmp_path, capsys):
    handed_in(tmp_path, "ada", notebook(RIGHT, RIGHT_ROWS))
    handed_in(tmp_path, "ben", "")
    handed_in(tmp_path, "cho", notebook(SUM, STUB_ROWS))
    handed_in(tmp_path, "dan", "{")
    handed_in(tmp_path, "eva", notebook("import os, signal\nos.kill(os.getppid(), signal.SIGKILL)", RIGHT, RIGHT_ROWS))
    copy = handed_in(tmp_path, "ada", notebook(RIGHT)).parent
    handed_in(tmp_path, "ada", notebook(RIGHT, RIGHT_ROWS))
    (copy / "00_start_here.mine-2024-01-01.ipynb").write_text("a copy of the learner's")
    (copy / ".ipynb_checkpoints").mkdir()
    (copy / ".ipynb_checkpoints" / "00_start_here-checkpoint.ipynb").write_text("JupyterLab's")
    assert run(tmp_path / "submitted", "--json", "--jobs", 2) == 1
    results = lines(capsys)
    assert [Path(result["notebook"]).parts[-3] for result in results] == ["ada", "ben", "cho", "dan", "eva"]
    assert [result["points"] for result in results] == [6.0, None, 0.0, None, 6.0]
    assert results[1]["error"].startswith("The file is empty.")
    assert results[3]["error"].startswith("The file is not JSON")
    assert all("error" not in results[number] for number in (0, 2, 4))


def test_one_job_and_two_give_the_same_lines(tmp_path, capsys):
    for number, source in enumerate([RIGHT, SUM, STUB, RIGHT]):
        handed_in(tmp_path, f"student{number}", notebook(source, RIGHT_ROWS))
    seen = []
    for jobs in (1, 2):
        assert run(tmp_path, "--json", "--jobs", jobs) == 0
        seen.append(capsys.readouterr().out)
    assert seen[0] == seen[1]


def test_exit_codes_and_sentences_of_wrong_usage(tmp_path, capsys):
    path = handed_in(tmp_path, "ada", notebook(STUB, STUB_ROWS))
    assert run(path, "--json") == 0
    assert run(path, tmp_path / "none.ipynb", "--json") == 1
    assert run(tmp_path / "submitted" / "ada" / LESSON, "--json") == 0
    (tmp_path / "nothing here").mkdir()
    assert run(tmp_path / "nothing here", "--json") == 1
    assert lines(capsys)[-1]["error"] == "There is no notebook in this folder. Is it the right one?"
    assert run(path, "--lesson", "99_none") == 2
    assert 'There is no lesson "99_none". The lessons are 00_start_here' in capsys.readouterr().err
    for words in [(), (path, "--jobs", "0"), (path, "--time-limit", "soon"), (path, "--memory-limit", "-1")]:
        with pytest.raises(SystemExit) as ended:
            run(*words)
        assert ended.value.code == 2


def test_only_one_lesson_of_a_class_folder(tmp_path):
    here = handed_in(tmp_path, "ada", "")
    handed_in(tmp_path, "ada", "", "01_weighted_averages")
    other = tmp_path / "submitted" / "ada" / "homework.ipynb"
    other.write_text("")
    assert finding.find_notebooks(tmp_path / "submitted", LESSON) == [other, here]
    assert len(finding.find_notebooks(tmp_path / "submitted")) == 3


def test_a_folder_that_begins_with_a_dot_is_not_skipped_without_a_word(tmp_path, capsys):
    here = handed_in(tmp_path, "ada", notebook(RIGHT))
    handed_in(tmp_path, ".ben", notebook(RIGHT))
    for name in (".ipynb_checkpoints", ".git"):
        (here.parent / name).mkdir()
    (here.parent / ".ipynb_checkpoints" / "copy.ipynb").write_text("JupyterLab's")
    assert finding.find_notebooks(tmp_path / "submitted") == [here]
    skipped = tmp_path / "submitted" / ".ben"
    assert capsys.readouterr().err == f"Skipped {skipped}: its name begins with a dot. Rename it to have it graded.\n"


def test_json_is_all_there_is_on_standard_output(tmp_path):
    noisy = "import os\nprint('noise')\nos.write(1, b'noise')\nos.system('echo noise')"
    noisy_rows = RIGHT_ROWS.replace(":\n", ":\n    print('noise')\n", 1)
    paths = [handed_in(tmp_path, name, notebook(noisy, RIGHT, noisy_rows)) for name in ("ada", "ben")]
    command = [sys.executable, "-m", "autograder", "grade", "--json", *map(str, paths), str(tmp_path / "none")]
    ran = subprocess.run(command, capture_output=True, text=True, check=False)
    assert [json.loads(line)["points"] for line in ran.stdout.splitlines()] == [6.0, 6.0, None]
    assert (ran.returncode, ran.stderr) == (1, f"{strength.here()}\n")


def test_the_table_names_students_marks_and_errors(tmp_path, capsys):
    handed_in(tmp_path, "ada", notebook(RIGHT, RIGHT_ROWS))
    handed_in(tmp_path, "ben", notebook(SUM, STUB_ROWS))
    handed_in(tmp_path, "[red]eve\x1b[2J", "")
    assert run(tmp_path) == 1
    out = capsys.readouterr().out
    rows = {line.split()[1]: line for line in out.splitlines() if " of 6 " in line}
    assert "6 of 6" in rows["ada"]
    assert rows["ada"].count("✓") == 2
    assert rows["ben"].count("✗") == 1
    assert "[red]eve�[2J: The file is empty." in out
    assert "\x1b" not in out


def test_one_notebook_is_shown_with_evidence_and_hint(tmp_path, capsys):
    path = handed_in(tmp_path, "ada", notebook(SUM, STUB_ROWS, "1 / 0"))
    assert run(path) == 0
    out = capsys.readouterr().out
    assert "average([1, 2, 6]) gave 9" in out
    assert "Note: Code cell 4 stopped with ZeroDivisionError" in out


def test_a_fault_of_the_grader_is_an_error_and_never_a_zero(tmp_path, monkeypatch, capsys):
    path = handed_in(tmp_path, "ada", notebook(RIGHT, RIGHT_ROWS))

    def fails(*_: object) -> None:
        raise RuntimeError("the disk is full")

    monkeypatch.setattr(grading, "examine", fails)
    assert run(path, "--json") == 1
    (result,) = lines(capsys)
    assert (result["points"], result["error"]) == (None, "The grader failed (RuntimeError): the disk is full")


def test_where_hidden_tests_are_missing_it_says_so(tmp_path, monkeypatch):
    monkeypatch.setattr(grading, "has_hidden_tests", lambda lesson: False)
    result = grade_notebook(handed_in(tmp_path, "ada", notebook(RIGHT)))
    assert result["error"] == "The hidden tests of 00_start_here are not in this copy of the course."


def dies_at_ben(path):
    """What a grader does, but for one notebook."""
    if "ben" in path.parts:
        os._exit(9)
    return {"notebook": str(path), "points": 6.0}


@pytest.mark.parametrize("students", [("ada", "ben", "cho"), ("ada", "cho", "ben")], ids=" ".join)
def test_a_dead_grader_loses_only_the_notebook_that_it_had(students):
    paths = [Path(student, "00_start_here.ipynb") for student in students]
    with crew.Crew(dies_at_ben, 1) as graders:
        results = [result for _, result in sorted(graders.grade_all(paths))]
    assert [result["points"] for result in results] == [None if student == "ben" else 6.0 for student in students]
    assert results[students.index("ben")]["error"].startswith("The grader's own process was ended")


def test_a_submission_finds_no_process_but_its_own(tmp_path, capsys):
    if not namespaces.can_enter(tmp_path):
        pytest.skip("this system allows no namespaces")
    searched = "import os\nnumbers = [name for name in os.listdir('/proc') if name.isdigit()]\nassert len(numbers) > 3"
    handed_in(tmp_path, "ada", notebook(searched, RIGHT, RIGHT_ROWS))
    assert run(tmp_path, "--json") == 0
    (result,) = lines(capsys)
    assert result["points"] == 6.0
    assert "AssertionError" in " ".join(result["notes"])


@pytest.mark.skipif(not hasattr(os, "fork"), reason="sends the signal of Ctrl-C")
def test_ctrl_c_ends_with_what_is_done_so_far(tmp_path):
    paths = [handed_in(tmp_path, "ada", notebook(RIGHT, RIGHT_ROWS))]
    paths.append(handed_in(tmp_path, "ben", notebook("while True:\n    pass")))
    command = [sys.executable, "-m", "autograder", "grade", "--json", "--jobs", "1", *map(str, paths)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        first = process.stdout.readline()  # the first is done, the second never would be
        process.send_signal(signal.SIGINT)
        rest, errors = process.communicate(timeout=30)
    assert json.loads(first)["points"] == 6.0
    assert (rest, errors) == ("", f"{strength.here()}\nStopped: 1 of 2 notebooks are graded.\n")
    assert process.returncode == 130


def test_marks_can_be_read_without_unicode(tmp_path):
    with (tmp_path / "table").open("w", encoding="ascii") as file:
        console = class_table.Console(file=file)
        assert [class_table._mark(mark, console) for mark in "✓✗·~!"] == ["+", "x", ".", "~", "!"]
