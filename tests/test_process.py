"""A learner's cells in a process of their own: what comes back, and what is left behind."""

import contextlib
import os
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from autograder.grading import confined, namespaces
from autograder.grading.process import Limits, ProcessWork
from autograder.testing import examine
from autograder.work import Answer, LocalWork

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="the limits and deadlines here are those of Unix")

with tempfile.TemporaryDirectory() as folder:
    needs_namespaces = pytest.mark.skipif(
        not namespaces.can_enter(Path(folder)), reason="this system allows no namespaces"
    )

QUICK = Limits(cells=5, call=0.5)
SPIN = "while True:\n    try:\n        pass\n    except BaseException:\n        pass"


def define(name: str, body: str, arguments: str = "*args") -> str:
    """The source of a function."""
    return f"def {name}({arguments}):\n" + "\n".join(f"    {line}" for line in body.split("\n"))


def called(source: str, *args: object, limits: Limits = QUICK) -> Answer:
    """What `f(*args)` answers after one cell."""
    with ProcessWork([source], limits) as work:
        return work.call("f", args)


def problems(*cells: str, limits: Limits = QUICK) -> list[str]:
    """What is said about the cells of a notebook."""
    with ProcessWork(cells, limits) as work:
        return [str(error) for error in work.errors]


@pytest.mark.parametrize(
    "value", [2.5, "text", None, ..., [1, (2, {3})], {"a": [True]}, 2**80, np.arange(6.0).reshape(2, 3)], ids=repr
)
def test_plain_values_come_back_as_they_were_sent(value):
    answer = called("f = lambda x: x", value)
    assert type(answer.value) is type(value)
    np.testing.assert_equal(answer.value, value)


def test_an_exception_comes_back_with_the_learners_own_lines():
    raised = called(define("f", "return 1 / 0"), 1).raised
    assert raised.kind == "ZeroDivisionError"
    assert raised.lines == ("line 2 in f: return 1 / 0",)


def test_what_is_not_plain_is_named():
    assert called("import math\nf = lambda: math").not_plain == "a module"


def test_printing_and_changed_arguments_are_seen():
    answer = called(define("f", "print('here')\nx[0] = 9", "x"), [1, 2])
    assert (answer.printed, answer.changed) == ("here\n", (0,))


def test_a_function_of_the_test_can_be_called_back_and_refuse():
    def picky(x):
        if x < 0:
            raise ValueError("below zero")
        return x * 2

    source = define("f", "try:\n    g(-1)\nexcept ValueError as error:\n    return [g(4), str(error)]", "g")
    assert called(source, picky).value == [8, "below zero"]


def test_a_function_of_the_test_may_call_the_learner_back():
    with ProcessWork(["f = lambda g: g(3)", "h = lambda x: x + 1"], QUICK) as work:
        assert work.call("f", [lambda x: x * 10]).value == 30
        assert work.call("h", [2]).value == 3


def called_back(body: str, function: Callable[..., object], limits: Limits = QUICK) -> Answer:
    """What `f(function)` answers, while another function of the notebook has to stay of use."""
    with ProcessWork([define("f", body, "g"), "h = lambda: 7"], limits) as work:
        answer = work.call("f", [function])
        assert work.call("h").value == 7
    return answer


def test_a_function_of_the_test_that_works_without_end_is_stopped():
    def loop(_):
        while True:
            with contextlib.suppress(Exception):
                sum(range(1000))

    assert called_back("return g(1)", loop).stopped == "did not finish within 0.5 s"


@pytest.mark.skipif(sys.platform != "linux", reason="the memory of the grader is limited on Linux only")
def test_a_function_of_the_test_cannot_be_made_to_fill_the_memory():
    resource = pytest.importorskip("resource")
    answer = called_back("return g([0] * 1000, 10**6)", lambda values, times: len(values * times))
    assert answer.raised.kind == "MemoryError"
    assert resource.getrlimit(resource.RLIMIT_AS)[0] == resource.RLIM_INFINITY


def test_a_function_of_the_test_can_be_called_as_often_as_a_random_search_needs():
    limits = Limits(cells=30, call=30)
    assert called_back("return sum(g(i) for i in range(3000))", lambda x: x, limits).value == sum(range(3000))
    endless = called_back("while True:\n    g(1)", lambda x: x, limits)
    assert endless.stopped == "sent more calls of what it was given than a test can answer"


TWICE = """
import os, stat, sys, msgpack
def f():
    (end,) = [fd for fd in range(3, 50) if os.path.exists(f"/dev/fd/{fd}") and stat.S_ISSOCK(os.fstat(fd).st_mode)]
    frame = sys._getframe(1)
    while not {"body", "channel", "shell"} <= set(frame.f_locals):
        frame = frame.f_back
    reply = msgpack.packb({"value": 5, "changed": [], "printed": ""})
    message = bytes([4]) + frame.f_locals["body"][:8] + reply
    os.write(end, len(message).to_bytes(8, "big") + message)
    return 6
"""


