"""Each seeded story can be found in the generated city, as strong as planned."""

import re

import pytest

from loaders.demo import truth
from loaders.demo.generate import City, generate
from loaders.demo.stories import PLAN
from metrics.comparison.funnel import funnel
from metrics.comparison.part import Part
from metrics.comparison.shrinkage import shrunken
from tests.loaders.demo.demo_city import whole


@pytest.fixture(
    scope="module", params=[1, pytest.param(2, marks=pytest.mark.slow), pytest.param(3, marks=pytest.mark.slow)]
)
def city(request: pytest.FixtureRequest) -> City:
    return whole() if request.param == 1 else generate(request.param)


@pytest.mark.parametrize("days", [None, 91 + truth.MATURE_DAYS])
def test_a_fast_average_hides_a_third_unanswered(city: City, days: int | None) -> None:
    figures = truth.unanswered(city, days)
    assert figures["unanswered_share"] == pytest.approx(PLAN.unanswered_share, abs=0.04)
    assert figures["mean_hours"] < 0.8 * figures["fastest_other_mean_hours"]
    assert figures["highest_other_unanswered_share"] < PLAN.unanswered_share - 0.1


@pytest.mark.parametrize("days", [None, 91])
def test_sport_wins_on_each_platform_and_loses_over_all(city: City, days: int | None) -> None:
    rate = truth.simpson(city, days)
    assert rate["sport_facebook"] > 1.05 * rate["cultuur_facebook"]
    assert rate["sport_instagram"] > 1.05 * rate["cultuur_instagram"]
    assert rate["sport_all"] < 0.6 * rate["cultuur_all"]


def test_one_account_is_dormant_one_fell_silent_and_one_is_only_waiting(city: City) -> None:
    figures = truth.accounts(city)
    assert figures["dormant_days"] >= PLAN.dormant_days
    assert figures["weekly_median_gap_days"] == 7
    assert PLAN.silent_days <= figures["weekly_silent_days"] < PLAN.silent_days + 7
    assert figures["yearly_posts"] > 50
    assert figures["yearly_posts_out_of_season"] == 0
    assert figures["yearly_silent_days"] > 200


def test_two_accounts_on_one_platform_overlap(city: City) -> None:
    assert truth.overlap(city)["near_duplicate_share"] == pytest.approx(PLAN.overlap_share, abs=0.05)


def test_questions_arrive_at_the_wrong_department(city: City) -> None:
    figures = truth.misrouted(city)
    assert figures["misrouted_share"] == pytest.approx(PLAN.misrouted_share, abs=0.04)
    assert truth.misrouted(city, 91 + truth.MATURE_DAYS)["misrouted_share"] > 0.2
    assert figures["highest_other_share"] < 0.1
    assert figures["median_hours_misrouted"] > 2 * figures["median_hours_others"]


@pytest.mark.parametrize("days", [None, 91 + truth.MATURE_DAYS])
def test_the_published_claim_is_false(city: City, days: int | None) -> None:
    figures = truth.claim(city, days)
    assert figures["within_share"] == pytest.approx(0.55, abs=0.05)
    assert figures["within_share_office_hours"] < 0.78  # false by that clock too
    assert figures["n"] > 1000
    assert (city.posts["story"] == "claim").sum() == len(PLAN.claim_ages)
    assert city.posts.loc[city.posts["story"] == "claim", "text"].str.contains("80 % .*4 uur").all()


def test_two_departments_answer_the_same_questions_on_parking(city: City) -> None:
    figures = truth.answered_twice(city)
    assert figures["questions"] > 100
    assert figures["posts"] > 50
    assert figures["question_share"] == pytest.approx(PLAN.double_answer_share, abs=0.08)


def test_evening_posts_do_better_in_one_department_only(city: City) -> None:
    ratio = truth.evening(city)
    assert ratio.pop("sport") == pytest.approx(PLAN.evening_lift, abs=0.35)
    assert all(0.75 < other < 1.3 for other in ratio.values())
    assert len(ratio) == 7


def test_two_departments_answer_the_same_share(city: City) -> None:
    figures = truth.alike(city)
    assert figures["mobiliteit_share"] == pytest.approx(figures["sport_share"], abs=0.005)
    assert figures["most_apart"] < 0.02
    assert min(figures["mobiliteit_n"], figures["sport_n"]) > 1000


@pytest.mark.parametrize("days", [None, 91 + truth.MATURE_DAYS])
def test_a_fair_comparison_finds_the_one_that_differs_and_not_the_two_that_do_not(city: City, days: int | None) -> None:
    shares = truth.answered_shares(city, days)
    parts = {str(who): Part(float(answered), float(n)) for who, answered, n in shares.itertuples()}
    assert {who: point.side for who, point in funnel(parts, share=True).flagged.items()} == {"beheer": "low"}
    pairs = shrunken({who: part.estimate(share=True) for who, part in parts.items()}, "share").pairs
    assert ("mobiliteit", "beheer") in pairs and ("sport", "beheer") in pairs
    assert not [pair for pair in pairs if set(pair) == {"mobiliteit", "sport"}]


def test_complaints_about_parking_rise(city: City) -> None:
    assert truth.rise(city)["ratio"] > 2.5


def test_messages_on_two_accounts_repeat_and_contradict_each_other(city: City) -> None:
    pairs = truth.clashes(city)
    assert pairs["kind"].value_counts().to_dict() == {"same": 5, "date": 4, "amount": 3}
    assert (pairs["alike"] > 0.7).all()
    assert (pairs["days_apart"].abs() < 7).all()
    for kind, (one, other) in zip(pairs["kind"], pairs["texts"], strict=True):
        facts = [set(re.findall(r"€ \d+|\d+ [a-z]+", text)) for text in (one, other)]
        assert (facts[0] == facts[1]) == (kind == "same")
        assert one != other
