"""Windows always cover their period, each day once."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from data.queries.windows import month_number, month_start, whole_months, whole_weeks, windows
from metrics.periods import Period, to_date, week_start

periods = st.builds(lambda first, days: Period(first, first + days), st.integers(15_000, 25_000), st.integers(0, 800))


@given(periods, st.sampled_from(["week", "month"]))
def test_windows_follow_one_another_without_gaps(period: Period, by: str) -> None:
    found = windows(period, by)  # type: ignore[arg-type]
    days = [day for window in found for day in range(window.period.first, window.period.last + 1)]
    assert days == list(range(period.first, period.last + 1))
    for window in found:
        assert window.label <= window.period.first
        if by == "week":
            assert {week_start(window.period.first), week_start(window.period.last)} == {window.label}
        else:
            assert to_date(window.label).day == 1
            assert month_number(window.period.first) == month_number(window.period.last) == month_number(window.label)


@given(periods, st.sampled_from([(whole_weeks, week_start), (whole_months, month_start)]))
def test_whole_ones_and_loose_days_make_the_period(period: Period, grain: tuple[Any, Any]) -> None:
    split, start = grain
    whole, ends = split(period)
    pieces = [*ends, *([whole] if whole else [])]
    days = sorted(day for piece in pieces for day in range(piece.first, piece.last + 1))
    assert days == list(range(period.first, period.last + 1))
    if whole:
        assert (start(whole.first), start(whole.last + 1)) == (whole.first, whole.last + 1)
    for end in ends:
        assert start(end.first) == start(end.last)
        assert end.days < 31
