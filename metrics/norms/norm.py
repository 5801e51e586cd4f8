"""What a norm is: so much time, counted on one kind of clock, and for which share of the questions."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from metrics.words import N_

Unit = Literal["hours", "working_hours", "working_days"]
Hours = tuple[str, str]
"""From when to when on a day, in local time as "HH:MM"; "24:00" is the end of the day."""

UNITS: dict[Unit, str] = {
    "hours": N_("hours on the clock, day and night"),
    "working_hours": N_("hours in which you are open"),
    "working_days": N_("working days"),
}
"""The kinds of clock by code, in words."""

LONGEST: dict[Unit, float] = {"hours": 8784, "working_hours": 2200, "working_days": 260}
"""The largest amount of each unit, about a year: more is a slip of the keyboard."""

OFFICE_HOURS: dict[int, Hours] = dict.fromkeys(range(5), ("09:00", "17:00"))
"""Opening hours until somebody says otherwise: Monday to Friday, 9 to 17."""

NO_NORM = N_("no norm set")
"""The source of the norm that counts where nobody has set one."""


@dataclass(frozen=True)
class Norm:
    """How soon a citizen's question should be answered, and where that is written.

    `amount` is in `unit`: hours on the clock, hours in which the account is open, or working days (the answer comes
    before closing time of the n-th working day after the one on which the clock starts). `target` is the promised
    share of questions, from 0 to 1; None when no share was promised. `opening_hours` has the weekdays on which
    somebody answers, 0 for Monday; a weekday that is not in it is closed. `holidays` is "" for none, a country
    ("NL") or a part of one ("DE-BY"): on its public holidays the account is closed.

    >>> Norm("working_hours", 4, 0.8).is_set
    True
    """

    unit: Unit
    amount: float
    target: float | None = None
    opening_hours: Mapping[int, Hours] = field(default_factory=lambda: dict(OFFICE_HOURS))
    time_zone: str = "Europe/Amsterdam"
    holidays: str = ""
    source: str = ""
    source_date: str | None = None

    @property
    def is_set(self) -> bool:
        """Whether somebody set this norm; pages say so when it is only the product's fallback."""
        return self.source != NO_NORM

    @property
    def schedule(self) -> tuple[tuple[tuple[int, Hours], ...], str, str]:
        """What its clock depends on, as a key: norms with the same one can share a clock."""
        return tuple(sorted(self.opening_hours.items())), self.time_zone, self.holidays
