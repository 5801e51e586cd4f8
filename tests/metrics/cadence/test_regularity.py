"""How regularly an account posts."""

from metrics.cadence.regularity import regularity
from metrics.periods import Period

MONDAY = 20_724  # 28 September 2026


def test_by_hand() -> None:
    posts = {MONDAY - 1: 9, MONDAY: 1, MONDAY + 2: 2, MONDAY + 20: 1, MONDAY + 29: 5}
    found = regularity(posts, Period(MONDAY - 3, MONDAY + 29))  # ends on a Tuesday
    assert found.per_week == ((MONDAY, 3), (MONDAY + 7, 0), (MONDAY + 14, 1), (MONDAY + 21, 0))
    assert (found.weeks, found.active_weeks, found.median_per_week, found.longest_silence) == (4, 2, 0.5, 17)


def test_nothing_posted_is_one_long_silence() -> None:
    found = regularity({MONDAY: 0, MONDAY + 100: 3}, Period(MONDAY, MONDAY + 13))
    assert (found.active_weeks, found.median_per_week, found.longest_silence) == (0, 0, 14)


def test_a_period_without_a_whole_week_has_no_rate() -> None:
    found = regularity({MONDAY + 1: 3}, Period(MONDAY + 1, MONDAY + 9))
    assert found.weeks == 0
    assert found.median_per_week is None
    assert found.longest_silence == 8
