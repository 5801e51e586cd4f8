"""The goals as the page shows them, read once for each store version, with the value and the verdict of each number."""

from dataclasses import dataclass, replace

import streamlit as st

from components.goals.goal_card import Row
from data.filters import Filters
from data.goals import goals
from metrics.change.reading import Reading, Target
from metrics.goals.goal import Goal, Kpi
from metrics.goals.judge import judge
from metrics.words import N_, Message
from pages import _numbers as numbers
from pages._change.history import followed, reading_against
from pages._context import access, department_names, engine
from pages._goals.now import NOTHING, now
from pages._guidelines.judged import key_of_store
from pages._numbers import Key

PLACE = "goals"


@dataclass(frozen=True)
class Goals:
    """The goals that were asked for; closed ones apart. Rows are by goal."""

    every: tuple[Goal, ...]
    rows: dict[int, tuple[Row, ...]]

    @property
    def active(self) -> list[Goal]:
        """Those that count."""
        return [goal for goal in self.every if goal.is_active]

    @property
    def closed(self) -> list[Goal]:
        """Those that were reached or given up."""
        return [goal for goal in self.every if not goal.is_active]


def every_goal() -> tuple[Goal, ...]:
    """All goals that this reader may see, the oldest first."""
    return _goals(key_of_store())


def shown(asked: Filters | None) -> Goals:
    """The goals of the departments that were asked for and of the whole organisation, with their numbers."""
    wanted = None if asked is None else asked.departments
    found = tuple(
        goal for goal in every_goal() if not wanted or goal.department_id is None or goal.department_id in wanted
    )
    return Goals(found, {goal.id: tuple(_row(goal, kpi, asked) for kpi in goal.kpis) for goal in found})


def _row(goal: Goal, kpi: Kpi, asked: Filters | None) -> Row:
    if asked is None or kpi.measure is None:
        return Row(judge(kpi, None, NOTHING))
    over = Filters(asked.period)  # a goal is about all platforms
    judged = judge(kpi, *now(over, kpi.measure, goal.department_id))
    return Row(judged, _weeks(numbers.key(over), goal, kpi) if kpi.target is not None else None)


@st.cache_resource(max_entries=8, show_spinner=False)
def _goals(key: tuple[str, int]) -> tuple[Goal, ...]:
    return tuple(goals(engine(), access()))


@st.cache_resource(max_entries=256, show_spinner=False)
def _weeks(key: Key, goal: Goal, kpi: Kpi) -> Reading | None:
    """The weeks beside the target, with the limits that the page Change draws; None for a number without weeks."""
    metric, owner = kpi.measure, goal.department_id
    if metric not in followed() or kpi.target is None or (owner is not None and owner not in department_names()):
        return None
    asked = replace(key[2], departments=None if owner is None else (owner,))
    source = Message("goal", N_("Goal “{title}”"), {"title": goal.title})
    return reading_against(asked, metric, Target(kpi.target, kpi.direction, source))
