"""Grade on a Dask cluster: the same results, from many machines.

Dask hands the notebooks out, and hands them to another machine when one dies. Each machine needs this course
and its packages, the same as here; the notebooks travel with the question.
"""

from __future__ import annotations

import hashlib
import tempfile
import threading
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

from autograder.grading.one_notebook import could_not_grade
from autograder.places import Places

Result = dict[str, Any]
Grade = Callable[[Path], Result]  # picklable
_SECONDS_TO_ANSWER = 10
_KEPT_PARTS = 3  # student/lesson/lesson.ipynb: what the path of a notebook may say
_ONE_AT_A_TIME = threading.Lock()  # pytest and a redirected standard output belong to the process, not to a thread
_DIED = "The machine that graded this notebook was lost, several times. Grade it again, alone."
_OTHER_TESTS = "A machine of the cluster has other lessons or hidden tests than this one: bring it up to date."


class NoCluster(Exception):
    """There is no cluster to grade on; the message is a sentence."""


def grade_all(paths: Sequence[Path], grade: Grade, address: str) -> Iterator[tuple[int, Result]]:
    """Results as they come, each with the index of its path. Raises `NoCluster`."""
    try:
        from distributed import Client, KilledWorker, as_completed
    except ModuleNotFoundError:
        raise NoCluster("To grade on a cluster, install the course's extra `cluster`, or dask.distributed.") from None
    try:
        client = Client(address, timeout=_SECONDS_TO_ANSWER, set_as_default=False)
    except (OSError, ValueError) as problem:
        raise NoCluster(f"No Dask scheduler answers at {address}: {problem}") from problem
    rules = fingerprint()
    with client:
        asked = {}
        for index, path in enumerate(paths):
            content = _content(path)
            if content is None:
                yield index, grade(path)  # what cannot be read is told here, where it lies
            else:
                asked[client.submit(_grade_there, path, content, grade, rules, pure=False)] = index
        for future in as_completed(asked, loop=client.loop):
            index, failure = asked.pop(future), future.exception()
            if failure is None:
                yield index, future.result()
            else:
                said = _DIED if isinstance(failure, KilledWorker) else f"The grader failed: {failure}"
                yield index, could_not_grade(paths[index], None, said)


def fingerprint() -> str:
    """What notebooks are graded by: the same digest means the same lessons and hidden tests."""
    places = Places.of()
    digest = hashlib.sha256()
    for path in sorted([*places.lessons.glob("*.json"), *places.hidden_tests.rglob("*.py")]):
        digest.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()


def _content(path: Path) -> bytes | None:
    """The notebook, or None where `grade` itself has to say what is wrong with it."""
    try:
        return None if path.is_symlink() or not path.is_file() else path.read_bytes()
    except OSError:
        return None


def _grade_there(path: Path, content: bytes, grade: Grade, rules: str) -> Result:
    """On a machine of the cluster: grade a copy of the notebook."""
    if fingerprint() != rules:
        return could_not_grade(path, None, _OTHER_TESTS)
    with _ONE_AT_A_TIME, tempfile.TemporaryDirectory(prefix="grading-", ignore_cleanup_errors=True) as folder:
        copy = Path(folder, *path.absolute().parts[-_KEPT_PARTS:])
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.write_bytes(content)
        return {**grade(copy), "notebook": str(path)}
