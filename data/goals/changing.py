"""Adding, changing, closing and removing goals."""

import time
from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection, Engine, delete, insert, select, update

from data.access import Access
from data.errors import StoreError
from data.goals.checks import checked_goal, existing_goal
from data.owned import require_fields, require_owner
from data.schema import goal, goal_kpi
from data.store import writing
from metrics.words import N_, Message

FIELDS = ("title", "department_id", "status")
"""What can be changed of a goal."""


def add_goal(
    engine: Engine,
    access: Access,
    title: str,
    *,
    department_id: int | None = None,
    is_demo: bool = False,
    made_ts: int | None = None,
) -> int:
    """Write down a goal of a department, or of the whole organisation; its id.

    Raises `StoreError` for words that cannot be or that this department has among its goals already, and
    `AccessDeniedError`. `made_ts` is for made-up goals.
    """
    require_owner(access, department_id)
    with writing(engine) as connection:
        values = checked_goal(connection, {"title": title, "department_id": department_id})
        _require_new(connection, values)
        made = int(time.time()) if made_ts is None else made_ts
        row = {**values, "status": "active", "who": access.who, "made_ts": made, "is_demo": int(is_demo)}
        return int(connection.scalars(insert(goal).values(row).returning(goal.c.id)).one())


def change_goal(engine: Engine, access: Access, id: int, changes: Mapping[str, Any]) -> None:
    """Change the words, the department or the status of a goal (`closed`: it no longer counts); the rest stays."""
    require_fields(changes, FIELDS, "a goal")
    with writing(engine) as connection:
        before = existing_goal(connection, access, id)
        values = checked_goal(connection, changes)
        different = {name: value for name, value in values.items() if value != before[name]}
        if "department_id" in different:
            require_owner(access, different["department_id"])
        if different:
            _require_new(connection, {**before, **different}, besides=id)
            connection.execute(update(goal).where(goal.c.id == id).values(different))


def remove_goal(engine: Engine, access: Access, id: int) -> None:
    """Take a goal away, with its numbers. For mistakes: one that was reached or given up is better closed."""
    with writing(engine) as connection:
        existing_goal(connection, access, id)
        connection.execute(delete(goal_kpi).where(goal_kpi.c.goal_id == id))
        connection.execute(delete(goal).where(goal.c.id == id))


def _require_new(connection: Connection, values: Mapping[str, Any], besides: int | None = None) -> None:
    """Two clicks, or two people, do not write down the same goal twice."""
    if values.get("status", "active") != "active":
        return
    owner = values["department_id"]
    same = [goal.c.title == values["title"], goal.c.status == "active"]
    same.append(goal.c.department_id.is_(None) if owner is None else goal.c.department_id == owner)
    known = connection.scalar(select(goal.c.id).where(*same, goal.c.id != (besides or 0)))
    if known is not None:
        raise StoreError(Message("goal_known", N_("This department has this goal already.")))
