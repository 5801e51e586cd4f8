"""Times of posting: what chance alone would show, and what a real difference must show."""

from functools import cache

import numpy as np
import pandas as pd
import pytest

from metrics.cadence.posting_times import FEWEST_IN_SLOT, PostingTimes, posting_times
from metrics.cadence.verdicts import headline, verdict
from metrics.content.slots import SLOTS

QUARTER = ((32, 36, 20, 9, 12, 8), (9, 10, 6, 5, 6, 5))
"""Posts per slot of two accounts, about those of the demo's Sport en Jeugd in 13 weeks."""
HALF_YEAR = tuple(tuple(2 * n for n in posts) for posts in QUARTER)
EVENINGS = ("week_evening", "weekend_evening")
SPREAD = 0.9  # of the logarithm of interactions in the demo; METRICS 3.2 has 1.2
RUNS = 400


def frame(shape: tuple[tuple[int, ...], ...], lift: float, spread: float, seed: int) -> pd.DataFrame:
    rng = np.random.default_rng(seed)
    rows = []
    for account, posts in enumerate(shape):
        typical = rng.normal(3, 1)
        for slot, n in zip(SLOTS, posts, strict=True):
            drawn = rng.lognormal(typical + np.log(lift) * (slot in EVENINGS), spread, n)
            logs = np.log1p(drawn.round())
            rows.append((account, slot, n, logs.sum(), (logs**2).sum()))
    return pd.DataFrame(rows, columns=["account_id", "value", "n", "total", "squares"])


@cache
def runs(lift: float, spread: float = SPREAD) -> list[PostingTimes]:
    return [posting_times(frame(QUARTER, lift, spread, seed)) for seed in range(RUNS)]


def best(times: PostingTimes) -> float:
    return max(one.ratio for one in times.slots if one.ratio is not None)


@pytest.mark.parametrize("spread", [SPREAD, 1.2])
def test_without_a_difference_the_best_slot_shrinks_to_one(spread: float) -> None:
    found = [best(times) for times in runs(1.0, spread)]
    assert round(float(np.median(found)), 1) == 1.0
    assert np.quantile(found, 0.9) <= 1.2
    raw = []
    for seed in range(RUNS):
        drawn = frame(QUARTER, 1.0, spread, seed)
        one = drawn[drawn["account_id"] == 1]
        raw.append(float(np.exp((one["total"] / one["n"]).max() - one["total"].sum() / one["n"].sum())))
    assert np.median(raw) > 1.4  # what a chart of averages shows for the smaller account


@pytest.mark.parametrize("spread", [SPREAD, 1.2])
def test_without_a_difference_one_is_claimed_in_at_most_5_percent(spread: float) -> None:
    claimed = [bool(times.better or times.worse) for times in runs(1.0, spread)]
    assert np.mean(claimed) <= 0.05


def test_evenings_that_get_nearly_twice_as_much_are_found() -> None:
    """In 13 weeks mostly, in 26 weeks nearly always; and no other time is ever taken for better."""
    for shape, power in ((QUARTER, 0.8), (HALF_YEAR, 0.95)):
        times = [posting_times(frame(shape, 1.9, SPREAD, seed)) for seed in range(RUNS)]
        assert np.mean([any(one.slot in EVENINGS for one in found.better) for found in times]) >= power
        assert np.mean([any(one.slot not in EVENINGS for one in found.better) for found in times]) <= 0.01


def test_intervals_hold_the_truth_over_large_and_small_differences() -> None:
    """Shrinking pulls a large difference down a little, so the promise is about differences of all sizes together."""
    posts = np.array(QUARTER, dtype=float)
    inside = []
    for lift in (1.0, 1.2, 1.9):
        effect = np.array([np.log(lift) * (slot in EVENINGS) for slot in SLOTS])
        typical = (posts @ effect)[:, None]
        others = (typical - posts * effect) / (posts.sum(axis=1, keepdims=True) - posts)
        truth = np.exp(effect - (posts * others).sum(axis=0) / posts.sum(axis=0))
        for times in runs(lift):
            for one, true in zip(times.slots, truth, strict=True):
                assert one.low is not None and one.high is not None
                inside.append(one.low <= true <= one.high)
    assert 0.94 <= np.mean(inside) <= 0.99


def test_accounts_are_compared_with_themselves_only() -> None:
    """One account is large and posts in the morning, the other is small and posts at night: no time is better."""
    rng = np.random.default_rng(1)
    rows = []
    for account, typical, shape in ((1, 6.0, (40, 40, 5)), (2, 1.0, (5, 5, 40))):
        for slot, n in zip(SLOTS, shape, strict=False):
            logs = rng.normal(typical, 0.5, n)
            rows.append((account, slot, n, logs.sum(), (logs**2).sum()))
    times = posting_times(pd.DataFrame(rows, columns=["account_id", "value", "n", "total", "squares"]))
    assert times.judged
    assert not times.better
    assert not times.worse


def test_what_rests_on_too_little_has_no_number() -> None:
    drawn = frame(((30, 30, 4, 0, 0, 0),), 1.0, SPREAD, 1)
    times = posting_times(drawn)
    by_slot = {one.slot: one for one in times.slots}
    assert by_slot["week_morning"].ratio is not None
    assert by_slot["week_evening"].n == 4 < FEWEST_IN_SLOT
    assert by_slot["week_evening"].ratio is None
    assert times.n == 64
    few = posting_times(frame(((10, 10, 5, 0, 0, 0),), 1.9, SPREAD, 1))
    assert not few.judged
    assert verdict(few).code == "times_too_few"
    one_time_each = posting_times(frame(((40, 0, 0, 0, 0, 0), (0, 40, 0, 0, 0, 0)), 1.0, SPREAD, 1))
    assert not one_time_each.judged
    assert not posting_times(drawn.iloc[:0]).judged
    same = drawn.assign(total=drawn["n"] * 1.0, squares=drawn["n"] * 1.0)
    assert best(posting_times(same)) == pytest.approx(1.0, abs=0.01)


def test_more_departments_beside_each_other_need_more_to_be_sure() -> None:
    drawn = frame(QUARTER, 1.9, SPREAD, 3)
    alone, beside = posting_times(drawn), posting_times(drawn, groups=8)
    for one, other in zip(alone.slots, beside.slots, strict=True):
        assert one.ratio == other.ratio
        assert one.low is not None and other.low is not None
        assert other.low < one.low


def test_sentences() -> None:
    clear = posting_times(frame(tuple(tuple(10 * n for n in posts) for posts in QUARTER), 1.9, SPREAD, 1))
    alike = posting_times(frame(QUARTER, 1.0, SPREAD, 1))
    few = posting_times(frame(((10, 10, 5, 0, 0, 0),), 1.0, SPREAD, 1))
    assert verdict(clear).english().startswith("Some times do better beyond chance: week")
    assert verdict(alike).code == "times_alike"
    assert headline({"Sport": clear, "Parks": alike, "Roads": few}).english() == (
        "The time of posting makes a difference beyond chance in 1 of 2: Sport."
    )
    assert headline({"Parks": alike}).code == "times_none"
    assert headline({"Roads": few}).code == "times_none_judged"
