"""What a submission can reach: with all locks, with those of an unprivileged container, and as an ordinary user."""

import contextlib
import json
import os
import secrets
import shutil
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from class_of import LESSON

from autograder.grading import confined, namespaces, strength
from autograder.grading.process import Limits, ProcessWork
from autograder.grading.strength import LANDLOCK, LIMITS, NAMESPACES, VARIABLE
from autograder.places import Places
from autograder.work import Answer

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="these are locks of Linux")
LIMITED = Limits(cells=20, call=5)


@contextlib.contextmanager
def locks(kind: str) -> Iterator[None]:
    """Processes that start meanwhile have locks of this kind, or the test is skipped."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(VARIABLE, kind)
        found = strength.here()
        if found.kind != kind:
            pytest.skip(f"this system has other locks: {found}")
        confined._warm_process.cache_clear()
        yield
        confined._warm_process(os.getpid(), False).close()
    confined._warm_process.cache_clear()


@pytest.fixture(params=[NAMESPACES, LANDLOCK])
def locked(request: pytest.FixtureRequest) -> Iterator[str]:
    """Each kind that keeps files and the network away."""
    with locks(request.param):
        yield request.param


def tried(body: str, *args: object) -> Answer:
    """What came of the statements in the function of a notebook, whose arguments are `a`, `b` ..."""
    names = ", ".join("abc"[: len(args)])
    source = f"import os, signal, socket\ndef f({names}):\n" + "\n".join(f"    {line}" for line in body.split("\n"))
    with ProcessWork([source], LIMITED) as work:
        return work.call("f", args)


def test_what_a_submission_needs_is_there(locked):
    body = """import matplotlib.pyplot as plt, numpy as np, threading, asyncio, subprocess
from course import plots
plt.figure().savefig('here.png')
done = []
thread = threading.Thread(target=lambda: done.append(1))
thread.start()
thread.join()
asyncio.run(asyncio.sleep(0))
with open('here.txt', 'w') as file:
    file.write('x')
os.rename('here.txt', 'there.txt')
np.random.default_rng().normal()
return [done, sorted(os.listdir('.'))]"""
    assert tried(body).value == [[1], ["here.png", "there.txt"]]


@pytest.mark.parametrize(
    "path", ["autograder/hidden_tests", f"autograder/hidden_tests/test_{LESSON}.py", "solutions", "README.md", "tests"]
)
def test_the_project_is_not_seen(locked, path):
    full = Places.of().root / path
    assert full.exists()
    answer = tried("return os.listdir(a) if b else open(a).read()", str(full), full.is_dir())
    assert answer.raised.kind in ("FileNotFoundError", "PermissionError")


def test_a_gradebook_and_a_neighbour_are_neither_read_nor_written_to(locked, tmp_path):
    for name in ("gradebook.db", "neighbour.ipynb"):
        path = tmp_path / name
        path.write_text("theirs")
        for body in ("open(a).read()", "open(a, 'w')", "os.truncate(a, 0)", "os.remove(a)", "os.chmod(a, 0)"):
            assert tried(f"return {body}", str(path)).raised.kind in ("FileNotFoundError", "PermissionError"), body
        assert path.read_text() == "theirs"
    assert tried("open(a, 'w')", str(tmp_path / "new")).raised
    assert tried("os.mkdir(a)", str(tmp_path / "new")).raised
    assert sorted(path.name for path in tmp_path.iterdir()) == ["gradebook.db", "neighbour.ipynb"]


def test_there_is_no_network(locked):
    with socket.create_server(("127.0.0.1", 0)) as listening, socket.socket(type=socket.SOCK_DGRAM) as udp:
        udp.bind(("127.0.0.1", 0))
        listening.settimeout(0)
        udp.settimeout(0)
        assert tried("socket.create_connection(('127.0.0.1', a), 1)", listening.getsockname()[1]).raised
        tried("socket.socket(type=socket.SOCK_DGRAM).sendto(b'x', ('127.0.0.1', a))", udp.getsockname()[1])
        with pytest.raises(BlockingIOError):
            listening.accept()
        with pytest.raises(BlockingIOError):
            udp.recv(1)


def test_no_other_process_is_signalled(locked):
    with subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE) as other:
        assert tried("os.kill(a, signal.SIGKILL)", other.pid).raised
        tried("os.kill(os.getppid(), signal.SIGKILL)")
        assert other.poll() is None
        other.communicate(b"\n")
        assert other.returncode == 0


def test_the_environment_of_others_is_not_read(locked):
    assert not tried("return os.path.exists(f'/proc/{a}/environ') and open(f'/proc/{a}/environ').read()", 1).value


def test_without_namespaces_no_process_is_started_and_no_file_mode_changed():
    with locks(LANDLOCK):
        for body in ("os.fork()", "os.system('true') and 1/0", "os.setsid()", "open('x', 'w')\nos.chmod('x', 0)"):
            assert tried(body).raised, body


HIDDEN = "pieces_{}"


@pytest.fixture
def pieces() -> Iterator[str]:
    """A package of the course with two modules, one in a package of its own; its name."""
    name = HIDDEN.format(secrets.token_hex(4))
    folder = Places.of().root / "course" / name
    (folder / "deep").mkdir(parents=True)
    for path in ("__init__.py", "shown.py", "secret.py", "deep/__init__.py", "deep/secret.py"):
        (folder / path).write_text(f"said = {path!r}\n")
    yield name
    shutil.rmtree(folder)


@pytest.mark.parametrize("kind", [NAMESPACES, LANDLOCK, LIMITS])
def test_a_submission_sees_of_the_course_what_its_lesson_may_see(kind, pieces):
    source = f"""
