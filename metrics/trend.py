"""One number per week or month, under the rules of the whole selection."""

from collections.abc import Collection
from dataclasses import replace
from typing import Literal

from metrics.breaks.between import breaks_in, not_comparable
from metrics.breaks.shipped import Break, breaks_of
from metrics.comparison.periods import Change, compare
from metrics.estimate import Estimate
from metrics.periods import Period, month_last, week_start
from metrics.registry import Metric
from metrics.slices import OWNER, Slice
from metrics.totals import NOTE, of_platforms

Step = Literal["week", "month"]
WEEK = 7


def series(metric: Metric, data: Slice, step: Step = "week") -> dict[int, Estimate]:
    """The metric per week or month of a slice that was cut that way, by the first day of the week or month.

    What holds for the selection holds for each week: a week in which only one of several platforms posted is not
    suddenly that platform's number.
    """
    whole = metric.compute(data)
    periods = sorted(
        {int(period) for frame in (data.sums, data.sites, data.answers, data.topics) for period in frame["period"]}
    )
    refused = whole.reason if whole.reason is not None and whole.reason.code == "choose_one_platform" else None
    data = _needed(metric, of_platforms(data, whole.platforms))
    notes = tuple(note for note in whole.notes if note.code == NOTE)
    cut = data.by_period(periods)
    found = {period: metric.compute(replace(cut[period], days=_days(period, step))) for period in periods}
    if refused is not None:  # each week keeps its own number of posts
        return {period: replace(whole, n=estimate.n) for period, estimate in found.items()}
    return {period: replace(estimate, notes=notes + estimate.notes) for period, estimate in found.items()}


def _needed(metric: Metric, data: Slice) -> Slice:
    """The rows and columns that the metric reads: the rest would be cut again for every week."""
    return replace(
        data,
        sums=data.sums[[*OWNER, *(metric.columns or ("posts",))]],
        histograms=data.histograms[data.histograms["measure"] == (metric.histogram or "")],
        sites=data.sites[data.sites["metric"].isin(metric.needs)],
        answers=data.answers[[*OWNER, *metric.answers]] if metric.answers else data.answers.iloc[:0],
    )


def _days(first: int, step: Step) -> int:
    return WEEK if step == "week" else month_last(first) - first + 1


def weeks_of(metric: Metric, data: Slice, period: Period, since: int | None = None) -> tuple[list[float], list[float]]:
    """The values of the full weeks in a period and in the one before it, as `comparison.periods.compare` needs them.

    `data` is a slice by week that covers both. `since` is the first day with data: earlier weeks are unknown, while
    a later week without posts counts as zero. A week in which the number is missing for another reason is left out.
    """
    values = series(metric, data)

    def of(part: Period) -> list[float]:
        first = week_start(max(part.first, since if since is not None else part.first) + WEEK - 1)
        found = [_value(values.get(day)) for day in range(first, part.last - WEEK + 2, WEEK)]
        return [value for value in found if value is not None]

    return of(period), of(period.before())


def _value(estimate: Estimate | None) -> float | None:
    if estimate is None or (estimate.reason is not None and estimate.reason.code == "no_posts"):
        return 0.0
    return estimate.value


def change(
    metric: Metric,
    data: Slice,
    period: Period,
    weeks: Slice | None = None,
    since: int | None = None,
    own_breaks: Collection[Break] = (),
) -> Change:
    """Compare the current with the previous window of a slice, with the weeks of both where the metric needs them.

    Where a platform of both began to count in another way in between, or the organisation did (`own_breaks`), the
    change is not judged.
    """
    now, before = (metric.compute(data.where(period=name)) for name in ("current", "previous"))
    known = (*breaks_of(metric, {*now.platforms} & {*before.platforms}), *own_breaks)
    breaks = breaks_in(known, Period(period.before().first, period.last))
    if breaks and now.value is not None and before.value is not None:
        return Change("not_comparable", reason=not_comparable(breaks[-1]))
    if weeks is None or now.low is not None or metric.rests_on == "accounts":
        return compare(now, before)
    return compare(now, before, weeks_of(metric, weeks, period, since))
