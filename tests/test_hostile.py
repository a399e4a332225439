"""The bank of hostile submissions, graded as a class: see tests/hostile/README.md."""

from __future__ import annotations

import math
import re
import tempfile
from pathlib import Path

import pytest
from hostile_bank import HOSTILE, MAXIMA, Hostile
from hostile_class import SECRET, Classroom, Graded, left_in_shared_places, texts

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

VERDICTS = {"passed", "not yet", "not started", "waiting"}
MEMORY = 1280 * 2**20  # what no process needs, for a submission may not have so much


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
