"""When departments or platforms may not be put side by side, and why."""

from fractions import Fraction
from typing import Any

import pandas as pd
from hypothesis import given
from hypothesis import strategies as st

from metrics.periods import Period
from metrics.quality.fairness import By, Grounds, unfair
from metrics.registry import metrics
from metrics.slices import Slice
from tests.metrics.sample_slices import posts, slice_of

PERIOD = Period(20633, 20723)
NAMES = {1: "Parks", 2: "Roads", 3: "Water"}
FULL = {"likes": 1, "comments": 2, "shares": 0, "reach": 100, "impressions": 200}


def of(department: int, n: int, **values: Any) -> list[dict[str, Any]]:
    """Posts of a department, whose only account has its number."""
    return posts(n, **{"department_id": department, "account_id": department, **FULL, **values})


def coverage(data: Slice, **until: int) -> pd.DataFrame:
    """All accounts of a slice, loaded up to the end; `until` names others by account, as in `account2=20700`."""
    known = data.sums.groupby(["account_id", "department_id", "platform"], as_index=False)["posts"].sum()
    days = [until.get(f"account{number}", PERIOD.last) for number in known["account_id"]]
    return known.assign(covered_until=pd.Series(days, dtype="float64"))


def reason(
    metric: str, data: Slice, by: By = "department_id", definitions: dict[int, str] | None = None, **until: int
) -> str | None:
    known = pd.DataFrame(list((definitions or {}).items()), columns=["account_id", "definition"])
    grounds = Grounds(data.where(period="current"), coverage(data, **until), PERIOD, known)
    groups = NAMES if by == "department_id" else {name: name.title() for name in data.platforms}
    found = unfair(metrics()[metric], grounds, by, groups)
    return None if found is None else found.english()


def test_equal_departments_may_be_compared() -> None:
    data = slice_of(of(1, 20) + of(2, 20))
    assert all(reason(metric, data) is None for metric in ("conversation", "posts", "er_reach", "er_impressions"))


def test_a_count_that_few_posts_of_one_department_have_forbids_that_number_only() -> None:
    data = slice_of(of(1, 20) + of(2, 12) + of(2, 8, reach=None))
    assert reason("er_reach", data) == (
        "Not compared: 60 % of the posts of Roads have reach, against 100 % of those of Parks."
    )
    assert reason("conversation", data) is None


def test_thirty_points_are_just_allowed() -> None:
    assert reason("conversation", slice_of(of(1, 20) + of(2, 14) + of(2, 6, comments=None))) is None
    assert reason("conversation", slice_of(of(1, 20) + of(2, 13) + of(2, 7, comments=None))) is not None


def test_two_that_lack_the_same_may_be_compared() -> None:
    data = slice_of([*of(1, 10), *of(1, 10, reach=None), *of(2, 10), *of(2, 10, reach=None)])
    assert reason("er_reach", data) is None


def test_a_department_with_too_few_posts_for_a_number_decides_nothing() -> None:
    assert reason("interactions", slice_of(of(1, 20) + of(2, 7, likes=None))) is None
    assert reason("interactions", slice_of(of(1, 20) + of(2, 8, likes=None))) is not None


def test_a_platform_that_gives_nobody_the_count_decides_nothing() -> None:
    mastodon = of(2, 30, platform="mastodon", account_id=4, reach=None)
    assert reason("er_reach", slice_of(of(1, 20) + of(2, 20) + mastodon)) is None


def test_few_videos_are_no_lack_of_data() -> None:
    assert reason("video_views", slice_of(of(1, 20, video_views=9) + of(2, 19) + of(2, 1, video_views=9))) is None


def test_an_account_that_stops_before_the_end_forbids_every_number() -> None:
    data = slice_of(of(1, 20) + of(2, 20))
    assert reason("posts", data, account2=PERIOD.last - 8) == (
        "Not compared: 0 % of the accounts of Roads have data up to 2026-09-27, against 100 % of those of Parks."
    )
    assert reason("posts", data, account2=PERIOD.last - 7) is None
    assert reason("posts", data, account1=PERIOD.last - 40, account2=PERIOD.last - 40) is None, "all stop together"


def test_one_of_many_accounts_may_stop() -> None:
    many = [row for number in range(1, 5) for row in posts(10, account_id=number, department_id=1, **FULL)]
    others = [row for number in range(5, 9) for row in posts(10, account_id=number, department_id=2, **FULL)]
    data = slice_of(many + others)
    assert reason("conversation", data, account5=PERIOD.first) is None
    assert reason("conversation", data, account5=PERIOD.first, account6=PERIOD.first) is not None


def test_two_ways_to_count_impressions_forbid_only_numbers_that_need_them() -> None:
    data = slice_of(of(1, 20) + of(2, 20))
    both = {1: "views", 2: "impressions"}
    assert reason("er_impressions", data, definitions=both) == (
        "Not compared: on Facebook, impressions are counted in 2 ways in this period: impressions, views."
    )
    assert reason("er_reach", data, definitions=both) is None
    assert reason("er_impressions", data, definitions={1: "views", 2: "views"}) is None


def test_platforms_may_count_impressions_each_in_their_way() -> None:
    data = slice_of(of(1, 20) + of(2, 20, platform="x"))
    assert reason("er_impressions", data, "platform", definitions={1: "views", 2: "impressions"}) is None


def test_platforms_are_held_to_the_same_rule() -> None:
    data = slice_of(of(1, 20) + of(2, 5, platform="x") + of(2, 15, platform="x", likes=None))
    assert reason("er_followers", data, "platform") == (
        "Not compared: 25 % of the posts of X have likes, against 100 % of those of Facebook."
    )


def test_follower_counts_of_accounts_are_compared() -> None:
    owner = {"period": "current", "platform": "facebook", "followers_start": 9.0, "start_day": 1.0, "end_day": 9.0}
    audience = [{**owner, "account_id": number, "department_id": number, "followers_end": 9.0} for number in (1, 2)]
    assert reason("audience", slice_of(of(1, 20) + of(2, 20), audience=audience)) is None
    second = posts(20, department_id=2, account_id=3, **FULL)
    assert reason("audience", slice_of(of(1, 20) + of(2, 20) + second, audience=audience)) == (
        "Not compared: 50 % of the accounts of Roads have follower counts, against 100 % of those of Parks."
    )


def test_days_of_websites_are_compared() -> None:
    site = {"period": "current", "metric": "visitors", "value": 900.0}
    sites = [
        {**site, "site_id": 1, "department_id": 1, "days": 91},
        {**site, "site_id": 2, "department_id": 2, "days": 45},
    ]
    assert reason("visitors", slice_of(of(1, 1) + of(2, 1), sites=sites)) == (
        "Not compared: the websites of Roads have figures on 49.5 % of the days, those of Parks on 100 %."
    )
    assert reason("visitors", slice_of(of(1, 1) + of(2, 1), sites=sites[:1])) is None


@given(st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30)), min_size=3, max_size=3))
def test_the_rule_is_thirty_points_between_any_two(known: list[tuple[int, int]]) -> None:
    rows = [
        row
        for number, (have, lack) in enumerate(known, 1)
        for row in of(number, have) + of(number, lack, comments=None)
    ]
    shares = [Fraction(have, have + lack) for have, lack in known if have + lack >= 8]
    apart = bool(shares) and any(have for have, _ in known) and max(shares) - min(shares) > Fraction(3, 10)
    assert (reason("conversation", slice_of(rows)) is not None) == apart