@pytest.mark.skipif(sys.platform != "linux", reason="looks for its connection in /dev/fd")
def test_an_answer_too_many_spoils_no_later_question():
    with ProcessWork([TWICE, "g = lambda: 7"], QUICK) as work:
        first = work.call("f")
        assert first.stopped == "sent answers that nobody asked for" or first.value == 5
        assert [work.call("g").value for _ in range(3)] == [7, 7, 7]


def test_cells_run_as_in_a_kernel():
    cells = [
        "%matplotlib inline\nimport matplotlib.pyplot as plt\nplt.plot([1, 2])\nplt.show()",
        "from ipywidgets import interact\ninteract(lambda a: display(a), a=(0, 5))",
        "import asyncio\nawait asyncio.sleep(0)",
        "%%time\nkept = !echo hello",
        "quit()",
        "from autograder import check, hint, predict\ncheck('f').show().points\npredict('x', 3)\nhint('f')",
        "from course import plots",
        "def f():\n    display(_)\n    return [len(plt.get_fignums()), kept[0]]",
    ]
    with ProcessWork(cells, Limits(cells=30)) as work:
        assert work.errors == ()
        assert work.call("f").value == [0, "hello"]
        assert work.has("f")
        assert not work.has("kept")
        assert "plt" in work.uses("f")


@pytest.mark.parametrize(
    ("cell", "said"),
    [
        ("1 / 0", "stopped with ZeroDivisionError: division by zero (line 1: 1/0)"),
        ("x = 1\nf(", "stopped with SyntaxError"),
        ("raise ValueError('\\ud800 ' + 'x' * 10**6)", "stopped with ValueError: ? xxx"),
        ("import sys\nsys.exit()", "stopped with SystemExit"),
        ("raise KeyboardInterrupt", "stopped with KeyboardInterrupt"),
        ("input('name?')", "stopped with RuntimeError: input() waits for somebody to type"),
        ("import autograder.hidden_tests", "stopped with ModuleNotFoundError"),
        ("import os\nos._exit(3)", "ended the process that it ran in (exit code 3) and was left out"),
        ("import ctypes\nctypes.string_at(0)", "broke off the process that it ran in (Segmentation fault)"),
        ("import os, signal\nos.kill(os.getpid(), signal.SIGKILL)", "broke off the process that it ran in and"),
        ("import os\nos.closerange(3, 100)", "and was left out"),
        ("b = bytearray(2**40)", "stopped with MemoryError"),
    ],
)
def test_a_bad_cell_is_told_and_the_next_ones_run(cell, said):
    with ProcessWork(["a = 1", cell.replace("1 / 0", "1/0"), "f = lambda: a"], QUICK) as work:
        (error,) = work.errors
        assert error.cell == 2
        assert said in str(error)
        assert len(str(error)) < 500
        assert work.call("f").value == 1


def test_an_endless_cell_is_left_out():
    with ProcessWork(["a = 1", SPIN, "f = lambda: a"], Limits(cells=0.5, call=5)) as work:
        assert [str(error) for error in work.errors] == [
            "Code cell 2 took too long (all cells together have 0.5 s) and was left out"
        ]
        assert work.call("f").value == 1


def test_the_slowest_cell_is_left_out_when_time_is_up_in_another():
    slow = "import time\ntime.sleep(0.3)"
    with ProcessWork([slow, slow.replace("3", "1"), "time.sleep(0.1)\nf = lambda: 1"], Limits(cells=0.45)) as work:
        assert [error.cell for error in work.errors if "left out" in error.problem] == [1]


def test_a_notebook_that_never_gets_through_is_given_up():
    with ProcessWork(["import os\nos._exit(0)"] * 6 + ["f = lambda: 1"], QUICK) as work:
        assert len(work.errors) == 4
        assert not work.has("f")
        assert work.call("f").stopped.startswith("was not called any more")


