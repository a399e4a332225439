"""nbgrader's step that executes a notebook, with the cells in a locked process. For any course of Python notebooks.

Two lines in nbgrader_config.py put it in the place of nbgrader's own:

    from autograder.gradebook import execute_step
    c.merge(execute_step.settings())
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from nbformat import NotebookNode
from nbgrader.converters import Autograde
from nbgrader.preprocessors import Execute
from traitlets import Integer
from traitlets.config import Config

_MEGABYTE = 2**20


def settings(replaced: Mapping[type, type] | None = None) -> Config:
    """nbgrader's configuration with our step, or those that are given, in the place of its own."""
    steps = replaced or {Execute: LockedExecute}
    config = Config()
    config.Autograde.autograde_preprocessors = [steps.get(step, step) for step in Autograde().autograde_preprocessors]
    return config


class LockedExecute(Execute):
    """Executes the cells as nbgrader means them; `Execute.timeout` holds as ever. Tags decide nothing."""

    memory_limit = Integer(2048, help="Megabytes that a notebook's process may use.").tag(config=True)
    file_limit = Integer(64, help="Megabytes of files beside a notebook that it may read.").tag(config=True)

    def preprocess(
        self, nb: NotebookNode, resources: Any = None, km: Any = None
    ) -> tuple[NotebookNode, dict[str, Any]]:
        """The notebook with the outputs that its cells have here."""
        from autograder.gradebook import outputs
        from autograder.grading.executing import Surroundings, run_cells

        language = nb.metadata.get("kernelspec", {}).get("language", "python")
        if language != "python":
            self.log.warning("A notebook in %s runs in a kernel of its own, which is not locked.", language)
            return super().preprocess(nb, resources, km)
        seconds = self._get_timeout(None)
        folder = Path(resources["metadata"]["path"])
        surroundings = Surroundings(
            memory=self.memory_limit * _MEGABYTE,
            seconds=seconds,
            folder=folder.absolute(),
            files=tuple(self._files(folder, self._handed_in(resources))),
            environment=(("NBGRADER_EXECUTION", os.environ.get("NBGRADER_EXECUTION", "autograde")),),
        )
        cells = [cell for cell in nb.cells if cell.cell_type == "code" and cell.source.strip()]
        for cell, ran in zip(cells, run_cells([cell.source for cell in cells], surroundings), strict=True):
            cell.outputs = outputs.as_a_kernel_sends(ran.outputs)
            cell.execution_count = ran.count
            if ran.is_late:
                cell.outputs += outputs.as_a_kernel_sends([{"output_type": "error", **self.error_on_timeout}])
        nb.metadata["language_info"] = NotebookNode(name="python")
        return nb, resources

    def _files(self, folder: Path, handed_in: Path | None) -> Iterator[str]:
        """The files beside the notebook, but no links that were handed in: they may lead to somebody else's."""
        room = self.file_limit * _MEGABYTE
        for where, folders, files in os.walk(folder):
            folders[:] = sorted(folders)
            for name in sorted(files):
                path = Path(where, name)
                inside = path.relative_to(folder)
                if path.suffix == ".ipynb" or path.is_symlink() or not path.is_file():
                    continue
                if handed_in and any((handed_in / part).is_symlink() for part in [inside, *inside.parents]):
                    self.log.warning("%s was handed in as a link, and links are not followed.", inside)
                    continue
                room -= path.stat().st_size
                if room < 0:
                    self.log.warning("%s does not fit: raise LockedExecute.file_limit.", inside)
                    return
                yield inside.as_posix()

    def _handed_in(self, resources: Mapping[str, Any]) -> Path | None:
        """The folder that was handed in, whose links nbgrader has followed when it copied them."""
        course = getattr(getattr(self.parent, "parent", None), "coursedir", None)
        if course is None:
            return None
        facts = resources["nbgrader"]
        return Path(course.format_path(course.submitted_directory, facts["student"], facts["assignment"]))
