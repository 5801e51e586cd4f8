"""Every metric on twelve posts that can be added up by hand."""

import pytest

from metrics.estimate import Estimate
from metrics.registry import metrics
from metrics.slices import Slice
from tests.metrics.sample_slices import posts, slice_of, with_answers, with_topic

LIKES = [0, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 15]  # 60, ten posts with
COMMENTS = [0, 0, 0, 0, 1, 1, 2, 2, 3, 4, 5, 6]  # 24, eight posts with
SHARES = [0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 6]  # 12, six posts with
# together 0 0 1 2 4 5 8 9 11 13 16 27: 96

SAME = {"followers": 1000, "reach": 200, "impressions": 400, "clicks": 2, "saves": 1, "video_views": 10}
FOLLOWERS = {"period": "current", "account_id": 1, "department_id": 1, "platform": "facebook"}
FOLLOWERS |= {"followers_start": 1000, "followers_end": 1120, "start_day": 30, "end_day": 90}
SITES = [
    {"period": "current", "site_id": 1, "department_id": 1, "metric": metric, "value": value, "days": 28}
    for metric, value in {"visitors": 840, "visits": 1400, "page_views": 5600, "downloads": 70}.items()
]
SITES += [
    {"period": "current", "site_id": site, "department_id": 1, "metric": metric, "value": 999, "days": 14, "latest": n}
    for site, counts in {1: (120, 900, 311), 2: (3, 40, 9)}.items()
    for metric, n in zip(("proposals", "supports", "proposal_comments"), counts, strict=True)
]

HOUR = 3600
ROUGH = ("er_", "response_")  # read from classes that are 4 % wide
ANSWERED = [1, 1, 2, 2, 3, 4, 5, 6, 8, 20, 30, 48]  # hours; ten of them within the norm of a day
WAITING = [31, 40, 50, 2.5]  # hours; the last one may still be answered in time

EXPECTED = {  # value, low, high, n
    "within_norm": (10 / 15, 0.4171, 0.8482, 15),
    "answered_share": (12 / 15, 0.5481, 0.9295, 15),
    # 16 questions, 12 of them without an answer after 2 hours; then one leaves. The others: 12/16 x 7/11 = 0.477 after
    # 6 hours. The interval of the curve holds a half from 2 hours (0.463 to 0.898) until 48 hours (0.011 to 0.413)
    "response_median": (6 * HOUR, 2 * HOUR, 48 * HOUR, 16),
    "waiting": (4, None, None, 16),
    "two_way": (3 / 12, 0.0889, 0.5323, 12),
    "conversation_depth": (2 / 10, 0.0567, 0.5098, 10),
    "posts": (12, None, None, 12),
    "posts_per_week": (3, None, None, 12),
    "interactions": (96, None, None, 12),
    "likes": (60, None, None, 12),
    "comments": (24, None, None, 12),
    "shares": (12, None, None, 12),
    "clicks": (24, None, None, 12),
    "saves": (12, None, None, 12),
    "video_views": (120, None, None, 12),
    # medians: the mean of the 6th and 7th post, from the 3rd to the 10th
    "applause": (4.5, 1, 8, 12),
    "conversation": (1.5, 0, 4, 12),
    "amplification": (0.5, 0, 1, 12),
    "er_followers": (6.5 / 1000, 1 / 1000, 13 / 1000, 12),
    "er_reach": (6.5 / 200, 1 / 200, 13 / 200, 12),
    "er_impressions": (6.5 / 400, 1 / 400, 13 / 400, 12),
    "er_reach_pooled": (96 / 2400, None, None, 12),
    "er_impressions_pooled": (96 / 4800, None, None, 12),
    "share_rate_reach": (12 / 2400, None, None, 12),
    "popularity_p1": (10 / 12, 0.5520, 0.9530, 12),
    "popularity_p2": (5, None, None, 12),
    "popularity_p3": (5, None, None, 12),
    "commitment_c1": (8 / 12, 0.3906, 0.8619, 12),
    "commitment_c2": (2, None, None, 12),
    "commitment_c3": (2, None, None, 12),
    "virality_v1": (6 / 12, 0.2538, 0.7462, 12),
    "virality_v2": (1, None, None, 12),
    "virality_v3": (1, None, None, 12),
    "audience": (1120, None, None, 1),
    "audience_growth": (60, None, None, 1),  # 120 in 60 days
    "audience_growth_rate": (0.06, None, None, 1),
    # 30 messages, 9 of them on the topic and 12 on none; 12 questions on it, 3 of them without an answer
    "messages": (30, None, None, 30),
    "topic_share": (0.3, 0.1666, 0.4788, 30),
    "topic_unclear": (0.4, 0.2459, 0.5768, 30),
    "topic_waiting": (0.25, 0.0889, 0.5323, 12),
    "visitors": (30, None, None, 28),
    "visits": (1400, None, None, 28),
    "page_views": (5600, None, None, 28),
    "downloads": (70, None, None, 28),
    # what stands on the last day of two platforms, each read off on 14 days
    "proposals": (123, None, None, 28),
    "supports": (940, None, None, 28),
    "proposal_comments": (320, None, None, 28),
}


