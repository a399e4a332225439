"""`nbgrader autograde` with our execute step, by command and by nbgrader's API, and whatever is handed in."""

import json
import multiprocessing
import os
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from html import unescape
from pathlib import Path

import nbformat
import pytest
from class_of import ANSWER, LESSON, answers_of_the_class, contents, record
from course_copy import copy_of_course, hand_in, run, solutions
from hostile_bank import HOSTILE, MAXIMA, Hostile, code, notebook
from nbgrader.api import Gradebook
from nbgrader.apps.api import NbGraderAPI
from nbgrader.coursedir import CourseDirectory
from nbgrader.plugins import LateSubmissionPlugin
from test_hostile import NAMESPACES
from traitlets.config import Config

from autograder.gradebook import class_config
from autograder.grading.ahead import Ahead
from autograder.grading.one_notebook import grade_notebook

pytestmark = pytest.mark.slow
OWN_STEP = "c.merge(lesson_step.settings())"
EXPLAIN = "explain_01"
BANK = """
    adds_graded_cells brings_its_own_outputs deletes_its_checks ends_its_process ends_the_process_in_a_cell
    hooks_into_ipython is_a_link_to_endless_data is_a_pipe is_cut_off is_not_unicode kills_the_grader loops_without_end
    prints_a_gigabyte_in_a_cell raises_its_points renames_its_checks replaces_run_cell skips_by_tags uses_an_old_schema
""".split()


