"""Make the learner's copy of the course for a class: no solutions, no hidden tests.

git makes the archive from what is committed, so that neither a notebook that somebody worked
in nor a file that lies about goes out to a class.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from pathlib import Path

from autograder.places import ROOT

NAME = "open-network-course"
FOR_LEARNERS = (
    *("README.md", "LICENSE", "LICENSE-PROSE", "Makefile", "pyproject.toml", "requirements.lock"),
    *("environment.yml", "postBuild", "docs", "notebooks", "course", "autograder"),
)
FOR_INSTRUCTORS = ("README.md", "hidden_tests", "authoring", "grading", "gradebook", "judging", "bundle.py")


class BundleError(Exception):
    """The bundle could not be made; the message says what to do."""


def make_bundle(target: Path, root: Path = ROOT) -> str:
    """Write the learner's copy of the committed course to the zip file `target`; return the commit it is made from."""
    target.parent.mkdir(parents=True, exist_ok=True)
    left_out = [f":(exclude)autograder/{name}" for name in FOR_INSTRUCTORS]
    options = ["--format=zip", f"--prefix={NAME}/", f"--output={target.resolve()}"]
    _git(root, "archive", *options, "HEAD", "--", *FOR_LEARNERS, *left_out)
    return _git(root, "rev-parse", "--short", "HEAD").strip()


def _git(root: Path, *words: str) -> str:
    try:
        done = subprocess.run(["git", *words], cwd=root, capture_output=True, text=True, check=False)
    except FileNotFoundError:
        raise BundleError("git is not installed; the bundle is made from what git has committed.") from None
    if done.returncode:
        reason = done.stderr.strip().removeprefix("fatal: ")
        raise BundleError(f"git cannot make the bundle ({reason}); run this in a clone with a commit.")
    return done.stdout


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Arguments of `python -m autograder bundle`."""
    target = ROOT / "build" / f"{NAME}.zip"
    parser.add_argument("--output", type=Path, default=target, help="the zip file to write (default: %(default)s)")


def main(args: argparse.Namespace) -> int:
    """Run `python -m autograder bundle`."""
    try:
        commit = make_bundle(args.output)
    except BundleError as problem:
        print(problem, file=sys.stderr)  # noqa: T201
        return 1
    print(f"{args.output} holds the course for learners, as of commit {commit}.")  # noqa: T201
    return 0
