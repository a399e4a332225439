"""A class that hostile submissions are graded in, for the tests and the bench."""

from __future__ import annotations

import contextlib
import ctypes
import hashlib
import json
import os
import secrets
import shutil
import signal
import socket
import sqlite3
import subprocess
import sys
import threading
import time
import zlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Any

import matplotlib
from hostile_bank import LESSON, NEIGHBOURS, PROJECT, Hostile, code, notebook
from IPython.core.profiledir import ProfileDir

SECONDS, CALL_SECONDS, MEGABYTES = 4, 1, 1024
LIMITS = ["--time-limit", f"{SECONDS}", "--call-limit", f"{CALL_SECONDS}", "--memory-limit", f"{MEGABYTES}"]
SILENCE = 20.0  # seconds that one notebook may hold up the others
SECRET = f"canary-{secrets.token_hex(8)}"
SHARED = [Path(folder) for folder in ("/tmp", "/var/tmp", "/dev/shm")]


@dataclass
class Graded:
    """What came of grading a class: its lines, and what was found afterwards."""

    lines: list[dict[str, Any]] = field(default_factory=list)
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


def _until_silence(lines: IO[bytes], end: Callable[[], None]) -> Iterator[bytes]:
    """The lines as they come; `end` is called when nobody has said one for too long."""
    while True:
        timer = threading.Timer(SILENCE, end)
        timer.start()
        line = lines.readline()
        timer.cancel()
        if not line:
            return
        yield line


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
        """Grade the class in one run, which is ended when it takes too long, or says nothing for too long."""
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

            def end() -> None:
                for number in self._running():
                    os.kill(number, signal.SIGKILL)

            timer = threading.Timer(seconds, end)
            timer.start()
            with process.stdout:
                for line in _until_silence(process.stdout, end):
                    try:
                        graded.lines.append(json.loads(line))
                    except ValueError:
                        graded.unreadable.append(repr(line[:500]))
            _, status, usage = os.wait4(process.pid, 0)
            process.returncode = os.waitstatus_to_exitcode(status)
            timer.cancel()
        graded.finished = process.returncode in (0, 1)
        graded.errors = errors.read_text()
        graded.memory = usage.ru_maxrss * 1024
        graded.processes = self.left_running()
        after = self._files()
        graded.changed = {
            name: after.get(name, "gone") for name in before | after if before.get(name) != after.get(name)
        }
        graded.received = list(self.received())
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

    def left_running(self) -> list[str]:
        """Processes that do not end with the run; they are ended here."""
        deadline = time.monotonic() + 1
        while self._running() and time.monotonic() < deadline:
            os.sched_yield()
        left = self._running()
        for number in left:
            with contextlib.suppress(ProcessLookupError):
                os.kill(number, signal.SIGKILL)
        return list(left.values())

    def received(self) -> Iterator[str]:
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
