"""The files of tests/hostile/ as notebooks, and honest neighbours: see tests/hostile/README.md."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

PROJECT = Path(__file__).resolve().parent.parent
BANK = Path(__file__).parent / "hostile"
LESSON = "01_weighted_averages"
SOLUTIONS = (PROJECT / "solutions" / f"{LESSON}.py").read_text()
MAXIMA = {
    exercise["name"]: exercise["points"]
    for exercise in json.loads(next(PROJECT.glob(f"autograder/**/{LESSON}.json")).read_text())["exercises"]
}


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
HOSTILE = {path.stem: read(path) for path in sorted(BANK.glob("*.py"))}
