"""What stands out, since when, and what is left out of the judgement; small series that can be checked by hand."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from metrics.periods import Period
from metrics.signals.alarm_level import BUDGET, HIGHEST, LOWEST, alarm_level, daily_tests, tuned
from metrics.signals.episodes import episodes
from metrics.signals.expected import HISTORY, WINDOWS, expected
from metrics.signals.series import Measure, Series, likely, usual
from metrics.signals.spikes import watch
from tests.metrics.signals.worlds import quiet

FIRST = 20_000
STEADY = np.tile([3.0, 3, 3, 3, 3, 1, 1], HISTORY // 7)


def series(
    counts: np.ndarray, key: str = "topic:1", measure: Measure = "messages", known: np.ndarray | None = None
) -> Series:
    return Series(key, measure, FIRST, counts, np.ones(len(counts), dtype=bool) if known is None else known)


def with_end(*last: float) -> np.ndarray:
    """The steady series with other counts on its last days."""
    return np.concatenate([STEADY[: -len(last)], last])


def test_a_steady_series_expects_what_it_always_had() -> None:
    now = expected(STEADY, np.ones(HISTORY, dtype=bool), np.array([HISTORY - 1]))
    assert now.observed[0].tolist() == [1, 17, 68]
    assert now.mean[0] == pytest.approx([1, 17, 68], rel=0.12)
    assert now.daily[0] == pytest.approx([1, 1, 3, 3, 3, 3, 3], rel=0.12)
    assert not watch([series(STEADY)], BUDGET).spikes


def test_a_burst_of_one_day_is_noticed_on_that_day() -> None:
    (spike,) = watch([series(with_end(30))], BUDGET).spikes
    assert (spike.days, spike.observed, spike.since, spike.last) == (1, 30, FIRST + HISTORY - 1, FIRST + HISTORY - 1)
    assert spike.usual.low <= 1 <= spike.usual.high < 30
    assert 5 <= spike.usual.noticed_from <= 30


def test_a_slow_rise_is_noticed_in_the_longest_window_and_dated() -> None:
    rng = np.random.default_rng(3)
    counts = quiet(rng, [1.0], HISTORY + 14)[0]
    counts[-42:] += rng.poisson(2.5, 42)
    (spike,) = watch([series(counts)], BUDGET).spikes
    assert spike.days == 28
    assert abs((spike.last - spike.since + 1) - 42) <= 5


def test_the_most_surprising_comes_first_and_a_topic_has_one_signal() -> None:
    both = [
        series(with_end(30)),
        series(with_end(60), measure="complaints"),
        series(with_end(40), "volume:2", "volume"),
    ]
    found = watch(both, BUDGET).spikes
    assert [(one.series.key, one.series.measure) for one in found] == [
        ("topic:1", "complaints"),
        ("volume:2", "volume"),
    ]
    assert found[0].surprise > found[1].surprise


def test_fewer_than_five_or_less_than_double_is_no_signal() -> None:
    rare = np.zeros(HISTORY)
    rare[-3:] = [0, 0, 4]
    assert not watch([series(rare)], BUDGET).spikes
    rare[-1] = 12
    assert watch([series(rare)], BUDGET).spikes
    busy = np.full(HISTORY, 400.0)
    busy[-28:] = 790
    assert not watch([series(busy)], BUDGET).spikes


def test_days_that_no_export_covers_are_not_zero() -> None:
    """Half of the past is not covered. Taken for zero, it would halve the level, and the end would look like a rise."""
    known = np.ones(HISTORY, dtype=bool)
    known[: HISTORY // 2] = False
    counts = np.where(known, STEADY * 2, 0)
    counts[-7:] *= 1.5
    assert not watch([series(counts, known=known)], BUDGET).spikes
    level = expected(counts, known, np.array([HISTORY - 1])).mean[0, 1]
    assert level == pytest.approx(34, rel=0.12)


def test_without_eight_weeks_of_past_nothing_is_judged() -> None:
    for weeks, judged in ((13, 0), (14, 1)):
        found = watch([series(STEADY[: 7 * weeks])], BUDGET)
        assert (len(found.series), found.too_short) == (judged, 1 - judged)


def test_a_series_without_messages_does_not_count() -> None:
    found = watch([series(np.zeros(HISTORY)), series(STEADY, "topic:2")], BUDGET)
    assert [one.key for one in found.series] == ["topic:2"]
    assert found.level == alarm_level(3)


def test_an_old_storm_does_not_hide_a_new_rise() -> None:
    counts = with_end(*[12.0] * 7)
    stormy = counts.copy()
    stormy[60:63] = 80
    calm, after = (watch([series(one)], BUDGET).spikes[0] for one in (counts, stormy))
    assert after.days == calm.days == 7
    assert after.usual.expected == pytest.approx(calm.usual.expected, rel=0.25)


def test_the_past_is_looked_through_with_the_rule_of_today() -> None:
    counts = np.concatenate([STEADY, STEADY])
    counts[HISTORY + 20] = 30
    one = series(counts)
    period = Period(FIRST + HISTORY, one.last)
    (found,) = [e for e in episodes([one], period, alarm_level(daily_tests(1))) if e.days == 1]
    assert (found.first, found.observed) == (FIRST + HISTORY + 20, 30)
    assert not episodes([one], Period(one.last + 1, one.last + 9), 3.0)


def test_what_is_usual_says_from_when_it_would_be_noticed() -> None:
    one = series(STEADY)
    level = alarm_level(daily_tests(1))
    for days in WINDOWS:
        found = usual(one, days, level)
        counts = STEADY.copy()
        counts[-1] += found.noticed_from - one.now.observed[0, WINDOWS.index(days)]
        at_least = watch([series(counts)], BUDGET).spikes
        assert at_least, days


def test_likely_counts_of_poisson_and_wider() -> None:
    low, high = likely(np.array([10.0]), 1.0)
    assert (low[0], high[0]) == (4, 17)
    wide_low, wide_high = likely(np.array([10.0]), 4.0)
    assert wide_low[0] < low[0] and wide_high[0] > high[0]


@given(st.integers(0, 60), st.integers(0, 60))
def test_the_budget_stays_in_its_bounds_and_answers_cancel(yes: int, no: int) -> None:
    found = tuned(yes, no)
    assert LOWEST <= found.value <= HIGHEST
    assert tuned(yes, no + 1).value <= found.value <= tuned(yes + 1, no).value
    assert tuned(yes, yes).value == BUDGET


@given(st.lists(st.integers(0, 400), min_size=1, max_size=260), st.lists(st.booleans(), min_size=260, max_size=260))
def test_any_counts_give_an_answer(counts: list[int], known: list[bool]) -> None:
    one = series(np.array(counts, dtype=float), known=np.array(known[: len(counts)]))
    found = watch([one], BUDGET)
    for spike in found.spikes:
        assert spike.observed >= 5
        assert spike.since <= spike.last == one.last
        assert spike.usual.low <= spike.usual.high
    episodes([one], Period(one.first, one.last), found.level)
