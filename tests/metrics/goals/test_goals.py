"""Goals: how far they are measured, whether targets are met, and what is said about them; each worked out by hand."""

from math import inf, nan
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from metrics.change.assurance import RECENT
from metrics.estimate import Estimate
from metrics.goals.goal import Goal, Kpi, level_of
from metrics.goals.headline import headline
from metrics.goals.judge import VERDICTS, Covered, Judged, judge, side
from metrics.goals.levels import LEVELS, reaches
from metrics.goals.remarks import remarks
from metrics.goals.target import can_be, comparable, stored, typed
from metrics.intervals import wilson
from metrics.reasons import more_than, no_conversations, too_few_questions_for_share
from metrics.registry import metrics
from metrics.words import Message
from tests.metrics.goals.made_up import elsewhere, goal, kpi

QUARTER = Covered(91, 91)
IN_TIME = Estimate(62 / 100, 100, *wilson(62, 100))  # 52.2 % to 70.9 %
LIKES = kpi(metric="likes", level="outtake", target=50.0)


def test_the_guide_says_how_many_weeks_are_held_beside_a_target() -> None:
    guide = (Path(__file__).parents[3] / "docs" / "set-goals.md").read_text(encoding="utf-8")
    assert f"ordinary variation of the last {RECENT} weeks" in guide


def codes(*messages: Message) -> list[str]:
    return [one.code for one in messages]


@pytest.mark.parametrize(
    ("target", "direction", "verdict"),
    [
        (0.8, "at_least", "not_met"),
        (0.709, "at_least", "undecided"),
        (0.6, "at_least", "undecided"),
        (0.52, "at_least", "met"),
        (0.8, "at_most", "met"),
        (0.6, "at_most", "undecided"),
        (0.5, "at_most", "not_met"),
    ],
)
def test_the_interval_decides(target: float, direction: str, verdict: str) -> None:
    assert judge(kpi(target=target, direction=direction), IN_TIME, QUARTER).verdict == verdict


@pytest.mark.parametrize(
    ("value", "direction", "verdict"),
    [(650, "at_least", "met"), (649, "at_least", "not_met"), (650, "at_most", "met"), (651, "at_most", "not_met")],
)
def test_a_count_is_held_beside_its_target_per_week(value: int, direction: str, verdict: str) -> None:
    found = judge(kpi(metric="comments", target=50.0, direction=direction), Estimate(value, 80), QUARTER)
    assert found.verdict == verdict and found.now is not None
    assert found.now.value == pytest.approx(value / 13)
    assert found.reason.code == "counted"


def test_followers_are_as_they_stand() -> None:
    assert judge(kpi(metric="audience", target=900.0), Estimate(1000, 2), QUARTER).verdict == "met"


def test_a_time_that_is_open_upwards_cannot_meet_a_limit() -> None:
    still = Estimate(7200.0, 40, low=3600.0, high=None)
    assert side(still, 14_400.0, "at_most") == "undecided"
    assert side(still, 1800.0, "at_most") == "not_met"


def test_a_time_longer_than_its_limit_is_not_met_without_being_known() -> None:
    late = kpi(metric="response_median", target=86_400.0, direction="at_most")
    assert judge(late, Estimate(None, 50, reason=more_than(10 * 86_400, 0.5)), QUARTER).verdict == "not_met"
    assert judge(late, Estimate(None, 50, reason=more_than(3600, 0.5)), QUARTER).verdict == "undecided"


def test_what_is_not_known_is_no_miss() -> None:
    few = Estimate(None, 9, reason=too_few_questions_for_share(7, 9))
    assert judge(kpi(), few, QUARTER).verdict == "undecided"
    assert judge(kpi(), Estimate(None, reason=no_conversations(["x"])), QUARTER).verdict == "not_measurable"
    assert judge(kpi(), None, QUARTER).verdict == "not_measurable"
    assert judge(kpi(metric="no_such_metric"), IN_TIME, QUARTER).verdict == "not_measurable"
    assert judge(elsewhere(), None, QUARTER).verdict == "not_measurable"
    without = judge(kpi(target=None), IN_TIME, QUARTER)
    assert (without.verdict, without.now) == ("no_target", IN_TIME)


def test_the_registry_says_which_level_its_numbers_have() -> None:
    assert level_of("likes", "impact") == "outtake" and level_of("within_norm", "outcome") == "output"
    assert level_of(None, "impact") == "impact" and level_of("no_such_metric", "outcome") == "outcome"
    assert set(LEVELS) == {"output", "outtake", "outcome", "impact"}


def test_the_highest_level_says_how_far_a_goal_is_measured() -> None:
    assert reaches(goal()) == "nothing"
    assert reaches(goal(kpi(), kpi(metric="posts"))) == "output"
    assert reaches(goal(kpi(), LIKES)) == "outtake"
    assert reaches(goal(kpi(), elsewhere())) == reaches(goal(elsewhere("impact"))) == "result"


def said(one: Goal, *judged: Judged) -> list[str]:
    return codes(*remarks(one, {two.kpi.id: two for two in judged}))


def test_a_goal_of_outputs_is_told_to_add_an_outcome() -> None:
    outputs = goal(kpi())
    measured = judge(outputs.kpis[0], IN_TIME, QUARTER)
    [found] = remarks(outputs, {1: measured})
    assert found.english() == "This goal counts what you do, not what it brings: add an outcome."
    assert said(goal(kpi(), elsewhere()), measured) == []
    assert said(goal(LIKES), judge(kpi(id=1), IN_TIME, QUARTER)) == ["outtakes_only"]


