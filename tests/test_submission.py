"""Whatever is handed in: read, or refused with a sentence that says what to do next."""

import json
import os
from pathlib import Path

import pytest

from autograder.grading import submission
from autograder.grading.notebook_file import Unreadable
from autograder.grading.submission import defined_names, read_submission
from autograder.lessons import Exercise, LessonIndex


def lesson(stem: str, *names: str) -> LessonIndex:
    exercises = tuple(Exercise(name, f"{name}(x)", 3, 5, (), (), "") for name in names)
    return LessonIndex(stem, stem, 3 * len(names), exercises, ())


@pytest.fixture(autouse=True)
def two_lessons(monkeypatch):
    lessons = (lesson("00_first", "one", "two"), lesson("01_second", "three", "four"))
    monkeypatch.setattr(submission, "all_lessons", lambda: lessons)


ONE, TWO = "def one(x):\n    return 1", "def two(x):\n    return 2"
CHECKS = ['check("one")', 'check("two")']
BOTH = [ONE, TWO, *CHECKS]


def notebook(*sources: str, **other: object) -> dict[str, object]:
    cells = [{"cell_type": "code", "id": f"cell-{n}", "metadata": {}, "source": s} for n, s in enumerate(sources)]
    return {"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": cells, **other}


def written(folder: Path, content: object, name: str = "00_first.ipynb") -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else json.dumps(content).encode())
    return path


def notes(folder: Path, content: object) -> list[str]:
    return list(read_submission(written(folder, content)).notes)


OLD = {
    "metadata": {},
    "nbformat": 3,
    "nbformat_minor": 0,
    "worksheets": [
        {
            "cells": [
                {"cell_type": "code", "input": source, "language": "python", "metadata": {}, "outputs": []}
                for source in BOTH
            ]
        }
    ],
}


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "The file is empty. Hand in a copy that JupyterLab opens; "),
        (b" \n", "The file is empty."),
        (b'{"cells": [', "The file is not JSON, as a notebook is: see line 1, column 12."),
        (b"# %%\nprint(1)", "The file is not JSON, as a notebook is: see line 1, column 1."),
        (b'{"cells": "\xff"}', "The file is not UTF-8 text (at byte 12)."),
        (json.dumps(BOTH).encode("utf-16"), "The file is not UTF-8 text"),
        (b"[" * 100_000, "The file is JSON that no notebook program writes."),
        (b"[" + b"9" * 5000 + b"]", "The file is JSON that no notebook program writes."),
        ([1, 2], "This is JSON, but no notebook."),
        ({"cells": []}, "This is JSON, but no notebook."),
        ({"nbformat": 4, "cells": {}}, "This is JSON, but no notebook."),
        ({**notebook(*BOTH), "nbformat": 5}, "This notebook has format 5, which is newer than this grader"),
        ({"nbformat": 3, "worksheets": [7]}, "The notebook has the old format 3 and could not be converted."),
        (notebook(), "There is no code in this notebook."),
        (notebook("", " \n"), "There is no code in this notebook."),
        (
            {**notebook(), "cells": [7, None, {"cell_type": "code"}, {"source": 3}]},
            "There is no code in this notebook.",
        ),
    ],
    ids=range(16),
)
def test_each_kind_of_broken_file_has_its_sentence(tmp_path, content, sentence):
    with pytest.raises(Unreadable) as refused:
        read_submission(written(tmp_path, content))
    assert str(refused.value).startswith(sentence)


def test_a_link_to_another_notebook_is_refused(tmp_path):
    link = tmp_path / "handed_in" / "00_first.ipynb"
    link.parent.mkdir()
    link.symlink_to(written(tmp_path, notebook(*BOTH)))
    with pytest.raises(Unreadable, match="link"):
        read_submission(link)


def test_a_huge_file_is_refused(tmp_path):
    path = written(tmp_path, b" ")
    os.truncate(path, 10**12)
    with pytest.raises(Unreadable, match=r"The file is larger than 50 MB\. Clear its outputs"):
        read_submission(path)


def test_a_missing_file_and_a_folder_are_told_apart(tmp_path):
    with pytest.raises(Unreadable, match="There is no such file"):
        read_submission(tmp_path / "none.ipynb")
    with pytest.raises(Unreadable, match="This is not a file"):
        read_submission(tmp_path)
    with pytest.raises(Unreadable, match="cannot be read"):
        read_submission(tmp_path / ("n" * 5000))


def test_a_good_notebook_has_no_notes(tmp_path):
    read = read_submission(written(tmp_path, notebook(*BOTH)))
    assert read.lesson.lesson == "00_first"
    assert read.code == tuple(BOTH)
    assert read.notes == ()


def test_sources_may_be_lists_of_lines_and_begin_with_a_byte_order_mark(tmp_path):
    content = notebook(["def one(x):\n", "    return 1"], TWO, *CHECKS)
    read = read_submission(written(tmp_path, b"\xef\xbb\xbf" + json.dumps(content).encode()))
    assert read.code[0] == ONE


