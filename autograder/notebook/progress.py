"""The small file in which standing, hints and predictions survive a restart of the kernel.

It lies beside the notebook and is the learner's to delete. Whatever is wrong with it
becomes one sentence, and the notebook goes on: what could not be written is remembered
as long as the kernel runs. Grading and validating write nothing.
"""

from __future__ import annotations

import contextlib
import json
import os
import stat
import tempfile
from functools import cache
from pathlib import Path
from typing import Any

FILE = "progress.json"
ABOUT = "What check, hint and predict remember in this folder. You may delete this file."
PARTS = ("exercises", "hints", "predictions")
FOREIGN = (
    f"{FILE} in this folder is none that this course can read, so nothing is kept in it. "
    "Rename or delete it, and your progress is kept again."
)

Parts = dict[str, dict[str, Any]]


class Progress:
    """What is remembered in one folder: named entries in three parts."""

    def __init__(self, folder: Path):
        self.path = folder / FILE
        self._unwritten: Parts = {part: {} for part in PARTS}

    def part(self, part: str) -> dict[str, Any]:
        """All entries of a part, by name."""
        try:
            written = _read(self.path)
        except (OSError, ValueError):
            written = {}
        return {**written.get(part, {}), **self._unwritten[part]}

    def put(self, part: str, name: str, value: Any) -> str:
        """Remember an entry. Returns "" or, when it could not be written, the reason as a sentence."""
        self._unwritten[part][name] = value
        if os.environ.get("NBGRADER_EXECUTION"):
            return ""
        try:
            parts = _read(self.path)  # just before writing: another notebook of this folder may have added to it
        except (OSError, ValueError):
            return FOREIGN
        try:
            _write(self.path, {key: {**parts.get(key, {}), **self._unwritten[key]} for key in PARTS})
        except OSError as error:
            reason = error.strerror or type(error).__name__
            return f"This could not be kept in {FILE} ({reason}), so it is forgotten when the kernel stops."
        self._unwritten = {key: {} for key in PARTS}
        return ""


def here() -> Progress:
    """The progress of the folder that the kernel works in."""
    try:
        return _of(Path.cwd())
    except OSError:  # the folder was removed
        return _of(Path("/nonexistent"))


@cache
def _of(folder: Path) -> Progress:
    return Progress(folder)


def _read(path: Path) -> Parts:
    """The parts in a file; empty when there is no file, `ValueError` when it is not one of ours."""
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}
    except RecursionError as error:
        raise ValueError("nested too deeply") from error
    if not isinstance(content, dict) or not all(isinstance(content.get(part), dict) for part in PARTS):
        raise ValueError("not a progress file")
    return {part: content[part] for part in PARTS}


def _write(path: Path, parts: Parts) -> None:
    """Replace the file in one step, so that a crash leaves the old one or the new one."""
    if path.exists() and not path.stat().st_mode & stat.S_IWUSR:
        raise PermissionError(0, "it is read-only")
    with tempfile.NamedTemporaryFile(
        "w", encoding="utf-8", prefix=".progress-", suffix=".json", dir=path.parent, delete=False
    ) as file:
        temporary = Path(file.name)
        try:
            json.dump({"about": ABOUT, **parts}, file, indent=1, sort_keys=True, ensure_ascii=False)
            file.close()
            temporary.replace(path)
        except BaseException:
            with contextlib.suppress(OSError):
                file.close()
            temporary.unlink(missing_ok=True)
            raise