@pytest.fixture(scope="module")
def twelve() -> Slice:
    content = [
        post
        for likes, comments, shares in zip(LIKES, COMMENTS, SHARES, strict=True)
        for post in posts(likes=likes, comments=comments, shares=shares, **SAME)
    ]
    content += posts(5, type="reply", likes=99, comments=99)  # own replies are in no number
    data = slice_of(content, days=28, audience=[FOLLOWERS], sites=SITES)
    seconds, ages = ([hours * HOUR for hours in part] for part in (ANSWERED, WAITING))
    data = with_topic(data, messages=30, about=9, unclear=12, asked=12, waiting=3)
    return with_answers(data, seconds, ages, talked=10, two_way=3, deep=2)


@pytest.mark.parametrize("name", EXPECTED)
def test_twelve_posts_by_hand(twelve: Slice, name: str) -> None:
    value, low, high, n = EXPECTED[name]
    found = metrics()[name].compute(twelve)
    assert found.reason is None
    assert found.value == pytest.approx(value, rel=0.02 if name.startswith(ROUGH) else 1e-9)
    if low is None:
        assert (found.low, found.high) == (None, None)
    else:
        tolerance = 0.02 if name.startswith(ROUGH) else 1e-3
        assert (found.low, found.high) == (pytest.approx(low, rel=tolerance), pytest.approx(high, rel=tolerance))
    assert found.n == n
    assert found.platforms == (("website",) if metrics()[name].group == "website" else ("facebook",))
    assert found.without == ()


def test_every_metric_was_computed_by_hand() -> None:
    assert EXPECTED.keys() | {"engagement_e", "response_p90"} == metrics().keys()


def test_engagement_e_is_shown_as_its_parts(twelve: Slice) -> None:
    metric = metrics()["engagement_e"]
    assert metric.compute(twelve).value is None
    assert [metrics()[part].compute(twelve).value for part in metric.parts] == [pytest.approx(x) for x in (5, 2, 1)]


def reason(name: str, data: Slice) -> str:
    found = metrics()[name].compute(data)
    assert found.value is None and found.reason is not None
    return found.reason.english()


def test_a_missing_count_is_not_zero() -> None:
    silent = posts(20, platform="instagram", likes=3, comments=0, shares=0)
    assert reason("clicks", slice_of(silent)) == "Not in the data of Instagram: clicks."
    assert reason("er_reach", slice_of(silent)) == "Not in the data of Instagram: reach."
    assert reason("er_followers", slice_of(silent)) == "Not in the data of Instagram: number of followers."
    assert reason("popularity_p3", slice_of(silent)) == "Not in the data of Instagram: number of followers."
    assert metrics()["comments"].compute(slice_of(silent)).value == 0


def test_the_reason_names_the_part_that_is_missing() -> None:
    youtube = slice_of(posts(20, platform="youtube", likes=3, comments=1, followers=100, impressions=50))
    for name in ("interactions", "er_followers", "er_impressions", "virality_v3", "virality_v1", "share_rate_reach"):
        assert reason(name, youtube) == "Not in the data of YouTube: shares."


def test_a_number_names_who_is_in_it_and_who_is_not() -> None:
    data = slice_of(
        posts(9, clicks=2) + posts(1) + posts(10, platform="instagram", account_id=2, likes=1), audience=[FOLLOWERS]
    )
    clicks = metrics()["clicks"].compute(data)
    assert (clicks.value, clicks.n, clicks.platforms, clicks.without) == (18, 9, ("facebook",), ("instagram",))
    assert [note.english() for note in clicks.notes] == ["Rests on the 9 of 10 posts that have clicks."]
    audience = metrics()["audience"].compute(data)
    assert (audience.value, audience.platforms, audience.without) == (1120, ("facebook",), ("instagram",))
    assert [note.english() for note in audience.notes] == ["The followers of 1 of the 2 accounts are known."]


def test_small_numbers_are_said_as_they_are() -> None:
    few = {"likes": 1, "comments": 1, "shares": 1, "followers": 10, "reach": 5, "impressions": 5}
    seven = slice_of(posts(7, **few))
    for name in ("er_followers", "er_reach", "er_reach_pooled", "applause", "popularity_p2", "popularity_p3"):
        assert reason(name, seven) == "Too few posts: 7 of the 8 needed."
    assert metrics()["er_followers"].compute(slice_of(posts(8, **few))).value == pytest.approx(0.3, rel=0.02)
    nine = slice_of(posts(7, comments=1) + posts(2, comments=0))
    assert reason("commitment_c1", nine) == "7 of 9 posts: too few for a percentage."
    assert metrics()["commitment_c1"].compute(slice_of(posts(10, comments=0))).value == 0


