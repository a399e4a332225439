"""The bank of hostile submissions, graded as a class: see tests/hostile/README.md."""

from __future__ import annotations

import contextlib
import ctypes
import hashlib
import json
import math
import os
import re
import secrets
import shutil
import signal
import socket
import sqlite3
import subprocess
import sys
import tempfile
import threading
import time
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import matplotlib
import pytest
from IPython.core.profiledir import ProfileDir

from autograder.grading import namespaces, strength

with tempfile.TemporaryDirectory() as folder:
    NAMESPACES = namespaces.can_enter(Path(folder))
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(
        not NAMESPACES,
        reason="without namespaces of their own, which this system does not allow, some attacks would get through",
    ),
]

PROJECT = Path(__file__).resolve().parent.parent
BANK = Path(__file__).parent / "hostile"
LESSON = "01_weighted_averages"
SOLUTIONS = (PROJECT / "solutions" / f"{LESSON}.py").read_text()
MAXIMA = {
    exercise["name"]: exercise["points"]
    for exercise in json.loads(next(PROJECT.glob(f"autograder/**/{LESSON}.json")).read_text())["exercises"]
}
VERDICTS = {"passed", "not yet", "not started", "waiting"}
LIMITS = ["--time-limit", "4", "--call-limit", "1", "--memory-limit", "1024"]
MEMORY = 1280 * 2**20  # what no process needs, for a submission may not have so much
TOO_SLOW = 20.0  # seconds that one notebook may hold up the others
SECRET = f"canary-{secrets.token_hex(8)}"
SHARED = [Path(folder) for folder in ("/tmp", "/var/tmp", "/dev/shm")]


@dataclass(frozen=True)
class Hostile:
    """A file of the bank: its header and its cells."""

    name: str
    header: dict[str, str]
    cells: list[dict[str, Any]]
    make: str  # the source of a function that changes the notebook

    @property
    def student(self) -> str:
        """The name of the folder in which it is handed in."""
        return self.header.get("student", self.name)

    def exercises(self, key: str) -> set[str]:
        """Names of exercises in the header."""
        return set(re.findall(r"\w+", self.header.get(key, "")))


def read(path: Path) -> Hostile:
    """Read a file of the bank."""
    head, *parts = re.split(r"^# %%", path.read_text(), flags=re.MULTILINE)
    header = dict(re.findall(r"^# (\w+)(?:: (.*))?$", head, re.MULTILINE))
    cells, make = [], ""
    for part in parts:
        marker, _, source = part.partition("\n")
        kind, _, name = marker.strip().partition(": ")
        if kind == "make":
            make = source
        elif kind == "right":
            cells.append(code(right(name)))
        else:
            found = re.match(r"# metadata: (.*)\n", source)
            metadata = json.loads(found[1]) if found else {}
            cells.append(code(source[found.end() if found else 0 :].strip(), metadata))
    return Hostile(path.stem, header, cells, make)


def code(source: str, metadata: dict[str, Any] | None = None) -> dict[str, Any]:
    """A code cell."""
    return {"cell_type": "code", "metadata": metadata or {}, "outputs": [], "execution_count": None, "source": source}


def right(name: str) -> str:
    """The right answer of an exercise."""
    found = re.search(rf'^# %% tags=\["exercise:{name}".*\n((?:.*\n)*?)    # end\n', SOLUTIONS, re.MULTILINE)
    assert found, name
    return found[1].replace("    # solution\n", "").strip()


def notebook(cells: Sequence[dict[str, Any]]) -> dict[str, Any]:
    """The cells between those that every notebook of the lesson has."""
    first = code("import numpy as np\n\nfrom autograder import check, hint, predict")
    numbered = enumerate([first, *cells, *(code(f'check("{name}")') for name in MAXIMA)])
    return {
        "nbformat": 4,
        "nbformat_minor": 5,
        "metadata": {},
        "cells": [{"id": f"cell-{number}", **cell} for number, cell in numbered],
    }


NEIGHBOURS = {
    "0_right": notebook([code(right(name)) for name in MAXIMA]),
    "zz_right": notebook([code(right(name)) for name in MAXIMA]),
    "zz_untouched": notebook([code(f"def {name}(*args):\n    return ...  # your code here") for name in MAXIMA]),
}


