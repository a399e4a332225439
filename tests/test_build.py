"""solutions/ make notebooks/: the same bytes every time, all or nothing, and nobody's work is lost."""

import json
import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import nbformat
import pytest
from small_course import LESSON, STEM, Course, small_course
from traitlets.config import Config

from autograder import files, fresh, lessons
from autograder.__main__ import main
from autograder.authoring import regions, solved
from autograder.authoring.build import build
from autograder.authoring.source import LessonError, read_lesson
from autograder.places import Places


@pytest.fixture
def course(tmp_path: Path) -> Course:
    return small_course(tmp_path / "course")


def cells_of(course: Course) -> dict[str, nbformat.NotebookNode]:
    notebook = nbformat.read(course.places.notebook_of(STEM), as_version=4)
    return {cell.id: cell for cell in notebook.cells}


def everything_in(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def git(folder: Path, *words: str) -> None:
    command = ["git", "-c", "user.name=x", "-c", "user.email=x@example.org", "-C", str(folder), *words]
    subprocess.run(command, check=True, capture_output=True)


def commit(course: Course) -> None:
    git(course.places.root, "init", "--quiet")
    git(course.places.root, "add", "solutions", "notebooks", "autograder")
    git(course.places.root, "commit", "--quiet", "-m", "The course")


# ---- what is made


def test_the_learner_gets_stubs_and_no_secret(course):
    build(course.places)
    cells = cells_of(course)
    assert cells["exercise-double"].source.endswith("    factor = 2\n    return ...  # your code here")
    assert cells["double"].source == 'check("double")'
    assert cells["explain_01"].source == "**Your answer**\n\n*Write your answer here.*"
    text = course.places.notebook_of(STEM).read_text()
    for secret in ("twice_as_much", "once is not enough", "What is twice three", "SOLUTION", "HIDDEN", "points:"):
        assert secret not in text


def test_nbgrader_knows_what_to_grade(course):
    build(course.places)
    facts = {name: cell.metadata.get("nbgrader") for name, cell in cells_of(course).items()}
    assert facts["double"].items() >= {"grade": True, "solution": False, "locked": True, "points": 3}.items()
    assert facts["exercise-double"].items() >= {"grade": False, "solution": True, "locked": False}.items()
    assert facts["explain_01"].items() >= {"grade": True, "solution": True, "locked": False, "points": 2}.items()
    assert facts["twice-1"] is None


def test_two_builds_give_the_same_bytes(course, tmp_path, monkeypatch):
    build(course.places)
    other = small_course(tmp_path / "elsewhere")
    monkeypatch.setenv("LC_ALL", "tr_TR.UTF-8")
    monkeypatch.setenv("TZ", "Asia/Kathmandu")
    monkeypatch.setenv("PYTHONHASHSEED", "7")
    build(other.places)
    assert everything_in(course.places.root) == everything_in(other.places.root)


def test_cells_under_another_heading_keep_their_ids(course):
    build(course.places)
    before = set(cells_of(course))
    course.write("# %%\nfrom", "# %%\n1 + 1\n\n# %%\nfrom")
    build(course.places)
    assert set(cells_of(course)) - before == {"twice-3"}


def test_what_is_known_about_the_lesson_is_read_back(course):
    build(course.places)
    folder = course.places.lessons
    assert lessons.load(STEM, folder) == read_lesson(STEM, course.places).index
    assert lessons.lesson_of("double", folder).exercise("double").points == 3
    assert cells_of(course)["exercise-double"].source == lessons.load(STEM, folder).exercise("double").starts
    with pytest.raises(lessons.UnknownLesson, match=r'There is no lesson "x"\. The lessons are 01_x\.'):
        lessons.load("x", folder)
    with pytest.raises(lessons.UnknownLesson, match='No lesson has an exercise "x"'):
        lessons.lesson_of("x", folder)
    with pytest.raises(lessons.UnknownLesson, match=r'has no exercise "x"\. Its exercises are double\.'):
        lessons.load(STEM, folder).exercise("x")


# ---- all or nothing


def test_a_failed_build_changes_nothing(course, capsys):
    build(course.places)
    course.write("    # end\n")
    course.places.source_of("02_y").write_text(LESSON)
    before = everything_in(course.places.root)
    assert main(["build", "--root", str(course.places.root)]) == 1
    assert everything_in(course.places.root) == before
    told = capsys.readouterr().err.splitlines()
    assert [line.split(":")[0] for line in told[:-1]] == ["solutions/01_x.py", "solutions/02_y.py"]
    assert told[-1] == "Nothing was built."


def test_a_course_without_lessons(course):
    course.places.source_of(STEM).unlink()
    with pytest.raises(LessonError, match="no lesson in this folder"):
        build(course.places)


def test_a_notebook_with_a_secret_in_it_is_not_written(course, monkeypatch):
    monkeypatch.setattr("autograder.authoring.generate.settings", Config)  # nbgrader's own stubs
    with pytest.raises(LessonError, match=r"solutions/01_x.py:\d+: nbgrader made something else of this cell"):
        build(course.places)
    assert not course.places.notebooks.exists()


def test_what_a_learner_has_in_the_folder_stays(course):
    build(course.places)
    own = course.places.notebook_of(STEM).with_name("progress.json")
    own.write_text("{}")
    build(course.places)
    assert own.read_text() == "{}"


def test_a_notebook_that_somebody_worked_in_is_kept(course, capsys):
    build(course.places)
    notebook = course.places.notebook_of(STEM)
    clean = notebook.read_bytes()
    notebook.write_text("my work")
    assert main(["build", "--root", str(course.places.root)]) == 0
    (copy,) = notebook.parent.glob("*.mine*")
    assert (notebook.read_bytes(), copy.read_text()) == (clean, "my work")
    assert f"kept as notebooks/{STEM}/{copy.name}" in capsys.readouterr().out


def test_a_notebook_that_only_the_build_changed_is_no_ones_work(course):
    commit_me = course.places
    build(commit_me)
    commit(course)
    for number in ("three", "four"):
        course.write("Why twice?", f"Why twice {number}?")
        assert build(course.places)[1] == []
    (course.places.build / "notebooks.json").unlink()
    git(course.places.root, "checkout", "--", "notebooks")
    assert build(course.places)[1] == []


def test_a_lesson_that_is_gone_is_no_longer_known(course):
    course.places.lessons.mkdir()
    course.places.facts_of("00_gone").write_text("{}")
    build(course.places)
    assert [path.stem for path in course.places.lessons.iterdir()] == [STEM]


# ---- fresh


@pytest.mark.parametrize("wanted", ["1", "01", STEM])
def test_fresh_brings_a_clean_notebook_and_keeps_the_old_ones(course, capsys, wanted):
    build(course.places)
    commit(course)
    notebook = course.places.notebook_of(STEM)
    clean = notebook.read_bytes()
    for work in ("first", "second"):
        notebook.write_text(work)
        assert main(["fresh", wanted, "--root", str(course.places.root)]) == 0
        assert notebook.read_bytes() == clean
        assert "Your notebook is kept as notebooks/01_x/01_x.mine-" in capsys.readouterr().out
    assert sorted(path.read_text() for path in notebook.parent.glob("*.mine*")) == ["first", "second"]


def test_fresh_takes_no_work_that_was_committed_for_clean(course):
    build(course.places)
    commit(course)
    notebook = course.places.notebook_of(STEM)
    clean = notebook.read_bytes()
    notebook.write_text(notebook.read_text().replace("return ...", "return 2"))
    git(course.places.root, "add", "notebooks")
    fresh.fresh(STEM, course.places)
    assert notebook.read_bytes() == clean


def test_fresh_brings_back_a_notebook_that_was_deleted_or_is_clean(course):
    build(course.places)
    notebook = course.places.notebook_of(STEM)
    clean = notebook.read_bytes()
    assert fresh.fresh(STEM, course.places) is None
    notebook.unlink()
    assert fresh.fresh(STEM, course.places) is None
    assert notebook.read_bytes() == clean


def test_fresh_says_when_there_is_nothing_to_make_it_from(course, capsys):
    build(course.places)
    course.places.notebook_of(STEM).write_text("work")
    course.places.source_of(STEM).unlink()
    assert main(["fresh", "1", "--root", str(course.places.root)]) == 1
    assert "no git checkout and has no solutions/" in capsys.readouterr().err
    assert course.places.notebook_of(STEM).read_text() == "work"


def test_fresh_names_the_lessons(course, capsys):
    build(course.places)
    assert main(["fresh", "77", "--root", str(course.places.root)]) == 2
    assert capsys.readouterr().err == 'There is no lesson "77". The lessons are 01_x.\n'


# ---- solved


def test_the_solved_notebook_is_executed_and_has_everything(course):
    course.write('check("double")', 'check("double")\n\n# %%\ndouble(21)')
    lesson = read_lesson(STEM, course.places)
    runnable = replace(lesson, cells=tuple(cell for cell in lesson.cells if cell.role != "check"))
    notebook = solved.execute(runnable, course.places)
    text = "\n".join(cell.source for cell in notebook.cells)
    assert "twice_as_much = factor * number" in text
    assert "What is twice three?" in text
    assert "once is not enough" in text
    assert "# solution" not in text
    assert any(
        "42" in output.get("data", {}).get("text/plain", "") for c in notebook.cells for output in c.get("outputs", [])
    )


def test_a_lesson_that_does_not_run_is_named_with_its_cell(course, capsys):
    course.write('# %% [markdown]\nr"""\n## Explain', '# %%\n1 / 0\n\n# %% [markdown]\nr"""\n## Explain')
    course.write("from autograder import check", "1 / 0")
    assert main(["solved", "01", "--root", str(course.places.root)]) == 1
    place = f"solutions/01_x.py:{course.line_of('1 / 0') - 1}"
    assert capsys.readouterr().err == f"{place}: this cell does not run: ZeroDivisionError: division by zero\n"
    assert main(["solved", "9", "--root", str(course.places.root)]) == 2


# ---- commands


def test_a_command_that_does_not_exist_is_wrong_usage(capsys):
    with pytest.raises(SystemExit) as caught:
        main(["bake"])
    assert caught.value.code == 2
    assert "build" in capsys.readouterr().err


# ---- the course itself, as it is committed


def indexed(project: Path, path: Path) -> bytes | None:
    """What git would commit of a file; the file itself where git knows nothing of the project."""
    known = subprocess.run(["git", "-C", project, "ls-files", "solutions"], capture_output=True, check=False)
    if known.returncode or not known.stdout:
        return path.read_bytes() if path.is_file() else None
    return next(iter(files.committed(Places.of(project), path)), None)


def lessons_of(project: Path) -> list[str]:
    command = ["git", "-C", project, "ls-files", "solutions"]
    known = subprocess.run(command, capture_output=True, check=False, text=True).stdout.split()
    stems = [Path(name).stem for name in known if re.fullmatch(r"solutions/\d\d_\w+\.py", name)]
    return sorted(stems) or [path.stem for path in Places.of(project).lesson_sources()]


@pytest.fixture(scope="module")
def rebuilt(project: Path, tmp_path_factory: pytest.TempPathFactory) -> Places:
    """The committed solutions, built somewhere else."""
    here, there = Places.of(project), Places.of(tmp_path_factory.mktemp("rebuilt"))
    there.hidden_tests.mkdir(parents=True)
    there.solutions.mkdir()
    there.syllabus.parent.mkdir(parents=True)
    there.syllabus.write_bytes(indexed(project, here.syllabus) or here.syllabus.read_bytes())
    for stem in lessons_of(project):
        there.source_of(stem).write_bytes(indexed(project, here.source_of(stem)) or b"")
        there.tests_of(stem).write_bytes(indexed(project, here.tests_of(stem)) or here.tests_of(stem).read_bytes())
    build(there)
    return there


def test_the_committed_notebooks_are_what_the_source_makes(project, rebuilt):
    here = Places.of(project)
    for stem in lessons_of(project):
        for path in (here.notebook_of(stem), here.facts_of(stem), here.piece_of(stem)):
            made = rebuilt.root / path.relative_to(here.root)
            content = made.read_bytes() if made.exists() else None
            assert indexed(project, path) == content, f"run make build and commit {here.shown(path)}"


def test_nothing_is_committed_that_no_source_makes(project):
    command = ["git", "-C", project, "ls-files", "notebooks", "autograder/lessons"]
    known = subprocess.run(command, capture_output=True, check=False, text=True).stdout.split()
    assert {Path(name).stem for name in known} <= set(lessons_of(project))


def test_no_committed_notebook_has_a_solution_or_an_output(project, rebuilt):
    here = Places.of(project)
    for stem in lessons_of(project):
        content = indexed(project, here.notebook_of(stem))
        assert content is not None
        notebook = json.loads(content)
        lines = {line.strip() for cell in notebook["cells"] for line in "".join(cell["source"]).splitlines()}
        lesson = read_lesson(stem, rebuilt)
        given = {
            line.strip() for cell in lesson.cells for line in regions.stubbed(cell.cell.source, cell.marks).splitlines()
        }
        for cell in lesson.cells:
            secret = (
                {line for part in regions.solutions(cell.cell.source, cell.marks) for line in part}
                if cell.role in ("exercise", "explain")
                else set()
            )
            assert not (secret - given) & lines
        assert not any(cell.get("outputs") for cell in notebook["cells"])
        assert not re.search(rb"(BEGIN|END) (SOLUTION|HIDDEN)|hidden_tests", content)


def test_the_dispatcher_is_quick_and_lazy():
    code = "import sys, autograder.__main__; print([m for m in ('numpy', 'nbgrader', 'jupytext') if m in sys.modules])"
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True).stdout
    assert said == "[]\n"
