"""Whose a series of signals is, read from its name: `number:metric:department`, `volume:account`, `topic:topic`.

A number of the whole organisation has department 0, and a topic without an owner is everybody's.
"""

from sqlalchemy import ColumnElement, Connection, Text, cast, delete, exists, literal, or_, select

from data.access import Access
from data.importing import DONE
from data.schema import account, acknowledged, department, import_batch, site, topic

_NAMED = {"volume": account, "topic": topic}


def seen(access: Access) -> list[ColumnElement[bool]]:
    """Conditions that keep what is said of series of departments this user may see, and of everybody's."""
    access.require("read")
    allowed = access.narrow(None)
    if allowed is None:
        return []
    series = acknowledged.c.series
    accounts = select(literal("volume:") + cast(account.c.id, Text)).where(account.c.department_id.in_(sorted(allowed)))
    mine = or_(topic.c.owner_id.is_(None), topic.c.owner_id.in_(sorted(allowed)))
    topics = select(literal("topic:") + cast(topic.c.id, Text)).where(mine)
    numbers = [series.like(f"number:%:{one}{end}") for one in (0, *sorted(allowed)) for end in ("", ":%")]
    return [or_(*numbers, series.in_(accounts), series.in_(topics))]


def owner(connection: Connection, series: str) -> int | None:
    """The department that a series is about; None for the whole organisation, and for what is gone."""
    kind, *parts = series.split(":")
    if kind == "number":
        return _number(parts[1:2]) or None
    column = {"volume": account.c.department_id, "topic": topic.c.owner_id}.get(kind)
    if column is None:
        return None
    return connection.scalar(select(column).where(_NAMED[kind].c.id == _number(parts[:1])))


def is_of_demo(connection: Connection, series: str) -> bool:
    """Whether the demo city is in what a series counts; what is said of it then is not said of what stays."""
    kind, *parts = series.split(":")
    place = _number(parts[1:2] if kind == "number" else parts[:1])
    if kind == "volume":
        found = [exists().where(account.c.id == place, account.c.is_demo == 1)]
    elif kind == "number" and place:
        held = (department.c.id, account.c.department_id, site.c.department_id)
        found = [exists().where(column == place, column.table.c.is_demo == 1) for column in held]
    else:
        found = [exists().where(import_batch.c.is_demo == 1, import_batch.c.status == DONE)]
    return bool(connection.scalar(select(or_(*found))))


def forget_demo(connection: Connection) -> None:
    """Forget what was said while the demo city was in what was counted."""
    connection.execute(delete(acknowledged).where(acknowledged.c.is_demo == 1))


def forget_gone(connection: Connection) -> None:
    """Forget what was said of departments, accounts and topics that are gone: another can get the same number."""
    known = {
        "number": {0, *connection.scalars(select(department.c.id))},
        "volume": set(connection.scalars(select(account.c.id))),
        "topic": set(connection.scalars(select(topic.c.id))),
    }
    for series in list(connection.scalars(select(acknowledged.c.series).distinct())):
        kind, *parts = series.split(":")
        if kind in known and _number(parts[1:2] if kind == "number" else parts[:1]) not in known[kind]:
            connection.execute(delete(acknowledged).where(acknowledged.c.series == series))


def _number(parts: list[str]) -> int:
    """A number in a name; 0 where there is none."""
    return int(parts[0]) if parts and parts[0].isascii() and parts[0].isdigit() and len(parts[0]) < 10 else 0
