"""Before and after: hand-made series, and 400 drawn ones each of which the truth is known."""

from collections import Counter
from collections.abc import Sequence

import numpy as np
import pytest
from numpy.typing import NDArray

from metrics.beforeafter import AFTER, PLACEBOS, BeforeAfter, Direction, judge
from metrics.breaks.shipped import BREAKS, Break
from metrics.periods import week_start

MONDAY = week_start(18_000)
WEEKS = 120
RUNS = 400
BREAK = BREAKS[-1]


def by_week(values: NDArray[np.float64]) -> dict[int, float]:
    return {MONDAY + 7 * place: float(value) for place, value in enumerate(values)}


def drawn(rng: np.random.Generator, memory: float, trend: float, n: int = WEEKS) -> NDArray[np.float64]:
    """Weeks with standard deviation 1 that resemble the week before, and a trend per year."""
    values = np.empty(n)
    values[0] = rng.normal()
    for place, shock in enumerate(rng.normal(size=n - 1) * np.sqrt(1 - memory**2), 1):
        values[place] = memory * values[place - 1] + shock
    return values + 10 + trend * np.arange(n) / 52


def shares(memory: float, trend: float, effect: float, control: bool = True, after: int = AFTER) -> Counter[str]:
    rng = np.random.default_rng(11)
    found: Counter[str] = Counter()
    for _ in range(RUNS):
        season = rng.normal(size=WEEKS) * 0.5
        own, other = drawn(rng, memory, trend) + season, drawn(rng, memory, 0) + season
        own[WEEKS - after :] += effect
        start = MONDAY + 7 * (WEEKS - after)
        found[judge(by_week(own), by_week(other) if control else None, start, "up").verdict] += 1
    return Counter({verdict: n / RUNS for verdict, n in found.items()})  # type: ignore[misc]


@pytest.mark.slow
@pytest.mark.parametrize("control", [True, False])
@pytest.mark.parametrize("memory", [0, 0.3, 0.5])
@pytest.mark.parametrize("trend", [0, 0.5, 1])
def test_without_an_effect_it_seldom_says_changed(control: bool, memory: float, trend: float) -> None:
    assert shares(memory, trend, 0, control)["changed_after"] <= 0.10


def test_the_mild_case_of_that_runs_with_every_test() -> None:
    assert shares(0.3, 0.5, 0)["changed_after"] <= 0.10


@pytest.mark.slow
def test_nor_does_it_for_the_worst_of_eight_departments() -> None:
    rng = np.random.default_rng(5)
    start = WEEKS - AFTER
    said = 0
    for _ in range(RUNS):
        departments = sorted(
            (drawn(rng, 0.3, 0) for _ in range(8)), key=lambda one: float(one[start - 13 : start].mean())
        )
        found = judge(by_week(departments[0]), by_week(departments[4]), MONDAY + 7 * start, "up")
        said += found.verdict == "changed_after"
    assert said / RUNS <= 0.10


@pytest.mark.slow
def test_an_effect_is_found_as_often_as_the_docs_say() -> None:
    one = shares(0.3, 0, 1)
    assert 0.28 <= one["changed_after"] <= 0.45  # about one in three of effects of one standard deviation
    assert one["changed_after"] + one["consistent_with"] >= 0.48
    assert shares(0.3, 0, 2)["changed_after"] >= 0.8
    assert shares(0.3, 0, 1, control=False)["changed_after"] >= 0.45


def steady(effect: float, direction: Direction = "up", n: int = WEEKS, after: int = AFTER) -> BeforeAfter:
    values = np.tile([9.0, 10.0, 11.0, 10.0], n)[:n]
    values[n - after :] += effect
    control = np.tile([4.0, 5.0], n)[:n]
    return judge(by_week(values), by_week(control), MONDAY + 7 * (n - after), direction)


