"""Our execute step in any nbgrader course: the outputs and points of nbgrader's own, in a locked process."""

import os
import subprocess
import sys
from pathlib import Path

import nbformat
import pytest
from course_copy import surroundings
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook
from nbgrader.api import Gradebook
from nbgrader.utils import determine_grade
from traitlets.config import Config

from autograder.gradebook.execute_step import LockedExecute

TWO_LINES = "\nfrom autograder.gradebook import execute_step\nc.merge(execute_step.settings())\n"


def executed(folder: Path, *cells: str, tags: tuple[str, ...] = (), **settings) -> list:
    """The outputs of each of these cells."""
    notebook = new_notebook(cells=[new_code_cell(cell, metadata={"tags": list(tags)}) for cell in cells])
    step = LockedExecute(config=Config(LockedExecute=settings))
    notebook, _ = step.preprocess(notebook, {"metadata": {"path": str(folder)}, "nbgrader": {}})
    nbformat.validate(notebook)
    return [cell.outputs for cell in notebook.cells]


def points(outputs: list) -> float:
    """What nbgrader makes of the outputs of a test cell that is worth 3 points."""
    cell = new_code_cell("x", metadata={"nbgrader": {"grade": True, "solution": False, "points": 3}}, outputs=outputs)
    return determine_grade(cell)[0]


def test_outputs_are_those_of_a_kernel(tmp_path):
    text, value, figure, error = executed(
        tmp_path,
        "import sys\nprint('one')\nprint('two')\nprint('three', file=sys.stderr)",
        "display('shown')\n2.5",
        "import matplotlib.pyplot as plt\nplt.plot([1, 2]);",
        "1 / 0",
    )
    assert [(output.name, output.text) for output in text] == [("stdout", "one\ntwo\n"), ("stderr", "three\n")]
    assert [output.output_type for output in value] == ["display_data", "execute_result"]
    assert (value[1].data["text/plain"], value[1].execution_count) == ("2.5", 2)
    (picture,) = figure
    assert set(picture.data) == {"image/png", "text/plain"}
    assert (error[0].ename, error[0].evalue) == ("ZeroDivisionError", "division by zero")


def test_what_was_shown_can_be_changed_and_taken_back(tmp_path):
    changed, cleared, last = executed(
        tmp_path,
        "shown = display('first', display_id=True)\nshown.update('second')",
        "from IPython.display import clear_output\nprint(1)\nclear_output(wait=True)\nprint(2)",
        "print(3)\nclear_output()",
    )
    assert [output.data["text/plain"] for output in changed] == ["'second'"]
    assert [output.text for output in cleared] == ["2\n"]
    assert last == []


@pytest.mark.parametrize(
    ("cell", "worth"),
    [("1.5", 1.5), ("assert True", 3), ("assert False", 0), ("import warnings; warnings.warn('?')", 0), ("1/0", 0)],
)
def test_nbgrader_reads_the_points_of_a_test_cell(tmp_path, cell, worth):
    (outputs,) = executed(tmp_path, cell)
    assert points(outputs) == worth


@pytest.mark.parametrize("tag", ["skip-execution", "raises-exception"])
def test_tags_of_a_submission_decide_nothing(tmp_path, tag):
    (outputs,) = executed(tmp_path, "assert False", tags=(tag,))
    assert points(outputs) == 0


def test_too_much_output_is_cut_and_costs_neither_memory_nor_points(tmp_path):
    prints, shows = executed(
        tmp_path, "for _ in range(10**6): print('x' * 100)\n1.5", "[display(i) for i in range(999)]\n1/0"
    )
    assert "did not fit" in prints[0].text
    assert len(prints[0].text) < 200_000
    assert points(prints) == 1.5
    assert len(shows) < 100
    assert points(shows) == 0


def test_a_cell_that_takes_too_long_is_interrupted_and_the_next_one_runs(tmp_path):
    late, after = executed(tmp_path, "x = 1\nwhile True: pass", "assert x == 1", timeout=1)
    assert [output.ename for output in late] == ["KeyboardInterrupt", "CellTimeoutError"]
    assert points(late) == 0
    assert points(after) == 3


def test_a_cell_that_does_not_give_in_is_left_out(tmp_path):
    stubborn = "import signal\nsignal.setitimer(signal.ITIMER_REAL, 0)\nwhile True: pass"
    before, late, after = executed(tmp_path, "x = 1", stubborn, "assert x == 1", timeout=2)
    assert before == []
    assert "did not stop when its 2 s were over" in late[0].evalue
    assert points(late) == 0
    assert points(after) == 3


def test_a_cell_that_ends_the_process_is_left_out(tmp_path):
    before, ends, after = executed(tmp_path, "x = 1\nx", "import os\nos._exit(0)", "assert x == 1")
    assert before[0].data["text/plain"] == "1"
    assert "exit code 0" in ends[0].evalue
    assert points(ends) == 0
    assert points(after) == 3


