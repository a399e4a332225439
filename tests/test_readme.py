"""The README's commands exist."""

import re

import pytest
from nbgrader.apps.nbgraderapp import NbGraderApp

from autograder.__main__ import main

PLACES = {"make": r"^make (\w+)", "nbgrader": r"\.venv/bin/nbgrader (\w+)", "ours": r"python -m autograder (\w+)"}


@pytest.fixture(scope="module")
def named(project):
    """What the README calls, by program."""
    text = (project / "README.md").read_text(encoding="utf-8")
    found = {program: set(re.findall(pattern, text, re.MULTILINE)) for program, pattern in PLACES.items()}
    assert all(found.values())
    return found


def test_every_target_of_make_is_there(project, named):
    targets = set(re.findall(r"^(\w+):", (project / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    assert named["make"] <= targets


def test_every_command_of_nbgrader_is_there(named):
    assert named["nbgrader"] <= set(NbGraderApp.subcommands)


def test_every_command_of_ours_is_there(named, capsys):
    for command in named["ours"]:
        with pytest.raises(SystemExit) as ended:
            main([command, "--help"])
        assert ended.value.code == 0
        assert command in capsys.readouterr().out
