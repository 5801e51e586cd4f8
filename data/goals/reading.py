"""Reading the goals, as far as somebody may see them."""

from sqlalchemy import ColumnElement, Engine, or_, select

from data.access import Access
from data.schema import goal, goal_kpi
from metrics.goals.goal import Goal, Kpi, level_of


def goals(engine: Engine, access: Access) -> list[Goal]:
    """The goals of the departments that this user may see and of the whole organisation, the oldest first.

    The level of a number of the registry is the registry's, also when that changed since.
    """
    with engine.connect() as connection:
        found = connection.execute(select(goal).where(*seen(access)).order_by(goal.c.id)).mappings().all()
        rows = connection.execute(select(goal_kpi).join(goal).where(*seen(access)).order_by(goal_kpi.c.id)).mappings()
        kpis = [Kpi(**{**row, "level": level_of(row["metric"], row["level"])}) for row in rows]
    return [
        Goal(**{**row, "is_demo": bool(row["is_demo"])}, kpis=tuple(kpi for kpi in kpis if kpi.goal_id == row["id"]))
        for row in found
    ]


def seen(access: Access) -> list[ColumnElement[bool]]:
    """Conditions for the goals that this user may see. Raises `AccessDeniedError` without the right to read."""
    access.require("read")
    allowed = access.narrow(None)
    if allowed is None:
        return []
    return [or_(goal.c.department_id.is_(None), goal.c.department_id.in_(sorted(allowed)))]
