"""Promises that the data bear, refusals that say what would have to change, and the check of each month."""

import pandas as pd
import pytest

from metrics.periods import Period
from metrics.responsiveness.kept import check_months
from metrics.responsiveness.promise import FEWEST, Promise, promise, to_promise
from metrics.responsiveness.survival import survival_of
from metrics.slices import Slice
from tests.metrics.sample_slices import DAY, posts, slice_of, with_answers

HOUR = 3600
TEN_WEEKS = Period(20_657, 20_726)


def of(times: list[float], ages: list[float]) -> Promise:
    return promise(with_answers(slice_of(), times, ages), TEN_WEEKS)


def test_the_shortest_time_that_is_surely_kept() -> None:
    """95 of 100 within an hour and a half: Greenwood: 1 - 0.05^(1 / 1.33) = 0.895 at least."""
    found = of([1.4 * HOUR] * 95 + [3 * DAY] * 5, [])
    assert found.seconds == 2 * HOUR
    assert found.message.english() == "8 of 10 people get an answer within 2 hours."
    assert (found.shown.value, found.shown.n) == (pytest.approx(0.95), 100)
    assert found.evidence is not None
    assert found.evidence.english() == (
        "100 questions were asked (2026-07-23 to 2026-09-30): 95 % (89 % to 98 %) got an answer within 2 hours. "
        "Everybody who got no answer is in this share."
    )
    assert found.change is None


def test_what_is_true_but_not_sure_is_not_promised() -> None:
    """82 of 100 within the hour is over 8 of 10, but the interval is not; within two days all are answered."""
    found = of([0.9 * HOUR] * 82 + [1.9 * DAY] * 18, [])
    assert found.seconds == 2 * DAY


def test_it_refuses_when_too_few_are_ever_answered() -> None:
    found = of([HOUR] * 65, [40 * DAY] * 35)
    assert (found.seconds, found.shown.value, found.shown.n) == (None, pytest.approx(0.65), 100)
    assert found.message.english() == (
        "No promise: fewer than 8 of 10 people get an answer, even after 14 days. It is 65 %."
    )
    assert found.change is not None  # of 100 questions 88 are needed, 23 more in ten weeks
    assert found.change.english() == "For this promise 3 more questions a week need an answer within 14 days."


def test_it_refuses_in_other_words_when_it_may_be_chance() -> None:
    under = of([HOUR] * 76, [40 * DAY] * 24)
    assert (
        under.message.english() == "No promise: after 14 days the share of people with an answer is 76 %, not 8 of 10."
    )
    over = of([HOUR] * 27, [40 * DAY] * 3)
    assert over.message.english() == (
        "No promise yet: 90 % have an answer after 14 days, but with so few questions that may be chance."
    )
    assert over.change is not None
    assert over.change.english() == "For this promise 1 more question a week needs an answer within 14 days."


def test_a_few_questions_bear_no_promise_and_none_no_figure() -> None:
    assert FEWEST == 16
    assert of([HOUR] * 16, []).seconds == HOUR
    assert of([HOUR] * 15, []).message.english() == (
        "Too few questions to promise anything: 15, and 16 are needed even if all were answered."
    )
    assert of([], [60] * 20).message.english() == (
        "The questions are too new to promise anything: load data of a later day."
    )
    assert of([], []).message.english() == "Nobody asked a question in this period."
    assert promise(slice_of(posts(3)), TEN_WEEKS).message.code == "no_conversations"


def test_what_a_shorter_promise_would_take() -> None:
    slow = survival_of([HOUR] * 60 + [DAY] * 40, [])
    assert to_promise(slow, DAY, TEN_WEEKS).english() == "1 day can be promised already."
    never = survival_of([HOUR] * 60, [20 * DAY] * 40)
    assert to_promise(never, DAY, TEN_WEEKS).english() == (
        "To promise 1 day, 3 more questions a week need an answer in that time. "
        "Now fewer than 8 of 10 people get one at all."
    )
    assert to_promise(survival_of([HOUR] * 9, []), DAY, TEN_WEEKS).code == "to_promise_too_few"


def month(data: Slice, first: int, times: list[float], ages: list[float]) -> Slice:
    return with_answers(data, times, ages, period=first)


def test_each_month_is_checked_and_unanswered_is_a_miss() -> None:
    may, june, july, august, september = (
        (pd.Timestamp(f"2026-0{number}-01") - pd.Timestamp("1970-01-01")).days for number in (5, 6, 7, 8, 9)
    )
    data = month(slice_of(), may, [HOUR] * 190, [100 * DAY] * 10)
    data = month(data, june, [HOUR] * 140, [80 * DAY] * 60)
    data = month(data, july, [HOUR] * 24 + [3 * DAY] * 2, [50 * DAY] * 4)
    data = month(data, august, [HOUR] * 7, [30 * DAY] * 2)
    data = month(data, september, [HOUR] * 50, [600.0])
    found = check_months(data, DAY, newest=september + 29)
    assert {first: check.verdict for first, check in found.items()} == {
        may: "kept",
        june: "not_kept",
        july: "too_few",  # 24 of 30
        august: "too_few",
        september: "too_early",  # what was asked on its last day may still be answered in time
    }
    assert (found[june].in_time, found[june].share.n, found[june].share.value) == (140, 200, 0.7)
    assert found[june].share.high == pytest.approx(0.7592, abs=1e-4)
    assert found[august].share.reason is not None
    assert check_months(data, DAY, newest=september + 30)[september].verdict == "kept"
    assert check_months(slice_of(), DAY, newest=september) == {}
    assert check_months(month(slice_of(), may, [], []), DAY, newest=september) == {}
