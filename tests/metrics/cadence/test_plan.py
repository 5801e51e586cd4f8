"""The four-week test: balanced, on the right days, and the same again for the same seed."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from metrics.cadence.plan import MOST_PER_WEEK, WEEKS, comparison, four_weeks
from metrics.content.slots import SLOTS
from metrics.periods import week_start
from metrics.words import Message

first_days = st.integers(20_000, 21_000)
rates = st.integers(1, MOST_PER_WEEK)
seeds = st.integers(0, 10_000)


@given(first_days, rates, seeds)
def test_every_slot_gets_nearly_as_many_posts(first: int, rate: int, seed: int) -> None:
    plan = four_weeks(first, rate, seed)
    assert len(plan) == WEEKS * rate
    assert Counter(post.week for post in plan) == dict.fromkeys(range(1, WEEKS + 1), rate)
    per_slot = Counter(dict.fromkeys(SLOTS, 0)) + Counter(post.slot for post in plan)
    counts = [per_slot[slot] for slot in SLOTS]
    assert max(counts) - min(counts) <= 1
    for week in range(1, WEEKS + 1):
        in_week = Counter(post.slot for post in plan if post.week == week)
        spread = [in_week[slot] for slot in SLOTS]
        assert max(spread) - min(spread) <= 2


@given(first_days, rates, seeds)
def test_days_fit_the_slots(first: int, rate: int, seed: int) -> None:
    plan = four_weeks(first, rate, seed)
    assert plan == four_weeks(first, rate, seed)
    begin = plan[0].day
    assert week_start(begin) >= first
    assert week_start(begin) - first < 7
    for post in plan:
        assert week_start(post.day) == week_start(begin) + 7 * (post.week - 1)
        assert ((post.day + 3) % 7 >= 5) == post.slot.startswith("weekend")


def test_chance_decides() -> None:
    assert len({four_weeks(20727, 7, seed) for seed in range(20)}) == 20
    firsts = Counter(four_weeks(20727, 6, seed)[0].slot for seed in range(300))
    assert set(firsts) == {slot for slot in SLOTS if slot.startswith("week_")}


def test_a_rate_that_no_account_has_is_refused() -> None:
    for rate in (0, MOST_PER_WEEK + 1):
        with pytest.raises(ValueError, match="1 to 42 posts a week"):
            four_weeks(20727, rate, 1)


def test_it_says_what_to_compare() -> None:
    steps = comparison(6)
    assert all(isinstance(step, Message) for step in steps)
    assert "about 4 posts" in steps[2].english()
