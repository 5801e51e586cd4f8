"""Signals that somebody has seen: who says so, when, and what was done about them."""

import re
import time
from dataclasses import dataclass

from sqlalchemy import Engine, delete, insert, select

from data.access import Access
from data.errors import StoreError
from data.owned import line_of, require_day, require_owner
from data.schema import acknowledged as table
from data.signal_series_of import is_of_demo, owner, seen
from data.store import writing
from metrics.words import N_, Message

LONGEST = 500
"""Characters of a note."""

_SERIES = re.compile(r"number:[a-z0-9_]{1,80}:[0-9]{1,9}(:[a-z_]+){0,40}|(volume|topic):[0-9]{1,9}")


@dataclass(frozen=True)
class Acknowledgement:
    """Somebody has seen a signal of a series whose newest point was of `day`."""

    id: int
    series: str
    day: int
    note: str
    who: str
    made_ts: int
    is_demo: bool = False


def acknowledged(engine: Engine, access: Access) -> list[Acknowledgement]:
    """What was said of signals of departments that this user may see and of everybody's, the newest first.

    Raises `AccessDeniedError`.
    """
    statement = select(table).where(*seen(access))
    with engine.connect() as connection:
        rows = connection.execute(statement.order_by(table.c.made_ts.desc(), table.c.id.desc()))
        return [Acknowledgement(**{**row._asdict(), "is_demo": bool(row.is_demo)}) for row in rows]


def acknowledge(engine: Engine, access: Access, series: str, day: int, note: str) -> int:
    """Say that a signal was seen, and what is done about it; the id. Saying the same twice is saying it once.

    `series` is its name as `metrics.signals` writes it. Raises `StoreError` without a note, with one that is too long,
    for what cannot be a signal and when somebody acknowledged it meanwhile (take that back first);
    `AccessDeniedError` for a department that this user may not change.
    """
    access.require("write")
    require_day(day)
    if not _SERIES.fullmatch(series):
        raise StoreError(Message("no_signal", N_("This signal is not known. Load the page again.")))
    said = line_of(note, LONGEST)
    if not said:
        raise StoreError(Message("acknowledged_note", N_("Write what you found or what you do about it.")))
    values = {"series": series, "day": day, "note": said, "who": access.who, "made_ts": int(time.time())}
    with writing(engine) as connection:
        require_owner(access, owner(connection, series))
        this = select(table).where(table.c.series == series, table.c.day == day)
        if (before := connection.execute(this).one_or_none()) is not None:
            if (before.note, before.who) == (said, access.who):
                return int(before.id)
            text = N_("{who} acknowledged this signal already: “{note}”. Load the page again.")
            raise StoreError(Message("acknowledged_before", text, {"who": before.who, "note": before.note}))
        values["is_demo"] = int(is_of_demo(connection, series))
        return int(connection.scalars(insert(table).values(values).returning(table.c.id)).one())


def take_back(engine: Engine, access: Access, id: int) -> None:
    """Let a signal stand in the list again. Doing so twice changes nothing.

    Raises `AccessDeniedError` as writing does.
    """
    access.require("write")
    with writing(engine) as connection:
        series = connection.scalar(select(table.c.series).where(table.c.id == id))
        if series is not None:
            require_owner(access, owner(connection, series))
        connection.execute(delete(table).where(table.c.id == id))
