"""Where a class keeps a notebook: submitted/<student>/<lesson>/<lesson>.ipynb, as nbgrader lays it out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from nbgrader import utils

TIMESTAMP = "timestamp.txt"
LINK = "The notebook is a link to another file. Hand in the notebook itself."


class NotAClass(ValueError):
    """The notebook does not lie where a class keeps it; the message is a sentence."""


@dataclass(frozen=True)
class HandedIn:
    """A notebook of a student, and the folder of its class."""

    root: Path
    step: str  # "submitted"
    student: str
    lesson: str

    @classmethod
    def of(cls, path: Path) -> HandedIn:
        """What the path says; `NotAClass` when it is no path of a class. A folder stands for its missing notebook."""
        path = path.absolute()
        if path.is_dir():
            path = path / f"{path.name}.ipynb"
        if path.suffix != ".ipynb" or path.stem != path.parent.name or len(path.parts) < 5:
            raise NotAClass(
                f"{path} does not say whose notebook it is: "
                "a gradebook needs submitted/<student>/<lesson>/<lesson>.ipynb."
            )
        lesson = path.parent
        return cls(lesson.parents[2], lesson.parents[1].name, lesson.parent.name, lesson.name)

    @property
    def notebook(self) -> Path:
        """The file that was handed in."""
        return self._file(self.step)

    @property
    def autograded(self) -> Path:
        """The file that nbgrader shows to graders and makes feedback of."""
        return self._file("autograded")

    def is_own(self) -> bool:
        """Whether the file lies here, and is no link to somebody else's."""
        try:
            folder = self.root.resolve() / self.step / self.student / self.lesson
            return self.notebook.resolve() == folder / self.notebook.name
        except (OSError, RuntimeError):
            return False

    def content(self) -> bytes:
        """What was handed in; nothing when there is no file of their own."""
        try:
            return self.notebook.read_bytes() if self.is_own() and self.notebook.is_file() else b""
        except OSError:
            return b""

    def timestamp(self) -> bytes:
        """The text of nbgrader's timestamp.txt; nothing without one."""
        try:
            return self.notebook.with_name(TIMESTAMP).read_bytes()[:100]
        except OSError:
            return b""

    def time(self) -> datetime | None:
        """When it was handed in, in UTC, if somebody wrote that down. `ValueError` when it cannot be read."""
        text = self.timestamp().decode("utf-8", "replace").strip()
        try:
            return utils.parse_utc(text) if text else None
        except (ValueError, OverflowError, TypeError):
            raise ValueError(f'{TIMESTAMP} says "{text}", which is no time') from None

    def _file(self, step: str) -> Path:
        return self.root / step / self.student / self.lesson / f"{self.lesson}.ipynb"
