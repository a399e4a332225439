"""How every lesson is written: the sizes, words and parts that make lessons read as one course.

Lessons are run here in this process, with stand-ins for `check`, `hint` and `predict`; whether the solutions pass the
hidden tests, and how notebooks run in a kernel, is tested elsewhere.
"""

import ast
import doctest
import re
import sys
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from statistics import median
from types import ModuleType

import jupytext
import matplotlib.pyplot as plt
import pytest

SOLUTIONS = Path(__file__).parent.parent / "solutions"
UNWELCOME = r"simply|just|obvious|obviously|of course|clearly|trivial|trivially|easy|easily|basically"
PRAISE = r"great|awesome|amazing|excellent|perfect|congratulations|well done|good job"
MARK = re.compile(r"^ *# (solution|end)\n?", re.MULTILINE)
SOLUTION = re.compile(r"    # solution\n.*?    # end", re.DOTALL)
MODEL_ANSWER = re.compile(r"<!-- solution -->.*?<!-- end -->", re.DOTALL)


@dataclass(frozen=True)
class Cell:
    kind: str
    source: str
    labels: dict[str, str]

    @property
    def code_lines(self):
        return [line for line in self.source.splitlines() if line.strip()] if self.kind == "code" else []

    @property
    def stubbed(self):
        return SOLUTION.sub("    return ...  # your code here", self.source)


@pytest.fixture(scope="module", params=sorted(path.stem for path in SOLUTIONS.glob("[0-9]*.py")))
def lesson(request):
    """The cells of a lesson that reach the learner, hints left out."""
    notebook = jupytext.read(SOLUTIONS / f"{request.param}.py", fmt="py:percent")
    cells = [
        Cell(cell.cell_type, cell.source, dict(tag.split(":") for tag in cell.metadata.get("tags", [])))
        for cell in notebook.cells
    ]
    return [cell for cell in cells if "hints" not in cell.labels]


def prose_of(cells):
    """What the learner reads, without formulas, code and model answers."""
    text = "\n".join(MODEL_ANSWER.sub("", cell.source) for cell in cells if cell.kind == "markdown")
    return re.sub(r"\$\$.*?\$\$|\$.*?\$|`[^`]*`", " x ", text, flags=re.DOTALL)


def words_of(cells):
    return re.findall(r"[^\W\d_][\w'-]*", prose_of(cells))


def code_of(cells):
    return [cell for cell in cells if cell.kind == "code"]


@pytest.fixture
def stand_ins(monkeypatch, tmp_path):
    """`check`, `hint` and `predict` that do nothing, and no figures left over."""
    autograder = ModuleType("autograder")
    autograder.check = autograder.hint = autograder.predict = lambda *args, **kwargs: None
    monkeypatch.setitem(sys.modules, "autograder", autograder)
    monkeypatch.chdir(tmp_path)
    plt.switch_backend("agg")
    yield
    plt.close("all")


def run(sources, draw=False):
    namespace = {"__name__": "lesson"}
    for source in sources:
        exec(compile(source, "<cell>", "exec"), namespace)
        for number in plt.get_fignums() if draw else ():
            plt.figure(number).canvas.draw()  # some faults, such as a logarithm of nothing, show only now
        plt.close("all")
    return namespace


def test_no_word_makes_a_learner_feel_slow(lesson):
    """What is easy to us is not easy to everybody, and praise from a page is noise."""
    found = re.findall(rf"\b(?:{UNWELCOME}|{PRAISE})\b", prose_of(lesson), re.IGNORECASE)
    assert found == []


def test_no_emoji(lesson):
    text = "\n".join(cell.source for cell in lesson)
    assert re.findall("[\u2600-\u27bf\U0001f000-\U0001faff]", text) == []


def test_code_cells_are_short(lesson):
    sizes = [len(MARK.sub("", cell.source).splitlines()) for cell in code_of(lesson)]
    assert max(sizes) <= 30
    assert 1 <= median(sizes) <= 6


def test_code_needs_no_scrolling_sideways(lesson):
    lines = [line for cell in code_of(lesson) for line in cell.code_lines]
    assert [line for line in lines if len(line) > 100] == []


def test_prose_and_code_are_in_proportion(lesson):
    lines = sum(len(cell.code_lines) for cell in lesson)
    assert 8 <= len(words_of(lesson)) / lines <= 25


def test_a_cell_of_prose_fits_on_a_screen(lesson):
    sizes = {cell.source.split("\n")[0]: len(words_of([cell])) for cell in lesson if cell.kind == "markdown"}
    assert {title: size for title, size in sizes.items() if size > 250} == {}


def test_there_is_a_heading_every_few_cells(lesson):
    since = 0
    for cell in lesson:
        heading = cell.kind == "markdown" and re.search(r"^#+ ", cell.source, re.MULTILINE)
        since = 0 if heading else since + 1
        assert since < 8, cell.source


def test_one_sentence_stands_on_a_line(lesson):
    """So that a difference between two versions shows the sentence that changed."""
    lines = [line for line in prose_of(lesson).splitlines() if not line.startswith(("|", "**"))]
    assert [line for line in lines if re.search(r"[a-z)*][.?!] [A-Z]", line)] == []


def test_it_begins_with_a_promise(lesson):
    promise = lesson[0].source
    assert promise.startswith("# ")
    for words in ("You will build", "You will learn", "You need", "It takes"):
        assert f"**{words}**" in promise


def test_it_predicts_drags_explains_and_looks_back(lesson):
    code = "\n".join(cell.source for cell in code_of(lesson))
    asked, told = (set(re.findall(rf'predict\("(\w+)", {what}', code)) for what in (r"\.\.\.", "happened="))
    assert asked
    assert asked == told
    assert re.search(r"\binteract(ive)?\(", code)
    assert any("explain" in cell.labels for cell in lesson)
    assert re.search(r"what is still wrong|what is still missing", lesson[-1].source + lesson[-2].source, re.IGNORECASE)


def test_a_cell_defines_or_shows(lesson):
    for cell in code_of(lesson):
        body = ast.parse(cell.source).body
        if any(isinstance(part, ast.FunctionDef | ast.ClassDef) for part in body):
            assert not any(isinstance(part, ast.Expr) for part in body), cell.source


def test_the_minutes_in_the_heading_are_those_of_the_tag(lesson):
    for before, cell in pairwise(lesson):
        if "exercise" in cell.labels:
            assert f"({cell.labels['minutes']} minutes)" in before.source, cell.labels


def test_the_solved_lesson_runs_and_its_examples_are_true(lesson, stand_ins):
    namespace = run(cell.source for cell in code_of(lesson))
    for cell in code_of(lesson):
        if name := cell.labels.get("exercise"):
            examples = doctest.DocTestFinder().find(namespace[name], name, globs=namespace, module=False)
            results = [doctest.DocTestRunner().run(example) for example in examples]
            assert sum(result.attempted for result in results) > 0
            assert sum(result.failed for result in results) == 0


def test_the_untouched_lesson_runs(lesson, stand_ins):
    run((cell.stubbed for cell in code_of(lesson)), draw=True)


@pytest.mark.slow
def test_the_lesson_runs_with_any_one_exercise_still_open(lesson, stand_ins):
    names = [cell.labels["exercise"] for cell in code_of(lesson) if "exercise" in cell.labels]
    for name in names:
        run(cell.stubbed if cell.labels.get("exercise") == name else cell.source for cell in code_of(lesson))
