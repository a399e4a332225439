"""An exercise that is a class: asked by programs, told like a function."""

import sys
from pathlib import Path
from types import ModuleType

import pytest
from small_course import LESSON, SYLLABUS, TESTS, Course, small_course

from autograder import catalogue, programs
from autograder.authoring.build import build
from autograder.authoring.source import LessonError, read_lesson
from autograder.calling import used_names
from autograder.catalogue import Recogniser, hint_of
from autograder.compare import Handle, NotStarted, NotYet, agrees
from autograder.judging.mutants import Solutions, mutants
from autograder.notebook.examples import try_examples
from autograder.outcome import Verdict
from autograder.work import LocalWork

STACK = """
class Base:
    def first(self):
        return helper(self.items[0])

class Stack(Base):
    def __init__(self, item):
        self.items = [item]

    def push(self, item):
        self.items.append(item)

    def top(self):
        return self.items[-1]

    def untouched(self):
        return ...

def helper(item):
    return item

def unused():
    pass
"""
TWO_ITEMS = ("s.push(5)\nt = s.top() + 1", {"s": 3}, ["s.top()", "t", "s.first()"])


class RightStack:
    def __init__(self, item):
        self.items = [item]

    def push(self, item):
        self.items += [item]

    def top(self):
        return self.items[-1]

    def first(self):
        return self.items[0]


class OneItem(RightStack):
    """It keeps the first item only."""

    def push(self, item):
        pass


@pytest.fixture
def learner():
    namespace = {"__name__": "__main__"}
    exec(STACK, namespace)
    return namespace


def handle(namespace, right=RightStack):
    return Handle("Stack", LocalWork(namespace), programs.as_function(right, "Stack"))


def test_a_program_gives_what_is_asked_of_it(learner):
    assert handle(learner)(*TWO_ITEMS) == {"s.top()": 5, "t": 6, "s.first()": 3}
    assert agrees(handle(learner), *TWO_ITEMS)


def test_a_program_may_make_objects_of_its_own_and_loop(learner):
    text = "s = Stack(0)\nfor i in range(3):\n    s.push(i * i)"
    assert handle(learner)(text, {}, ["s.items"]) == {"s.items": [0, 0, 1, 4]}


def test_the_evidence_reads_as_a_learner_would_type_it(learner):
    stack = handle(learner, OneItem)
    with pytest.raises(NotYet) as caught:
        agrees(stack, *TWO_ITEMS)
    typed = "s = Stack(3)\ns.push(5)\nt = s.top() + 1\n"
    assert str(caught.value) == typed + "gave s.top() = 5, t = 6, s.first() = 3"
    stack.ask("s.pop()", {"s": 3, "t": 2.0}, ["s.top()"])
    raised = "raised AttributeError: 'Stack' object has no attribute 'pop'"
    assert stack.calls[-1].evidence() == f"s, t = Stack(3), Stack(2.0)\ns.pop()\n{raised}"


def test_an_error_has_the_learners_lines_and_not_the_programs(learner):
    answer = handle(learner).ask("s.items = []\ns.top()", {"s": 3}, [])
    assert answer.raised.kind == "IndexError"
    assert [line.partition(":")[0] for line in answer.raised.lines] == ["line 14 in top"]


def test_an_object_is_no_plain_data(learner):
    answer = handle(learner).ask("", {"s": 3}, ["s"])
    assert answer.not_plain == "a Stack"


@pytest.mark.parametrize(
    ("program", "asked"),
    [
        ("s.untouched()", ["s.top()"]),
        ("t = s.untouched() + 1", ["t"]),
        ("t = 1 + s.untouched()", ["t"]),
        ("s.untouched().top()", []),
        ("", ["s.untouched()"]),
        ("t = s.untouched()", ["s.top()", "t"]),
    ],
)
def test_what_still_gives_three_dots_is_not_started(learner, program, asked):
    with pytest.raises(NotStarted):
        handle(learner).ask(program, {"s": 3}, asked)


def test_an_error_of_its_own_is_no_untouched_method(learner):
    assert handle(learner).ask("s.push()", {"s": 3}, []).raised.kind == "TypeError"


def test_a_function_that_takes_a_text_runs_no_program():
    work = LocalWork({"f": lambda text, inputs, asked: [text, asked]})
    assert work.call("f", ("s.push(1)", {}, ["s"])).value == ["s.push(1)", ["s"]]


def test_names_are_found_in_the_methods_of_a_class_and_of_what_it_builds_on(learner):
    assert used_names(learner, "Stack") == {"helper"}


def test_classes_of_the_catalogue_are_programs_functions(monkeypatch):
    module = ModuleType("autograder.hidden_tests.test_77_x")
    wrong = type("Wrong", (catalogue.definition("Stack")(RightStack),), {"__doc__": "Again."})
    for name, value in {"Right": RightStack, "Wrong": catalogue.mistake("Stack")(OneItem), "Other": wrong}.items():
        monkeypatch.setattr(value, "__module__", module.__name__)
        setattr(module, name, value)
    monkeypatch.setitem(sys.modules, module.__name__, module)
    for kind in ("mistakes", "alternatives"):
        monkeypatch.setitem(sys.modules, f"autograder.hidden_tests.{kind}_77_x", ModuleType(kind))
    found = catalogue.load("77_x")
    assert found.definitions["Stack"](*TWO_ITEMS) == {"s.top()": 5, "t": 6, "s.first()": 3}
    [mistake] = found.mistakes["Stack"]  # a class that only inherits the tag has none
    assert hint_of(mistake) == "It keeps the first item only."


