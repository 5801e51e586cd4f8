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


def shown_period(chosen: Period, first_day: int) -> Period:
    """From the first day with data, or three years back, up to the end of the chosen period.

    >>> shown_period(Period(20_600, 20_690), 20_000), shown_period(Period(20_600, 20_690), 1)
    (Period(first=20000, last=20690), Period(first=19597, last=20690))
    """
    earliest = week_start(chosen.last) - _LONGEST
    return Period(max(min(first_day, chosen.first), earliest), chosen.last)


def whole_weeks(metric: Metric, series: Mapping[int, Estimate], period: Period) -> dict[int, Estimate]:
    """The weeks that lie wholly inside a period, by their Monday.

    Of what is counted in posts or messages, a week without anything in between is a week with none: it is 0. Of other
    numbers it has no value.
    """
    known = {
        monday: estimate
        for monday, estimate in sorted(series.items())
        if monday >= period.first and monday + WEEK - 1 <= period.last
    }
    if metric.unit != "count" or metric.rests_on == "site_days" or not known:
        return known
    filled = {}
    for monday in range(min(known), max(known) + 1, WEEK):
        found = known.get(monday)
        quiet = found is None or (found.reason is not None and found.reason.code == "no_posts")
        filled[monday] = Estimate(0.0) if found is None else replace(found, value=0.0, reason=None) if quiet else found
    return filled


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
