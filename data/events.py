"""What happened, for the margin of charts: storms, elections and whatever else people note."""

import time

from sqlalchemy import Engine, delete, insert, select

from data.access import Access
from data.errors import StoreError
from data.logs.checks import one_of
from data.owned import line_of, require_day, require_place, seen
from data.schema import event
from data.store import writing
from metrics.change.decisions import EVENT_KINDS, Event, EventKind
from metrics.periods import Period
from metrics.words import N_, Message

__all__ = ["LONGEST", "Event", "add_event", "events", "remove_event"]

LONGEST = 120
"""Characters of the name of an event."""


def events(engine: Engine, access: Access, period: Period | None = None) -> list[Event]:
    """What happened to departments that this user may see and to everybody, in order of time.

    `period` keeps what touches it. Raises `AccessDeniedError`.
    """
    statement = select(event).where(*seen(event, access))
    if period is not None:
        statement = statement.where(event.c.first_day <= period.last, event.c.last_day >= period.first)
    with engine.connect() as connection:
        rows = connection.execute(statement.order_by(event.c.first_day, event.c.last_day, event.c.id))
        return [Event(**{**row._asdict(), "is_demo": bool(row.is_demo)}) for row in rows]


def add_event(
    engine: Engine,
    access: Access,
    kind: EventKind,
    name: str,
    first_day: int,
    last_day: int | None = None,
    *,
    department_id: int | None = None,
    is_demo: bool = False,
) -> int:
    """Note an event; its id. Without a last day it lasted one day; days that are yet to come can be noted too.

    Raises `StoreError` without a name, for an end before the start, for values that cannot be and for what is noted
    already; `AccessDeniedError` for a department that this user may not change.
    """
    last = first_day if last_day is None else last_day
    with writing(engine) as connection:
        require_place(connection, access, department_id)
        one_of(kind, tuple(EVENT_KINDS))
        require_day(first_day)
        require_day(last)
        if last < first_day:
            raise StoreError(Message("event_backwards", N_("The last day lies before the first. Check both.")))
        clean = line_of(name, LONGEST)
        if not clean:
            raise StoreError(Message("event_name", N_("The event has no name. Write what happened.")))
        values = {"kind": kind, "name": clean, "first_day": first_day, "last_day": last}
        values["department_id"] = department_id
        same = (event.c[column].is_not_distinct_from(value) for column, value in values.items())
        if connection.scalar(select(event.c.id).where(*same)) is not None:
            raise StoreError(Message("event_known", N_("This event is noted already.")))
        row = {**values, "who": access.who, "made_ts": int(time.time()), "is_demo": int(is_demo)}
        return int(connection.scalars(insert(event).values(row).returning(event.c.id)).one())


def remove_event(engine: Engine, access: Access, id: int) -> None:
    """Take an event away. Raises `StoreError` when it is gone already, and `AccessDeniedError` as adding does."""
    with writing(engine) as connection:
        found = connection.execute(select(event.c.department_id).where(event.c.id == id)).one_or_none()
        if found is None:
            access.require("write")
            raise StoreError(Message("no_event", N_("This event is gone already. Load the page again.")))
        require_place(connection, access, found.department_id)
        connection.execute(delete(event).where(event.c.id == id))
