"""The sentences of charts."""

from components import sentences
from metrics.comparison.periods import Change
from metrics.estimate import Estimate
from metrics.totals import NOTE
from metrics.words import Message
from tests.components.estimates import FEW, MIXED, SOURCE, SURE, UNCLEAR, UP, metric

TALK = metric("conversation")


def test_the_title_of_a_trend_is_its_finding() -> None:
    assert sentences.trend_title(TALK, UP, "week") == "Conversation (median comments per post): 25% higher than before"
    assert sentences.trend_title(TALK, UNCLEAR, "week") == "Conversation (median comments per post): no clear change"


def test_the_title_of_a_trend_without_comparison_says_what_it_shows() -> None:
    assert sentences.trend_title(TALK, Change("too_few"), "month").endswith("month by month")


def test_the_title_side_by_side_claims_a_difference_only_when_it_is_clear() -> None:
    def title(**numbers: Estimate) -> str:
        return sentences.side_by_side_title(TALK, numbers)

    high = Estimate(9.0, 400, 8.0, 10.0, platforms=("x",))
    low = Estimate(2.0, 400, 1.0, 3.0, platforms=("x",))
    assert title(Parks=high, Roads=low).endswith("Parks clearly higher than Roads")
    assert title(Parks=high, Roads=high).endswith("no clear differences")
    assert title(Parks=FEW, Roads=MIXED).endswith("nothing to compare")


def test_times_are_longer_and_slower_not_higher() -> None:
    wait = metric("response_median")
    assert sentences.trend_title(wait, UP, "week") == "Time to an answer, median: 25% longer than before"
    slow, fast = (Estimate(n, 400, n - 1, n + 1, platforms=("x",)) for n in (9000.0, 2000.0))
    assert sentences.side_by_side_title(wait, {"A": slow, "B": fast}).endswith("A clearly slower than B")


def test_departments_on_several_platforms_are_not_compared() -> None:
    both = Estimate(9.0, 400, 8.0, 10.0, platforms=("facebook", "x"))
    assert sentences.side_by_side_title(TALK, {"Parks": both, "Roads": SURE}).endswith(
        "choose one platform for a fair comparison"
    )


def test_the_subtitle_says_measure_who_period_and_n() -> None:
    assert sentences.subtitle(TALK, SOURCE, [Estimate(4.0, 200), Estimate(None, 14)], "week") == (
        "All departments · all platforms · 13 weeks, 29 June to 27 September 2026 · per post, each week · 214 posts"
    )


def test_the_subtitle_says_which_platforms_are_not_in_it() -> None:
    note = Message(NOTE, "YouTube is not in this number.")
    one = Estimate(4.0, 200, notes=(note,), without=("mastodon",))
    assert sentences.subtitle(TALK, SOURCE, [one]).endswith(" · 200 posts · without Mastodon and YouTube")


def test_the_text_for_the_ear_has_first_last_lowest_and_highest() -> None:
    series = {20633: Estimate(4.0, 20), 20640: FEW, 20647: Estimate(9.0, 20), 20654: Estimate(1.0, 20)}
    said = sentences.trend_alt(TALK, series, "week")
    assert "First: 4 (week of 29 June 2026)" in said
    assert "Last: 1 (week of 20 July 2026)" in said
    assert "Highest: 9 (week of 13 July 2026)" in said
    assert "nothing to draw" in sentences.trend_alt(TALK, {20633: FEW}, "week")


def test_rows_for_the_ear_have_every_number() -> None:
    said = sentences.side_by_side_alt(TALK, {"Parks": SURE, "Youth": FEW})
    assert said == (
        "Chart of Conversation (median comments per post). "
        "Parks: 4 (3 to 5), 214 posts; Youth: Too few posts: 5 of the 8 needed."
    )


def test_an_empty_chart_gives_the_reason_most_rows_share() -> None:
    assert "Choose one platform" in sentences.nothing_side_by_side([MIXED, MIXED, FEW])
    assert sentences.nothing_side_by_side([]) == "There are no departments yet."
