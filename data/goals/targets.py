"""The target of a number, for the line in its charts."""

from collections.abc import Sequence
from datetime import UTC, datetime

from sqlalchemy import Engine, select

from data.access import Access
from data.owned import seen
from data.schema import goal, goal_kpi
from metrics.change.reading import Target
from metrics.registry import metrics
from metrics.words import N_, Message

_OF_THE_WHOLE = ("count", "per_week", "per_day", "per_30_days")
"""Units in which the number of the whole organisation is larger than that of one department."""


def target_for(engine: Engine, access: Access, metric: str, departments: Sequence[int] | None = None) -> Target | None:
    """What an active goal says that a number should be, with the goal and its date as the source; else None.

    The newest target of one department counts. Without one, for several, and for everybody (None) it is that of the
    whole organisation; a count of the whole is no target for a part. It is about all platforms, and holds for the value
    of a week.
    """
    known = metrics().get(metric)
    if known is None:
        return None
    owners = [goal.c.department_id == departments[0]] if departments and len(departments) == 1 else []
    everybody = not departments and access.departments is None
    if everybody or known.unit not in _OF_THE_WHOLE:
        owners.append(goal.c.department_id.is_(None))
    wanted = [
        goal_kpi.c.metric == metric,
        goal_kpi.c.target.is_not(None),
        goal.c.status == "active",
        *seen(goal, access),
    ]
    columns = (goal.c.title, goal_kpi.c.direction, goal_kpi.c.target, goal_kpi.c.set_ts)
    statement = select(*columns).select_from(goal_kpi).join(goal)
    with engine.connect() as connection:
        for owner in owners:
            newest = statement.where(owner, *wanted).order_by(goal_kpi.c.set_ts.desc(), goal_kpi.c.id.desc()).limit(1)
            row = connection.execute(newest).one_or_none()
            if row is not None:
                set_on = datetime.fromtimestamp(row.set_ts, UTC).date()
                words = N_("Goal “{title}”, {day}")
                return Target(row.target, row.direction, Message("goal", words, {"title": row.title, "day": set_on}))
    return None
