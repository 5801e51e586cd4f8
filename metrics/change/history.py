"""The weeks of a number as a chart over years shows them: whole weeks, in stretches that each have their own limits."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from metrics.change.reading import Reading, Target, read
from metrics.estimate import Estimate
from metrics.periods import Period, week_start
from metrics.registry import Metric

WEEK = 7
YEARS = 3
_LONGEST = YEARS * 52 * WEEK


def shown_of(history: Period) -> Period:
    """The part of all weeks that a chart shows: up to three years, up to their end.

    >>> shown_of(Period(20_000, 20_690)), shown_of(Period(1, 20_690))
    (Period(first=20000, last=20690), Period(first=19597, last=20690))
    """
    return Period(max(history.first, week_start(history.last) - _LONGEST), history.last)


def cut(reading: Reading, first: int) -> Reading:
    """A reading without the weeks before a day: what it says stays the same."""
    kept = [place for place, week in enumerate(reading.weeks) if week >= first]
    return replace(
        reading,
        weeks=tuple(reading.weeks[place] for place in kept),
        values=tuple(reading.values[place] for place in kept),
        centre=tuple(reading.centre[place] for place in kept),
        low=tuple(reading.low[place] for place in kept),
        high=tuple(reading.high[place] for place in kept),
        signals=tuple(reading.signals[place] for place in kept),
    )


def whole_weeks(metric: Metric, series: Mapping[int, Estimate], period: Period) -> dict[int, Estimate]:
    """The weeks that lie wholly inside a period for which there are data, by their Monday.

    Of what is counted in posts or messages, a week without anything in between is a week with none: it is 0. So are
    weeks without posts at the end, when nobody posts any more. Of other numbers such a week has no value.
    """
    known = {
        monday: estimate
        for monday, estimate in sorted(series.items())
        if monday >= period.first and monday + WEEK - 1 <= period.last
    }
    if metric.unit != "count" or metric.rests_on == "site_days" or not known:
        return known
    last = week_start(period.last + 1) - WEEK if metric.rests_on == "posts" else max(known)
    return {monday: _filled(known.get(monday)) for monday in range(min(known), last + 1, WEEK)}


def _filled(known: Estimate | None) -> Estimate:
    if known is None:
        return Estimate(0.0)
    quiet = known.reason is not None and known.reason.code == "no_posts"
    return replace(known, value=0.0, reason=None) if quiet else known


def stretches(
    metric: Metric, weeks: Mapping[int, Estimate], starts: Iterable[int], target: Target | None = None
) -> tuple[Reading, ...]:
    """A reading for each stretch between the days on which limits begin anew; the newest is the last.

    Only the newest is held against the target. Stretches without a week are left out; without any week there is one
    reading, which says so.
    """
    ends = [start for start in sorted(set(starts)) if weeks and min(weeks) < start <= max(weeks)]
    found = []
    for start, end in zip([None, *ends], [*ends, None], strict=True):
        part = {monday: estimate for monday, estimate in weeks.items() if end is None or monday < end}
        found.append(read(metric, part, target=target if end is None else None, since=start))
    filled = tuple(reading for reading in found[:-1] if reading.weeks)
    return (*filled, found[-1])
