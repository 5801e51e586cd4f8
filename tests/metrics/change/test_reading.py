"""A reading, case by case: which chart, which baseline, which words."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import pytest

from metrics.change.reading import Reading, Target, assurance_words, read, sentence, variation_words, what_to_do
from metrics.estimate import Estimate
from metrics.periods import to_date
from metrics.registry import metrics
from metrics.words import Message

MONDAY = 18_267
STEADY = [10.0, 12.0, 11.0, 9.0, 13.0] * 4
NORM = Message("norm", "norm of 2026")


def weeks(values: Sequence[float | None], n: int = 50) -> dict[int, Estimate]:
    return {MONDAY + 7 * place: Estimate(value, n) for place, value in enumerate(values)}


def reading(values: Sequence[float | None], metric: str = "messages", **more: object) -> Reading:
    return read(metrics()[metric], weeks(values), **more)  # type: ignore[arg-type]  # keywords of `read`


def test_under_twelve_weeks_there_are_no_limits() -> None:
    found = reading(STEADY[:11])
    assert (found.kind, found.variation, found.baseline, found.p) == ("run", "too_few", None, None)
    assert set(found.low) == {None}
    assert set(found.centre) == {11.0}
    assert found.reason is not None
    assert found.reason.code == "few_weeks"
    assert reading(STEADY[:8]).kind == "run"


def test_too_few_weeks_are_too_few_for_a_target_too() -> None:
    found = reading([9, 10, 9, 8, 20, 21, 22, 20, 21, 25], target=Target(5, "at_least", NORM))
    assert (found.variation, found.assurance) == ("too_few", "too_few")


def test_the_baseline_is_the_first_twenty_weeks_and_never_moves() -> None:
    long = reading([*STEADY, 60, 70, 80, 90])
    assert long.baseline == (MONDAY, MONDAY + 19 * 7)
    assert long.high[0] == pytest.approx(reading([*STEADY, 60]).high[0])
    assert long.basis is not None
    assert long.basis.code == "basis_first"


def test_while_there_are_fewer_the_limits_are_provisional_and_leave_the_latest_week_out() -> None:
    found = reading([*STEADY[:14], 60.0])
    assert found.baseline == (MONDAY, MONDAY + 13 * 7)
    assert found.basis is not None
    assert found.basis.code == "basis_provisional"
    assert found.variation == "higher"


def test_a_recorded_change_begins_a_new_baseline() -> None:
    since = MONDAY + 20 * 7 - 3
    found = reading([*STEADY, *(value + 30 for value in STEADY), 42], since=since)
    assert found.weeks[0] == MONDAY + 20 * 7
    assert found.baseline == (MONDAY + 140, MONDAY + 39 * 7)
    assert found.variation == "common_cause"
    assert found.basis is not None
    assert found.basis.code == "basis_since"
    assert reading([*STEADY, *(value + 30 for value in STEADY), 42]).variation == "higher"


def test_a_missing_week_is_a_gap_and_not_zero() -> None:
    holed = weeks([*STEADY, 11, None, 12, 10])
    del holed[MONDAY + 5 * 7]
    found = read(metrics()["messages"], holed)
    assert len(found.weeks) == 24
    assert (found.values[5], found.values[21]) == (None, None)
    assert (found.signals[5], found.signals[21]) == ({}, {})
    assert found.low[5] == found.low[0]
    assert found.variation == "common_cause"
    assert found.baseline == (MONDAY, MONDAY + 20 * 7)  # twenty points, one gap


def test_an_old_number_says_nothing_about_now() -> None:
    found = reading([*STEADY, 60.0, None, None, None, None])
    assert (found.variation, found.p) == ("too_few", None)
    assert sentence(metrics()["messages"], found).code == "no_recent_week"
    assert reading([*STEADY, 60.0, None, None, None]).variation == "higher"


@pytest.mark.parametrize(
    ("metric", "value", "variation"),
    [
        ("interactions", 60.0, "improving"),
        ("interactions", 0.0, "concerning"),
        ("waiting", 60.0, "concerning"),
        ("waiting", 1.0, "improving"),
        ("messages", 60.0, "higher"),
        ("messages", 1.0, "lower"),
        ("messages", 11.0, "common_cause"),
    ],
)
def test_what_is_better_decides_what_a_change_is_called(metric: str, value: float, variation: str) -> None:
    assert reading([*STEADY, value], metric).variation == variation


def test_shares_get_limits_that_follow_the_cases() -> None:
    values = {MONDAY + 7 * place: Estimate(0.8, 20 + 40 * (place % 2)) for place in range(30)}
    found = read(metrics()["within_norm"], values)
    assert found.kind == "laney"
    assert found.low[0] < found.low[1]  # type: ignore[operator]  # both are numbers
    assert found.variation == "common_cause"


def test_rates_are_told_apart_on_their_own_scale() -> None:
    values = [0.004, 0.006, 0.005, 0.007, 0.004] * 4
    found = reading([*values, 0.05], "er_reach_pooled")
    assert found.variation == "improving"
    assert found.low[0] is not None
    assert 0 < found.low[0] < 0.004
    assert found.high[0] is not None
    assert 0.007 < found.high[0] < 0.02


def test_gains_can_be_losses() -> None:
    found = reading([*(value - 11 for value in STEADY), -40], "audience_growth")
    assert found.variation == "concerning"
    assert found.low[0] is not None
    assert found.low[0] < 0


def test_what_only_adds_up_is_not_charted() -> None:
    found = reading([float(100 + week) for week in range(30)], "audience")
    assert (found.kind, found.variation) == ("none", "too_few")
    assert sentence(metrics()["audience"], found).code == "not_a_flow"


def test_rare_counts_have_limits_no_narrower_than_chance() -> None:
    found = reading([0, 0, 1, 0, 0] * 4 + [1], "messages")
    assert (found.kind, found.variation) == ("xmr", "common_cause")
    assert reading([0, 0, 1, 0, 0] * 4 + [6], "messages").variation == "higher"
    assert reading([2.0] * 20 + [0], "messages").variation == "common_cause"


def test_weeks_that_are_nearly_all_alike_have_no_limits() -> None:
    found = reading([50.0] * 20 + [51.0], "messages")
    assert (found.kind, found.variation, found.p) == ("run", "common_cause", None)
    assert found.reason is not None
    assert found.reason.code == "no_variation"
    moved = reading([50.0] * 20 + [51.0] * 6, "messages")
    assert (moved.variation, moved.changed) == ("higher", MONDAY + 20 * 7)


@pytest.mark.parametrize(
    ("value", "direction", "assurance"),
    [
        (5, "at_least", "will_meet"),
        (25, "at_least", "will_miss"),
        (11, "at_least", "may_meet"),
        (25, "at_most", "will_meet"),
        (5, "at_most", "will_miss"),
        (11, "at_most", "may_meet"),
    ],
)
def test_ordinary_variation_against_a_target(value: float, direction: str, assurance: str) -> None:
    target = Target(value, direction, NORM)  # type: ignore[arg-type]  # one of the two
    assert reading([*STEADY, 11], target=target).assurance == assurance


def test_no_promise_on_limits_that_the_latest_week_has_left() -> None:
    target = Target(5, "at_least", NORM)
    assert reading([*STEADY, 5.5], target=target).assurance == "may_meet"
    assert reading([*STEADY, 3], target=target).assurance == "may_meet"
    assert reading([*STEADY, 60], target=target).assurance == "will_meet"


def test_a_change_is_dated_where_it_began() -> None:
    found = reading([*STEADY, 11, *[14.0] * 7])
    assert (found.variation, found.changed) == ("higher", MONDAY + 21 * 7)
    text = sentence(metrics()["messages"], found)
    assert text.english() == f"Messages of citizens: higher since the week of {to_date(MONDAY + 147)}"


def test_each_reading_has_words() -> None:
    target = Target(11, "at_least", NORM)
    series = ([*STEADY, 60], [*STEADY, 1], [*STEADY, 11], STEADY[:5], [], [None] * 20, [3.0] * 30)
    for metric in ("response_median", "interactions", "messages", "waiting"):
        for values in series:
            for found in (reading(values, metric), reading(values, metric, target=target)):
                words = (sentence(metrics()[metric], found), variation_words(found), assurance_words(found))
                for text in (*words, what_to_do(metrics()[metric], found)):
                    assert text.english()
                assert len(words[0].english().split()) <= 14


def test_ordinary_weeks_that_miss_ask_for_another_way_of_working() -> None:
    met = reading([*STEADY, 11], "interactions", target=Target(5, "at_least", NORM))
    assert what_to_do(metrics()["interactions"], met).code == "do_nothing"
    assert what_to_do(metrics()["interactions"], replace(met, assurance="will_miss")).code == "do_rework"
    assert what_to_do(metrics()["interactions"], replace(met, assurance="may_meet")).code == "do_steady"


def test_limits_are_in_the_unit_of_the_metric() -> None:
    found = reading([*STEADY, 11])
    logs = np.log1p(STEADY)
    reach = 3 / 1.128 * np.abs(np.diff(logs)).mean()
    assert found.high[0] == pytest.approx(np.expm1(logs.mean() + reach))
    assert found.low[0] == pytest.approx(np.expm1(logs.mean() - reach))
