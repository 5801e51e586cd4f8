"""Adding, changing and removing the numbers of a goal."""

import time
from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection, Engine, delete, insert, select, update

from data.access import Access
from data.errors import StoreError
from data.goals.checks import checked_kpi, existing_goal
from data.owned import require_fields
from data.schema import goal_kpi
from data.store import writing
from metrics.goals.goal import Direction, Level
from metrics.words import N_, Message

FIELDS = ("name", "level", "direction", "target", "source")
"""What can be changed of a number; to look at another number, remove it and add that one."""


def add_kpi(
    engine: Engine,
    access: Access,
    goal_id: int,
    *,
    metric: str | None = None,
    name: str = "",
    level: Level = "output",
    direction: Direction = "at_least",
    target: float | None = None,
    source: str = "",
    made_ts: int | None = None,
) -> int:
    """Give a goal a number: one of the registry, or one in own words (`name`) that is measured elsewhere (`source`).

    `target` is in the unit of the metric. `level` counts for own words only: the registry knows that of its numbers.
    Raises `StoreError` for values that cannot be, and for a number that the goal has already; `AccessDeniedError`.
    """
    given = {"metric": metric, "name": name, "level": level, "direction": direction, "target": target, "source": source}
    with writing(engine) as connection:
        existing_goal(connection, access, goal_id)
        values = checked_kpi(given)
        _require_new(connection, goal_id, values)
        made = int(time.time()) if made_ts is None else made_ts
        row = {**values, "goal_id": goal_id, "who": access.who, "made_ts": made, "set_ts": made}
        return int(connection.scalars(insert(goal_kpi).values(row).returning(goal_kpi.c.id)).one())


def change_kpi(engine: Engine, access: Access, id: int, changes: Mapping[str, Any]) -> None:
    """Change the target of a number, its direction, or the own words of one that is measured elsewhere.

    Another target or direction is a target set now.
    """
    require_fields(changes, FIELDS, "a number")
    with writing(engine) as connection:
        before = _existing(connection, access, id)
        values = checked_kpi({name: before[name] for name in ("metric", *FIELDS)} | dict(changes))
        _require_new(connection, before["goal_id"], values, besides=id)
        if any(values[name] != before[name] for name in ("target", "direction")):
            values["set_ts"] = int(time.time())
        connection.execute(update(goal_kpi).where(goal_kpi.c.id == id).values(values))


def remove_kpi(engine: Engine, access: Access, id: int) -> None:
    """Take a number away from its goal."""
    with writing(engine) as connection:
        _existing(connection, access, id)
        connection.execute(delete(goal_kpi).where(goal_kpi.c.id == id))


def _existing(connection: Connection, access: Access, id: int) -> Mapping[str, Any]:
    row = connection.execute(select(goal_kpi).where(goal_kpi.c.id == id)).mappings().one_or_none()
    if row is None:
        raise StoreError(Message("no_kpi", N_("This number is no longer in the goal. Load the page again.")))
    existing_goal(connection, access, row["goal_id"])
    return dict(row)


def _require_new(connection: Connection, goal_id: int, values: Mapping[str, Any], besides: int = 0) -> None:
    """The same number twice in a goal is a slip, except with a target on each side."""
    same = [goal_kpi.c.goal_id == goal_id, goal_kpi.c.name == values["name"], goal_kpi.c.id != besides]
    same.append(goal_kpi.c.metric.is_(None) if values["metric"] is None else goal_kpi.c.metric == values["metric"])
    if connection.scalar(select(goal_kpi.c.id).where(*same, goal_kpi.c.direction == values["direction"])) is not None:
        raise StoreError(Message("kpi_known", N_("This goal has this number already.")))
