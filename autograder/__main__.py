"""`python -m autograder COMMAND`: the commands behind the Makefile."""

from __future__ import annotations

import os

# One thread a process, before NumPy comes in: grading runs many processes at once.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
os.environ.setdefault("OMP_NUM_THREADS", "1")

import argparse
import importlib
import sys
from collections.abc import Sequence

COMMANDS = {
    "grade": ("autograder.grading.grade", "grade notebooks, or a class folder"),
    "build": ("autograder.authoring.build", "make notebooks/ from solutions/"),
    "solved": ("autograder.authoring.solved", "make solved and executed notebooks, to read"),
    "fresh": ("autograder.fresh", "bring a clean notebook back and keep yours"),
    "bundle": ("autograder.bundle", "pack what a class needs, without solutions and hidden tests"),
    "judge": ("autograder.judging.judge", "show how well the hidden tests tell right from wrong"),
    "export": ("autograder.gradebook.export", "write the grades of a class as CSV, or for Canvas and Moodle"),
}


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; only its own module is imported."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    parser = argparse.ArgumentParser(prog="python -m autograder", description="The commands behind the Makefile.")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", required=True)
    module = None
    for name, (path, what) in COMMANDS.items():
        command = commands.add_parser(name, help=what, description=what.capitalize() + ".")
        if arguments[:1] == [name]:
            try:
                module = importlib.import_module(path)
            except ModuleNotFoundError as missing:
                if not path.startswith(missing.name or "?"):
                    raise
                parser.error(f"this copy of the course has no command {name}: it is for instructors.")
            module.add_arguments(command)
    args = parser.parse_args(arguments)
    assert module is not None
    return int(module.main(args))


if __name__ == "__main__":
    sys.exit(main())
