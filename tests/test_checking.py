"""check in a learner's kernel: what it says, what it keeps, and what never gets out of it."""

import json
import subprocess
import sys

import nbformat
import pytest
from jupyter_client.manager import start_new_kernel

from autograder import check, lessons, session
from autograder.lessons import Example, Exercise, LessonIndex
from autograder.notebook import checking, here, progress, report
from autograder.outcome import Verdict

RIGHT = """
def weighted_average(values, weights):
    if len(values) != len(weights) or len(values) == 0 or sum(weights) == 0:
        raise ValueError("these have no average")
    return sum(v * w for v, w in zip(values, weights)) / sum(weights)
"""
DIVIDED_BY_THE_COUNT = """
def weighted_average(values, weights):
    return sum(v * w for v, w in zip(values, weights)) / len(weights)
"""
STUB = """
def weighted_average(values, weights):
    return ...  # your code here
"""


@pytest.fixture
def learner(tmp_path, monkeypatch):
    """Run a cell in a notebook of an empty folder."""
    names = {"__name__": "__main__"}
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("NBGRADER_EXECUTION", raising=False)
    monkeypatch.setattr(here, "namespace", lambda: names)
    return lambda cell: exec(cell, names)


@pytest.fixture
def class_copy(tmp_path, monkeypatch):
    """As in a class: there are no hidden tests."""
    monkeypatch.setattr(session, "HIDDEN_TESTS", tmp_path / "hidden_tests")


def test_a_wrong_answer_is_told_with_its_call_and_one_hint(learner):
    learner(DIVIDED_BY_THE_COUNT)
    found = check("weighted_average")
    assert found.verdict is Verdict.NOT_YET
    assert found.text.startswith("[not yet] weighted_average  ")
    assert " gave " in found.text
    assert found.text.count("Divide by the total weight") == 1


def test_a_right_answer_passes_with_plain_points(learner):
    learner(RIGHT)
    found = check("weighted_average")
    assert found.verdict is Verdict.PASSED
    assert (type(found.points), repr(found.points)) == (float, "3.0")


def test_the_function_itself_may_be_handed_over(learner):
    names = here.namespace()
    learner(RIGHT)
    assert check(names["weighted_average"]).verdict is Verdict.PASSED


def test_an_error_shows_the_learners_lines_and_none_of_ours(learner):
    learner("def weighted_average(values, weights):\n    return values.total() / weights")
    text = check("weighted_average").text
    assert "raised AttributeError" in text
    assert "line 2 in weighted_average" in text
    assert "autograder" not in text


def test_the_untouched_stub_is_not_started(learner):
    learner(STUB)
    found = check("weighted_average")
    assert found.verdict is Verdict.NOT_STARTED
    assert 'hint("weighted_average")' in found.text


def test_a_cell_that_was_not_run_is_asked_for(learner):
    found = check("weighted_average")
    assert found.verdict is Verdict.NOT_STARTED
    assert "run the cell that defines it" in found.text


def test_an_exercise_waits_for_the_one_it_calls(learner):
    learner(DIVIDED_BY_THE_COUNT)
    learner("def average_from_counts(counts): return weighted_average(list(range(1, len(counts) + 1)), counts)")
    found = check("average_from_counts")
    assert found.verdict is Verdict.WAITING
    assert "weighted_average, which does not pass yet" in " ".join(found.text.split())


@pytest.mark.parametrize(("name", "said"), [("weighed_average", "Did you mean weighted_average"), (3.5, "in quotes")])
def test_a_name_that_is_none_gets_a_sentence(learner, name, said):
    found = check(name)
    assert said in found.text
    assert found.points == 0.0


def test_a_fault_of_ours_is_a_sentence_without_a_traceback(learner, monkeypatch, capfd):
    learner(RIGHT)
    monkeypatch.setattr("autograder.testing.examine", lambda *_: 1 / 0)
    found = check("weighted_average")
    assert found.verdict is Verdict.OUR_FAULT
    assert "ZeroDivision" not in found.text
    assert "no mistake of yours" in found.text
    assert capfd.readouterr() == ("", "")
    assert progress.here().part("exercises") == {}


