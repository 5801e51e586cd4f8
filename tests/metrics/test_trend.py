"""Numbers per week follow the rules of the whole selection."""

import pandas as pd
from hypothesis import given
from hypothesis import strategies as st

from metrics.periods import Period
from metrics.registry import metrics
from metrics.slices import Slice
from metrics.trend import change, series, weeks_of
from tests.metrics.sample_slices import posts, slice_of, with_answers

MONDAY = 20724  # 2026-09-28
FULL = {"likes": 1, "comments": 1, "shares": 1, "followers": 100}


def week(number: int, n: int, **values: object) -> list[dict[str, object]]:
    return posts(n, period=MONDAY + 7 * number, **values)


def test_a_week_is_a_number() -> None:
    data = slice_of(week(0, 3, likes=2) + week(1, 4, likes=5))
    assert {day: found.value for day, found in series(metrics()["likes"], data).items()} == {
        MONDAY: 6,
        MONDAY + 7: 20,
    }


def test_frequency_is_per_week_also_by_month() -> None:
    september = 20697
    data = slice_of(posts(30, period=september))
    assert series(metrics()["posts_per_week"], data)[september].value == 30
    assert series(metrics()["posts_per_week"], data, "month")[september].value == 7  # 30 days


def test_a_rate_over_platforms_is_not_given_in_weeks_with_one_platform() -> None:
    data = slice_of(week(0, 9, **FULL) + week(1, 9, platform="x", account_id=2, **FULL))
    found = series(metrics()["er_followers"], data)
    assert {estimate.reason.code for estimate in found.values() if estimate.reason} == {"choose_one_platform"}
    assert [estimate.n for estimate in found.values()] == [9, 9], "each week its own posts"


def test_youtube_stays_out_in_weeks_when_it_alone_posted() -> None:
    data = slice_of(week(0, 2, likes=1) + week(1, 3, platform="youtube", account_id=2, likes=9))
    found = series(metrics()["likes"], data)
    assert found[MONDAY].value == 2
    assert found[MONDAY + 7].value is None
    assert [note.code for note in found[MONDAY].notes] == ["without_youtube"]


def test_weeks_of_two_periods() -> None:
    period = Period(MONDAY + 14, MONDAY + 27)
    data = slice_of(week(0, 1) + week(2, 2) + week(3, 3))
    posted = metrics()["posts"]
    assert weeks_of(posted, data, period) == ([2, 3], [1, 0])  # a week without posts is a zero
    assert weeks_of(posted, data, period, since=MONDAY + 7) == ([2, 3], [0])  # before the first day nothing is known


def test_weeks_without_the_number_are_left_out() -> None:
    data = slice_of(week(0, 1, likes=5) + week(1, 1) + week(2, 1, likes=7) + week(3, 1, likes=1))
    assert weeks_of(metrics()["likes"], data, Period(MONDAY + 14, MONDAY + 27)) == ([7, 1], [5])


def test_only_full_weeks_count() -> None:
    period = Period(MONDAY + 16, MONDAY + 29)  # Wednesday to Tuesday
    data = slice_of([post for number in range(5) for post in week(number, number + 1)])
    now, before = weeks_of(metrics()["posts"], data, period)
    assert (now, before) == ([4], [2])


def test_change_takes_weeks_only_where_there_is_no_interval() -> None:
    period = Period(MONDAY + 42, MONDAY + 83)
    content = [post for number in range(12) for post in week(number, 10 if number < 6 else 30, comments=number % 3)]
    windows = [{**post, "period": "current" if number >= 60 else "previous"} for number, post in enumerate(content)]
    both, weeks = slice_of(windows), slice_of(content)
    posted = change(metrics()["posts"], both, period, weeks)
    assert (posted.direction, posted.absolute) == ("up", 120)
    assert change(metrics()["posts"], both, period).direction == "not_comparable"
    assert change(metrics()["conversation"], both, period).direction == "unclear"


def doubled(platform: str, first: int = MONDAY - 26 * 7, weeks: int = 26) -> tuple[Slice, Slice]:
    """Videos whose views are counted twice as often in the second half of the weeks: both windows, and by week."""
    half, content = weeks // 2, []
    for number in range(weeks):
        views = (100 + number % 3) * (2 if number >= half else 1)
        content += posts(4, period=first + 7 * number, platform=platform, video_views=views)
    border = first + 7 * half
    windows = [{**post, "period": "current" if post["period"] >= border else "previous"} for post in content]
    return slice_of(windows), slice_of(content)


def test_another_way_of_counting_is_no_change() -> None:
    period = Period(MONDAY - 13 * 7, MONDAY - 1)  # up to 27 September 2026
    both, weeks = doubled("youtube")
    found = change(metrics()["video_views"], both, period, weeks)
    assert (found.direction, found.p, found.absolute) == ("not_comparable", None, None)
    assert found.reason is not None and found.reason.code == "definition_break"
    assert "2026-08-28" in found.reason.english()


def test_what_no_platform_counts_anew_is_compared_as_ever() -> None:
    period = Period(MONDAY - 13 * 7, MONDAY - 1)
    assert change(metrics()["video_views"], *_between(doubled("facebook"), period)).direction == "up"
    assert change(metrics()["posts"], *_between(doubled("youtube"), period)).direction == "unclear"
    later = Period(period.first + 364, period.last + 364)
    after = doubled("youtube", MONDAY - 26 * 7 + 364)
    assert change(metrics()["video_views"], *_between(after, later)).direction == "up"


def _between(found: tuple[Slice, Slice], period: Period) -> tuple[Slice, Period, Slice]:
    return found[0], period, found[1]


@given(
    st.lists(st.tuples(st.integers(-3, 9), st.integers(1, 3), st.integers(0, 5)), max_size=12),
    st.booleans(),
)
def test_a_slice_cut_by_period_is_the_slice_of_each_period(rows: list[tuple[int, int, int]], answered: bool) -> None:
    data = slice_of(
        [post for number, account, n in rows for post in week(number, n, account_id=account, likes=n)],
        sites=[
            {"period": MONDAY + 7 * number, "site_id": n, "department_id": n, "metric": "visits", "value": n, "days": 7}
            for number, _, n in rows
        ],
        audience=[{"period": "current", "account_id": 1, "department_id": 1, "platform": "x", "followers_end": 9}],
    )
    if answered:
        data = with_answers(data, [60, 90], [5], period=MONDAY)
    periods = [MONDAY + 7 * number for number in range(-4, 11)]
    cut = data.by_period(periods)
    assert list(cut) == periods
    for period in periods:
        for name, frame in vars(data.where(period=period)).items():
            if isinstance(frame, pd.DataFrame):
                pd.testing.assert_frame_equal(getattr(cut[period], name), frame)
            else:
                assert getattr(cut[period], name) == frame
