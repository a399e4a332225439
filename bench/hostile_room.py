"""One attack of tests/hostile next to an honest neighbour, graded in one of three ways.

Plain nbgrader runs an attack with the grader's rights, so that happens inside of bubblewrap: it sees and may
change a copy of the course and a home of its own, nothing else.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from class_of import LESSON
from hostile_bank import MAXIMA, NEIGHBOURS, PROJECT, Hostile
from hostile_class import (
    CALL_SECONDS,
    LIMITS,
    MEGABYTES,
    SECONDS,
    SECRET,
    SHARED,
    Classroom,
    left_in_shared_places,
    texts,
)

_RUN_SECONDS = 120
_MOST_MEMORY = 6 * 2**30  # of a process of plain nbgrader, which has no limit of its own
_MOST_READ = 2**25
_OUR_STEP = f"""
from autograder.gradebook import lesson_step
c.merge(lesson_step.settings())
c.ExamineLesson.time_limit, c.ExamineLesson.call_limit = {SECONDS}, {CALL_SECONDS}
c.ExamineLesson.memory_limit = {MEGABYTES}
"""
_CONFIG = """
import sys
sys.path.insert(0, {project!r})
from autograder.gradebook import nbgrader_plugin
c = get_config()
c.merge(nbgrader_plugin.settings())
c.CourseDirectory.root = {folder!r}
c.Execute.timeout = {seconds}
{step}
nbgrader_plugin.put_tools_on_path()
"""


@dataclass(frozen=True)
class Through:
    """In which ways an attack got through."""

    unearned: bool
    harm: bool
    traces: bool
    lost: bool

    def any(self) -> bool:
        """Whether it got what no submission may get; to spoil one's own right answers does not count."""
        return self.unearned or self.harm or self.traces


