"""Long work that one server does at a time, however many use the store.

Who is at it, and since when, stands among the settings. A server that died leaves it there; after `EXPIRES` seconds
without a sign of life it counts no longer.
"""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from secrets import token_hex

from sqlalchemy import Engine

from data.bulk import Progress
from data.engines import exclusive
from data.errors import StoreError
from data.kept import keep, kept
from metrics.words import N_, Message

EXPIRES = 600
_BEAT = 20
_KEY = "work:{name}"


@contextmanager
def only_one(engine: Engine, name: str, who: str, progress: Progress) -> Iterator[Progress]:
    """Do work that nobody else may do at the same time; what is yielded tells `progress` and gives signs of life.

    Raises `StoreError` that says who is at it.
    """
    mine = token_hex(8)
    _take(engine, name, who, mine)
    beat = time.monotonic()

    def tell(share: float) -> None:
        nonlocal beat
        if time.monotonic() - beat > _BEAT:
            beat = time.monotonic()
            _change(engine, name, mine, time.time())
        progress(share)

    try:
        yield tell
    finally:
        _change(engine, name, mine, None)


def _take(engine: Engine, name: str, who: str, mine: str) -> None:
    now = time.time()
    with engine.connect() as connection, exclusive(connection):
        taken = kept(connection, _KEY.format(name=name))
        if taken is not None and now - taken["alive"] < EXPIRES:
            text = N_("{who} started this at {time} (UTC), and it is still running. Wait until it is done.")
            time_ = datetime.fromtimestamp(taken["since"], UTC).strftime("%H:%M")
            raise StoreError(Message("work_taken", text, {"who": taken["who"], "time": time_}))
        keep(connection, _KEY.format(name=name), {"who": who, "since": now, "alive": now, "key": mine})


def _change(engine: Engine, name: str, mine: str, alive: float | None) -> None:
    """Say that the work is alive, or that it is over; no matter for the figures, so the store's version stays."""
    with engine.connect() as connection, exclusive(connection):
        taken = kept(connection, _KEY.format(name=name))
        if taken is not None and taken["key"] == mine:  # else it took too long, and somebody took over
            keep(connection, _KEY.format(name=name), None if alive is None else taken | {"alive": alive})
