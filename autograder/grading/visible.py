"""The files that a submission sees: of Python, of the system's libraries, and what its lesson may see of `course/`."""

from __future__ import annotations

import sys
from collections.abc import Collection, Iterator
from pathlib import Path

from autograder.places import ROOT

COURSE = ROOT / "course"
DEVICES = [f"/dev/{name}" for name in ("null", "zero", "full", "random", "urandom")]
_ETC = ["/etc/ld.so.cache", "/etc/localtime", "/etc/passwd", "/etc/group", "/etc/nsswitch.conf"]
_SYSTEM = ["/usr", "/lib", "/lib64", "/bin", *_ETC, *DEVICES, sys.base_prefix, sys.prefix]


def visible(hidden: Collection[str]) -> Iterator[str]:
    """Paths that can be read, with all that lies below them; `hidden` are paths below course/."""
    yield from _SYSTEM
    yield from map(str, _without(COURSE, {COURSE / path for path in hidden}))


def partly_visible(hidden: Collection[str]) -> set[str]:
    """Folders of which only a part is visible."""
    folders = (parent for path in hidden for parent in (COURSE / path).parents)
    return {str(folder) for folder in folders if folder.is_relative_to(COURSE)}


def modules(hidden: Collection[str]) -> set[str]:
    """The names under which hidden files and folders could be imported."""
    return {".".join([COURSE.name, *Path(path).with_suffix("").parts]) for path in hidden}


def _without(folder: Path, hidden: set[Path]) -> Iterator[Path]:
    if not any(path.is_relative_to(folder) for path in hidden):
        yield folder
    elif folder not in hidden and folder.is_dir():
        for entry in sorted(folder.iterdir()):
            if entry.name != "__pycache__":  # it may hold what is hidden, in Python's own form
                yield from _without(entry, hidden)