@dataclass
class Graded:
    """What came of grading a class: its lines, and what was found afterwards."""

    lines: list[dict[str, Any]] = field(default_factory=list)
    seconds: list[float] = field(default_factory=list)  # between a line and the one before it
    unreadable: list[str] = field(default_factory=list)  # what stands between the lines
    errors: str = ""
    finished: bool = True
    memory: int = 0  # of the largest process
    changed: dict[str, str] = field(default_factory=dict)  # file -> its content
    processes: list[str] = field(default_factory=list)
    received: list[str] = field(default_factory=list)

    def of(self, student: str) -> list[dict[str, Any]]:
        """The lines of a student."""
        return [line for line in self.lines if Path(line["notebook"]).parts[-3] == student]

    def grades(self) -> dict[str, list[tuple[float, str]]]:
        """Points and verdicts of the neighbours."""
        return {
            name: [(e["points"], e["verdict"]) for line in self.of(name) for e in line["exercises"]]
            for name in NEIGHBOURS
        }


class Classroom:
    """A class in folders of its own: the course, a gradebook, a home, submissions, and somebody who listens."""

    def __init__(self, base: Path, hostile: Sequence[Hostile]):
        self.base = base
        self.project, self.home, self.folder, self.temporary = (base / n for n in ("course", "home", "class", "tmp"))
        for folder in (self.home, self.folder, self.temporary):
            folder.mkdir()
        for part in ("autograder", "course", "solutions"):
            shutil.copytree(PROJECT / part, self.project / part, ignore=shutil.ignore_patterns("node_modules"))
        (self.home / ".ipython").mkdir()
        ProfileDir.create_profile_dir_by_name(str(self.home / ".ipython"), "default")
        (self.home / "secret.txt").write_text(SECRET)
        with contextlib.closing(sqlite3.connect(self.folder / "gradebook.db")) as gradebook, gradebook:
            gradebook.execute("create table grade (student text, points real)")
            gradebook.execute("insert into grade values (?, 20)", [SECRET])
        for name, content in NEIGHBOURS.items():
            self.path_of(name).write_text(json.dumps(content))
        self._listeners = self._listen()
        for one in hostile:
            self._hand_in(one)

    def path_of(self, student: str) -> Path:
        """Where a student's notebook lies."""
        path = self.folder / "submitted" / student / LESSON / f"{LESSON}.ipynb"
        path.parent.mkdir(parents=True, exist_ok=True)
        return path

    def _listen(self) -> dict[str, socket.socket]:
        tcp = socket.create_server(("127.0.0.1", 0))
        udp = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        udp.bind(("127.0.0.1", 0))
        abstract, service = socket.socket(socket.AF_UNIX), socket.socket(socket.AF_UNIX)
        abstract.bind("\0" + secrets.token_hex(8))
        folder = os.open(self.folder, os.O_PATH)
        service.bind(f"/proc/self/fd/{folder}/service")  # the name of such a socket may not be long
        os.close(folder)
        for end in (abstract, service):
            end.listen()
        return {"tcp": tcp, "udp": udp, "abstract": abstract, "service": service}

    def _hand_in(self, hostile: Hostile) -> None:
        """Write a hostile notebook, with what an attacker may know in its first cell."""
        known = {
            "me": hostile.name,
            "project": str(self.project),
            "class_folder": str(self.folder),
            "home": str(self.home),
            "tcp_port": self._listeners["tcp"].getsockname()[1],
            "udp_port": self._listeners["udp"].getsockname()[1],
            "abstract_name": self._listeners["abstract"].getsockname()[1:].decode(),
            "shm_key": shm_key(hostile.name),
        }
        content: Any = notebook([code("\n".join(f"{k} = {v!r}" for k, v in known.items())), *hostile.cells])
        path = self.path_of(hostile.student)
        if hostile.make:
            names: dict[str, Any] = {"json": json, "os": os}
            exec(hostile.make, names)
            content = names["make"](content, path)
        if isinstance(content, dict):
            content = json.dumps(content)
        if content is not None:
            path.write_bytes(content.encode() if isinstance(content, str) else content)

    def grade(self, jobs: int, seconds: float) -> Graded:
        """Grade the class in one run, which is ended when it takes too long."""
        before = self._files()
        command = [sys.executable, "-m", "autograder", "grade", "--json", "--jobs", str(jobs), *LIMITS]
        environment = {**os.environ, "HOME": str(self.home), "TMPDIR": str(self.temporary), "SECRET_TOKEN": SECRET}
        environment |= {"MPLCONFIGDIR": matplotlib.get_cachedir(), "PYTHONDONTWRITEBYTECODE": "1"}
        graded = Graded()
        errors = self.base / "errors.txt"
        with errors.open("wb") as stderr:
            process = subprocess.Popen(
                [*command, str(self.folder / "submitted")],
                cwd=self.project,
                env=environment,
                stdout=subprocess.PIPE,
                stderr=stderr,
                start_new_session=True,
            )
            timer = threading.Timer(seconds, lambda: [os.kill(number, signal.SIGKILL) for number in self._running()])
            timer.start()
            latest = time.monotonic()
            with process.stdout:
                for line in process.stdout:
                    try:
                        graded.lines.append(json.loads(line))
                    except ValueError:
                        graded.unreadable.append(repr(line[:500]))
                        continue
                    graded.seconds.append(time.monotonic() - latest)
                    latest = time.monotonic()
            _, status, usage = os.wait4(process.pid, 0)
            process.returncode = os.waitstatus_to_exitcode(status)
            timer.cancel()
        graded.finished = process.returncode in (0, 1)
        graded.errors = errors.read_text()
        graded.memory = usage.ru_maxrss * 1024
        graded.processes = self._left_running()
        after = self._files()
        graded.changed = {
            name: after.get(name, "gone") for name in before | after if before.get(name) != after.get(name)
        }
        graded.received = list(self._received())
        return graded

    def _files(self) -> dict[str, str]:
        """What every file of this class holds; the beginning stands for what is large."""
        found = {}
        for folder, folders, files in os.walk(self.base):
            for name in [*folders, *files]:
                path = Path(folder, name)
                if path == self.base / "errors.txt" or path.suffix == ".pyc":
                    continue
                state = f"{path.lstat().st_mode:o} "
                if path.is_symlink():
                    state += str(path.readlink())
                elif path.is_file():
                    content = path.read_bytes()
                    state += hashlib.sha256(content).hexdigest() + content[-2000:].decode(errors="replace")
                found[str(path)] = state
        return found

    def _running(self) -> dict[int, str]:
        """Processes of this class: those with its folder in their environment or command line."""
        running = {}
        for entry in Path("/proc").glob("[0-9]*"):
            with contextlib.suppress(OSError):
                words = (entry / "cmdline").read_bytes()
                state = (entry / "stat").read_text().rpartition(")")[2].split()[0]
                if state != "Z" and f"{self.base}/".encode() in (entry / "environ").read_bytes() + words:
                    running[int(entry.name)] = words.replace(b"\0", b" ").decode(errors="replace")
        running.pop(os.getpid(), None)
        return running

    def _left_running(self) -> list[str]:
        """Processes that do not end with the run; they are ended here."""
        deadline = time.monotonic() + 1
        while self._running() and time.monotonic() < deadline:
            os.sched_yield()
        left = self._running()
        for number in left:
            with contextlib.suppress(ProcessLookupError):
                os.kill(number, signal.SIGKILL)
        return list(left.values())

    def _received(self) -> Iterator[str]:
        """What was sent to those who listen here."""
        for kind, end in self._listeners.items():
            end.settimeout(0)
            with contextlib.suppress(BlockingIOError):
                while True:
                    if kind == "udp":
                        yield end.recv(1000).decode()
                        continue
                    with end.accept()[0] as connection:
                        connection.settimeout(1)
                        yield connection.recv(1000).decode()
        for end in self._listeners.values():
            end.close()


