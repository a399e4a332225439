"""Make the learner's copy of the course for a class: no solutions, no hidden tests.

git makes the archive from what is committed, so that neither a notebook that somebody worked
in nor a file that lies about goes out to a class. What a lesson imports of earlier ones is their solution:
it goes out packed in a zip, out of sight but not out of reach, so hand lessons out one after the other.
"""

from __future__ import annotations

import argparse
import io
import re
import subprocess
import sys
import zipfile
from collections.abc import Collection
from pathlib import Path

from autograder.places import ROOT

NAME = "open-network-course"
FOR_LEARNERS = (
    *("README.md", "LICENSE", "LICENSE-PROSE", "Makefile", "pyproject.toml", "requirements.lock"),
    *("environment.yml", "postBuild", "docs", "notebooks", "course", "autograder"),
)
PIECES = "course/pieces"
FOR_INSTRUCTORS = ("README.md", "hidden_tests", "authoring", "grading", "gradebook", "judging", "bundle.py")


class BundleError(Exception):
    """The bundle could not be made; the message says what to do."""


def make_bundle(target: Path, root: Path = ROOT, lessons: Collection[str] = ()) -> str:
    """Write the learner's copy of the committed course to the zip file `target`; return the commit it is made from.

    With `lessons`, only these are in it, and only the pieces that they import. Raises `BundleError`.
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    known = _git(root, "ls-tree", "--name-only", "HEAD:notebooks").split()
    if unknown := sorted(set(lessons) - set(known)):
        raise BundleError(f"There is no lesson {' or '.join(unknown)}. The lessons are {', '.join(known)}.")
    unwanted = [f"notebooks/{name}" for name in known if lessons and name not in lessons]
    left_out = [*(f"autograder/{name}" for name in FOR_INSTRUCTORS), *unwanted, PIECES]
    options = ["--format=zip", f"--prefix={NAME}/", f"--output={target.resolve()}"]
    _git(root, "archive", *options, "HEAD", "--", *FOR_LEARNERS, *(f":(exclude){name}" for name in left_out))
    with zipfile.ZipFile(target, "a") as bundle:
        notebooks = [bundle.read(name).decode() for name in bundle.namelist() if name.endswith(".ipynb")]
        bundle.writestr(f"{NAME}/{PIECES}.zip", _packed_pieces(root, _imported("\n".join(notebooks))))
    return _git(root, "rev-parse", "--short", "HEAD").strip()


def _packed_pieces(root: Path, wanted: set[str]) -> bytes:
    """A zip from which Python imports these modules, and those that they import, as `course.pieces`."""
    texts = {"__init__": _git(root, "show", f"HEAD:{PIECES}/__init__.py")}
    while wanted:
        name = wanted.pop()
        texts[name] = _git(root, "show", f"HEAD:{PIECES}/{name}.py")
        wanted |= _imported(texts[name]) - texts.keys()
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as pieces:
        for name, text in sorted(texts.items()):
            pieces.writestr(zipfile.ZipInfo(f"pieces/{name}.py"), text)  # without the time, so that it can be compared
    return packed.getvalue()


def _imported(text: str) -> set[str]:
    """The modules of course/pieces that a text imports from."""
    return set(re.findall(r"from course\.pieces\.(\w+) import", text))


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
    parser.add_argument("lessons", nargs="*", metavar="LESSON", help="only these lessons, such as 02_layers (all)")
    parser.add_argument("--output", type=Path, default=target, help="the zip file to write (default: %(default)s)")


def main(args: argparse.Namespace) -> int:
    """Run `python -m autograder bundle`."""
    try:
        commit = make_bundle(args.output, lessons=args.lessons)
    except BundleError as problem:
        print(problem, file=sys.stderr)  # noqa: T201
        return 1
    print(f"{args.output} holds the course for learners, as of commit {commit}.")  # noqa: T201
    return 0