def test_an_interrupted_endless_loop_is_a_sentence(learner):
    learner("def weighted_average(values, weights): raise KeyboardInterrupt")
    found = check("weighted_average")
    assert found.verdict is Verdict.NOT_YET
    assert "the function did not come back" in found.text


def test_nothing_that_a_function_writes_gets_out(learner, capfd):
    learner("import sys, warnings, logging")
    learner(
        "def weighted_average(values, weights):\n"
        "    print('<b>printed</b>'); sys.stderr.write('error'); warnings.warn('warned'); logging.warning('logged')\n"
        "    return 1"
    )
    check("weighted_average")
    assert capfd.readouterr() == ("", "")


def test_a_function_that_asks_for_typing_waits_for_nobody(learner):
    learner("def weighted_average(values, weights): return float(input('values? '))")
    assert "a function gets what it needs as arguments" in check("weighted_average").text
    assert input.__module__ == "builtins"


def test_the_standing_knows_the_lesson_and_the_last_check(learner):
    learner(DIVIDED_BY_THE_COUNT)
    learner("def normalize(weights): return ...")
    check("weighted_average")
    text = check().text
    assert text.startswith("Weighted averages\n")
    assert "not checked" in text
    assert text.count("not yet") == 1
    assert "of 20" in text


def test_the_standing_of_an_empty_notebook_is_a_sentence(learner):
    assert "run the cells above" in check().text


def test_names_that_are_imported_do_not_make_a_lesson(learner):
    learner("from statistics import mean as average")
    assert "run the cells above" in check().text


def test_a_class_copy_tries_the_examples_and_says_so(learner, class_copy):
    learner(RIGHT)
    found = check("weighted_average")
    assert found.text.startswith("[examples hold] weighted_average\n")
    assert "Hidden tests follow" in found.text
    assert "pass" not in found.text
    assert report.EXAMPLES_HOLD in check().text


def test_a_class_copy_shows_what_an_example_should_give(learner, class_copy):
    learner(DIVIDED_BY_THE_COUNT)
    text = check("weighted_average").text
    assert "[not yet] weighted_average([1, 5], [3, 1]) gives 2.0\n" in text
    assert "    weighted_average([1, 5], [3, 1]) gave 4.0\n" in text


def test_a_class_copy_knows_the_stub(learner, class_copy):
    learner(STUB)
    assert check("weighted_average").verdict is Verdict.NOT_STARTED


def test_examples_may_hold_arrays_and_functions(learner, class_copy, monkeypatch):
    learner("import numpy as np")
    learner("def twice(f, x): return np.array([f(x), f(x)])")
    examples = (Example("twice(lambda x: x + 1, 2.0)", "array([3., 3.])"), Example("twice(abs, -1)", "array([1, 1])"))
    exercise = Exercise("twice", "twice(f, x)", 2.0, 3, examples, (), "")
    lesson = LessonIndex("99_twice", "Twice", 2.0, (exercise,), ())
    monkeypatch.setattr(lessons, "all_lessons", lambda: (lesson,))
    assert check("twice").text.startswith("[examples hold]")


def test_every_example_of_the_lessons_can_be_tried(learner, class_copy):
    for lesson in lessons.all_lessons():
        for exercise in lesson.exercises:
            learner(f"def {exercise.name}(*args): return 'wrong'")
            assert check(exercise.name).verdict is Verdict.NOT_YET


def test_while_nbgrader_validates_what_does_not_pass_is_an_exception(learner, monkeypatch):
    monkeypatch.setenv("NBGRADER_EXECUTION", "validate")
    learner(DIVIDED_BY_THE_COUNT)
    with pytest.raises(checking.NotPassed, match="total weight"):
        check("weighted_average")
    learner(RIGHT)
    assert check("weighted_average").points == 3.0


def test_while_nbgrader_grades_missing_hidden_tests_cost_nobody_points_silently(learner, class_copy, monkeypatch):
    monkeypatch.setenv("NBGRADER_EXECUTION", "autograde")
    learner(RIGHT)
    with pytest.raises(checking.NotPassed, match="The grader failed"):
        check("weighted_average")


