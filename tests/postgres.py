"""A PostgreSQL of its own for the tests that want one: no password, no network, gone afterwards."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

_PLACES = [*sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True), *map(Path, os.get_exec_path())]


@contextmanager
def postgres() -> Iterator[str]:
    """The URL of an empty database. The server refuses to run as root, so then another user runs it."""
    pytest.importorskip("psycopg")
    tools = next((place for place in _PLACES if (place / "initdb").exists() and (place / "pg_ctl").exists()), None)
    if tools is None:
        pytest.skip("PostgreSQL is not installed")
    user = "postgres" if os.geteuid() == 0 else None
    folder = Path(tempfile.mkdtemp(prefix="pg-", dir="/tmp"))  # the path of a socket is short
    try:
        if user:
            shutil.chown(folder, user)
        _run(user, tools / "initdb", "-D", folder / "data", "-A", "trust", "-U", "course", "-E", "UTF8", "--no-sync")
        options = f"-k {folder} -c listen_addresses='' -c fsync=off"
        server = tools / "pg_ctl", "-D", folder / "data", "-l", folder / "log", "-w", "-o", options
        _run(user, *server, "start")
        try:
            yield f"postgresql+psycopg://course@/postgres?host={folder}"
        finally:
            _run(user, *server, "-m", "immediate", "stop")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _run(user: str | None, *command: object) -> None:
    words = [str(word) for word in command]
    subprocess.run(words, check=True, user=user, cwd="/", stdout=subprocess.DEVNULL)
