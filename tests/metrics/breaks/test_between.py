"""Which weeks and periods a platform's new way of counting keeps apart."""

from datetime import date

import pytest

from metrics.breaks.between import breaks_in, counted_otherwise, how, not_comparable
from metrics.breaks.shipped import breaks_of
from metrics.periods import Period, to_day
from metrics.registry import metrics

VIEWS = metrics()["video_views"]
YOUTUBE = breaks_of(VIEWS, {"youtube"})[-1]
DAY = to_day(date(2026, 8, 28))
BEGAN = to_day(date(2026, 8, 24))


@pytest.mark.parametrize(
    ("first", "last", "broken"),
    [
        (DAY - 60, BEGAN - 1, False),  # all the old way
        (DAY - 60, BEGAN, True),  # on its last day some may be new
        (DAY - 1, DAY + 60, True),
        (DAY, DAY + 60, False),  # all the new way
        (BEGAN + 1, DAY - 1, True),  # old and new are mixed
    ],
)
def test_days_on_both_sides_of_a_break_are_not_alike(first: int, last: int, broken: bool) -> None:
    assert breaks_in(breaks_of(VIEWS, {"youtube", "x"}), Period(first, last)) == ((YOUTUBE,) if broken else ())


def test_weeks_that_are_counted_otherwise_than_a_day() -> None:
    monday = BEGAN  # in this week old and new are mixed
    weeks = [monday - 7, monday, monday + 7]
    assert [counted_otherwise(week, monday - 30, [YOUTUBE]) for week in weeks] == [None, YOUTUBE, YOUTUBE]
    assert [counted_otherwise(week, monday + 30, [YOUTUBE]) for week in weeks] == [YOUTUBE, YOUTUBE, None]


def test_the_words() -> None:
    assert not_comparable(YOUTUBE).english() == (
        "Not comparable with the period before. YouTube counts a view of any video as soon as it starts: "
        "all data since 2026-08-28, some of it since 2026-08-24."
    )
    shorts = breaks_of(VIEWS, {"youtube"})[0]
    assert how(shorts).english() == (
        "YouTube counts a view of a Short as soon as it starts, replays too: since 2025-03-31."
    )
