"""The weeks of a chart over years: whole ones, zeros only where nothing happened, stretches with their own limits."""

from dataclasses import replace
from datetime import date

from metrics.change.history import WEEK, cut, stretches, whole_weeks
from metrics.change.reading import Target
from metrics.estimate import Estimate
from metrics.periods import Period, to_day
from metrics.reasons import too_few_posts
from metrics.registry import metrics
from metrics.words import Message

MONDAY = to_day(date(2025, 1, 6))
POSTS, SHARE, VISITORS = (metrics()[name] for name in ("posts", "within_norm", "visitors"))
NO_POSTS = Message("no_posts", "There are no posts in this period.")


def weeks(*values: float | None) -> dict[int, Estimate]:
    return {MONDAY + WEEK * place: Estimate(value, 40) for place, value in enumerate(values)}


def test_weeks_at_the_edges_that_are_not_whole_are_left_out() -> None:
    found = whole_weeks(POSTS, weeks(1, 2, 3, 4), Period(MONDAY + 1, MONDAY + 4 * WEEK - 2))
    assert [one.value for one in found.values()] == [2, 3]


def test_a_week_without_posts_has_none_and_a_gap_of_another_number_stays_a_gap() -> None:
    period = Period(MONDAY, MONDAY + 4 * WEEK - 1)
    known = weeks(5, 6, 7, 8)
    del known[MONDAY + WEEK]
    known[MONDAY + 2 * WEEK] = Estimate(None, reason=NO_POSTS)
    assert [one.value for one in whole_weeks(POSTS, known, period).values()] == [5, 0.0, 0.0, 8]
    assert list(whole_weeks(SHARE, known, period)) == sorted(known)
    assert list(whole_weeks(VISITORS, known, period)) == sorted(known), "missing is not zero"
    few = known | {MONDAY + WEEK: Estimate(None, 3, reason=too_few_posts(3, 8))}
    assert whole_weeks(POSTS, few, period)[MONDAY + WEEK].value is None
    assert whole_weeks(POSTS, {}, period) == {}


def test_nobody_who_posts_any_more_is_zero_for_as_long_as_there_are_data() -> None:
    later = Period(MONDAY, MONDAY + 6 * WEEK - 2)  # the sixth week is not over
    assert [one.value for one in whole_weeks(POSTS, weeks(5, 6), later).values()] == [5, 6, 0.0, 0.0, 0.0]
    assert [one.value for one in whole_weeks(metrics()["waiting"], weeks(5, 6), later).values()] == [5, 6]


def test_each_stretch_has_its_own_limits_and_only_the_newest_a_target() -> None:
    level = [10, 12, 11, 9, 13, 10, 12, 11, 9, 10] * 3
    moved = [one + 40 for one in level]
    start = MONDAY + WEEK * len(level)
    target = Target(30, "at_least", Message("goal", "A goal"))
    series = weeks(*level, *moved)
    before, after = stretches(POSTS, series, [start, MONDAY - 90, start + 9999], target)
    assert before.weeks[-1] == start - WEEK and after.weeks[0] == start
    assert before.centre[-1] is not None and before.centre[-1] < 12 < 48 < (after.centre[-1] or 0)
    assert (before.target, after.target) == (None, target)
    assert after.variation == "common_cause" and after.assurance == "will_meet"
    (whole,) = stretches(POSTS, series, [])
    assert whole.variation == "higher", "without a decision the new level is a change"


def test_two_decisions_in_one_week_and_no_weeks_at_all() -> None:
    series = weeks(*[10, 12, 11, 9, 13] * 8)
    middle = MONDAY + 20 * WEEK
    assert len(stretches(POSTS, series, [middle - 2, middle - 1])) == 2
    (nothing,) = stretches(POSTS, {}, [middle])
    assert (nothing.kind, nothing.variation) == ("none", "too_few")


def test_what_a_reading_says_stays_when_its_first_weeks_are_not_shown() -> None:
    (whole,) = stretches(POSTS, weeks(*[10, 12, 11, 9, 13] * 8), [])
    shown = cut(whole, MONDAY + 30 * WEEK)
    assert len(shown.weeks) == len(shown.values) == len(shown.low) == len(shown.signals) == 10
    assert replace(shown, **{name: getattr(whole, name) for name in PER_WEEK}) == whole


PER_WEEK = ("weeks", "values", "centre", "low", "high", "signals")
