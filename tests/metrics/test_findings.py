"""The first sentences that a reader sees: true, plain, and in a useful order."""

from typing import Any

import pandas as pd

from metrics.coverage import comparable
from metrics.findings import comparisons, departments_headline, findings, headline
from metrics.periods import Period
from metrics.signals.differences import differences
from metrics.signals.dormancy import rhythm_of, silent
from metrics.slices import Slice
from tests.metrics.sample_slices import posts, slice_of

PERIOD = Period(20633, 20723)  # 13 full weeks up to 2026-09-27
NAMES = {1: "Parks", 2: "Roads", 3: "Water"}
FULL = {"likes": 1, "shares": 0, "reach": 100, "clicks": 0}


def account(account_id: int = 1, **values: Any) -> dict[str, Any]:
    """An active account with complete data that posts every other day."""
    row = {"account_id": account_id, "name": f"Account {account_id}", "department_id": 1, "platform": "facebook"}
    row |= {"status": "active", "first_day": 20000, "newest_day": 20723, "days_since_newest": 0, "posts": 20}
    return {**row, "median_gap": 2, "longest_gap": 9, **values}


def coverage(*accounts: dict[str, Any]) -> pd.DataFrame:
    return pd.DataFrame(accounts or [account()])


def commented(period: str, *comments: int, **values: Any) -> list[dict[str, Any]]:
    return [post for n in comments for post in posts(period=period, comments=n, **{**FULL, **values})]


def by_week(now: int, before: int) -> Slice:
    """Posts per week in the period and the one before it."""
    weeks = range(PERIOD.before().first, PERIOD.last, 7)
    return slice_of(
        [post for day in weeks for post in posts((now if day >= PERIOD.first else before) + day % 2, period=day)]
    )


def said(found: list[Any]) -> list[str]:
    return [finding.message.english() for finding in found]


def test_a_clear_change_comes_first() -> None:
    both = slice_of(commented("current", *[6, 7, 8, 9] * 10) + commented("previous", *[1, 2, 3, 4] * 10))
    found = findings(both, PERIOD, coverage(), NAMES)
    assert found[0].message.english() == (
        "Posts get more comments: 7.5 on the middle post, against 2.5 in the period before."
    )
    assert (found[0].kind, found[0].metric_id, found[0].page) == ("change", "conversation", "departments")
    assert (
        headline(found).english() == "Clearly changed since the period before: Conversation (median comments per post)."
    )


def test_no_clear_change_is_said() -> None:
    both = slice_of(commented("current", *[0, 1, 2, 3] * 10) + commented("previous", *[3, 2, 1, 0] * 10))
    found = findings(both, PERIOD, coverage(), NAMES)
    assert found[0].message.english() == (
        "No clear change: 2 numbers were compared with the period before, and they differ no more than by chance."
    )
    assert headline(found).english() == "Posts, reactions and visits did not change clearly since the period before."
    assert comparisons(found) == 2
    assert comparisons(found, 49) == 51, "the list of signals counts, also when none of them is shown"


def test_another_way_of_counting_is_said_instead_of_a_change() -> None:
    def viewed(day: int) -> list[dict[str, Any]]:
        views = 200 if day >= PERIOD.first else 100
        return posts(4, period=day, platform="youtube", video_views=views + day % 3, **FULL)

    weeks = slice_of([post for day in range(PERIOD.before().first, PERIOD.last, 7) for post in viewed(day)])
    both = slice_of(
        [
            {**post, "period": "current" if day >= PERIOD.first else "previous"}
            for day in range(PERIOD.before().first, PERIOD.last, 7)
            for post in viewed(day)
        ]
    )
    found = findings(both, PERIOD, coverage(account(platform="youtube")), NAMES, weeks)
    assert not [finding for finding in found if finding.kind == "change"]
    (refused,) = [finding for finding in found if finding.metric_id == "video_views"]
    assert refused.message.english() == (
        "Video views: not comparable with the period before. YouTube counts a view of any video as soon as it starts: "
        "all data since 2026-08-28, some of it since 2026-08-24."
    )
    assert (refused.page, refused.checks) == ("change", 0)


def test_totals_change_by_their_weeks() -> None:
    both = slice_of(posts(130 * 4, period="current") + posts(130, period="previous"))
    found = findings(both, PERIOD, coverage(), NAMES, by_week(40, 10))
    assert said(found)[0] == "The accounts post more: 520 posts, against 130 in the period before."
    assert not any(finding.kind == "change" for finding in findings(both, PERIOD, coverage(), NAMES))


def test_too_few_posts_for_anything() -> None:
    found = findings(slice_of(commented("current", 1, 2, 3)), PERIOD, coverage(), NAMES)
    assert said(found)[0] == "There are too few posts in this period for most numbers: 3, and 8 are needed."
    assert headline(found).english() == "There is too little data in this period to draw conclusions."


def test_an_empty_store_is_too_few() -> None:
    nobody = coverage(account()).iloc[:0]
    found = findings(slice_of(), PERIOD, nobody, {})
    assert [finding.kind for finding in found] == ["small_base"]


def test_accounts_without_both_periods_are_not_compared() -> None:
    late = account(2, first_day=PERIOD.first)
    unseen = account(3, newest_day=PERIOD.first, days_since_newest=5)
    assert comparable(coverage(account(), late, unseen), PERIOD) == [1]
    both = slice_of(
        commented("current", *[6, 7, 8, 9] * 10, account_id=2) + commented("previous", *[1] * 40, account_id=2)
    )
    found = findings(both, PERIOD, coverage(late), NAMES)
    assert not any(finding.kind == "change" for finding in found)
    assert "1 of 1 accounts are not in the comparison with the period before: their data is not complete." in said(
        found
    )
    assert headline(found).english() == "This period cannot be compared with the period before."


