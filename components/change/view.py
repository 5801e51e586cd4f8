"""What the card of a number over time is drawn from: its weeks, their readings, and what happened beside them."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from metrics.breaks.shipped import Break
from metrics.change.decisions import Baseline, Event
from metrics.change.reading import Reading
from metrics.change.series import piles_up, series_of
from metrics.estimate import Estimate
from metrics.norms import Norm
from metrics.periods import Period
from metrics.registry import Metric


@dataclass(frozen=True)
class Arrival:
    """The data of an account begin or end inside the weeks shown: `day` is its first day, or the day after its last."""

    day: int
    account: str
    platform: str
    begins: bool


@dataclass(frozen=True)
class Beside:
    """What happened beside a number: decisions about its limits (also withdrawn ones), platforms that count in another
    way, norms that it is judged by from a day on, events, accounts that come and go; public holidays by day."""

    decisions: tuple[Baseline, ...] = ()
    breaks: tuple[Break, ...] = ()
    norms: tuple[tuple[int, Norm], ...] = ()
    events: tuple[Event, ...] = ()
    arrivals: tuple[Arrival, ...] = ()
    holidays: tuple[tuple[int, str], ...] = ()

    @property
    def starts(self) -> tuple[int, ...]:
        """The days on which limits begin anew."""
        decided = (one.first_day for one in self.decisions if one.counts)
        return (*decided, *(one.day for one in self.breaks), *(day for day, _norm in self.norms))


@dataclass(frozen=True)
class ChangeView:
    """A number by week. `stretches` has a reading for each stretch with its own limits, the newest last.

    `series` has every week of the period `shown`, also those that are not read: at the edges, and in `missing`, where
    not all accounts have data yet. `chosen` is the period that the page is about.
    """

    metric: Metric
    series: Mapping[int, Estimate]
    stretches: tuple[Reading, ...]
    shown: Period
    chosen: Period
    beside: Beside = Beside()
    missing: Period | None = None

    @property
    def reading(self) -> Reading:
        """The reading that counts now."""
        return self.stretches[-1]

    @property
    def step(self) -> float | None:
        """What the axis counts in before it takes logarithms, as the limits were made; None for an even axis."""
        made = series_of(self.metric, self.series)
        return made.step if made.scale == "log" and not made.share and not piles_up(self.metric) else None

    @cached_property
    def weeks(self) -> tuple[int, ...]:
        """Every Monday with a week in the chart, oldest first."""
        read = {week for reading in self.stretches for week in reading.weeks}
        return tuple(sorted(read | {week for week, one in self.series.items() if one.value is not None}))

    @cached_property
    def values(self) -> Mapping[int, float | None]:
        """The value of each week: as it was read, or as it is where it was not read."""
        read = {week: value for one in self.stretches for week, value in zip(one.weeks, one.values, strict=True)}
        return {week: read.get(week, self.series[week].value if week in self.series else None) for week in self.weeks}