def counted_twice(start: int, breaks: Sequence[Break]) -> BeforeAfter:
    """Weeks that only another way of counting moves, up to 27 September 2026, in which nothing was started."""
    last = week_start(BREAK.day) + 4 * 7
    weeks = [last - 7 * back for back in range(WEEKS - 1, -1, -1)]
    values = {week: (20.0 if week >= BREAK.day - 4 else 10.0) + week // 7 % 3 for week in weeks}
    return judge(values, None, week_start(BREAK.day) + 7 * start, "up", breaks=breaks)


def test_another_way_of_counting_is_no_change_after_an_action() -> None:
    assert counted_twice(-4, ()).verdict in {"changed_after", "consistent_with"}
    found = counted_twice(-4, [BREAK])
    assert (found.verdict, found.chart, found.before) == ("not_comparable", None, None)
    assert found.sentence.english().startswith("Not comparable: too few weeks before and after the start are counted")
    assert "2026-08-28" in found.sentence.english()
    assert counted_twice(2, [BREAK]).verdict == "not_comparable", "two weeks before the start are too few"


def test_weeks_before_and_after_that_are_counted_alike_are_judged() -> None:
    found = counted_twice(-10, [BREAK])
    assert (found.verdict, found.weeks_after, found.weeks_before) == ("no_clear_change", 10, 26)
    assert max(found.values) < 20, "weeks that are counted otherwise are left out"


def test_a_clear_change_is_said_with_its_numbers() -> None:
    found = steady(6)
    assert found.verdict == "changed_after"
    assert found.after is not None and found.before is not None
    assert found.after - found.before == pytest.approx(6, abs=0.2)
    assert found.rank is not None and found.rank[0] == 0 and found.rank[1] >= PLACEBOS
    assert (found.weeks_before, found.weeks_after, found.with_control) == (26, AFTER, True)
    assert found.sentence.english() == (
        "It changed after the start, in the expected direction. "
        f"Of {found.rank[1]} earlier dates without an action, 0 had a difference as large."
    )


def test_a_change_against_the_expectation_is_said_too() -> None:
    found = steady(-6)
    assert found.verdict == "changed_after"
    assert "against the expected direction" in found.sentence.english()


def test_nothing_happened() -> None:
    assert steady(0).verdict == "no_clear_change"


def test_what_happens_to_both_departments_is_taken_out() -> None:
    rng = np.random.default_rng(2)
    season = np.zeros(WEEKS)
    season[WEEKS - AFTER :] = 8
    own, control = rng.normal(10, 1, WEEKS) + season, rng.normal(5, 1, WEEKS) + season
    start = MONDAY + 7 * (WEEKS - AFTER)
    assert judge(by_week(own), by_week(control), start, "up").verdict == "no_clear_change"
    assert judge(by_week(own), None, start, "up").verdict == "changed_after"


def test_a_short_history_never_says_changed() -> None:
    found = steady(6, n=40)
    assert (found.verdict, found.rank) == ("consistent_with", None)
    assert "too few earlier weeks" in found.sentence.english()


@pytest.mark.parametrize(("n", "after"), [(17, 6), (60, 5)])
def test_too_early(n: int, after: int) -> None:
    found = steady(6, n=n, after=after)
    assert found.verdict == "too_early"
    assert (found.weeks_before, found.weeks_after) == (min(26, n - after), after)


def test_weeks_that_are_missing_are_left_out_and_not_zero() -> None:
    values = by_week(np.tile([9.0, 11.0], WEEKS)[:WEEKS])
    start = MONDAY + 7 * (WEEKS - AFTER)
    for week in (start - 7, start - 14, start + 7):
        del values[week]
    found = judge(values, None, start, "up")
    assert (found.weeks_before, found.weeks_after, len(found.values)) == (24, 12, 36)
    assert found.before == pytest.approx(10, abs=0.2)


def test_an_empty_series_has_words_for_it() -> None:
    assert judge({}, None, MONDAY, "up").verdict == "too_early"
    assert judge({}, {}, MONDAY, "down").sentence.english().startswith("Too early to say")


def test_the_first_week_that_counts_begins_on_the_start_or_later() -> None:
    values = by_week(np.tile([9.0, 11.0], WEEKS)[:WEEKS])
    start = MONDAY + 7 * (WEEKS - AFTER)
    assert judge(values, None, start - 3, "up").weeks_after == AFTER
    assert judge(values, None, start + 1, "up").weeks_after == AFTER - 1
