"""The same exercises for Otter-Grader: an autograder.zip, and `otter run` in an environment of its own.

Otter runs a test case for each of our hidden tests; a case earns its share when the test holds and, as here, when no
essential test of the exercise fails.
"""

from __future__ import annotations

import json
import os
import shutil
import sys
import zipfile
from pathlib import Path

import nbformat

from autograder.lessons import load
from autograder.places import ROOT
from bench import measure

VERSION = "7.0.0"
_PACKAGES = [f"otter-grader=={VERSION}", "ipykernel", "ipywidgets", "matplotlib", "msgpack", "numpy", "pytest", "rich"]
_TEST = """OK_FORMAT = False
from functools import cache

from otter.test_files import test_case

name = "{exercise}"
points = None


@cache
def outcome(key):
    from autograder.testing import examine
    from autograder.work import LocalWork

    return examine("{lesson}", {{"{exercise}": {points}}}, LocalWork(environments[key]))["{exercise}"]


environments = {{}}


def holds(env, number):
    environments[id(env)] = env
    found = outcome(id(env))
    assert found.points and found.tests[number].verdict.value == "passed"

"""
_CASE = """
@test_case(points={points}, hidden=True)
def case_{number}(env):
    holds(env, {number})

"""


def environment(folder: Path) -> Path:
    """Otter's own environment; its `bin`."""
    binaries = folder / "bin"
    if not (binaries / "otter").exists():
        uv = Path(sys.executable).with_name("uv")
        made = measure.run([str(uv), "venv", "--quiet", "--python", sys.executable, str(folder)], ROOT)
        install = [str(uv), "pip", "install", "--quiet", "--python", str(binaries / "python"), *_PACKAGES]
        got = measure.run(install, ROOT)
        if made.returned or got.returned:
            raise RuntimeError(f"Otter-Grader cannot be installed:\n{made.output}{got.output}")
    return binaries


def assignment(lesson: str, tests: dict[str, int], folder: Path, binaries: Path) -> Path:
    """The autograder.zip of a lesson, whose exercises have so many hidden tests."""
    cases = folder / "tests"
    cases.mkdir(parents=True)
    for exercise in load(lesson).exercises:
        count = tests[exercise.name]
        text = _TEST.format(exercise=exercise.name, lesson=lesson, points=float(exercise.points))
        share = float(exercise.points) / count
        text += "".join(_CASE.format(points=share, number=number) for number in range(count))
        (cases / f"{exercise.name}.py").write_text(text)
    (folder / "otter_config.json").write_text(json.dumps({"pdf": False, "show_hidden": True}))
    made = measure.run([str(binaries / "otter"), "generate", "-t", "tests", "-o", "autograder.zip"], folder)
    if made.returned or not zipfile.is_zipfile(folder / "autograder.zip"):
        raise RuntimeError(made.output)
    return folder / "autograder.zip"


def grade(notebook: Path, autograder: Path, folder: Path, binaries: Path) -> tuple[float, measure.Cost]:
    """Points that `otter run` gives a submission, and what it cost."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    submission = folder / notebook.name
    content = nbformat.read(notebook, as_version=4)
    content.cells = [cell for cell in content.cells if not cell.source.startswith("check(")]  # Otter has its own
    nbformat.write(content, submission)
    command = [str(binaries / "otter"), "run", "--no-logo", "-a", str(autograder), submission.name]
    surroundings = {"PYTHONPATH": str(ROOT), "PATH": f"{binaries}{os.pathsep}{os.environ['PATH']}"}
    cost = measure.run(command, folder, surroundings)
    try:
        results = json.loads((folder / "results.json").read_text())
    except (OSError, ValueError):
        raise RuntimeError(f"otter run failed:\n{cost.output[-3000:]}") from None
    return round(sum(float(test["score"]) for test in results["tests"] if "score" in test), 2), cost