class Room:
    """One attack and one honest neighbour in a class of their own."""

    def __init__(self, base: Path, attack: Hostile, template: Path):
        # The attack's name stands nowhere in the path: it tells the traces that it left.
        self.base, self.attack, self.template = base, attack, template

    def _set_up(self, step: str = "") -> None:
        self.base.mkdir(parents=True)
        self.room = Classroom(self.base, [self.attack])
        for name in set(NEIGHBOURS) - {"zz_right"}:
            shutil.rmtree(self.room.folder / "submitted" / name)
        for path in self.room.folder.glob(f"submitted/*/{LESSON}/{LESSON}.ipynb"):
            _make_gradable(path)
        gradebook = self.room.folder / "gradebook.db"
        shutil.copy2(self.template / "gradebook.db", gradebook)
        with sqlite3.connect(gradebook) as book:
            book.execute("create table canary (student text)")
            book.execute("insert into canary values (?)", [SECRET])
        book.close()
        (self.room.folder / "nbgrader_config.py").write_text(
            _CONFIG.format(
                project=str(self.room.project),
                folder=str(self.room.folder),
                seconds=SECONDS,
                step=step,
            )
        )
        self.known = set(self._files())

    def graded_by_nbgrader(self) -> Through:
        """`nbgrader autograde` as it comes, and what came of it."""
        self._set_up()
        return self._autograded(sandboxed=True)

    def graded_in_our_step(self) -> Through:
        """`nbgrader autograde` with our execute step, and what came of it."""
        self._set_up(_OUR_STEP)
        return self._autograded(sandboxed=False)

    def _autograded(self, sandboxed: bool) -> Through:
        ended, left = self._run(["nbgrader", "autograde", LESSON], sandboxed)
        return self._judge(_scores(self.room.folder / "gradebook.db"), self._outputs(), ended, left)

    def graded_by_us(self) -> Through:
        """`grade --json`, and what came of it."""
        self._set_up()
        ended, left = self._run(
            [sys.executable, "-m", "autograder", "grade", "--json", *LIMITS, "submitted"], sandboxed=False
        )
        lines = []
        for line in (self.base / "output").read_text(errors="replace").splitlines():
            try:
                lines.append(json.loads(line))
            except ValueError:
                continue
        scores = {
            Path(line["notebook"]).parts[-3]: {one["name"]: one["points"] for one in line["exercises"]}
            for line in lines
        }
        said = "\n".join(texts([{**line, "notebook": ""} for line in lines]))
        return self._judge(scores, said, ended, left)

    def said(self) -> str:
        """What the grading command printed."""
        paths = [self.base / "output", self.base / "output.errors"]
        return "\n".join(path.read_text(errors="replace") for path in paths if path.exists())

    def _run(self, command: Sequence[str], sandboxed: bool) -> tuple[bool, str]:
        """Run a command. Whether it came to its end in time, and the command lines of what it left running."""
        tools = str(Path(sys.executable).parent)
        environment = {**os.environ, "HOME": str(self.room.home), "SECRET_TOKEN": SECRET}
        environment |= {"PATH": f"{tools}{os.pathsep}{os.environ['PATH']}", "PYTHONPATH": str(self.room.project)}
        environment |= {"OUTPUT": f"{self.base}/output"}
        script = f"ulimit -v {_MOST_MEMORY // 2**10}; " if sandboxed else ""
        script += '"$@" > "$OUTPUT" 2> "$OUTPUT.errors"; echo $? > "$OUTPUT.code"; ps -eo args > "$OUTPUT.left"'
        around = self._sandbox() if sandboxed else []
        with subprocess.Popen(
            [*around, "bash", "-c", script, "bash", *command],
            cwd=self.room.folder, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        ) as process:  # fmt: skip
            try:
                process.wait(_RUN_SECONDS)
            except subprocess.TimeoutExpired:
                process.kill()
        left = self.base / "output.left" if sandboxed else None
        running = left.read_text(errors="replace") if left and left.exists() else "\n".join(self.room.left_running())
        return (self.base / "output.code").exists(), running

    def _sandbox(self) -> list[str]:
        binds = []
        for place in SHARED:
            private = self.base / f"private{str(place).replace('/', '-')}"
            private.mkdir(exist_ok=True)
            binds += ["--bind", str(private), str(place)]
        places = ["--ro-bind", "/", "/", "--dev", "/dev", "--proc", "/proc", *binds, "--bind", *[str(self.base)] * 2]
        if any(PROJECT.is_relative_to(place) for place in SHARED):
            places += ["--ro-bind", *[str(PROJECT)] * 2]  # its environment was hidden
        return ["bwrap", *places, "--unshare-pid", "--unshare-ipc", "--die-with-parent", "--new-session"]

    def _judge(self, scores: dict[str, dict[str, float]], said: str, ended: bool, left: str) -> Through:
        mine, attack = scores.get(self.attack.student, {}), self.attack
        earned, perhaps = attack.exercises("earns"), attack.exercises("perhaps")
        neighbour = scores.get("zz_right", {})
        traces = left_in_shared_places(attack.name)
        traces += [path for path in self._files() if path not in self.known and attack.name in path]
        spied = SECRET in said or ("never" in attack.header and re.search(attack.header["never"], said))
        return Through(
            unearned=any(points for name, points in mine.items() if name not in earned | perhaps),
            harm=not ended or {name: neighbour.get(name) for name in MAXIMA} != MAXIMA,
            traces=bool(
                traces or spied or attack.name in left or any(attack.name in sent for sent in self.room.received())
            ),
            lost=any(mine.get(name, 0) != MAXIMA[name] for name in earned),
        )

    def _files(self) -> list[str]:
        """Files outside of what grading itself writes."""
        grading = {self.room.folder / "autograded", self.room.folder / "submitted"}
        return [
            str(path)
            for folder, folders, names in os.walk(self.base)
            for path in [Path(folder, name) for name in [*folders, *names]]
            if not grading & {path, *path.parents}
        ]

    def _outputs(self) -> str:
        """What the cells show; not the lines around an error, which repeat what an attack would have said."""
        path = self.room.folder / "autograded" / self.attack.student / LESSON / f"{LESSON}.ipynb"
        try:
            with path.open(encoding="utf-8", errors="replace") as file:
                content = file.read(_MOST_READ)
            cells = json.loads(content)["cells"]
        except OSError:
            return ""
        except ValueError:  # no notebook any more, or the beginning of one that holds a gigabyte of output
            return content
        outputs = [output for cell in cells for output in cell.get("outputs", [])]
        return "\n".join(texts([{**output, "traceback": []} for output in outputs]))


def _make_gradable(path: Path) -> None:
    """Give the check cells of a handed-in notebook what nbgrader knows them by, where the attack left them alone."""
    if path.is_symlink() or not path.is_file():
        return  # a pipe, a folder, or a link to what never ends
    try:
        notebook = json.loads(path.read_text())
        cells = notebook["cells"]
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return  # an attack by the form of its file
    for cell in cells if isinstance(cells, list) else []:
        found = re.fullmatch(r'check\("(\w+)"\)', str(cell.get("source", ""))) if isinstance(cell, dict) else None
        if found and isinstance(cell.get("metadata"), dict):
            facts = {
                "grade": True,
                "grade_id": found[1],
                "locked": True,
                "schema_version": 3,
                "solution": False,
                "task": False,
            }
            cell["metadata"].setdefault("nbgrader", {**facts, "points": _points(found[1]), "cell_type": "code"})
    path.write_text(json.dumps(notebook))


def _points(name: str) -> float:
    from autograder.lessons import load

    return load(LESSON).exercise(name).points


def _scores(gradebook: Path) -> dict[str, dict[str, float]]:
    """Student -> exercise -> points, as far as there are any."""
    query = """
        SELECT s.student_id, b.name, g.auto_score FROM grade g JOIN base_cell b ON b.id = g.cell_id
        JOIN submitted_notebook n ON n.id = g.notebook_id JOIN submitted_assignment s ON s.id = n.assignment_id"""
    scores: dict[str, dict[str, float]] = {}
    try:
        with sqlite3.connect(gradebook) as book:
            for student, name, score in book.execute(query):
                if score is not None:
                    scores.setdefault(student, {})[name] = score
        book.close()
    except sqlite3.Error:
        return {}
    return scores