@pytest.mark.parametrize(
    ("body", "said"),
    [
        (SPIN, "did not finish within 0.5 s"),
        ("import os\nos._exit(3)", "ended the process that it ran in (exit code 3)"),
        ("import ctypes\nctypes.string_at(0)", "broke off the process that it ran in (Segmentation fault)"),
        ("import os, signal\nos.kill(os.getpid(), signal.SIGSTOP)", "did not finish within 0.5 s"),
        ("import os, signal\nos.kill(0, signal.SIGSTOP)", "did not finish within 0.5 s"),
        ("import os, signal\nif os.fork():\n    os.kill(os.getpid(), signal.SIGSTOP)\nreturn 1", "did not finish"),
    ],
)
def test_a_function_that_ends_its_process_is_stopped_once_and_the_others_are_called(body, said, monkeypatch):
    with ProcessWork([define("f", body), "g = lambda: 7"], QUICK) as work:
        assert work.call("f").stopped.startswith(said)
        assert work.call("g").value == 7
        monkeypatch.setattr(work, "answer", None)  # it is not asked again
        assert work.call("f").stopped.startswith(said)


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ("import sys\nsys.exit()", "SystemExit"),
        ("raise KeyboardInterrupt", "KeyboardInterrupt"),
        ("return [0] * 2**40", "MemoryError"),
        ("open('big', 'wb').write(bytes(10**8))", "OSError"),
    ],
)
def test_what_would_end_a_kernel_is_an_exception_of_the_function(body, said):
    with ProcessWork([define("f", body), "g = lambda: 7"], QUICK) as work:
        assert work.call("f").raised.kind == said
        assert work.call("g").value == 7


@pytest.mark.parametrize("body", ["return 'x' * 20_000_000", "import numpy\nreturn numpy.zeros(3_000_000)"])
def test_an_answer_that_is_too_large_is_refused(body):
    assert called(define("f", body)).not_plain == "more data than fits"


def test_deep_nesting_is_refused():
    assert "nested too deeply" in called(define("f", "x = 1\nfor _ in range(300):\n    x = [x]\nreturn x")).not_plain


def test_memory_has_a_limit():
    body = "held = []\nwhile True:\n    held.append(bytearray(10**7))"
    answer = called(define("f", body), limits=Limits(call=30, memory=10**9))
    assert answer.raised.kind == "MemoryError"


HUNGRY = """
import mmap, os, signal
def f(children, size):
    reader, writer = os.pipe()
    for _ in range(children):
        if os.fork() == 0:
            held = mmap.mmap(-1, size)
            for place in range(0, size, mmap.PAGESIZE):
                held[place] = 1
            os.write(writer, b"x")
            signal.pause()
    for _ in range(children):
        os.read(reader, 1)
    return children
"""


@needs_namespaces
def test_memory_has_a_limit_for_all_processes_together():
    limits = Limits(call=30, memory=600 * 2**20)
    with ProcessWork([HUNGRY, "g = lambda: 7"], limits) as work:
        assert work.call("f", [4, 30 * 2**20]).value == 4
        ended = work.call("f", [4, 200 * 2**20])
        assert ended.stopped == "took more memory, in all its processes together, than a notebook may have"
        assert work.call("g").value == 7


def test_output_without_end_is_cut():
    assert len(called(define("f", "print('x' * 10**7)\nprint('y' * 10**7)")).printed) <= 400


def on_the_wire(message: str) -> str:
    """A function that writes to its process's connection itself."""
    find = "import os, pickle, stat\nends = [fd for fd in range(3, 50) if os.path.exists(f'/dev/fd/{fd}')]\n"
    find += "(end,) = [fd for fd in ends if stat.S_ISSOCK(os.fstat(fd).st_mode)]\n"
    return define("f", f"{find}os.write(end, {message})\n{SPIN}")


@pytest.mark.skipif(sys.platform != "linux", reason="looks for its connection in /dev/fd")
@pytest.mark.parametrize(
    "message",
    [
        "bytes(3)",  # half a length, and then nothing
        "(2**60).to_bytes(8, 'big')",
        "(100).to_bytes(8, 'big') + b'half'",
        "(6).to_bytes(8, 'big') + b'\\x05' + bytes([0, 0, 0, 9]) + b'\\xc1'",  # a call-back that was never given
        "(2).to_bytes(8, 'big') + b'\\x09\\x00'",  # an unknown kind
    ],
)
def test_a_forged_message_is_the_learners_mistake(message):
    with ProcessWork([on_the_wire(message), "g = lambda: 7"], QUICK) as work:
        assert work.call("f").stopped
        assert work.call("g").value == 7


@pytest.mark.skipif(sys.platform != "linux", reason="looks for its connection in /dev/fd")
def test_a_pickle_is_not_read(tmp_path):
    target = tmp_path / "written"
    bomb = f"type('Bomb', (), {{'__reduce__': lambda self: (os.mkdir, ({str(target)!r},))}})()"
    message = f"(lambda d: (len(d) + 1).to_bytes(8, 'big') + b'\\x04' + d)(pickle.dumps({bomb}))"
    answer = called(on_the_wire(message))
    assert answer.not_plain or answer.stopped
    assert not target.exists()


