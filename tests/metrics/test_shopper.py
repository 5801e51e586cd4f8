"""Test messages: what counts as answered, what is too early to count, and how little they prove."""

from typing import Any

import pandas as pd
import pytest

from metrics.estimate import Estimate
from metrics.shopper import OUTCOMES, PATIENCE, beside_statistics, by_group, headline, summary

HOUR = 3600
NOW = 100 * 86_400
MEASURED = Estimate(0.8, n=400, low=0.758, high=0.836)


def log(*rows: tuple[str, int, float | None], account: int = 1) -> pd.DataFrame:
    """Test messages as (outcome, when asked, when answered)."""
    frame = pd.DataFrame(rows, columns=["outcome", "asked_ts", "answered_ts"])
    return frame.assign(account_id=account, department_id=account, answered_ts=frame["answered_ts"].astype("float64"))


def many(answered: int, n: int) -> pd.DataFrame:
    return log(*[("answered", 0, float(HOUR))] * answered, *[("none", 0, None)] * (n - answered))


def due(_account: int, asked: int) -> int | None:
    return asked + 4 * HOUR


def test_picked_up_and_in_part_are_not_answered() -> None:
    found = summary(log(("answered", 0, HOUR), ("partly", 0, HOUR), ("picked_up", 0, None), ("none", 0, None)), NOW)
    assert (found.n, found.open) == (4, 0)
    assert found.outcomes == {"answered": 1, "partly": 1, "picked_up": 1, "none": 1}
    assert found.answered.value is None and found.answered.reason is not None
    assert found.answered.reason.english() == "1 of 4: too few for a percentage."
    assert found.in_time is None


def test_the_share_has_wilsons_interval() -> None:
    found = summary(many(15, 20), NOW)
    assert found.answered.value == 0.75
    assert (found.answered.low, found.answered.high) == (
        pytest.approx(0.5313, abs=1e-4),
        pytest.approx(0.8881, abs=1e-4),
    )


def test_a_message_of_today_can_still_be_answered() -> None:
    lately = NOW - PATIENCE
    found = summary(log(("none", lately + 1, None), ("picked_up", lately, None), ("answered", NOW - 60, NOW - 1)), NOW)
    assert (found.n, found.open) == (2, 1)
    assert found.outcomes["answered"] == found.outcomes["picked_up"] == 1


def test_within_the_deadline_counts_the_unanswered_and_leaves_out_what_is_not_due() -> None:
    rows = log(
        *[("answered", 0, 4.0 * HOUR)] * 6,  # on the second
        *[("answered", 0, 4.0 * HOUR + 1)] * 2,
        ("partly", 0, HOUR),
        ("picked_up", 0, None),
        ("none", 0, None),
        ("answered", NOW - HOUR, NOW - 60.0),  # its deadline is yet to come
    )
    found = summary(rows, NOW, due)
    assert found.in_time is not None
    assert (found.in_time.n, found.in_time.value) == (11, pytest.approx(6 / 11))
    assert summary(rows, NOW, lambda account, asked: None).in_time is None, "no norm, no share"


def test_each_department_has_its_own() -> None:
    rows = pd.concat([log(("answered", 0, HOUR)), log(("none", 0, None), account=7)])
    found = by_group(rows, "department_id", NOW)
    assert {one: of.outcomes["answered"] for one, of in found.items()} == {1: 1, 7: 0}


@pytest.mark.parametrize("outcome", OUTCOMES)
def test_one_message_proves_nothing_whatever_came_of_it(outcome: str) -> None:
    said = headline(summary(log((outcome, 0, HOUR if outcome in ("answered", "partly") else None)), NOW)).english()
    assert OUTCOMES[outcome] in said and "One message proves nothing" in said


def test_the_sentence_says_how_many_and_that_it_is_no_proof() -> None:
    assert headline(summary(log(), NOW)).code == "no_tests"
    said = headline(summary(many(3, 4), NOW)).english()
    assert said.startswith("3 of 4 test messages were answered. That is no proof") and "30.1 %" in said


def code(rows: pd.DataFrame, measured: Any = MEASURED) -> str:
    return beside_statistics(summary(rows, NOW, due), measured).code


def test_they_stand_beside_the_statistics() -> None:
    assert code(many(16, 20)) == "tests_fit"
    assert code(many(5, 20)) == "tests_worse"
    assert code(many(60, 60)) == "tests_better"
    assert code(many(0, 1)) == "too_few_tests"
    assert code(many(16, 20), Estimate(None)) == "no_statistics"
    assert beside_statistics(summary(many(16, 20), NOW), MEASURED).code == "no_norm"
    said = beside_statistics(summary(many(5, 20), NOW, due), MEASURED).english()
    assert "25 % of 20" in said and "80 % of 400 questions" in said
