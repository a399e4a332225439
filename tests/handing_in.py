"""Handed-in notebooks of lesson 00, written as text."""

import argparse
import json
from pathlib import Path

from autograder.grading import grade

LESSON = "00_start_here"
MAXIMUM = 6.0
IMPORTS = "import numpy as np\nfrom autograder import check, hint, predict"
RIGHT = """def average(values):
    if len(values) == 0:
        raise ValueError("there is nothing to average")
    return sum(values) / len(values)"""
RIGHT_ROWS = "def row_averages(table):\n    return np.array([average(row) for row in table])"
STUB = "def average(values):\n    return ...  # your code here"
STUB_ROWS = "def row_averages(table):\n    return ...  # your code here"
SUM = "def average(values):\n    return sum(values)"
CHECKS = ('check("average")', 'check("row_averages")')


def notebook(*sources: str) -> str:
    """A notebook with these cells between the imports and the check cells."""
    cells = [
        {"cell_type": "code", "id": f"cell-{n}", "metadata": {}, "outputs": [], "execution_count": None, "source": one}
        for n, one in enumerate([IMPORTS, *sources, *CHECKS])
    ]
    return json.dumps({"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": cells})


def handed_in(folder: Path, student: str, content: str, lesson: str = LESSON) -> Path:
    """Hand a notebook in, as nbgrader lays a class out."""
    path = folder / "submitted" / student / lesson / f"{lesson}.ipynb"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(content)
    return path


def run(*words: object) -> int:
    """The exit code of `grade` with these words."""
    parser = argparse.ArgumentParser()
    grade.add_arguments(parser)
    return grade.main(parser.parse_args([str(word) for word in words]))