def test_a_mistake_that_is_a_class_is_recognised(learner):
    exec("class Stack(Stack):\n    def push(self, item):\n        return None\n", learner)
    stack = handle(learner)
    stack.ask(*TWO_ITEMS)
    stack.ask("s.push(2)", {"s": 7}, ["s.top()"])
    recogniser = Recogniser(stack.calls, [], [programs.as_function(OneItem, "Stack")])
    assert recogniser.hint(stack.calls[0]) == "It keeps the first item only."


# ---- a lesson with a class


CLASS_LESSON = LESSON.replace("double(number)", "Counter(start)").replace("double", "Counter")
CELL = '''class Counter:
    """Counts up from a number.

    >>> c = Counter(4)
    >>> c.up()
    5
    >>> c.number
    5
    """

    def __init__(self, start):
        self.number = start

    def up(self):
        """One more."""
        # solution
        self.number += 1
        return self.number
        # end

    def down(self):
        # solution
        self.number -= 1
        return self.number
        # end
'''


@pytest.fixture
def course(tmp_path: Path) -> Course:
    course = small_course(tmp_path)
    course.places.syllabus.write_text(SYLLABUS.replace("double(number)", "Counter(start)"))
    course.places.tests_of(course.stem).write_text(TESTS.replace("double", "Counter"))
    write(course, CELL)
    return course


def write(course: Course, cell: str) -> None:
    before, _, rest = CLASS_LESSON.partition("def Counter(start):")
    after = rest.partition("    # end\n")[2]
    course.places.source_of(course.stem).write_text(before + cell + after)


def test_a_class_is_an_exercise_with_regions_in_its_methods(course):
    build(course.places)
    (exercise,) = read_lesson(course.stem, course.places).index.exercises
    assert exercise.kind == "class"
    assert exercise.starts.count("        return ...  # your code here") == 2
    assert [(example.call, example.gives) for example in exercise.examples] == [
        ("c = Counter(4)\nc.up()", "5"),
        ("c = Counter(4)\nc.up()\nc.number", "5"),
    ]


def test_the_examples_of_a_class_are_tried_as_programs(course):
    index = read_lesson(course.stem, course.places).index
    (exercise,) = index.exercises

    def told(cell):
        namespace = {"__name__": "__main__"}
        exec(cell.replace("# solution", "").replace("# end", ""), namespace)
        return try_examples(index, exercise, LocalWork(namespace))

    assert told(CELL).verdict is Verdict.PASSED
    assert told(CELL).tests[0].name == "c = Counter(4); c.up() gives 5"
    wrong = told(CELL.replace("+= 1", "+= 2"))
    assert [test.evidence for test in wrong.tests] == [
        "c = Counter(4)\ngave c.up() = 6",
        "c = Counter(4)\nc.up()\ngave c.number = 6",
    ]
    assert told(exercise.starts).verdict is Verdict.NOT_STARTED


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        (
            "self, start",
            "self, start, step=1",
            "the syllabus says `Counter(start)`, here stands `Counter(start, step=1)`",
        ),
        (
            "    def __init__",
            "    # solution\n    step = 1\n    # end\n\n    def __init__",
            "mark whole statements, inside",
        ),
        ("        # solution\n        self.number -=", "        self.number -=", "`# end` without a `# solution`"),
    ],
)
def test_what_is_wrong_with_a_class_is_told(course, old, new, problem):
    write(course, CELL.replace(old, new))
    with pytest.raises(LessonError, match=problem.replace("(", r"\(").replace(")", r"\)")):
        read_lesson(course.stem, course.places)


def test_the_solution_of_one_method_stands_nowhere_else(course):
    path = course.places.source_of(course.stem)
    text = path.read_text()
    leak = "# %%\nclass Other:\n    def less(self):\n        self.number -= 1\n        return self.number\n\n\n"
    path.write_text(text.replace('# %% tags=["exercise', f'{leak}# %% tags=["exercise', 1))
    with pytest.raises(LessonError, match="the solution of `Counter` stands here too"):
        read_lesson(course.stem, course.places)


def test_a_class_has_mutants_in_its_methods_and_brings_what_it_builds_on(tmp_path):
    path = tmp_path / "lesson.py"
    path.write_text(STACK.replace("class Stack", "class Other:\n    pass\n\nclass Stack"))
    solutions = Solutions(path)
    made = mutants(solutions, "Stack")
    changes = {(mutant.line, mutant.becomes) for mutant in made}
    assert changes >= {
        ("self.items = [item]", "pass"),
        ("self.items.append(item)", "pass"),
        ("return self.items[-1]", "return self.items[1]"),
        ("return self.items[-1]", "return -self.items[-1]"),
    }
    source = solutions.source("Stack", made[0].source)
    assert "class Other" not in source
    assert "def unused" not in source
    namespace = {}
    exec(source, namespace)
    assert issubclass(namespace["Stack"], namespace["Base"])
