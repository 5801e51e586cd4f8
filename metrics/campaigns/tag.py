"""A tag: a campaign, paid posts, or any other group of own posts, and what was expected of it."""

from dataclasses import dataclass, field
from datetime import datetime, time
from typing import Literal
from zoneinfo import ZoneInfo

from metrics.campaigns.rules import Rules
from metrics.periods import to_date
from metrics.words import N_

Kind = Literal["campaign", "paid", "other"]
Measure = Literal["visits", "interactions", "reach", "comments"]

KINDS: dict[Kind, str] = {"campaign": N_("Campaign"), "paid": N_("Paid posts"), "other": N_("Other group")}
"""What a tag is for."""

MEASURES: dict[Measure, str] = {
    "visits": N_("Visits that came with its links"),
    "interactions": N_("Interactions of a typical post"),
    "reach": N_("Reach of a typical post"),
    "comments": N_("Comments per post"),
}
"""What can be expected of a campaign."""

LOCKED = frozenset({"kind", "rules", "measure", "expected", "expectation", "first_day", "last_day", "utm_campaign"})
"""What cannot be changed once the expectation is registered: it says of what, when, and how it is measured."""


@dataclass(frozen=True)
class Tag:
    """One tag, as the store has it. Days are day numbers, moments seconds since 1970 UTC.

    `expected` is at least how much of `measure`; `registered_ts` is when that was written down and locked.
    """

    id: int
    name: str
    kind: Kind
    department_id: int | None = None
    rules: Rules = field(default_factory=Rules)
    utm_campaign: str | None = None
    first_day: int | None = None
    last_day: int | None = None
    measure: Measure | None = None
    expected: float | None = None
    expectation: str = ""
    registered_ts: int | None = None
    who: str = ""
    made_ts: int = 0
    is_demo: bool = False

    @property
    def is_registered(self) -> bool:
        """Whether its expectation is registered, and so locked."""
        return self.registered_ts is not None

    def written_before(self, zone: str) -> bool:
        """Whether the expectation was registered before the first day began, on the organisation's clock.

        >>> Tag(1, "Pool", "campaign", first_day=20633, registered_ts=20632 * 86400).written_before("Europe/Amsterdam")
        True
        """
        if self.registered_ts is None or self.first_day is None:
            return False
        start = datetime.combine(to_date(self.first_day), time(), ZoneInfo(zone))
        return self.registered_ts < start.timestamp()