def test_cells_that_are_never_reached_get_nothing(tmp_path):
    *_, last = executed(tmp_path, *["import os; os._exit(1)"] * 6, "assert True")
    assert last[0].ename == "NotRun"
    assert points(last) == 0


def test_files_beside_the_notebook_are_there_to_read_and_to_change(tmp_path):
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "numbers.csv").write_text("1,2")
    (tmp_path / "helper.py").write_text("def three(): return 3")
    reads, _, again = executed(
        tmp_path,
        "import helper\nassert open('data/numbers.csv').read() == '1,2'\nassert helper.three() == 3",
        "open('data/numbers.csv', 'w').write('9')",
        "assert open('data/numbers.csv').read() == '9'",
    )
    assert points(reads) == points(again) == 3
    assert (tmp_path / "data" / "numbers.csv").read_text() == "1,2"


def test_a_link_beside_the_notebook_is_not_followed(tmp_path):
    (tmp_path / "beside").mkdir()
    (tmp_path / "secret.txt").write_text("secret")
    (tmp_path / "beside" / "mine.txt").symlink_to(tmp_path / "secret.txt")
    (outputs,) = executed(tmp_path / "beside", "open('mine.txt')")
    assert outputs[0].ename == "FileNotFoundError"


def test_nbgrader_says_that_it_grades(tmp_path):
    (outputs,) = executed(tmp_path, "import os\nassert os.environ['NBGRADER_EXECUTION'] == 'autograde'")
    assert points(outputs) == 3


def test_text_is_not_run(tmp_path):
    notebook = new_notebook(cells=[new_markdown_cell("1 / 0"), new_code_cell("  "), new_code_cell("4")])
    resources = {"metadata": {"path": str(tmp_path)}, "nbgrader": {}}
    notebook, _ = LockedExecute().preprocess(notebook, resources)
    assert notebook.cells[2].outputs[0].data["text/plain"] == "4"
    assert notebook.cells[1].outputs == []


# ---- nbgrader's own example


@pytest.fixture(scope="module")
def both(project: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict]:
    """The grades of the course that `nbgrader quickstart` makes: by nbgrader's own step, and by ours."""
    folder = tmp_path_factory.mktemp("quickstart")
    nbgrader(project, folder, "quickstart", "example")
    course = folder / "example"
    nbgrader(project, course, "generate_assignment", "ps1")
    hand_in_example(course)
    grades = {}
    for name, lines in {"own": "", "ours": TWO_LINES}.items():
        with (course / "nbgrader_config.py").open("a") as config:
            config.write(lines)
        nbgrader(project, course, "autograde", "ps1", "--force")
        with Gradebook(f"sqlite:///{course / 'gradebook.db'}", "example") as book:
            grades[name] = {
                (one.student.id, notebook.name, grade.name): (grade.auto_score, grade.needs_manual_grade)
                for one in book.assignment_submissions("ps1")
                for notebook in one.notebooks
                for grade in notebook.grades
            }
    return grades


def nbgrader(project: Path, folder: Path, *command: str) -> None:
    words = [sys.executable, "-m", "nbgrader", *command]
    done = subprocess.run(words, cwd=folder, env=surroundings(project), capture_output=True, check=False, text=True)
    assert done.returncode == 0, done.stderr


def hand_in_example(course: Path) -> None:
    """Three learners: the solution, the release, and the solution with a wrong square."""
    for student, step in {"solved": "source/.", "untouched": "release", "half": "source/."}.items():
        for path in sorted((course / "release" / "ps1").iterdir()):
            target = course / "submitted" / student / "ps1" / path.name
            target.parent.mkdir(parents=True, exist_ok=True)
            if path.suffix != ".ipynb":
                target.write_bytes(path.read_bytes())
                continue
            released, given = (nbformat.read(file, as_version=4) for file in (path, course / step / "ps1" / path.name))
            answers = {cell.metadata.nbgrader.grade_id: cell.source for cell in given.cells if is_answer(cell)}
            for cell in filter(is_answer, released.cells):
                cell.source = answers[cell.metadata.nbgrader.grade_id]
                if student == "half":
                    cell.source = cell.source.replace("range(1, n + 1)", "range(1, n)")
            nbformat.write(released, target)


def is_answer(cell) -> bool:
    return bool(cell.metadata.get("nbgrader", {}).get("solution"))


@pytest.mark.slow
def test_the_example_of_nbgrader_gets_the_same_points(both):
    assert both["ours"] == both["own"]


@pytest.mark.slow
def test_the_example_tells_right_from_wrong(both):
    earned = {
        student: sum(score or 0 for (who, *_), (score, _) in both["ours"].items() if who == student)
        for student in ("solved", "half", "untouched")
    }
    assert earned["solved"] > earned["half"] > earned["untouched"]


def test_the_environment_of_the_grader_stays_hidden(tmp_path, monkeypatch):
    monkeypatch.setenv("SECRET_TOKEN", "canary")
    (outputs,) = executed(tmp_path, "import os\nassert 'SECRET_TOKEN' not in os.environ")
    assert os.environ["SECRET_TOKEN"] == "canary"
    assert points(outputs) == 3
