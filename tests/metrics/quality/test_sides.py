"""What each side of data quality says about an account, worked out by hand."""

from datetime import date
from typing import Any

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from metrics.measures import COUNTS
from metrics.periods import Period, to_day
from metrics.quality import accuracy, completeness, consistency, days, register, timeliness
from metrics.quality.accuracy import FileReport, Tally
from metrics.quality.consistency import Overlap
from metrics.quality.verdict import Reason

PERIOD = Period(to_day(date(2026, 6, 29)), to_day(date(2026, 9, 27)))
NAN = float("nan")


def account(**values: Any) -> dict[str, Any]:
    """A row of coverage: 40 posts on Facebook in the period, each with every count, loaded up to the end."""
    row: dict[str, Any] = {"account_id": 1, "department_id": 1, "platform": "facebook", "name": "Parks"}
    row |= {"status": "active", "posts": 40.0, "first_day": PERIOD.first - 300.0, "newest_day": PERIOD.last - 1.0}
    row |= {"covered_until": float(PERIOD.last), "days_since_newest": 1.0, "median_gap": 2.0, "longest_gap": 9.0}
    return {**row, **{f"{name}_n": 40.0 for name in COUNTS}, **values}


def said(reasons: list[Reason]) -> list[str]:
    return [reason.message.english() for reason in reasons]


def test_a_complete_account_has_nothing_against_it() -> None:
    assert completeness.reasons(account()) == []
    assert timeliness.reasons(account(), PERIOD, silent=False) == []
    assert register.reasons(account(), PERIOD) == []


def test_a_count_that_some_posts_lack_makes_partial_with_its_share() -> None:
    (reason,) = completeness.reasons(account(reach_n=30.0))
    assert reason.message.english() == "Only 30 of 40 posts (75 %) have reach."
    assert (reason.badge, reason.about) == ("partial", "reach")
    assert completeness.reasons(account(reach_n=36.0)) == [], "nine of ten is enough"


def test_reactions_of_less_than_half_of_the_posts_forbid_a_comparison() -> None:
    (reason,) = completeness.reasons(account(comments_n=19.0))
    assert reason.badge == "do_not_compare"
    assert completeness.reasons(account(comments_n=20.0))[0].badge == "partial"
    assert completeness.reasons(account(reach_n=0.0))[0].badge == "partial", "reach is not a reaction"


def test_what_a_platform_never_gives_is_not_missing() -> None:
    known = {one.count: one for one in completeness.completeness(account(platform="mastodon", reach_n=0.0))}
    assert known["reach"].never
    assert known["reach"].share is None, "never 0 %"
    assert known["reach"].interval is None
    assert completeness.reasons(account(platform="mastodon", reach_n=0.0, impressions_n=0.0, clicks_n=0.0)) == []


def test_shares_have_wilsons_interval() -> None:
    known = {one.count: one for one in completeness.completeness(account(posts=4.0, clicks_n=3.0))}
    low, high = known["clicks"].interval or (0, 0)
    assert (round(low, 2), round(high, 2)) == (0.3, 0.95)


def test_without_posts_nothing_is_known_and_nothing_is_blamed() -> None:
    none = account(posts=NAN, **{f"{name}_n": NAN for name in COUNTS})
    assert all(one.share is None for one in completeness.completeness(none))
    assert completeness.reasons(none) == []


def test_videos_alone_have_views() -> None:
    assert completeness.reasons(account(video_views_n=3.0, followers_gained_n=0.0)) == []


def test_checks_of_all_files_count_together() -> None:
    files = [FileReport(1, 100, 0, {"time_in_id": (100, 1), "named_range": (100, 0)}), FileReport(2, 50, 5, {})]
    assert accuracy.passed(files) == Tally(199, 200)
    assert accuracy.passed(files, "time_in_id") == Tally(99, 100)
    assert accuracy.rejected(files) == Tally(5, 150)
    assert accuracy.reasons(files) == []


def test_a_format_without_checks_has_no_share() -> None:
    assert accuracy.passed([FileReport(3, 50, 0, {})]).interval is None
    assert accuracy.reasons([]) == []


def test_failed_checks_and_many_rejected_rows_are_said() -> None:
    files = [FileReport(4, 100, 11, {"parts_and_total": (80, 2)})]
    assert said(accuracy.reasons(files)) == [
        "2 of 80 cross-checks of its files failed.",
        "11 of 100 rows of its files were left out.",
    ]
    assert {reason.badge for reason in accuracy.reasons(files)} == {"partial"}