def test_rates_are_never_averaged_over_platforms() -> None:
    full = {"likes": 1, "comments": 1, "shares": 1, "followers": 10, "reach": 5, "impressions": 5}
    data = slice_of(posts(10, **full) + posts(10, platform="x", account_id=2, **full))
    for name in ("er_followers", "er_reach", "er_reach_pooled", "share_rate_reach", "virality_v3"):
        assert reason(name, data) == "Choose one platform: this rate cannot be averaged over Facebook, X."
        assert metrics()[name].compute(data.where(platform="x")).value is not None


def test_share_rate_leaves_out_accounts_where_reach_and_shares_are_of_different_posts() -> None:
    data = slice_of(
        posts(10, shares=1, reach=100) + posts(5, account_id=2, shares=9, reach=10) + posts(5, account_id=2, shares=9)
    )
    found = metrics()["share_rate_reach"].compute(data)
    assert (found.value, found.n) == (pytest.approx(0.01), 10)
    assert reason("share_rate_reach", slice_of(posts(10, shares=0, reach=0))) == (
        "Cannot be calculated: the reach of these posts is 0."
    )


def test_growth_in_percent_needs_500_followers() -> None:
    small = slice_of(audience=[{**FOLLOWERS, "followers_start": 400, "followers_end": 430}])
    assert metrics()["audience_growth"].compute(small).value == 15
    assert reason("audience_growth_rate", small) == "Too few followers for a percentage: 400 at the start, 500 needed."
    once = slice_of(audience=[{**FOLLOWERS, "followers_start": None}])
    assert metrics()["audience"].compute(once).value == 1120
    assert reason("audience_growth", once) == "Not in the data of these accounts: the number of followers."


def test_days_without_website_data_are_missing_not_zero() -> None:
    sites = [{**row, "days": 14} for row in SITES] + [{**SITES[0], "site_id": 2, "value": 280}]
    found = metrics()["visitors"].compute(slice_of(days=28, sites=sites))
    assert (found.value, found.n) == (60 + 10, 42)
    assert [note.english() for note in found.notes] == [
        "Data of 42 of the 56 days; the other days are missing, not zero."
    ]


def test_a_period_with_only_replies_has_zero_posts() -> None:
    only_replies = slice_of(posts(3, type="reply"))
    assert metrics()["posts"].compute(only_replies) == Estimate(0.0, 0)
    assert reason("likes", only_replies) == "There are no posts in this period."


def test_a_time_that_too_few_got_an_answer_in_is_more_than_the_longest_wait(twelve: Slice) -> None:
    ever = "More than 2.1 days: not even 90 % of the questions had an answer by then."
    assert reason("response_p90", twelve) == ever  # 50 hours
    never = with_answers(slice_of(), [HOUR] * 4, [9 * 24 * HOUR] * 6)
    assert reason("response_median", never) == "More than 9 days: not even 50 % of the questions had an answer by then."


def test_questions_that_nobody_loaded_are_no_zeros() -> None:
    silent = slice_of(posts(20, likes=1))
    for name in ("within_norm", "answered_share", "response_median", "response_p90", "waiting", "two_way"):
        text = "Not in the data of Facebook: the messages of citizens and the answers to them."
        assert reason(name, silent) == text
        assert reason(name, slice_of()) == "No messages of citizens were loaded for this period."
    assert metrics()["waiting"].compute(with_answers(silent)) == Estimate(0.0, 0, platforms=("facebook",))
    assert reason("within_norm", with_answers(silent)) == "Nobody asked a question in this period."
    assert reason("conversation_depth", with_answers(silent)) == "No citizen wrote under a post of this period."
    not_due = with_answers(silent, [], [HOUR] * 12)
    assert reason("within_norm", not_due) == "No question of this period has passed its deadline yet."


def test_few_questions_are_said_as_they_are() -> None:
    nine = with_answers(slice_of(), [HOUR] * 7, [9 * 24 * HOUR] * 2)
    assert reason("within_norm", nine) == "7 of 9 questions: too few for a percentage."
    assert reason("response_median", nine) == "Too few questions: 9 of the 10 needed."
    assert reason("two_way", with_answers(slice_of(posts(9)), two_way=7, talked=8)) == (
        "7 of 9 posts: too few for a percentage."
    )


def test_accounts_without_conversations_are_left_out_and_their_platforms_named() -> None:
    data = slice_of(posts(20) + posts(20, account_id=3) + posts(20, platform="x", account_id=2))
    found = metrics()["two_way"].compute(with_answers(data, talked=12, two_way=10))
    assert (found.value, found.n, found.platforms, found.without) == (0.5, 20, ("facebook",), ("x",))
    assert [note.english() for note in found.notes] == ["The conversations of 1 of the 3 accounts are known."]
