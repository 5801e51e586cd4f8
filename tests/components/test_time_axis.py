"""Weeks and months along a chart."""

from datetime import date

from components import time_axis
from metrics.periods import Period, to_day


def test_a_week_or_month_that_is_cut_short_is_not_whole() -> None:
    august = to_day(date(2026, 8, 1))
    period = Period(to_day(date(2026, 8, 1)), to_day(date(2026, 9, 15)))
    assert time_axis.is_whole(august, "month", period)
    assert not time_axis.is_whole(to_day(date(2026, 9, 1)), "month", period)
    assert time_axis.is_whole(to_day(date(2026, 8, 3)), "week", period)
    assert not time_axis.is_whole(to_day(date(2026, 7, 27)), "week", period)


def test_december_ends_with_the_year() -> None:
    assert time_axis.last_day(to_day(date(2025, 12, 1)), "month") == to_day(date(2025, 12, 31))


def test_names_say_which_week_or_month() -> None:
    monday = to_day(date(2026, 6, 29))
    assert time_axis.name_of(monday, "week") == "week of 29 June 2026"
    assert time_axis.name_of(to_day(date(2026, 6, 1)), "month") == "June 2026"


def test_labels_do_not_touch_where_months_are_missing() -> None:
    starts = [to_day(day) for day in (date(2019, 5, 1), date(2025, 1, 1), date(2025, 2, 1), date(2025, 11, 1))]
    assert time_axis.labels(starts, "month").words == ("May 2019", "Jan 2025")


def test_labels_of_months_are_evenly_spread() -> None:
    starts = [to_day(date(2026, month, 1)) for month in range(1, 6)]
    assert time_axis.labels(starts, "month").words == ("Jan 2026", "Feb 2026", "Mar 2026", "Apr 2026", "May 2026")


def test_few_labels_under_the_axis() -> None:
    starts = [to_day(date(2025, 9, 29)) + 7 * week for week in range(52)]
    times = time_axis.labels(starts, "week")
    assert 3 <= len(times.places) <= 6
    assert times.words[0] == "29 Sept"
    assert times.places[0] == starts[0] * 86_400_000