def test_a_period_of_everything_has_nothing_before_it() -> None:
    late = coverage(account(first_day=PERIOD.first))
    found = findings(slice_of(commented("current", *[1] * 20)), PERIOD, late, NAMES, everything=True)
    (missing,) = [finding for finding in found if "compare with" in finding.message.english()]
    assert missing.what_to_do.english() == "Choose a shorter period to compare."
    assert not any("Load their exports" in finding.what_to_do.english() for finding in found)


def test_a_weekly_account_fell_silent_and_a_yearly_one_did_not() -> None:
    weekly = account(1, name="Swimming pool", days_since_newest=90, median_gap=7, longest_gap=21)
    yearly = account(2, name="City festival", days_since_newest=200, median_gap=1, longest_gap=350)
    closed = account(3, days_since_newest=900, median_gap=7, longest_gap=8, status="closed")
    young = account(4, days_since_newest=90, median_gap=float("nan"), longest_gap=float("nan"))
    assert silent(coverage(weekly, yearly, closed, young))["account_id"].tolist() == [1]
    found = findings(slice_of(commented("current", *[1] * 20)), PERIOD, coverage(weekly, yearly), NAMES)
    assert "Swimming pool has not posted for 90 days. It usually posts every 7 days." in said(found)


def test_an_account_that_posted_every_day_fell_silent() -> None:
    daily = coverage(account(name="Crisis desk", days_since_newest=40, median_gap=1))
    found = findings(slice_of(commented("current", *[1] * 20)), PERIOD, daily, NAMES)
    assert "Crisis desk has not posted for 40 days. It usually posts every day." in said(found)


def test_several_silent_accounts_are_one_finding() -> None:
    two = coverage(account(1, days_since_newest=90), account(2, days_since_newest=120))
    found = findings(slice_of(commented("current", *[1] * 20)), PERIOD, two, NAMES)
    dormant = [finding.message.english() for finding in found if finding.kind == "dormant"]
    assert dormant == ["2 accounts fell silent. Account 2 has been silent the longest: no post for 120 days."]


def test_four_weeks_of_silence_are_never_called_silent() -> None:
    assert silent(coverage(account(days_since_newest=27, median_gap=1))).empty
    assert not silent(coverage(account(days_since_newest=28, median_gap=1))).empty


def test_rhythm_takes_the_middle_gap() -> None:
    gaps = pd.DataFrame({"account_id": [1, 1, 1, 2], "gap": [30, 1, 7, 365], "n": [1, 4, 4, 1]})
    assert rhythm_of(gaps).to_dict("index") == {
        1: {"median_gap": 7.0, "longest_gap": 30.0},
        2: {"median_gap": 365.0, "longest_gap": 365.0},
    }


def test_a_department_with_clearly_more_conversation() -> None:
    content = commented("current", *[8, 9, 10, 12] * 10) + [
        post
        for department in (2, 3)
        for post in commented("current", *[0, 1, 2, 3] * 10, department_id=department, account_id=department)
    ]
    found = findings(slice_of(content), PERIOD, coverage(*map(account, (1, 2, 3))), NAMES)
    sentence = "Parks gets more comments than the others: 9.5 on the middle post, against 1.5."
    assert sentence in said(found)
    assert departments_headline(slice_of(content), NAMES).english() == sentence


def test_departments_that_do_not_differ() -> None:
    content = commented("current", *[0, 1, 2, 3] * 10) + commented(
        "current", *[3, 0, 1, 2] * 10, department_id=2, account_id=2
    )
    assert departments_headline(slice_of(content), NAMES).english() == (
        "No department differs clearly from the others in comments per post."
    )
    assert departments_headline(slice_of(content[:40]), NAMES).english() == (
        "Fewer than two departments have the 8 posts that a comparison needs."
    )


def test_a_department_does_not_stand_out_by_its_platforms_alone() -> None:
    """Simpson's paradox: Parks gets fewer comments on each platform, and more in total."""

    def of(department: int, platform: str, n: int, *comments: int) -> list[dict[str, Any]]:
        owner = {"department_id": department, "account_id": department * 10 + len(platform), "platform": platform}
        return commented("current", *list(comments) * n, **owner)

    parks = of(1, "instagram", 40, 8, 9, 10) + of(1, "x", 4, 0, 0, 1)
    roads = of(2, "instagram", 4, 11, 12, 13) + of(2, "x", 40, 1, 2, 3)
    assert differences(slice_of(parks + roads)) == ([], 2)
    fair = of(1, "instagram", 20, 8, 9, 10) + of(2, "instagram", 20, 1, 2, 3)
    assert [found.department_id for found in differences(slice_of(fair))[0]] == [1, 2]
    assert departments_headline(slice_of(fair), NAMES).english() == (
        "Compared with all others, posts of Parks get more comments, and posts of Roads get fewer."
    )


def test_missing_counts_say_what_can_be_done() -> None:
    content = commented("current", *[1] * 10) + posts(
        10, platform="mastodon", account_id=2, likes=1, comments=0, shares=0
    )
    content += posts(10, platform="instagram", account_id=3, likes=1, comments=1, reach=5)
    found = [finding for finding in findings(slice_of(content), PERIOD, coverage(), NAMES) if finding.kind == "missing"]
    assert said(found) == [
        "Not in the loaded data of Instagram: shares. Numbers that need it leave these posts out.",
        "Not in the loaded data of Facebook, Instagram, Mastodon: number of followers. "
        "Numbers that need it leave these posts out.",
        "Nobody can know how many people saw the posts on Mastodon: reach is not reported there.",
    ]
    assert {finding.page for finding in found} == {"data", "methods"}
