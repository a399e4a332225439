"""What a class's nbgrader_config.py says to whoever opens its gradebook."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from traitlets.config import Config
from traitlets.config.loader import PyFileConfigLoader

NAME = "nbgrader_config.py"


@dataclass(frozen=True)
class ClassConfig:
    """The gradebook of a class, and nbgrader's settings for its late penalties and students."""

    url: str
    course: str = "default_course"
    settings: Config = field(default_factory=Config)

    @property
    def create_student(self) -> bool:
        """Whether a student whom the gradebook does not know is added."""
        return bool(self.settings.Autograde.get("create_student", True))


def read(root: Path, gradebook: str = "") -> ClassConfig:
    """The settings of the class in this folder; `gradebook` is the URL or the file that was asked for."""
    settings = PyFileConfigLoader(NAME, path=str(root)).load_config() if (root / NAME).is_file() else Config()
    wanted = gradebook or settings.CourseDirectory.get("db_url", "") or str(root / "gradebook.db")
    course = settings.CourseDirectory.get("course_id", "")
    return ClassConfig(as_url(str(wanted)), str(course) or "default_course", settings)


def as_url(gradebook: str) -> str:
    """A gradebook's URL; a file becomes one."""
    return gradebook if "://" in gradebook else f"sqlite:///{Path(gradebook).absolute()}"
