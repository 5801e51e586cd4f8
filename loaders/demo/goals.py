"""What the demo city wants to reach, and the numbers that should show it."""

from collections.abc import Mapping
from datetime import date, timedelta

from sqlalchemy import Engine

from data.access import Access
from data.goals import add_goal, add_kpi, goals
from loaders.demo.words import read
from metrics.periods import to_day

_DAY = 86_400


def add_goals(engine: Engine, access: Access, departments: Mapping[str, int], end: date) -> None:
    """Store the goals with their numbers, each unless the same one is there already."""
    known = {(goal.department_id, goal.title) for goal in goals(engine, access)}
    for said in read("goals")["goals"]:
        owner = departments[said["department"]] if "department" in said else None
        if (owner, said["title"]) in known:
            continue
        made = to_day(end - timedelta(days=said["days"])) * _DAY
        id = add_goal(engine, access, said["title"], department_id=owner, is_demo=True, made_ts=made)
        for kpi in said["kpis"]:
            add_kpi(engine, access, id, **kpi, made_ts=made)
