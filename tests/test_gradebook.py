"""What `Book` writes into nbgrader's database, and what is there after a kill."""

import json
import shutil
from datetime import datetime
from pathlib import Path

import nbformat
import pytest
from class_of import ANSWER, LESSON, book_of, class_of, contents, failed, marked, record, result
from course_copy import copy_of_course
from killed import killed_at, record_to_do, start
from nbgrader.api import Gradebook
from postgres import postgres

from autograder.gradebook import class_config
from autograder.gradebook.marked_copy import MOST_CELLS
from autograder.gradebook.record import GradebookError, open_for
from autograder.places import Places

EXPLAIN, POINTS = "explain_01", 20


@pytest.fixture(scope="module")
def released(project: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A notebook in which nobody has worked."""
    return Places.of(copy_of_course(project, tmp_path_factory.mktemp("released") / "course")).notebook_of(LESSON)


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A gradebook without a submission; nbgrader needs seconds to make one."""
    root = tmp_path_factory.mktemp("empty")
    book_of(root).__exit__(None, None, None)
    return root / "gradebook.db"


@pytest.fixture
def root(tmp_path: Path, empty: Path) -> Path:
    """The folder of a class."""
    folder = tmp_path / "class"
    folder.mkdir()
    shutil.copy(empty, folder)
    return folder


@pytest.fixture
def ann(root, released) -> Path:
    (path,) = class_of(root, released, "ann")
    return path


def grades(root: Path, student: str = "ann", url: str = "") -> dict[str, tuple]:
    return {name: rest for name, *rest in contents(root, url)[f"{student}/{LESSON}"]["grades"]}


def change(path: Path, name: str, **facts) -> None:
    """Change the cell of this name in a submission."""
    notebook = json.loads(path.read_text())
    cell = next(cell for cell in notebook["cells"] if cell["id"] == name)
    cell.update(facts)
    path.write_text(json.dumps(notebook))


def give(root: Path, name: str, points: float) -> None:
    """A person grades."""
    with Gradebook(f"sqlite:///{root / 'gradebook.db'}") as book:
        grade = book.find_grade(name, LESSON, LESSON, "ann")
        grade.manual_score, grade.needs_manual_grade = points, False
        book.db.commit()


def test_each_exercise_has_its_points(root, ann):
    line = result(ann, share=0.5)
    record(root, line)
    wanted = {one["name"]: [one["points"], None, False, one["max_points"]] for one in line["exercises"]}
    assert grades(root) == wanted | {EXPLAIN: [None, None, True, 4.0]}


def test_an_untouched_answer_gets_nothing_and_waits_for_nobody(root, released):
    (path,) = class_of(root, released, "ann", explained="")
    record(root, result(path))
    assert grades(root)[EXPLAIN] == [0, None, False, 4]
    assert (EXPLAIN, "No response.") in contents(root)[f"ann/{LESSON}"]["comments"]


def test_a_second_time_changes_nothing(root, ann):
    record(root, result(ann))
    before = contents(root)
    record(root, result(ann))
    assert contents(root) == before


def test_what_a_person_gave_stays_and_is_looked_at_again(root, ann):
    record(root, result(ann))
    give(root, EXPLAIN, 3.0)
    give(root, "normalize", 1.5)
    record(root, result(ann, share=0))
    assert grades(root)[EXPLAIN] == [None, 3.0, True, 4]
    assert grades(root)["normalize"] == [0.0, 1.5, True, 2]


def test_what_could_not_be_graded_is_no_zero_and_is_graded_again(root, ann):
    record(root, result(ann))
    record(root, failed(ann, "This is <i>no</i> notebook."))
    assert {tuple(grade[:3]) for grade in grades(root).values()} == {(None, None, True)}
    assert marked(ann).cells[0].source == "**This is &lt;i&gt;no&lt;/i&gt; notebook.**"
    with book_of(root) as book:
        assert book.to_do([ann]) == [ann]


@pytest.mark.parametrize("text", ["", "{", "[]", '{"cells": 3, "nbformat": 4}', '{"cells": [3, {}], "nbformat": 4}'])
def test_a_notebook_that_cannot_be_read_can_be_looked_at(root, ann, text):
    ann.write_text(text)
    record(root, failed(ann))
    assert "normalize" in {cell.metadata.get("nbgrader", {}).get("grade_id") for cell in marked(ann).cells}


def test_a_fault_of_the_grader_costs_no_points(root, ann):
    line = result(ann)
    line["exercises"][2] |= {"points": 0.0, "verdict": "our fault"}
    record(root, line | {"error": "The grader failed."})
    name = line["exercises"][2]["name"]
    assert grades(root)[name][:3] == [None, None, True]
    with book_of(root) as book:
        assert book.to_do([ann]) == [ann]


def test_a_folder_without_its_notebook_could_not_be_graded(root, ann):
    ann.unlink()
    with open_for([ann.parent]) as book:
        assert book.to_do([ann.parent]) == [ann.parent]
        book.record(failed(ann.parent, "There is no notebook in this folder.") | {"lesson": None})
    assert grades(root)["normalize"][0] is None


def test_one_gradebook_is_for_one_class(ann, tmp_path):
    with pytest.raises(GradebookError, match="one class"):
        open_for([ann, tmp_path / "other" / "submitted" / "ann" / LESSON / f"{LESSON}.ipynb"])
    with pytest.raises(GradebookError, match="does not say whose"):
        open_for([tmp_path / "mine.ipynb"])


def test_a_link_to_somebody_elses_notebook_is_not_graded(root, released):
    ann, bob = class_of(root, released, "ann", "bob")
    ann.unlink()
    ann.symlink_to(bob)
    record(root, result(ann))
    assert grades(root)["normalize"][0] is None
    assert ANSWER not in {cell.source for cell in marked(ann).cells}


def test_a_late_notebook_has_its_penalty_and_its_time(root, ann):
    (root / "nbgrader_config.py").write_text('c = get_config()\nc.LateSubmissionPlugin.penalty_method = "zero"\n')
    ann.with_name("timestamp.txt").write_text("2026-02-03 10:00:00 UTC\n")
    record(root, result(ann))
    with Gradebook(f"sqlite:///{root / 'gradebook.db'}") as book:
        book.update_or_create_assignment(LESSON, duedate=datetime(2026, 2, 3, 9, 0))
    record(root, result(ann))
    found = contents(root)[f"ann/{LESSON}"]
    assert (found["penalty"], found["time"]) == (POINTS, datetime(2026, 2, 3, 10, 0))
    copied = root / "autograded" / "ann" / LESSON / "timestamp.txt"
    assert copied.read_text() == "2026-02-03 10:00:00 UTC\n"


def test_a_time_that_nobody_can_read_does_not_cost_the_grade(root, ann, caplog):
    ann.with_name("timestamp.txt").write_text("yesterday noonish")
    record(root, result(ann))
    assert grades(root)["normalize"][0] == 2
    assert "no time" in caplog.text


def test_a_student_is_added_only_where_the_class_wants_it(root, ann):
    (root / "nbgrader_config.py").write_text("c = get_config()\nc.Autograde.create_student = False\n")
    with pytest.raises(GradebookError, match="No such student: ann"):
        record(root, result(ann))
    assert contents(root) == {}


def test_other_points_than_those_of_the_gradebook_are_refused(root, ann):
    line = result(ann)
    line["exercises"][0]["max_points"] = 5.0
    with pytest.raises(GradebookError, match="nbgrader generate_assignment"):
        record(root, line)


def test_a_notebook_outside_of_a_class_is_refused(root, tmp_path):
    with pytest.raises(GradebookError, match="does not say whose notebook it is"):
        record(root, result(tmp_path / "mine.ipynb"))


# ---- the notebook to look at


def test_the_report_stands_under_the_check_cell(root, ann):
    record(root, result(ann, share=0.5))
    cell = next(cell for cell in marked(ann).cells if cell.metadata.get("nbgrader", {}).get("grade_id") == "normalize")
    output, value = cell.outputs
    assert value.data["text/plain"] == "1.0"
    page = output.data["text/html"]
    assert "Divide by the total weight." in page
    assert "normalize([1, 5], [3, 1]) gave &lt;b&gt;4.0&lt;/b&gt;" in page


def test_the_learners_text_stays_and_its_metadata_are_the_courses_again(root, ann):
    change(ann, "exercise-normalize", source="def normalize(w): return w", metadata={"tags": ["remove_cell"]})
    ours = {"grade": True, "grade_id": "normalize", "points": 200, "solution": True, "locked": False}
    change(ann, "weighted_average", source="200", metadata={"nbgrader": ours})
    record(root, result(ann))
    cells = {cell.metadata.nbgrader.grade_id: cell for cell in marked(ann).cells if "nbgrader" in cell.metadata}
    assert cells["exercise-normalize"].source == "def normalize(w): return w"
    assert "tags" not in cells["exercise-normalize"].metadata
    assert cells["normalize"].source.startswith('check("normalize")')
    assert (cells["normalize"].metadata.nbgrader.points, cells["normalize"].metadata.nbgrader.locked) == (2, True)
    assert cells["weighted_average"].source.startswith('check("weighted_average")')
    assert cells[EXPLAIN].source == ANSWER
    assert grades(root)["normalize"] == [2, None, False, 2]


def test_deleted_and_copied_cells_are_no_hindrance(root, ann):
    notebook = nbformat.read(ann, as_version=4)
    cells = [cell for cell in notebook.cells if cell.id != "normalize" and not cell.id.startswith("explain")]
    notebook.cells = [*cells, *cells]
    ann.write_text(json.dumps(notebook))
    record(root, result(ann))
    names = [cell.metadata.nbgrader.grade_id for cell in marked(ann).cells if "nbgrader" in cell.metadata]
    assert len(names) == len(set(names))
    assert grades(root)["normalize"][0] == 2
    assert grades(root)[EXPLAIN][:3] == [None, None, True]  # who knows where the answer went


def test_of_very_many_cells_those_of_the_gradebook_are_shown_and_the_first_others(root, ann):
    notebook = json.loads(ann.read_text())
    many = {"cell_type": "markdown", "metadata": {}, "source": "text"}
    notebook["cells"][:0] = [{**many, "id": f"text-{number}"} for number in range(MOST_CELLS + 5)]
    ann.write_text(json.dumps(notebook))
    record(root, result(ann))
    cells = marked(ann).cells
    known = {cell.metadata.nbgrader.grade_id for cell in cells if "nbgrader" in cell.metadata}
    assert len(cells) == MOST_CELLS + len(known) + 1
    assert "more cells were handed in" in cells[-1].source
    assert grades(root)["normalize"] == [2, None, False, 2]
    assert EXPLAIN in known


def test_only_text_and_pictures_of_the_learner_are_shown(root, ann):
    picture = {"image/png": "aGk=", "text/plain": "<Figure>", "text/html": "<script>alert(1)</script>"}
    outputs = [
        {"output_type": "display_data", "data": picture, "metadata": {}},
        {"output_type": "display_data", "data": {"image/png": '"><script>'}, "metadata": {}},
        {"output_type": "execute_result", "data": {"application/javascript": "1"}, "metadata": {}},
        {"output_type": "stream", "name": "stdout", "text": "hello"},
        {"output_type": "nonsense"},
        7,
    ]
    change(ann, "exercise-normalize", outputs=outputs)
    change(ann, "normalize", outputs=outputs)
    record(root, result(ann))
    page = Path(str(ann).replace("submitted", "autograded")).read_text()
    assert "<script>" not in page
    assert page.count("aGk=") == page.count("hello") == 1
    assert ANSWER in {cell.source for cell in marked(ann).cells}


# ---- what is done already


def test_what_is_recorded_is_not_done_again_until_it_changes(root, released):
    paths = class_of(root, released, "ann", "bob")
    record(root, *map(result, paths))
    with book_of(root) as book:
        assert book.to_do(paths) == []
        paths[0].with_name("timestamp.txt").write_text("2026-02-03 10:00:00 UTC")
        assert book.to_do(paths) == [paths[0]]
        book.record(result(paths[0]))
        assert book.to_do(paths) == []
        change(paths[1], EXPLAIN, source="Another answer.")
        assert book.to_do(paths) == [paths[1]]
        book.record(result(paths[1]))
        shutil.rmtree(root / "autograded")
        assert book.to_do(paths) == paths


def test_what_changes_while_it_is_graded_is_graded_again(root, ann):
    with book_of(root) as book:
        assert book.to_do([ann]) == [ann]
        change(ann, EXPLAIN, source="Another answer.")
        book.record(result(ann))
        assert book.to_do([ann]) == [ann]


@pytest.mark.slow
def test_a_run_that_is_killed_and_started_again_loses_nothing(root, released, empty, tmp_path):
    """Twenty moments, spread over everything that a run does."""
    paths = class_of(root, released, *"abcd")
    lines = [result(path, share) for path, share in zip(paths, (1, 0.5, 0, 1), strict=True)]
    counted = tmp_path / "counted"
    run(killed_at, 0, counted, root, lines)
    moments, wanted = int(counted.read_text()), contents(root)
    kills = [1 + (moments - 1) * number // 19 for number in range(20)]
    assert len(set(kills)) == 20
    notebooks = {path: Path(str(path).replace("submitted", "autograded")).read_bytes() for path in paths}
    for moment in kills:
        shutil.rmtree(root / "autograded")
        shutil.copy(empty, root)
        assert run(killed_at, moment, counted, root, lines) == -9
        between = contents(root)
        assert {key: between[key] for key in between} == {key: wanted[key] for key in between}, moment
        assert run(record_to_do, root, lines) == 0
        assert contents(root) == wanted, moment
        for path, content in notebooks.items():
            assert Path(str(path).replace("submitted", "autograded")).read_bytes() == content


@pytest.mark.slow
@pytest.mark.parametrize("made", [True, False], ids=["there", "new"])
def test_two_at_once_write_one_gradebook(root, released, made):
    paths = class_of(root, released, *"abcdefgh")
    if not made:
        (root / "gradebook.db").unlink()
    two(root, [result(path) for path in paths])
    found = contents(root)
    assert len(found) == len(paths)
    assert all(sum(grade[1] or 0 for grade in one["grades"]) == POINTS for one in found.values())
    assert not [path for path in root.iterdir() if path.name.startswith(".gradebook")]


@pytest.mark.slow
def test_postgresql_holds_the_same(root, released):
    paths = class_of(root, released, *"abcd")
    lines = [result(path, share) for path, share in zip(paths, (1, 0.5, 0, 1), strict=True)]
    lines[3] = failed(paths[3])
    record(root, *lines)
    with postgres() as url:
        two(root, lines, url)
        assert contents(root, url) == contents(root)
        with book_of(root, url) as book:
            assert book.to_do(paths) == paths[3:]


def run(function, *arguments) -> int | None:
    process = start(function, *arguments)
    process.join()
    return process.exitcode


def two(root: Path, lines: list, url: str = "") -> None:
    """Two processes record the same lines, each from another end."""
    both = [start(record_to_do, root, order, url) for order in (lines, lines[::-1])]
    for process in both:
        process.join()
    assert [process.exitcode for process in both] == [0, 0]
    assert class_config.read(root, url).course == "default_course"