def running(marker: str) -> list[Path]:
    """Processes whose command line has the marker. A process's own number may mean nothing out here."""
    found = []
    for path in Path("/proc").glob("[0-9]*/cmdline"):
        with contextlib.suppress(OSError):
            if marker.encode() in path.read_bytes():
                found.append(path)
    return found


def wait_until(condition: Callable[[], object]) -> bool:
    deadline = time.monotonic() + 5
    while not condition() and time.monotonic() < deadline:
        os.sched_yield()
    return bool(condition())


@pytest.mark.skipif(not Path("/proc/self/cmdline").exists(), reason="finds processes in /proc")
def test_nothing_is_left_behind():
    marker = f"left behind by {os.getpid()}"
    source = define("f", "import os, subprocess, sys\nopen('here', 'w').close()\nos.mkdir('locked', 0)")
    source += f"\n    subprocess.Popen([sys.executable, '-c', 'while True: pass', {marker!r}])"
    source += "\n    return os.getcwd()"
    with ProcessWork([source], Limits(call=5)) as work:
        scratch = work.call("f").value
        assert Path(scratch).exists()
        assert wait_until(lambda: running(marker))
    assert wait_until(lambda: not running(marker))
    assert not Path(scratch).exists()


def test_a_forked_twin_does_not_answer_too():
    with ProcessWork([define("f", "import os\nos.fork()\nreturn 1"), "g = lambda: 2"], QUICK) as work:
        work.call("f")
        assert work.call("g").value == 2


def test_a_submission_that_kills_the_warm_process_harms_no_other():
    with ProcessWork(["import os, signal\nos.kill(os.getppid(), signal.SIGKILL)"], QUICK):
        pass
    assert called("f = lambda: 1").value == 1


def test_a_submission_that_deletes_the_folder_around_its_own_harms_no_other():
    with ProcessWork(["import os, shutil\nshutil.rmtree(os.path.dirname(os.getcwd()))"], QUICK):
        pass
    assert called("f = lambda: 1").value == 1


def test_no_secret_of_the_graders_environment_is_seen(monkeypatch):
    monkeypatch.setenv("GRADEBOOK_PASSWORD", "secret")
    confined._warm_process.cache_clear()
    assert called("import os\nf = lambda: os.environ.get('GRADEBOOK_PASSWORD')").value is None


def test_each_submission_starts_afresh():
    assert called("import numpy\nnumpy.mean = lambda x: 5\nf = lambda: 1").value == 1
    assert called("import numpy\nf = lambda: numpy.mean([1, 2])").value == 1.5


def test_a_process_that_saw_a_right_answer_does_not_answer_without_it():
    """Stand-ins are right answers: a learner's function could keep what they gave for later."""
    source = "kept = []\ng = lambda: kept\ndef f():\n    kept.append(g())\n    return kept"
    with ProcessWork([source], QUICK) as work:
        assert work.call("f", stand_ins={"g": lambda: 42}).value == [42]
        assert work.call("g").value == []


def test_calls_together_have_a_limit():
    with ProcessWork(["import time", "f = lambda: time.sleep(0.2)"], Limits(cells=0.1, call=5)) as work:
        answers = [work.call("f") for _ in range(3)]
    assert answers[-1].stopped == "was not called any more: what came before it used up the notebook's time"


def test_it_starts_from_cold_where_nothing_can_fork(monkeypatch):
    monkeypatch.setattr(confined, "_start", confined._start_from_cold)
    assert called("f = lambda x: x + 1", 2, limits=Limits()).value == 3


STUB = "def average(values):\n    return ...  # your code here"
SUM = "def average(values):\n    return sum(values)"
RIGHT = """
import numpy as np

def average(values):
    if len(values) == 0:
        raise ValueError("nothing to average")
    return sum(values) / len(values)

def row_averages(table):
    return np.array([average(row) for row in table])
"""


@pytest.mark.parametrize("source", [RIGHT, SUM, RIGHT + SUM, STUB, "", RIGHT.replace("sum(values)", "values")])
def test_verdicts_are_those_of_the_kernel(source):
    points = {"average": 3.0, "row_averages": 3.0}
    namespace: dict[str, object] = {"__name__": "__main__"}
    exec(source, namespace)
    here = examine("00_start_here", points, LocalWork(namespace))
    with ProcessWork([source]) as work:
        there = examine("00_start_here", points, work)

    def told(outcomes):
        return [(one.name, one.points, one.verdict, [(t.verdict, t.hint) for t in one.tests]) for one in outcomes]

    assert told(there.values()) == told(here.values())


def test_what_is_printed_takes_no_memory():
    printing = "for _ in range(1000):\n    print('x' * 2**20)"
    for records in (False, True):
        with ProcessWork([printing, "f = lambda: 7"], Limits(memory=2**29), records=records) as work:
            assert work.errors == ()
            assert work.call("f").value == 7