def imported(name):
    import importlib
    return importlib.import_module("course.{pieces}" + name).said

def read(path):
    return open(path).read()
"""
    folder = Places.of().root / "course" / pieces
    subprocess.run([sys.executable, "-m", "compileall", "-q", str(folder)], check=True)
    with locks(kind), ProcessWork([source], LIMITED, hidden=[f"{pieces}/secret.py", f"{pieces}/deep"]) as work:
        assert work.call("imported", [".shown"]).value == "shown.py"
        assert work.call("imported", [".secret"]).raised.kind == "ModuleNotFoundError"
        assert work.call("imported", [".deep.secret"]).raised.kind == "ModuleNotFoundError"
        if kind != LIMITS:
            for path in [folder / "secret.py", folder / "deep/secret.py", *(folder / "__pycache__").glob("secret*")]:
                assert work.call("read", [str(path)]).raised.kind in ("FileNotFoundError", "PermissionError")


def test_nothing_of_the_course_is_imported_before_a_submission_asks_for_it():
    body = "import sys\nreturn [name for name in sys.modules if name.partition('.')[0] in ('course', 'solutions')]"
    assert tried(body).value == []


# ---- the command


SUM = "    return sum(values) / len(values)"
CELLS = [
    f"def average(values):\n    if len(values) == 0:\n        raise ValueError('none')\n{SUM}",
    "import numpy as np\ndef row_averages(table):\n    return np.array([average(row) for row in table])",
]


def handed_in(folder: Path) -> Path:
    """A right notebook of lesson 00."""
    cells = [{"cell_type": "code", "metadata": {}, "outputs": [], "source": cell} for cell in CELLS]
    path = folder / "submitted" / "ada" / "00_start_here" / "00_start_here.ipynb"
    path.parent.mkdir(parents=True)
    path.write_text(json.dumps({"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": cells}))
    return path


def graded(path: Path, *options: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """The command, in a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "autograder", "grade", "--json", *options, str(path)],
        cwd=Places.of().root,
        env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1", **environment},
        text=True,
        capture_output=True,
    )


@pytest.mark.parametrize("kind", [NAMESPACES, LANDLOCK, LIMITS])
def test_the_locks_are_said_and_standard_output_is_pure(kind, tmp_path):
    with locks(kind):
        run = graded(handed_in(tmp_path))
        said = str(strength.here())
    assert json.loads(run.stdout)["points"] == 6.0
    assert run.stderr == f"{said}\n"
    assert ("Missing" in said) == (kind != NAMESPACES)


def test_nothing_is_graded_where_locks_are_required_and_missing(tmp_path):
    run = graded(handed_in(tmp_path), "--require-locks", **{VARIABLE: LIMITS})
    assert (run.returncode, run.stdout) == (2, "")
    assert "Nothing was graded: not all locks are on" in run.stderr
    assert "Grade on Linux" in run.stderr


# Root shows a folder that is closed to others to one process only, with the Python in it and nothing else.
AS_NOBODY = """
if [ -n "$1" ]; then
  mount --bind "$2" "$3" && mount -t tmpfs -o mode=755 none "$1" && mkdir -p "$2" && mount --bind "$3" "$2" || exit
fi
shift 3
exec setpriv --reuid=65534 --regid=65534 --clear-groups "$@"
"""


@pytest.mark.skipif(not hasattr(os, "getuid") or os.getuid() != 0, reason="only root can become somebody else")
@pytest.mark.skipif(not all(map(shutil.which, ("setpriv", "unshare", "mount"))), reason="needs setpriv, unshare, mount")
@pytest.mark.parametrize("kind", [NAMESPACES, LANDLOCK])
def test_an_ordinary_user_grades_as_well(kind):
    base = Path(tempfile.mkdtemp(dir="/var/tmp"))  # pytest's own folder is for its user only
    try:
        base.chmod(0o755)
        path, home, python = handed_in(base), base / "home", base / "python"
        home.mkdir()
        home.chmod(0o777)
        python.mkdir()
        prefix = Path(sys.base_prefix)
        closed = next((str(folder) for folder in reversed(prefix.parents) if not folder.stat().st_mode & 1), "")
        become = ["unshare", "-m", "sh", "-c", AS_NOBODY, "sh", closed, str(prefix), str(python), sys.executable]
        environment = {**os.environ, VARIABLE: kind, "HOME": str(home), "TMPDIR": str(home)}
        environment |= {"MPLCONFIGDIR": str(home), "PYTHONDONTWRITEBYTECODE": "1"}

        def as_nobody(*words: str) -> subprocess.CompletedProcess[str]:
            command = [*become, *words]
            return subprocess.run(command, cwd=Places.of().root, env=environment, text=True, capture_output=True)

        found = "import autograder.grading.strength as s; print(s.here().kind)"
        if as_nobody("-c", found).stdout != f"{kind}\n":
            pytest.skip("this user has other locks here, or cannot read the course")
        run = as_nobody("-m", "autograder", "grade", "--json", str(path))
        assert run.returncode == 0, run.stderr
        assert json.loads(run.stdout)["points"] == 6.0
        assert run.stderr.startswith("Locks: ")
        assert run.stderr.count("\n") == 1
        assert list(home.glob("grading-*")) == []
    finally:
        shutil.rmtree(base)


def test_what_is_refused_is_named(monkeypatch, tmp_path):
    def refused(*_: object) -> None:
        raise OSError(1, "unshare")

    monkeypatch.setattr(namespaces, "enter", refused)
    assert namespaces.refusal(tmp_path) == "unshare: Operation not permitted"
    found = strength.strongest(tmp_path)
    assert found.kind in (LANDLOCK, LIMITS)
    assert "Missing: own namespaces (unshare: Operation not permitted" in str(found)