def shm_key(name: str) -> int:
    """A System V key that belongs to a file of the bank."""
    return zlib.crc32(name.encode()) & 0x7FFFFFFF


def left_in_shared_places(name: str) -> list[str]:
    """What a hostile submission left where everybody can write; it is removed."""
    left = [path for folder in SHARED if folder.is_dir() for path in folder.glob(f"*{name}*")]
    for path in left:
        path.unlink()
    segments = Path("/proc/sysvipc/shm").read_text().splitlines()[1:] if Path("/proc/sysvipc/shm").exists() else []
    for segment in [line.split() for line in segments]:
        if int(segment[0]) == shm_key(name):
            ctypes.CDLL(None).shmctl(int(segment[1]), 0, None)
            left.append(Path(f"shared segment {segment[0]}"))
    return [str(path) for path in left]


def texts(value: Any) -> Iterator[str]:
    """All texts in a line of the report."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for inner in value.values():
            yield from texts(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from texts(inner)


def problems(hostile: Hostile, graded: Graded) -> list[str]:
    """What is wrong with how a hostile submission was graded; nothing when it got nowhere."""
    name = hostile.name
    found = [f"it was left in {place}" for place in left_in_shared_places(name)]
    found += [f"it is still running: {words}" for words in graded.processes if name in words]
    found += [f"it sent something by {sent}" for sent in graded.received if name in sent]
    found += [f"it changed {path}" for path, content in graded.changed.items() if name in path + content]
    lines = graded.of(hostile.student)
    if len(lines) != 1:
        return [*found, f"it has {len(lines)} lines in the report"]
    (line,) = lines
    report = "\n".join(texts({**line, "notebook": ""}))
    found += [f"the report gives away {word}" for word in (SECRET, "hidden_tests", "Traceback") if word in report]
    if graded.seconds[graded.lines.index(line)] > TOO_SLOW:
        found.append("it held up the grading")
    if "says" in hostile.header and not re.search(hostile.header["says"], report, re.MULTILINE):
        found.append(f"the report does not say {hostile.header['says']!r}: {report[:3000]}")
    if "never" in hostile.header and re.search(hostile.header["never"], report):
        found.append(f"the report says {hostile.header['never']!r}")
    if "refused" in hostile.header:
        return found + ["it was graded"] * ("error" not in line or line["points"] is not None)
    if "error" in line:
        return [*found, f"it was not graded: {line['error']}"]
    earned, perhaps = hostile.exercises("earns"), hostile.exercises("perhaps")
    for exercise in line["exercises"]:
        points, most = exercise["points"], MAXIMA[exercise["name"]]
        if exercise["verdict"] not in VERDICTS:
            found.append(f"{exercise['name']} is {exercise['verdict']!r}")
        if exercise["name"] in earned and points != most:
            found.append(f"{exercise['name']} is right and got {points} of {most} points: {exercise['tests']}")
        if exercise["name"] not in earned | perhaps and points != 0:
            found.append(f"{exercise['name']} is wrong and got {points} points")
    if not math.isclose(line["points"], sum(exercise["points"] for exercise in line["exercises"]), abs_tol=0.01):
        found.append("the points do not add up")
    return found


def disturbed(graded: Graded) -> list[str]:
    """What went wrong for everybody in a run."""
    said = graded.errors.removeprefix(f"{strength.here()}\n")
    found = [f"the grader said {said[-2000:]!r}"] if said else []
    found += [f"this stands in the report: {line}" for line in graded.unreadable]
    if not graded.finished:
        found.append("the run was ended from outside, by the test or by the attack")
    if graded.memory > MEMORY:
        found.append(f"a process took {graded.memory / 2**20:.0f} MB")
    grades = graded.grades()
    for name in ("0_right", "zz_right"):
        if grades[name] != [(most, "passed") for most in MAXIMA.values()]:
            found.append(f"{name} has {grades[name]}")
    if grades["zz_untouched"] != [(0.0, "not started")] * len(MAXIMA):
        found.append(f"zz_untouched has {grades['zz_untouched']}")
    return found


HOSTILE = {path.stem: read(path) for path in sorted(BANK.glob("*.py"))}


@pytest.fixture(scope="module")
def together(tmp_path_factory: pytest.TempPathFactory) -> Graded:
    """The bank and its neighbours, graded in one run."""
    return Classroom(tmp_path_factory.mktemp("together"), list(HOSTILE.values())).grade(jobs=2, seconds=600)


@pytest.mark.parametrize("name", sorted(HOSTILE))
def test_it_gets_nowhere(name, together):
    assert problems(HOSTILE[name], together) == []


def test_nobody_else_is_disturbed(together):
    assert disturbed(together) == []


def test_nothing_is_left_behind(together):
    assert (together.changed, together.processes, together.received) == ({}, [], [])


def test_the_bank_is_large_and_well_formed():
    assert len(HOSTILE) >= 60
    for one in HOSTILE.values():
        assert set(one.header) <= {"earns", "perhaps", "says", "never", "needs", "refused", "student"}, one.name
        assert one.exercises("earns") | one.exercises("perhaps") <= set(MAXIMA), one.name
        assert "says" in one.header, one.name
        assert one.header.get("needs", "files") in {"files", "network", "processes"}, one.name
    for name in HOSTILE:
        assert [other for other in HOSTILE if name in other] == [name]  # or traces could be another's