@pytest.fixture(scope="module")
def course(project: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The course, with the lesson in its gradebook."""
    root = copy_of_course(project, tmp_path_factory.mktemp("step") / "course")
    done = run(root, "nbgrader", "generate_assignment", LESSON)
    assert done.returncode == 0, done.stderr
    return root


def api_of(course: Path, **more: Config) -> NbGraderAPI:
    """What formgrader's buttons call."""
    config = class_config.read(course).settings
    config.merge(Config(more))
    config.CourseDirectory.root = str(course)
    return NbGraderAPI(CourseDirectory(config=config), config=config)


def autograded(course: Path, student: str, **more: Config) -> None:
    done = api_of(course, **more).autograde(LESSON, student, force=True)
    assert done["success"], done["log"]


@contextmanager
def book_of(course: Path) -> Iterator[Gradebook]:
    with Gradebook(f"sqlite:///{course / 'gradebook.db'}", "open-network-course") as book:
        yield book


def points(course: Path, student: str) -> dict[str, float | None]:
    grades = contents(course)[f"{student}/{LESSON}"]["grades"]
    return {name: auto for name, auto, *_ in grades if name != EXPLAIN}


def shown(course: Path, student: str) -> nbformat.NotebookNode:
    return nbformat.read(course / "autograded" / student / LESSON / f"{LESSON}.ipynb", as_version=4)


def feedback(course: Path, student: str) -> str:
    done = api_of(course).generate_feedback(LESSON, student, force=True)
    assert done["success"], done["log"]
    page = (course / "feedback" / student / LESSON / f"{LESSON}.html").read_text(encoding="utf-8")
    return unescape(re.sub(r"<[^>]*>", "", re.sub(r"<(style|script)\b.*?</\1>", "", page, flags=re.DOTALL)))


# ---- a class


@pytest.fixture(scope="module")
def classroom(course: Path) -> Path:
    """Five learners, graded by one command: nbgrader's own way first, then ours."""
    for student, answers in answers_of_the_class(course).items():
        hand_in(course, student, LESSON, answers, ANSWER if student != "untouched" else "")
    config = course / "nbgrader_config.py"
    ours = config.read_text()
    assert OWN_STEP in ours
    config.write_text(ours.replace(OWN_STEP, ""))
    autograde(course)
    shutil.copy(course / "gradebook.db", course / "own.db")
    config.write_text(ours)
    autograde(course)
    return course


def autograde(course: Path, *options: str) -> str:
    done = run(course, "nbgrader", "autograde", LESSON, "--force", *options)
    assert done.returncode == 0, done.stderr
    return done.stderr


STUDENTS = ["right", "loud", "partly", "broken", "untouched"]


def test_three_ways_give_the_same_points(classroom):
    """Our grade, nbgrader with the hidden regions in a kernel, and nbgrader with our step."""
    own = contents(classroom, f"sqlite:///{classroom / 'own.db'}")
    assert contents(classroom) == own
    for student in STUDENTS:
        line = grade_notebook(classroom / "submitted" / student / LESSON / f"{LESSON}.ipynb", LESSON)
        assert points(classroom, student) == {one["name"]: one["points"] for one in line["exercises"]}


def test_somebody_can_look_at_what_the_cells_show(classroom):
    cells = shown(classroom, "loud").cells
    outputs = [output for cell in cells for output in cell.get("outputs", ())]
    assert any("image/png" in output.get("data", {}) for output in outputs)
    broken = [output for cell in shown(classroom, "broken").cells for output in cell.get("outputs", ())]
    assert "SyntaxError" in {output.get("ename") for output in broken}


def test_a_process_that_dies_while_it_grades_ahead_costs_nobody_a_grade():
    paths = [Path(name) for name in ("a", "b", "c", "d")]
    ahead = Ahead(paths, _dies_elsewhere, jobs=2)
    assert [ahead.take(path) for path in paths] == ["A", "B", "C", "D"]


def _dies_elsewhere(path: Path) -> str:
    if multiprocessing.parent_process() is not None and path.name == "b":
        os._exit(1)
    return path.name.upper()


# ---- regrading


def test_what_a_person_gave_survives_both_ways_of_grading_again(course):
    path = hand_in(course, "marked", LESSON, solutions(course, LESSON), ANSWER)
    autograded(course, "marked")
    with book_of(course) as book:
        for name, given in {EXPLAIN: 3.0, "normalize": 0.5}.items():
            grade = book.find_grade(name, LESSON, LESSON, "marked")
            grade.manual_score, grade.needs_manual_grade = given, False
        book.db.commit()
    before = contents(course)[f"marked/{LESSON}"]
    for grade_again in (
        lambda: autograded(course, "marked"),
        lambda: autograde(course, "--student=marked"),
        lambda: record(course, grade_notebook(path, LESSON)),
    ):
        grade_again()
        after = contents(course)[f"marked/{LESSON}"]
        given = {name: (manual, waits) for name, _, manual, waits, _ in after["grades"] if manual is not None}
        assert given == {EXPLAIN: (3.0, True), "normalize": (0.5, True)}
        assert after["comments"] == before["comments"]


def test_a_better_notebook_gets_its_points_when_it_is_graded_again(course):
    hand_in(course, "later", LESSON, {})
    autograded(course, "later")
    assert sum(points(course, "later").values()) == 0
    shutil.rmtree(course / "submitted" / "later")
    hand_in(course, "later", LESSON, solutions(course, LESSON))
    autograded(course, "later")
    assert sum(points(course, "later").values()) == sum(MAXIMA.values())


class OnePointAnHour(LateSubmissionPlugin):
    def late_submission_penalty(self, student_id: str, score: float, total_seconds_late: float) -> float:
        return total_seconds_late / 3600


def test_late_penalties_are_those_of_the_class(course):
    path = hand_in(course, "late", LESSON, solutions(course, LESSON))
    due = datetime(2026, 2, 3, 10)
    path.with_name("timestamp.txt").write_text(f"{due + timedelta(hours=2)} UTC")
    with book_of(course) as book:
        book.update_or_create_assignment(LESSON, duedate=due)
    try:
        autograded(course, "late", AssignLatePenalties=Config(plugin_class=OnePointAnHour))
        assert contents(course)[f"late/{LESSON}"]["penalty"] == 2
    finally:
        with book_of(course) as book:
            book.update_or_create_assignment(LESSON, duedate=None)


# ---- whatever was handed in


@pytest.mark.parametrize("content", ["", "{", "[]", '{"cells": 3, "nbformat": 4}', '{"cells": [], "nbformat": 9}'])
def test_a_file_that_is_no_notebook_waits_for_a_person_and_says_why(course, content):
    path = hand_in(course, f"no_notebook_{len(content)}", LESSON, {})
    path.write_text(content)
    student = path.parts[-3]
    autograded(course, student)
    grades = contents(course)[f"{student}/{LESSON}"]["grades"]
    assert {(auto, waits) for _, auto, _, waits, _ in grades} == {(None, True)}
    sentence = grade_notebook(path, LESSON)["error"]
    assert sentence in unescape(shown(course, student).cells[0].source)
    assert sentence.replace("`", "") in feedback(course, student)


def test_outputs_and_metadata_that_were_handed_in_are_not_believed(course):
    path = hand_in(course, "liar", LESSON, {})
    content = json.loads(path.read_text())
    lie = {"output_type": "execute_result", "data": {"text/plain": "3.0"}, "metadata": {}, "execution_count": 1}
    for cell in content["cells"]:
        if cell["cell_type"] == "code":
            cell |= {"outputs": [lie], "metadata": cell["metadata"] | {"tags": ["skip-execution", "remove_cell"]}}
    path.write_text(json.dumps(content))
    autograded(course, "liar")
    assert set(points(course, "liar").values()) == {0.0}
    outputs = [output for cell in shown(course, "liar").cells for output in cell.get("outputs", ())]
    assert "3.0" not in {output.get("data", {}).get("text/plain") for output in outputs}
    assert not any("tags" in cell.metadata for cell in shown(course, "liar").cells)


def test_without_a_run_nobody_gets_points(course):
    hand_in(course, "not_run", LESSON, solutions(course, LESSON))
    autograde(course, "--student=not_run", "--no-execute")
    assert set(points(course, "not_run").values()) == {None}


@pytest.mark.skipif(not NAMESPACES, reason="this system allows no namespaces, which some of the attacks need")
def test_a_batch_of_attacks_ends_with_the_right_points(course):
    names = {"me": "hostile", "tcp_port": 1, "udp_port": 1, "abstract_name": "x", "shm_key": 1, "home": str(course)}
    known = [
        f"{key} = {value!r}" for key, value in {**names, "project": str(course), "class_folder": str(course)}.items()
    ]
    attacks = [HOSTILE[name] for name in BANK]
    for attack in attacks:
        hand_in_attack(course, attack, known)
    for honest in ("a_neighbour", "zz_neighbour"):
        hand_in(course, honest, LESSON, solutions(course, LESSON))
    students = {one.name: one.student for one in attacks} | {name: name for name in ("a_neighbour", "zz_neighbour")}
    others = [folder.name for folder in (course / "submitted").iterdir() if folder.name not in students.values()]
    limits = ["--ExamineLesson.time_limit=6", "--ExamineLesson.call_limit=2", "--ExamineLesson.memory_limit=1024"]
    autograde(course, *limits, f"--CourseDirectory.student_id_exclude={','.join(others)}")
    wrong = {attack.name: found for attack in attacks if (found := unearned(attack, points(course, attack.student)))}
    assert wrong == {}
    for honest in ("a_neighbour", "zz_neighbour"):
        assert points(course, honest) == MAXIMA


def hand_in_attack(course: Path, attack: Hostile, known: list[str]) -> None:
    path = course / "submitted" / attack.student / LESSON / f"{LESSON}.ipynb"
    path.parent.mkdir(parents=True)
    content = notebook([code("\n".join(known)), *attack.cells])
    if attack.make:
        names: dict = {"json": json, "os": os}
        exec(attack.make, names)
        content = names["make"](content, path)
    if isinstance(content, dict):
        content = json.dumps(content)
    if content is not None:
        path.write_bytes(content.encode() if isinstance(content, str) else content)


def unearned(attack: Hostile, scores: dict[str, float | None]) -> dict[str, float | None]:
    """The scores that are not what the file's header says."""
    if "refused" in attack.header:
        return {name: score for name, score in scores.items() if score is not None}
    earned, perhaps = attack.exercises("earns"), attack.exercises("perhaps")
    right = {name: MAXIMA[name] if name in earned else 0.0 for name in MAXIMA}
    return {name: score for name, score in scores.items() if name not in perhaps and score != right[name]}
