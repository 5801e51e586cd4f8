"""Opening the store, and the one way to change it."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Lock

from sqlalchemy import URL, Connection, Engine, Integer, Text, cast, insert, select, update
from sqlalchemy.exc import DatabaseError

from data.engines import address, exclusive, make_engine
from data.errors import StoreError
from data.migrate import is_uncounted, upgrade
from data.pseudonyms import secret_key
from data.schema import setting
from metrics.words import N_, Message

VAR = Path(__file__).parents[1] / "var"
_VERSION, _ANSWERS = "version", "answers_version"
_engines: dict[str, Engine] = {}
_opening = Lock()


def open_store(url: str | None = None) -> Engine:
    """The store, ready for use: made, migrated and tuned when needed. Opening the same address again is free.

    `url` is `sqlite:///path` or `postgresql://...`; without it `DATABASE_URL` counts, and without that
    `var/answerable.db` in the product's folder. Also makes the key that pseudonyms are computed with. Raises
    `StoreError` when the address is of no known kind or nothing answers there.
    """
    where = address(url or os.environ.get("DATABASE_URL") or f"sqlite:///{VAR / 'answerable.db'}")
    name = where.render_as_string(hide_password=False)
    with _opening:
        if name not in _engines:
            try:
                engine = make_engine(where)
                upgrade(engine)
                _catch_up(engine)
            except (DatabaseError, sqlite3.DatabaseError, OSError) as error:
                raise StoreError(_unreachable(where)) from error
            secret_key()
            _engines[name] = engine
        return _engines[name]


def _catch_up(engine: Engine) -> None:
    with engine.connect() as connection:
        if not is_uncounted(connection):
            return
    from data.rollups import catch_up  # it writes to the store, so it knows this module

    catch_up(engine)


def _unreachable(where: URL) -> Message:
    text = N_(
        "The store at {where} cannot be opened. Check DATABASE_URL, and that the server runs or the file is whole."
    )
    return Message("store_unreachable", text, {"where": where.render_as_string(hide_password=True)})


def version(engine: Engine) -> int:
    """A number that changes with every change of the store: the key for whatever is cached from it.

    Only a saved answer of an assessment has a number of its own (`versions`): no figure rests on it, and a room full of
    people who answer would have every page count again after each click.
    """
    return versions(engine)[0]


def versions(engine: Engine) -> tuple[int, int]:
    """The same, and the number that changes with every saved answer: the key for what is cached from answers."""
    with engine.connect() as connection:
        query = select(setting.c.key, setting.c.value).where(setting.c.key.in_((_VERSION, _ANSWERS)))
        found = dict(connection.execute(query).all())
    return int(found.get(_VERSION, 0)), int(found.get(_ANSWERS, 0))


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """A connection in one transaction that changes the store: all of it happens, or nothing.

    One writer at a time; another waits (on SQLite at most 30 seconds). Readers never wait.
    """
    with engine.connect() as connection, write_transaction(connection):
        yield connection


@contextmanager
def answering(engine: Engine) -> Iterator[Connection]:
    """Like `writing`, when nothing changes but answers of an assessment, or labels that no figure rests on yet."""
    with engine.connect() as connection, exclusive(connection):
        yield connection
        count_up(connection, _ANSWERS)


@contextmanager
def write_transaction(connection: Connection) -> Iterator[None]:
    """Like `writing`, for a connection that is already open (and holds temporary tables, say)."""
    with exclusive(connection):
        yield
        count_up(connection, _VERSION)


def count_up(connection: Connection, key: str) -> None:
    """Raise a number among the settings by one; it begins at 1."""
    higher = cast(cast(setting.c.value, Integer) + 1, Text)
    moved = connection.execute(update(setting).where(setting.c.key == key).values(value=higher))
    if not moved.rowcount:
        connection.execute(insert(setting).values(key=key, value="1"))
