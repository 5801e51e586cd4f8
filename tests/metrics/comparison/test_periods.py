"""What is called a change, and what is not."""

import pytest

from metrics.comparison.periods import WORDS, compare
from metrics.estimate import Estimate
from metrics.intervals import wilson
from metrics.reasons import too_few_posts


def share(part: int, n: int, platforms: tuple[str, ...] = ("facebook",)) -> Estimate:
    low, high = wilson(part, n)
    return Estimate(part / n, n, low, high, platforms=platforms)


def total(value: float) -> Estimate:
    return Estimate(value, 10, platforms=("facebook",))


def test_a_clear_rise_and_fall() -> None:
    up, down = compare(share(60, 100), share(30, 100)), compare(share(30, 100), share(60, 100))
    assert (up.direction, down.direction) == ("up", "down")
    assert (up.absolute, up.relative) == (pytest.approx(0.3), pytest.approx(1.0))
    assert down.relative == pytest.approx(-0.5)
    assert up.p is not None and up.p < 0.001


def test_no_clear_change_is_an_answer() -> None:
    found = compare(share(31, 100), share(30, 100))
    assert (found.direction, found.word.english()) == ("unclear", "no clear change")


def test_overlapping_intervals_can_differ_clearly() -> None:
    now, before = share(58, 100), share(42, 100)
    assert now.low is not None and before.high is not None and now.low < before.high
    assert compare(now, before).direction == "up"


def test_a_change_too_small_to_act_on_is_not_named() -> None:
    found = compare(share(52_000, 100_000), share(50_000, 100_000))
    assert found.p is not None and found.p < 0.001
    assert found.direction == "unclear"


def test_numbers_without_spread_change_only_when_they_differ() -> None:
    three, four = Estimate(3.0, 20, 3.0, 3.0), Estimate(4.0, 20, 4.0, 4.0)
    assert compare(three, three).direction == "unclear"
    assert compare(four, three).direction == "up"


def test_from_zero_there_is_no_relative_change() -> None:
    found = compare(share(30, 100), share(0, 100))
    assert (found.direction, found.relative) == ("up", None)


def test_missing_numbers_are_not_compared_and_say_why() -> None:
    reason = too_few_posts(3, 8)
    found = compare(share(3, 10), Estimate(None, 3, reason=reason))
    assert (found.direction, found.absolute, found.reason) == ("too_few", None, reason)


def test_numbers_of_other_platforms_are_not_compared() -> None:
    found = compare(share(60, 100, ("facebook", "x")), share(30, 100))
    assert found.direction == "not_comparable"
    assert found.reason is not None
    assert found.reason.english() == "Not comparable: now from Facebook, X, before from Facebook."


def test_totals_are_compared_by_their_weeks() -> None:
    before = [20, 25, 18, 30, 22, 19, 27, 24]
    assert compare(total(370), total(185), ([2 * week for week in before], before)).direction == "up"
    assert compare(total(190), total(185), (before[::-1], before)).direction == "unclear"


def test_totals_without_enough_weeks_are_not_compared() -> None:
    untested = compare(total(20), total(10))
    assert (untested.direction, untested.p, untested.word.english()) == ("not_comparable", None, "not compared")
    few = compare(total(20), total(10), ([4] * 5, [2] * 13))
    assert few.direction == "too_few" and few.reason is not None
    assert few.reason.english() == "Too few full weeks to compare: 6 are needed in both periods."
    assert (few.absolute, few.relative) == (10, 1)


def test_every_direction_has_a_word() -> None:
    assert all(message.english() for message in WORDS.values())