def test_importing_what_a_lesson_imports_is_cheap():
    listed = "import sys; from autograder import check, hint, predict; print(*sys.modules)"
    run = subprocess.run([sys.executable, "-c", listed], capture_output=True, text=True, check=True)
    assert not {"numpy", "pytest", "IPython", "autograder.notebook.checking"} & set(run.stdout.split())


class Kernel:
    """A real kernel, as a notebook has one."""

    def __init__(self, folder):
        self.manager, self.client = start_new_kernel(cwd=str(folder), kernel_name="python3")

    def run(self, cell):
        """The outputs of a cell."""
        outputs = []

        def keep(message):
            if message["msg_type"] in ("stream", "display_data", "execute_result", "error"):
                outputs.append((message["msg_type"], message["content"]))

        self.client.execute_interactive(cell, output_hook=keep, timeout=60)
        return outputs

    def stop(self):
        self.client.stop_channels()
        self.manager.shutdown_kernel(now=True)


@pytest.fixture
def kernels(tmp_path):
    started = []

    def start():
        started.append(Kernel(tmp_path))
        started[-1].run("from autograder import check, hint, predict")
        return started[-1]

    yield start
    for kernel in started:
        kernel.stop()


def test_a_wrong_function_in_a_real_kernel_and_the_standing_after_a_restart(kernels):
    first = kernels()
    first.run(DIVIDED_BY_THE_COUNT.replace("    return", "    print('noise')\n    return"))
    [(kind, result)] = first.run('check("weighted_average")')
    assert kind == "execute_result"
    assert set(result["data"]) == {"text/plain", "text/html"}
    assert "Divide by the total weight" in result["data"]["text/html"]
    shown, _points = first.run('check("weighted_average").show().points')
    assert shown[0] == "display_data"
    assert shown[1]["data"]["text/plain"].startswith("[not yet]")
    assert float(first.run('check("weighted_average").points')[0][1]["data"]["text/plain"]) < 3
    first.run("predict('mark', 75)")
    first.stop()

    second = kernels()
    standing = second.run("check()")[0][1]["data"]["text/plain"]
    assert "weighted_average     not yet" in standing
    assert "you expected  75" in second.run("predict('mark', happened=80)")[0][1]["data"]["text/plain"]


def test_an_interrupt_ends_an_endless_loop_in_a_real_kernel(kernels):
    kernel = kernels()
    kernel.run(
        "import os, signal\n"
        "def weighted_average(values, weights):\n"
        "    os.kill(os.getpid(), signal.SIGINT)\n"
        "    while True: pass"
    )
    [(kind, result)] = kernel.run('check("weighted_average")')
    assert kind == "execute_result"
    assert "the function did not come back" in result["data"]["text/plain"]


def test_the_validate_button_shows_the_report_and_no_line_of_ours(tmp_path):
    from nbgrader.validator import Validator

    graded = {"grade": True, "grade_id": "weighted_average", "points": 3, "locked": True, "solution": False}
    cells = [
        nbformat.v4.new_code_cell("from autograder import check"),
        nbformat.v4.new_code_cell(DIVIDED_BY_THE_COUNT),
        nbformat.v4.new_code_cell('check("weighted_average")'),
    ]
    cells[2].metadata["nbgrader"] = {**graded, "schema_version": 3, "task": False, "cell_type": "code"}
    path = tmp_path / "lesson.ipynb"
    notebook = nbformat.v4.new_notebook(cells=cells)
    notebook.metadata["kernelspec"] = {"name": "python3", "display_name": "Python 3", "language": "python"}
    nbformat.write(notebook, path)
    [failed] = Validator().validate(str(path))["failed"]
    assert failed["raw_error"].startswith("[not yet] weighted_average")
    assert "Traceback" not in failed["raw_error"]
    assert "checking.py" not in failed["raw_error"]
    assert [left.name for left in tmp_path.iterdir()] == ["lesson.ipynb"]


def test_the_progress_file_is_plain_json(learner, tmp_path):
    learner(RIGHT)
    check("weighted_average")
    kept = json.loads((tmp_path / "progress.json").read_text(encoding="utf-8"))
    assert kept["exercises"] == {"weighted_average": {"points": 3.0, "verdict": "passed"}}
