"""What was done about the time of the year in a series, and how to say so."""

from collections.abc import Mapping
from dataclasses import dataclass

from metrics.change.series import WEEK, Series
from metrics.change.values import in_words
from metrics.change.xmr import FEWEST
from metrics.estimate import Estimate
from metrics.periods import to_date
from metrics.registry import Metric
from metrics.seasonality.yearly import CYCLE, CYCLES, yearly
from metrics.words import N_, Message


@dataclass(frozen=True)
class Season:
    """What the time of the year adds to each week, on the scale of the chart; None where it is not taken out."""

    by_place: list[float | None] | None = None
    words: Message | None = None


def season_of(metric: Metric, series: Series, weeks: Mapping[int, Estimate], since: int | None) -> Season:
    """The season of a series, from two full years and the twelve weeks after them that limits need; else last year."""
    found = yearly(series.points())
    judged = [
        week
        for week, value, season in zip(series.weeks, series.values, found, strict=True)
        if value is not None and season is not None and (since is None or week >= since)
    ]
    if len(judged) >= FEWEST:
        words = Message(
            "season_out",
            N_("The time of the year is taken out: the limits follow the season of earlier years, from {day} on."),
            {"day": to_date(judged[0])},
        )
        return Season(found, words)
    known = series.known
    if not known:
        return Season()
    year_before = weeks.get(series.weeks[known[-1]] - CYCLE * WEEK)
    if year_before is None or year_before.value is None:
        return Season()
    text = N_("Too few years to take the time of the year out. The same week a year before: {value}.")
    if any(season is not None for season in found):
        text = N_(
            "The time of the year is taken out when {fewest} weeks stand behind the limits. The same week a year "
            "before: {value}."
        )
    elif len(series.weeks) >= CYCLES * CYCLE + FEWEST:
        text = N_(
            "The years do not resemble each other, so nothing is taken out for the time of the year. The same week a "
            "year before: {value}."
        )
    return Season(None, Message("season_in", text, {"value": in_words(metric, year_before.value), "fewest": FEWEST}))
