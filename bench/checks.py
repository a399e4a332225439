"""How long a learner waits for `check(...)` in a kernel."""

from __future__ import annotations

import statistics
import tempfile
import time
from pathlib import Path

import nbformat
from course_copy import answered, copy_of_course, solutions, stubs
from jupyter_client.manager import start_new_kernel

from autograder.lessons import all_lessons, load
from autograder.places import ROOT
from bench.tables import Table

_TIMEOUT = 60
_LEFT_OUT = {"Value", "train_digits"}  # needs other cells of its lesson; trains several networks in its check


def waiting(repeats: int) -> Table:
    """From sending `check(...)` to the idle kernel: right, wrong and untouched functions, the first call apart."""
    firsts, others = [], []
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        course = copy_of_course(ROOT, Path(folder, "course"))
        for lesson in [index.lesson for index in all_lessons()]:
            first, rest = _in_a_kernel(course, lesson, repeats)
            firsts.append(first)
            others += rest
    table = Table(
        "checks", "`check(...)` in a kernel, in milliseconds", ("", "calls", "median", "95th percentile", "slowest")
    )
    for name, times in (("the first in a kernel", firsts), ("all others", others)):
        table.rows.append([name, str(len(times)), *(f"{1000 * value:.0f}" for value in _figures(times))])
    return table


def _figures(times: list[float]) -> tuple[float, float, float]:
    high = statistics.quantiles(times, n=20, method="inclusive")[-1] if len(times) > 1 else times[0]
    return statistics.median(times), high, max(times)


def _in_a_kernel(course: Path, lesson: str, repeats: int) -> tuple[float, list[float]]:
    right, stub = solutions(course, lesson), stubs(course, lesson)
    wrong = {name: answered(source, "return 42.0") for name, source in stub.items()}
    notebook = course / "notebooks" / lesson
    manager, client = start_new_kernel(cwd=str(notebook))
    times = []
    try:
        first_cell = next(
            cell.source for cell in nbformat.read(notebook / f"{lesson}.ipynb", 4).cells if cell.cell_type == "code"
        )
        _run(client, first_cell if "autograder" in first_cell else "from autograder import check\nimport numpy as np")
        for _ in range(repeats):
            for name in [name for name in load(lesson).names() if name not in _LEFT_OUT]:
                for answers in (right, wrong, stub):
                    _run(client, f"import numpy as np\nfrom autograder import check\n{answers[name]}")
                    times.append(_run(client, f'check("{name}")'))
    finally:
        client.stop_channels()
        manager.shutdown_kernel(now=True)
    return times[0], times[1:]


def _run(client: object, source: str) -> float:
    began = time.perf_counter()
    reply = client.execute_interactive(source, timeout=_TIMEOUT, output_hook=lambda message: None)  # type: ignore[attr-defined]
    if reply["content"]["status"] != "ok":
        raise RuntimeError(f"{source}\n{reply['content']}")
    return time.perf_counter() - began
