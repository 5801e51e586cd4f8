"""The goals in the store: read them, add, change, close and remove them and their numbers; targets for charts."""

from data.goals.changing import add_goal, change_goal, remove_goal
from data.goals.kpis import add_kpi, change_kpi, remove_kpi
from data.goals.reading import goals
from data.goals.targets import target_for

__all__ = [
    "add_goal",
    "add_kpi",
    "change_goal",
    "change_kpi",
    "goals",
    "remove_goal",
    "remove_kpi",
    "target_for",
]
