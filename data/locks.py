"""Long work that one server does at a time, however many use the store.

Who is at it, and since when, stands among the settings, with the time of the last sign of life. A server that died
leaves it there; after `EXPIRES` seconds without a sign it counts no longer.
"""

import logging
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from secrets import token_hex
from threading import Event, Thread

from sqlalchemy import Engine
from sqlalchemy.exc import DatabaseError

from data.engines import exclusive
from data.errors import StoreError
from data.kept import keep, kept
from metrics.words import N_, Message

EXPIRES = 300
BEAT = 20
"""Seconds between signs of life."""
_KEY = "work:{name}"
log = logging.getLogger(__name__)


@contextmanager
def only_one(engine: Engine, name: str, who: str) -> Iterator[None]:
    """Do work that nobody else may do at the same time. Raises `StoreError` that says who is at it."""
    mine = token_hex(8)
    _take(engine, name, who, mine)
    over = Event()
    alive = Thread(target=_live, args=(engine, name, mine, over), name=f"alive {name}", daemon=True)
    alive.start()
    try:
        yield
    finally:
        over.set()
        alive.join()
        _sign(engine, name, mine, None)


def _take(engine: Engine, name: str, who: str, mine: str) -> None:
    now = time.time()
    with engine.connect() as connection, exclusive(connection):
        taken = kept(connection, _KEY.format(name=name))
        if taken is not None and now - taken["alive"] < EXPIRES:
            text = N_("{who} started this at {time} (UTC), and it is still running. Wait until it is done.")
            begun = datetime.fromtimestamp(taken["since"], UTC).strftime("%H:%M")
            raise StoreError(Message("work_taken", text, {"who": taken["who"], "time": begun}))
        keep(connection, _KEY.format(name=name), {"who": who, "since": now, "alive": now, "key": mine})


def _live(engine: Engine, name: str, mine: str, over: Event) -> None:
    """Give signs of life until the work is over; a store that is busy gets the next one."""
    while not over.wait(BEAT):
        try:
            _sign(engine, name, mine, time.time())
        except DatabaseError as error:
            log.warning("no sign of life of %s: %s", name, type(error).__name__)


def _sign(engine: Engine, name: str, mine: str, alive: float | None) -> None:
    """Say that the work is alive, or (None) that it is over. No figure rests on it, so the store's version stays."""
    with engine.connect() as connection, exclusive(connection):
        taken = kept(connection, _KEY.format(name=name))
        if taken is not None and taken["key"] == mine:  # else it was silent for too long, and somebody took over
            keep(connection, _KEY.format(name=name), None if alive is None else taken | {"alive": alive})
