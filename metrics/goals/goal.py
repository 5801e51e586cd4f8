"""A goal and the numbers that show whether it comes nearer."""

from dataclasses import dataclass
from typing import Literal

from metrics.registry import Metric, metrics
from metrics.words import N_

Level = Literal["output", "outtake", "outcome", "impact"]
Direction = Literal["at_least", "at_most"]
Status = Literal["active", "closed"]

STATUSES: dict[Status, str] = {"active": N_("Active"), "closed": N_("Closed")}
"""Whether a goal still counts."""

LONGEST_TITLE = 300
"""Characters of a goal."""

DIRECTIONS: dict[Direction, str] = {"at_least": N_("at least"), "at_most": N_("at most")}
"""On which side of its target a number should be."""


@dataclass(frozen=True)
class Kpi:
    """A number that shows whether a goal comes nearer.

    `metric` is one of the registry, and then `name` and `source` are empty; else `name` says in own words what is
    counted and `source` where it is measured. `target` is in the unit of the metric (shares as fractions, times in
    seconds, counts that add up per week: `metrics.goals.target`); None: none was set. `set_ts` is when it and its
    direction became what they are.
    """

    id: int
    goal_id: int
    name: str
    metric: str | None
    level: Level
    direction: Direction
    target: float | None
    source: str
    who: str
    made_ts: int
    set_ts: int

    @property
    def measure(self) -> Metric | None:
        """Its number in the registry; None when it is measured elsewhere, or no longer known here."""
        return metrics().get(self.metric or "")


@dataclass(frozen=True)
class Goal:
    """What a department, or the whole organisation (`department_id` None), wants to reach, with its numbers."""

    id: int
    department_id: int | None
    title: str
    status: Status
    who: str
    made_ts: int
    is_demo: bool = False
    kpis: tuple[Kpi, ...] = ()

    @property
    def is_active(self) -> bool:
        """Whether it still counts."""
        return self.status == "active"


def level_of(metric: str | None, argued: Level) -> Level:
    """The level of a number: that of the registry, where it is one; only others are what somebody argued for.

    >>> level_of("likes", "impact"), level_of(None, "impact")
    ('outtake', 'impact')
    """
    known = metrics().get(metric or "")
    return argued if known is None else known.level
