"""What the store knows, as the facts for claims are put together from it."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from functools import cached_property

import pandas as pd

from metrics.claims.facts import Imports
from metrics.goals.goal import Goal
from metrics.guidelines.content import Guideline
from metrics.guidelines.evidence import Evidence
from metrics.norms import Norm
from metrics.periods import Period
from metrics.text.calibration import Quality

HALF_YEAR, YEAR, QUARTER = 182, 365, 91
"""Days that claims look back over, whatever the period is: what is rare needs longer."""


@dataclass(frozen=True)
class Partner:
    """A department that said to work with another one, and how often a quarter that should show."""

    department_id: int
    partner_id: int
    times: int


@dataclass(frozen=True)
class Handled:
    """A signal of a department (None: of the organisation) that was acknowledged in time, or was not."""

    department_id: int | None
    in_time: bool


@dataclass(frozen=True)
class Frames:
    """Each frame has account_id and may miss accounts; those without "half year" or "year" are about the period.

    * `register`: account_id, department_id, platform, status, owner_role, purpose, objective
    * `coverage`: as `data.queries.coverage` answers
    * `sums`: posts, replies, replies_out
    * `answers`: due, in_time, due_waiting, talked, deep; accounts without conversations have no row
    * `slots`: questions by weekday and hour, as `data.queries.answers.hours` answers
    * `half_year`: posts of the last half year
    * `hours`: own posts p00..p23 and citizens' messages c00..c23 by hour, half a year
    * `named`: department_id, kind (department, stakeholder), target_id, n: own posts that name it, half a year
    * `removals`: n, cited, appealed, reversed, of the last year
    * `expired`: messages of citizens, and how many of them past the time limit; None without a limit
    * `messages`: the newest messages, contact and open_author (bool); None when they may not be looked at

    `evidence`, `guidelines` and `norms` are by account. `actions` are the metrics that actions look at, `decisions` how
    many there were in the last year; both by department, those of the whole organisation under None.
    """

    period: Period
    register: pd.DataFrame
    coverage: pd.DataFrame
    sums: pd.DataFrame
    answers: pd.DataFrame
    slots: pd.DataFrame
    half_year: pd.DataFrame
    hours: pd.DataFrame
    named: pd.DataFrame
    removals: pd.DataFrame
    expired: pd.DataFrame | None = None
    messages: pd.DataFrame | None = None
    evidence: Mapping[int, Evidence] = field(default_factory=dict)
    guidelines: Mapping[int, Guideline] = field(default_factory=dict)
    norms: Mapping[int, Norm] = field(default_factory=dict)
    audience: Collection[int] = ()  # accounts of which an export about the audience was loaded
    agreed: frozenset[str] = frozenset()
    partners: tuple[Partner, ...] = ()
    stakeholders: frozenset[int] = frozenset()
    actions: Mapping[int | None, frozenset[str]] = field(default_factory=dict)
    decisions: Mapping[int | None, int] | None = None
    signals: tuple[Handled, ...] = ()
    goals: tuple[Goal, ...] = ()
    imports: Imports | None = None
    labels: int | None = None
    tones: Quality | None = None

    @cached_property
    def named_departments(self) -> dict[tuple[int, int], int]:
        """How many posts of the accounts of one department name another one."""
        rows = self.named[self.named["kind"] == "department"]
        pairs = rows.groupby(["department_id", "target_id"])["n"].sum().reset_index()
        return {(int(one), int(other)): int(n) for one, other, n in pairs.itertuples(index=False, name=None)}


def half_year(period: Period) -> Period:
    """The half year up to the end of the period."""
    return Period(period.last - HALF_YEAR + 1, period.last)


def year(period: Period) -> Period:
    """The year up to the end of the period."""
    return Period(period.last - YEAR + 1, period.last)
