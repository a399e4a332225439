"""Where the parts of the course lie."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


@dataclass(frozen=True)
class Places:
    """The folders and files that a build reads and writes."""

    root: Path
    solutions: Path
    hidden_tests: Path
    syllabus: Path
    notebooks: Path
    lessons: Path
    pieces: Path
    build: Path  # what git ignores

    @classmethod
    def of(cls, root: Path = ROOT) -> Places:
        """The places of a project with its root there."""
        package = root / "autograder"
        return cls(
            root=root,
            solutions=root / "solutions",
            hidden_tests=package / "hidden_tests",
            syllabus=package / "authoring" / "syllabus.toml",
            notebooks=root / "notebooks",
            lessons=package / "lessons",
            pieces=root / "course" / "pieces",
            build=root / "build",
        )

    def lesson_sources(self) -> list[Path]:
        """The lessons' text files, in the order of the course."""
        return sorted(self.solutions.glob("[0-9]*.py"))

    def source_of(self, stem: str) -> Path:
        """The text file of a lesson."""
        return self.solutions / f"{stem}.py"

    def tests_of(self, stem: str) -> Path:
        """The hidden tests of a lesson."""
        return self.hidden_tests / f"test_{stem}.py"

    def notebook_of(self, stem: str) -> Path:
        """The learner's notebook of a lesson."""
        return self.notebooks / stem / f"{stem}.ipynb"

    def facts_of(self, stem: str) -> Path:
        """What the build wrote down about a lesson, see `autograder.lessons`."""
        return self.lessons / f"{stem}.json"

    def piece_of(self, stem: str) -> Path:
        """What later lessons import of a lesson: course/pieces/layers.py of 02_layers."""
        return self.pieces / f"{stem.partition('_')[2]}.py"

    def nbgrader_source_of(self, stem: str) -> Path:
        """The lesson as nbgrader wants its source."""
        return self.build / "source" / stem / f"{stem}.ipynb"

    def shown(self, path: Path) -> str:
        """A path as a person would type it from the root."""
        return path.relative_to(self.root).as_posix() if path.is_relative_to(self.root) else path.as_posix()