def test_data_that_stop_before_the_end_forbid_a_comparison() -> None:
    (reason,) = timeliness.reasons(account(covered_until=PERIOD.last - 8.0), PERIOD, silent=False)
    assert reason.message.english() == "Its data stop on 2026-09-19, before the period ends."
    assert reason.what_to_do.english() == "Load an export from 2026-09-19 to 2026-09-27."
    assert reason.badge == "do_not_compare"
    assert timeliness.reasons(account(covered_until=PERIOD.last - 7.0), PERIOD, silent=False) == []


def test_data_that_stop_before_the_period_say_so() -> None:
    (reason,) = timeliness.reasons(account(covered_until=PERIOD.first - 30.0), PERIOD, silent=False)
    assert reason.message.english() == "Its data stop on 2026-05-30, before the period begins."


def test_a_late_start_and_a_silence_are_partial() -> None:
    late = timeliness.reasons(account(first_day=PERIOD.first + 8.0), PERIOD, silent=False)
    quiet = timeliness.reasons(account(days_since_newest=76.0, median_gap=7.0), PERIOD, silent=True)
    assert said(late) == ["Its first post is of 2026-07-07, after the period began."]
    assert said(quiet) == ["No post for 76 days; it usually posts every 7 days."]
    assert {reason.badge for reason in late + quiet} == {"partial"}


def test_an_account_of_which_nothing_is_known_has_no_dates() -> None:
    nothing = account(**dict.fromkeys(("first_day", "newest_day", "covered_until", "days_since_newest", "posts"), NAN))
    assert timeliness.reasons(nothing, PERIOD, silent=False) == []
    assert said(register.reasons(nothing, PERIOD)) == ["No posts or figures per day of this account are loaded."]


def test_an_account_without_posts_in_a_covered_period_was_quiet() -> None:
    assert said(register.reasons(account(posts=NAN), PERIOD)) == ["No posts in this period."]
    assert register.reasons(account(posts=NAN, covered_until=PERIOD.last - 30.0), PERIOD) == [], "not loaded"


def test_closed_accounts_without_posts_are_not_judged() -> None:
    rows = [account(), account(account_id=2, status="closed", posts=NAN), account(account_id=3, status="closed")]
    assert register.in_use(pd.DataFrame(rows))["account_id"].tolist() == [1, 3]


def test_departments_without_accounts_and_without_posts() -> None:
    coverage = pd.DataFrame([account(), account(account_id=2, department_id=2, posts=NAN)])
    assert register.without_accounts([1, 2, 3], coverage) == [3]
    assert register.without_posts([1, 2, 3], coverage) == [2]


def test_two_definitions_of_views_are_said() -> None:
    (reason,) = consistency.reasons(["views", "impressions"], [])
    assert reason.message.english() == "Impressions are counted in 2 ways in this period: impressions, views."
    assert consistency.reasons(["views"], []) == []


@pytest.mark.parametrize(("fell", "kinds"), [(5, []), (6, ["overlap_fell"])])
def test_a_few_counts_may_fall_between_files(fell: int, kinds: list[str]) -> None:
    found = consistency.reasons([], [Overlap("old", "new", 100, fell)])
    assert [reason.kind for reason in found] == kinds


def test_missing_days_are_counted_and_the_longest_gap_is_named() -> None:
    first = to_day(date(2026, 7, 1))
    known = [first + day for day in range(60) if day not in (5, 20, 21, 22)]
    (reason,) = days.reasons({"followers": known, "reach": list(range(first, first + 60))})
    assert reason.message.english() == (
        "4 days without number of followers; the longest gap is from 2026-07-21 to 2026-07-23."
    )
    assert reason.badge == "partial", "4 of 60 days are more than 5 %"
    (one,) = days.reasons({"followers": [day for day in range(first, first + 60) if day != first + 5]})
    assert (one.badge, one.message.english()) == ("good", "1 day without number of followers: 2026-07-06.")


def test_weekly_figures_have_no_gaps() -> None:
    assert days.reasons({"followers": [0, 7, 14, 21]}) == []
    assert days.reasons({}) == []


@given(st.sets(st.integers(0, 400), min_size=1))
def test_days_and_gaps_fill_the_range_exactly(known: set[int]) -> None:
    lost = [day for gap in days.gaps(known) for day in range(gap.first, gap.last + 1)]
    assert sorted([*known, *lost]) == list(range(min(known), max(known) + 1))


@given(st.integers(0, 500), st.integers(0, 500), st.sampled_from(COUNTS))
def test_a_share_lies_in_its_interval(posts: int, n: int, count: str) -> None:
    for known in completeness.completeness(account(posts=posts, **{f"{count}_n": n})):
        if known.share is None or known.interval is None:
            assert known.never or posts == 0
        else:
            assert 0 <= known.interval[0] <= known.share + 1e-12
            assert known.share - 1e-12 <= known.interval[1] <= 1