def test_what_is_missing_is_said() -> None:
    assert said(goal()) == ["no_kpi"]
    assert said(goal(elsewhere(target=None))) == ["no_target"]
    [found] = remarks(goal(elsewhere(target=None), elsewhere(target=None)), {})
    assert found.english().startswith("2 numbers have no target")
    both = goal(kpi(), elsewhere())
    nothing = judge(both.kpis[0], Estimate(None, reason=no_conversations([])), QUARTER)
    assert said(both, nothing) == ["no_data"] and said(both) == ["no_data"]


def test_a_verdict_without_a_value_is_not_without_data() -> None:
    both = goal(kpi(metric="response_median", target=86_400.0, direction="at_most"), elsewhere())
    late = judge(both.kpis[0], Estimate(None, 50, reason=more_than(10 * 86_400, 0.5)), QUARTER)
    few = judge(both.kpis[0], Estimate(None, 9, reason=too_few_questions_for_share(7, 9)), QUARTER)
    assert (late.verdict, said(both, late)) == ("not_met", [])
    assert (few.verdict, said(both, few)) == ("undecided", [])


@pytest.mark.parametrize(
    ("name", "level", "expected"),
    [
        ("Likes per post", "impact", ["likes_are_no_impact"]),
        ("Meer volgers", "outcome", ["likes_are_no_impact"]),
        ("Bereik onder jongeren", "outcome", ["likes_are_no_impact"]),
        ("Likelihood to recommend", "outcome", []),
        ("Likes per post", "outtake", ["outtakes_only"]),
        ("PR-waarde", "impact", ["no_money"]),
        ("AVE", "outcome", ["no_money"]),
        ("We have less residual waste", "impact", []),
    ],
)
def test_likes_are_no_impact_and_attention_is_no_money(name: str, level: str, expected: list[str]) -> None:
    assert said(goal(elsewhere(level, name))) == expected


def test_the_headline_counts_results_and_targets() -> None:
    goals = [goal(kpi(), elsewhere(), id=n) for n in (1, 2, 3)] + [goal(kpi(), id=4), goal(kpi(), id=5)]
    judged = [judge(kpi(target=target), IN_TIME, QUARTER) for target in (0.5, 0.8, 0.6, 0.6, None)]
    words = [one.english() for one in headline(goals, judged)]
    assert words == [
        "3 of 5 goals have a number that shows a result.",
        "2 goals count outputs only.",
        "Targets that can be checked here: 1 met, 1 not met, 2 undecided.",
    ]
    other = [goal(LIKES), goal(id=2), goal(elsewhere(), id=3, status="closed")]
    assert [one.english() for one in headline(other, [judge(elsewhere(), None, QUARTER)])] == [
        "0 of 2 goals have a number that shows a result.",
        "1 goal goes no further than out-takes.",
        "1 goal has no number yet.",
    ]
    assert codes(*headline([goal(status="closed")], [])) == ["none"]
    assert headline([], [])[0].english() == "There are no goals yet."


@pytest.mark.parametrize("name", [None, *metrics()])
@given(value=st.floats(0, 1e6).map(lambda one: round(one, 3)))
def test_a_target_is_typed_again_as_it_was(name: str | None, value: float) -> None:
    metric = metrics().get(name or "")
    assert typed(metric, stored(metric, value)) == pytest.approx(value, abs=1e-6)
    assert typed(metric, None) is None and stored(metric, None) is None


def test_a_target_must_be_possible() -> None:
    share, count, growth = (metrics()[one] for one in ("within_norm", "comments", "audience_growth"))
    assert [can_be(share, one) for one in (0, 0.8, 1, 1.2, -0.1, nan, inf)] == [True, True, True, *[False] * 4]
    assert [can_be(count, one) for one in (0, 12.5, -1, 1e12)] == [True, True, False, False]
    assert can_be(growth, -5) and can_be(None, -5)


_NUMBERS = st.none() | st.floats(-1e6, 1e6)
_KPIS = st.builds(
    kpi,
    metric=st.sampled_from([None, *metrics(), "no_such_metric"]),
    direction=st.sampled_from(["at_least", "at_most"]),
    target=_NUMBERS,
)


@given(
    _KPIS,
    st.none() | st.builds(Estimate, _NUMBERS, st.integers(0, 99), _NUMBERS, _NUMBERS),
    st.integers(0, 400),
    st.booleans(),
)
def test_any_number_gets_a_verdict_in_words(one: Kpi, estimate: Estimate | None, days: int, complete: bool) -> None:
    found = judge(one, estimate, Covered(days, 400, complete))
    assert found.verdict in VERDICTS and found.reason.english()
    assert estimate is None or one.measure is None or comparable(one.measure, estimate, days).n == estimate.n


def test_a_target_per_week_is_not_judged_by_a_period_shorter_than_a_week() -> None:
    many = Estimate(700, 80)
    assert [judge(kpi(metric="comments", target=50.0), many, Covered(days, days)).verdict for days in (1, 6, 7)] == [
        "undecided",
        "undecided",
        "met",
    ]


@pytest.mark.parametrize(
    ("covered", "direction", "verdict", "code"),
    [
        (Covered(30, 91), "at_least", "met", "counted_part"),
        (Covered(91, 91), "at_least", "not_met", "counted"),
        (Covered(91, 91, complete=False), "at_least", "undecided", "incomplete"),
        (Covered(91, 91, complete=False), "at_most", "undecided", "incomplete"),
        (Covered(30, 91, complete=False), "at_most", "not_met", "counted_part"),
        (Covered(6, 91), "at_least", "undecided", "short_period"),
        (Covered(0, 91), "at_least", "not_measurable", "not_covered"),
    ],
)
def test_days_without_data_are_missing_not_zero(covered: Covered, direction: str, verdict: str, code: str) -> None:
    found = judge(kpi(metric="posts", target=20.0, direction=direction), Estimate(90, 90), covered)
    assert (found.verdict, found.reason.code) == (verdict, code)
