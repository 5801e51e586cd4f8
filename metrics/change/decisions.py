"""What people write down beside a chart over time: that its limits begin anew, and what happened."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from metrics.periods import Period
from metrics.words import N_

Reason = Literal["policy", "tool", "definition", "other"]
EventKind = Literal["holiday", "storm", "election", "other"]

REASONS: dict[Reason, str] = {
    "policy": N_("A new way of working"),
    "tool": N_("A new tool"),
    "definition": N_("The number is counted in another way"),
    "other": N_("Another reason"),
}
"""Why limits may begin anew, by code."""

EVENT_KINDS: dict[EventKind, str] = {
    "holiday": N_("Holiday"),
    "storm": N_("Storm or other emergency"),
    "election": N_("Election"),
    "other": N_("Something else"),
}
"""What can happen, by code."""


@dataclass(frozen=True)
class Baseline:
    """A decision: from `first_day` on, the limits of a number rest on new weeks.

    Without a department it is about the whole organisation, without a platform about all platforms. One that was
    withdrawn (`withdrawn_ts`) no longer counts, and is still told.
    """

    id: int
    metric: str
    department_id: int | None
    platform: str | None
    first_day: int
    reason: Reason
    note: str
    who: str
    made_ts: int
    withdrawn_ts: int | None = None
    is_demo: bool = False

    @property
    def counts(self) -> bool:
        """Whether it was not withdrawn."""
        return self.withdrawn_ts is None

    def is_about(self, metric: str, department_id: int | None, platform: str | None) -> bool:
        """Whether a series follows it: what the organisation decided holds for each department and platform too.

        >>> whole = Baseline(1, "posts", None, None, 20000, "tool", "A new planner", "jo", 0)
        >>> whole.is_about("posts", 3, "facebook"), whole.is_about("likes", 3, None)
        (True, False)
        """
        return (
            metric == self.metric and self.department_id in (None, department_id) and self.platform in (None, platform)
        )


@dataclass(frozen=True)
class Event:
    """Something that happened from `first_day` up to and including `last_day`; without a department, to everybody."""

    id: int
    kind: EventKind
    name: str
    first_day: int
    last_day: int
    department_id: int | None
    who: str
    made_ts: int
    is_demo: bool = False


def overlapping(events: Iterable[Event], period: Period) -> list[Event]:
    """The events that touch a period, in order of time."""
    found = [one for one in events if one.first_day <= period.last and one.last_day >= period.first]
    return sorted(found, key=lambda one: (one.first_day, one.last_day, one.name))