def test_empty_cells_and_text_are_not_counted(tmp_path):
    content = notebook("", ONE, "  ", TWO, *CHECKS)
    content["cells"].insert(0, {"cell_type": "markdown", "source": "def one(x): text"})
    assert read_submission(written(tmp_path, content)).defined_in == {"one": (1,), "two": (2,)}


def test_an_old_format_is_converted(tmp_path):
    read = read_submission(written(tmp_path, OLD))
    assert read.code == tuple(BOTH)
    assert read.notes == ("The notebook has the old format 3; it was converted to be graded.",)


@pytest.mark.parametrize(
    ("name", "sources", "found"),
    [
        ("00_first.ipynb", BOTH, "00_first"),
        ("ada/00_first/00_first.ipynb", BOTH, "00_first"),
        ("ada/00_first/my copy.ipynb", BOTH, "00_first"),
        ("homework.ipynb", BOTH, "00_first"),
        ("homework.ipynb", ["three = lambda x: x"], "01_second"),
        ("00_first.ipynb", ["print('nothing is defined here')"], "00_first"),
        ("00_first.ipynb", [ONE, "def three(x): pass\ndef four(x): pass"], "00_first"),
    ],
)
def test_the_lesson_comes_from_the_folder_or_the_file_or_the_content(tmp_path, name, sources, found):
    assert read_submission(written(tmp_path, notebook(*sources), name)).lesson.lesson == found


def test_the_notebook_of_another_lesson_is_refused(tmp_path):
    sentence = r"This is a notebook of lesson 00_first \(it defines one and two\), handed in as 01_second. "
    with pytest.raises(Unreadable, match=sentence):
        read_submission(written(tmp_path, notebook(*BOTH), "01_second.ipynb"))
    with pytest.raises(Unreadable, match=sentence):
        read_submission(written(tmp_path, notebook(*BOTH), "00_first.ipynb"), "01_second")


def test_a_notebook_of_no_lesson_is_refused(tmp_path):
    with pytest.raises(Unreadable, match="Say so with --lesson; the lessons are 00_first, 01_second"):
        read_submission(written(tmp_path, notebook("x = 1"), "homework.ipynb"))


def test_metadata_decides_nothing(tmp_path):
    content = notebook(*BOTH)
    for cell in content["cells"]:
        cell["metadata"] = {"tags": ["skip-execution"], "nbgrader": {"grade_id": "one", "grade": True, "points": 200}}
    content["metadata"] = {"kernelspec": {"name": "bash", "language": "bash"}}
    read = read_submission(written(tmp_path, content))
    assert read.code == tuple(BOTH)
    assert "The metadata of code cell 1 was changed; it decides nothing here." in read.notes


@pytest.mark.parametrize("metadata", [None, 7, [], {"nbgrader": 7}, {"nbgrader": {"grade_id": ["x"]}}])
def test_metadata_of_any_form_is_survived(tmp_path, metadata):
    content = notebook(*BOTH)
    content["cells"][0]["metadata"] = metadata
    assert notes(tmp_path, content) == []


def test_copied_cells_are_noted(tmp_path):
    content = notebook(*BOTH)
    for cell in content["cells"][:2]:
        cell["id"] = "same"
    assert notes(tmp_path, content) == ['2 cells have the id "same", as after copying one; all of them were run.']


def test_an_exercise_that_is_defined_twice_is_noted(tmp_path):
    assert notes(tmp_path, notebook(*BOTH, ONE)) == ["one is defined in code cells 1, 5; the last one counts."]


def test_missing_and_changed_check_cells_are_noted(tmp_path):
    assert notes(tmp_path, notebook(ONE, TWO, 'check("two")\nprint(3)')) == [
        "The check cell of one is missing; one was graded all the same.",
        "The check cell of two was changed; that changes nothing about its points.",
    ]


@pytest.mark.parametrize(
    ("source", "names"),
    [
        ("%matplotlib inline\ndef f(x):\n    def inner(): pass", {"f"}),
        ("%%time\nif True:\n    f = lambda x: x\nelse:\n    g: int = 1", {"f", "g"}),
        ("try:\n    a, (b, c) = 1, (2, 3)\nexcept E:\n    class D: pass", {"a", "b", "c", "D"}),
        ("f?\nasync def g(): pass", {"g"}),
        ("np.mean = 3\nx[0] = f(y=2)", set()),
        ("from course.pieces import one", set()),
        ("def f(x):\n    return (\n\ndef g(y):", {"f", "g"}),
        ("f = lambda x: (", {"f"}),
        ("if f == 2", set()),
        ("\0", set()),
        ("(" * 10_000, set()),
    ],
)
def test_names_are_found_in_any_source(source, names):
    assert defined_names(source) == names
