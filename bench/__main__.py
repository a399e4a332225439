"""`make bench`: measure, and print tables. With `--write` they go into autograder/README.md too."""

from __future__ import annotations

import argparse
import os
from collections.abc import Callable, Iterable

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # before NumPy is loaded: more threads make small matrices slower

from rich.console import Console

from autograder.gradebook.nbgrader_plugin import put_tools_on_path
from autograder.places import ROOT
from bench import checks, grading, hostile, parts, training
from bench.tables import Table, write_into

PARTS: dict[str, Callable[[argparse.Namespace], Iterable[Table]]] = {
    "grading": lambda args: [grading.compare(args.count, by_otter=max(4, args.count // 6))],
    "parts": lambda args: [parts.cost_by_part(min(args.count, 20))],
    "checks": lambda args: [checks.waiting(repeats=5)],
    "hostile": lambda args: [hostile.compare(args.attacks)],
    "memory": lambda args: [grading.memory((args.count, 10 * args.count))],
    "training": lambda args: [training.compare(epochs=20, repeats=7)],
    "lessons": lambda args: [training.lessons()],
}


def main() -> None:
    """Measure what was asked for."""
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("parts", nargs="*", choices=[[], *PARTS], help=f"what to measure: {', '.join(PARTS)} (all)")
    parser.add_argument("--count", type=int, default=60, help="submissions in the class (%(default)s)")
    parser.add_argument("--attacks", nargs="*", default=(), help="only these of tests/hostile (all)")
    parser.add_argument("--write", action="store_true", help="put the tables into autograder/README.md")
    args = parser.parse_args()
    put_tools_on_path()
    console = Console()
    for name in args.parts or PARTS:
        for table in PARTS[name](args):
            table.show(console)
            if args.write:
                write_into(ROOT / "autograder" / "README.md", table)


if __name__ == "__main__":
    main()
