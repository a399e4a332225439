"""Write files without losing any: whole or not at all, and never over somebody's work."""

from __future__ import annotations

import datetime
import hashlib
import json
import os
import subprocess
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path

from autograder.places import Places


def write_whole(path: Path, content: bytes) -> None:
    """Write a file so that nobody ever sees half of it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        Path(name).chmod(0o644)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def set_aside(notebook: Path) -> Path:
    """Copy a notebook to a dated sibling with a name that is still free, and return that."""
    content = notebook.read_bytes()
    day = f"{datetime.datetime.now():%Y-%m-%d}"
    number = 1
    while True:
        count = f"-{number}" if number > 1 else ""
        copy = notebook.with_name(f"{notebook.stem}.mine-{day}{count}{notebook.suffix}")
        try:
            with copy.open("xb") as file:
                file.write(content)
        except FileExistsError:
            number += 1
        else:
            return copy


def committed(places: Places, path: Path) -> Iterator[bytes]:
    """What git has of a file: staged, then committed. Nothing outside of a checkout."""
    for revision in ("", "HEAD"):
        command = ["git", "-C", str(places.root), "show", f"{revision}:./{places.shown(path)}"]
        try:
            shown = subprocess.run(command, capture_output=True, check=False)
        except OSError:
            return
        if shown.returncode == 0:
            yield shown.stdout


def worked_in(places: Places, stem: str) -> bool:
    """Whether somebody changed the notebook of a lesson since it was built or checked out."""
    notebook = places.notebook_of(stem)
    if not notebook.is_file():
        return False
    content = notebook.read_bytes()
    return _digest(content) != _built(places).get(stem) and content not in committed(places, notebook)


def remember_built(places: Places, notebooks: Mapping[str, bytes]) -> None:
    """Write down what the build made, so that the next one knows its own work again."""
    digests = {**_built(places), **{stem: _digest(content) for stem, content in notebooks.items()}}
    write_whole(places.build / "notebooks.json", json.dumps(digests, indent=1, sort_keys=True).encode())


def _built(places: Places) -> dict[str, str]:
    try:
        digests = json.loads((places.build / "notebooks.json").read_bytes())
    except (OSError, ValueError):
        return {}
    return digests if isinstance(digests, dict) else {}


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
