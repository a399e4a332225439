"""Open nbgrader's database so that many writers take turns, and a transaction is whole or not at all.

Turns are `BEGIN IMMEDIATE` in SQLite and a lock of the database in PostgreSQL. A write-ahead log is
not used: class folders often lie on network drives, where it does not work.

A table of our own beside nbgrader's remembers what was graded, and why something could not be:
nbgrader has no place for either. Its keys are those of `submitted_notebook`, without a foreign key, so
that nbgrader can remove a submission as ever.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from nbgrader.api import Gradebook
from sqlalchemy import Column, MetaData, String, Table, Text, create_engine, event, make_url, text
from sqlalchemy.engine import Connection
from sqlalchemy.orm import scoped_session, sessionmaker

from autograder.gradebook.class_config import ClassConfig
from autograder.gradebook.nbgrader_plugin import put_tools_on_path

RECORDS = Table(
    "autograder_record",
    MetaData(),
    Column("submitted_notebook_id", String(32), primary_key=True),
    Column("digest", String(64), nullable=False),  # of what was graded and by which tests
    Column("problem", Text),  # why it could not be graded: a sentence
)
_PATIENCE = 60_000  # milliseconds to wait for another writer
_LOCK = 7_620_531  # any number: PostgreSQL's name for our lock


def open_database(config: ClassConfig) -> Gradebook:
    """nbgrader's Gradebook, made where there is none, with our table in it."""
    put_tools_on_path()
    url = make_url(config.url)
    if url.get_backend_name() == "sqlite" and url.database and not Path(url.database).exists():
        _create(Path(url.database), config)
    if url.get_backend_name() != "postgresql":
        gradebook = Gradebook(config.url, config.course)
        RECORDS.metadata.create_all(gradebook.engine)
    else:
        engine = create_engine(url)
        try:
            with engine.begin() as connection:  # two writers would make the same tables
                connection.execute(text(f"SELECT pg_advisory_xact_lock({_LOCK})"))
                gradebook = Gradebook(config.url, config.course)
                RECORDS.metadata.create_all(gradebook.engine)
        finally:
            engine.dispose()
    _take_turns(gradebook)
    return gradebook


@contextmanager
def transaction(gradebook: Gradebook) -> Iterator[None]:
    """Nothing that happens to the gradebook is final before the end: its commits are savepoints meanwhile."""
    with gradebook.engine.begin() as connection:
        make = sessionmaker(bind=connection, join_transaction_mode="create_savepoint")
        gradebook.db = scoped_session(make)
        try:
            yield
            gradebook.db.commit()
        finally:
            gradebook.db.remove()


def shown(url: str) -> str:
    """A database's URL without its password."""
    return make_url(url).render_as_string(hide_password=True)


def reason(problem: Exception) -> str:
    """What a database says at length, in a line."""
    return str(getattr(problem, "orig", None) or problem).strip().split("\n")[0]


def _create(path: Path, config: ClassConfig) -> None:
    """Make an empty gradebook that appears as a whole, also when two writers or a kill come in between."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=path.parent, prefix=f".{path.name}.") as folder:
        made = Path(folder) / path.name
        with Gradebook(f"sqlite:///{made}", config.course) as gradebook:
            RECORDS.metadata.create_all(gradebook.engine)
        try:
            os.link(made, path)
        except FileExistsError:
            return


def _take_turns(gradebook: Gradebook) -> None:
    """Let a transaction begin when nobody else writes."""
    engine = gradebook.engine
    gradebook.close()  # connections from before know nothing of this
    backend = engine.dialect.name

    @event.listens_for(engine, "connect")
    def connect(connection: Any, _: Any) -> None:
        if backend == "sqlite":
            connection.isolation_level = None  # Python's own module would begin when it likes
            connection.execute(f"PRAGMA busy_timeout = {_PATIENCE}")

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        if backend == "sqlite":
            connection.exec_driver_sql("BEGIN IMMEDIATE")
        elif backend == "postgresql":
            connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_LOCK})")
