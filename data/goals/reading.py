"""Reading the goals, as far as somebody may see them."""

from sqlalchemy import Engine, select

from data.access import Access
from data.owned import seen
from data.schema import goal, goal_kpi
from metrics.goals.goal import Goal, Kpi, level_of


def goals(engine: Engine, access: Access) -> list[Goal]:
    """The goals of the departments that this user may see and of the whole organisation, the oldest first.

    The level of a number of the registry is the registry's, also when that changed since.
    """
    with engine.connect() as connection:
        found = connection.execute(select(goal).where(*seen(goal, access)).order_by(goal.c.id)).mappings().all()
        numbers = select(goal_kpi).join(goal).where(*seen(goal, access)).order_by(goal_kpi.c.id)
        rows = connection.execute(numbers).mappings()
        kpis = [Kpi(**{**row, "level": level_of(row["metric"], row["level"])}) for row in rows]
    return [
        Goal(**{**row, "is_demo": bool(row["is_demo"])}, kpis=tuple(kpi for kpi in kpis if kpi.goal_id == row["id"]))
        for row in found
    ]
