"""Deadlines, the finding of the plan, and the weeks that its numbers are judged by."""

import pytest

from metrics.actions.deadlines import due_words, is_late
from metrics.actions.headline import headline
from metrics.actions.suggestions import Item
from metrics.actions.weekly import scale_of, weekly
from metrics.estimate import Estimate
from metrics.maturity.questionnaire import Question
from metrics.periods import Period, week_start
from metrics.registry import metrics
from metrics.words import Message
from tests.metrics.actions.made_up import action

MONDAY = week_start(20_700)


@pytest.mark.parametrize(
    ("day", "status", "late", "words"),
    [
        (None, "planned", False, "No date"),
        (21, "planned", False, "Due in 1 day"),
        (25, "idea", False, "Due in 5 days"),
        (20, "doing", False, "Due today"),
        (19, "doing", True, "1 day late"),
        (13, "planned", True, "7 days late"),
        (13, "done", False, "Nothing left to do"),
        (13, "dropped", False, "Nothing left to do"),
        (None, "done", False, "Nothing left to do"),
    ],
)
def test_deadlines(day: int | None, status: str, late: bool, words: str) -> None:
    one = action(due_day=day, status=status)
    assert is_late(one, 20) is late
    assert due_words(one, 20).english() == words


def item(below: bool, covered: bool) -> Item:
    asked = Question("B1", "guidelines", {}, {}, (), {}, {}, (), (), ())
    return Item(asked, 1.0 if below else 3.0, below, {}, (), (), covered)


def said(found: tuple[Message, ...]) -> list[str]:
    return [one.english() for one in found]


def test_the_finding_names_only_what_there_is() -> None:
    assert said(headline([], [], 20)) == ["There are no actions yet."]
    assert said(headline([], [item(True, False)], 20)) == [
        "0 actions are under way.",
        "1 item is below your target and has no action yet.",
    ]
    assert said(headline([action(status="done", due_day=3)], [item(True, True)], 20)) == ["0 actions are under way."]


def test_the_finding_counts() -> None:
    plan = [action(status="doing")] * 2 + [action(status="doing", due_day=3), action(status="planned", due_day=3)]
    items = [item(True, False)] * 9 + [item(True, True), item(False, False), item(False, True)]
    assert said(headline(plan, items, 20)) == [
        "3 actions are under way.",
        "2 actions are late.",
        "9 items are below your target and have no action yet.",
        "1 item reaches your target, but data disagree and it has no action yet.",
    ]


def test_the_weeks_of_a_number_are_full_ones_and_a_gap_is_none_only_of_what_is_counted() -> None:
    gap = Estimate(None, reason=Message("no_posts", "No posts."))
    series = {MONDAY + 7 * week: Estimate(float(week)) for week in (0, 1, 3, 5)} | {MONDAY + 14: gap}
    period = Period(MONDAY + 3, MONDAY + 5 * 7 + 6)
    share, count = metrics()["within_norm"], metrics()["posts"]
    assert weekly(share, series, period) == {MONDAY + 7: 1.0, MONDAY + 21: 3.0, MONDAY + 35: 5.0}
    assert list(weekly(count, series, period).values()) == [1.0, 0.0, 3.0, 0.0, 5.0]
    cut = Period(MONDAY, MONDAY + 5 * 7 + 5)
    assert MONDAY + 35 not in weekly(share, series, cut) and MONDAY in weekly(share, series, cut)
    assert weekly(count, {}, period) == {}


def test_counts_and_times_are_judged_by_their_logarithm() -> None:
    found = {name: scale_of(metrics()[name]) for name in ("within_norm", "er_reach", "posts", "response_median")}
    assert found == {"within_norm": "linear", "er_reach": "linear", "posts": "log", "response_median": "log"}
