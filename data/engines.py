"""The two database engines behind one face: SQLite as a file, PostgreSQL as a server.

Everything else is the same SQLAlchemy Core code for both, but for copying many rows in (`data.bulk`).
"""

import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from sqlalchemy import URL, Connection, Engine, create_engine, event, func, make_url, select
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import ArgumentError
from sqlalchemy.pool import ConnectionPoolEntry

from data.errors import StoreError
from metrics.words import N_, Message

BUSY_SECONDS = 30
_WRITERS = 7_265_001  # the number of the lock that lets one writer in at a time
_STRICT_TABLES = (3, 37)


def address(url: str) -> URL:
    """The address as SQLAlchemy wants it, with the driver that the product brings; `StoreError` for any other.

    >>> str(address("postgresql://localhost/answerable"))
    'postgresql+psycopg://localhost/answerable'
    """
    try:
        made = make_url(url)
    except ArgumentError as error:
        raise _unusable(url) from error
    if made.drivername in ("postgresql", "postgres"):
        made = made.set(drivername="postgresql+psycopg")
    if made.get_backend_name() not in ("sqlite", "postgresql"):
        raise _unusable(url)
    return made


def make_engine(url: URL) -> Engine:
    """An engine tuned for a dashboard: readers beside one writer, keys checked, patience when it is busy."""
    if url.get_backend_name() == "sqlite":
        return _sqlite(url)
    try:
        return create_engine(url, hide_parameters=True)  # values of statements, texts among them, are not for logs
    except ModuleNotFoundError as error:
        text = N_("The driver for PostgreSQL is missing. Install it: pip install -r requirements-postgres.txt")
        raise StoreError(Message("no_driver", text)) from error


@contextmanager
def exclusive(connection: Connection) -> Iterator[None]:
    """One transaction as the only writer; others wait for their turn, readers do not."""
    connection.execution_options(immediate=True)
    with connection.begin():
        if connection.dialect.name == "postgresql":
            connection.execute(select(func.pg_advisory_xact_lock(_WRITERS)))
        yield


def _unusable(url: str) -> StoreError:
    text = N_("The store's address begins with “{scheme}”. Set DATABASE_URL to sqlite:///path or postgresql://...")
    return StoreError(Message("unusable_address", text, {"scheme": url.partition(":")[0]}))


def _sqlite(url: URL) -> Engine:
    if sqlite3.sqlite_version_info < _STRICT_TABLES:
        raise StoreError(
            Message(
                "sqlite_too_old",
                N_("This Python brings SQLite {version}; the store needs 3.37 or newer. Install a newer Python."),
                {"version": sqlite3.sqlite_version},
            )
        )
    path = Path(url.database or "")
    path.parent.mkdir(parents=True, exist_ok=True)
    _use_write_ahead_log(path)
    engine = create_engine(url, hide_parameters=True)

    @event.listens_for(engine, "connect")
    def tune(connection: DBAPIConnection, _: ConnectionPoolEntry) -> None:
        connection.isolation_level = None  # BEGIN is ours, see below
        cursor = connection.cursor()
        for pragma in (f"busy_timeout = {BUSY_SECONDS * 1000}", "synchronous = NORMAL", "foreign_keys = ON"):
            cursor.execute(f"PRAGMA {pragma}")
        cursor.close()

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        # A transaction that reads first and writes later would fail at once instead of waiting for its turn.
        immediate = connection.get_execution_options().get("immediate", False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if immediate else "BEGIN")

    return engine


def _use_write_ahead_log(path: Path) -> None:
    """Readers and a writer side by side. The file remembers it; the switch itself does not wait when it is busy."""
    deadline = time.monotonic() + BUSY_SECONDS
    with closing(sqlite3.connect(path, timeout=BUSY_SECONDS)) as connection:
        while connection.execute("PRAGMA journal_mode").fetchone()[0] != "wal":
            try:
                connection.execute("PRAGMA journal_mode = WAL")
            except sqlite3.OperationalError:
                if time.monotonic() > deadline:
                    raise
                time.sleep(0.05)
