"""Removals: the shares by hand, and which changes a person should look at."""

from collections.abc import Iterable

import numpy as np
import pandas as pd
import pytest

from metrics.moderation import headline, summary
from metrics.moderation_changes import said, shifts


def log(rows: Iterable[tuple[int, str, str, int]], department: int = 1) -> pd.DataFrame:
    """Removals as (day, reason, rule, n)."""
    frame = pd.DataFrame(list(rows), columns=["day", "reason", "rule", "n"])
    return frame.assign(account_id=department, department_id=department, action="hidden", appealed=0, reversed=0)


def spread(n: int, reason: str = "off_topic", start: int = 0, department: int = 1) -> pd.DataFrame:
    """One removal a day for `n` days."""
    return log([(start + day, reason, "3", 1) for day in range(n)], department)


def test_the_figures_by_hand() -> None:
    rows = log([(1, "insult", "rule 1", 12), (2, "", "", 3), (3, "spam", "rule 4", 5)])
    rows = rows.assign(action=["hidden", "deleted", "deleted"], appealed=[2, 1, 0], reversed=[1, 0, 0])
    found = summary(rows, messages=500)
    assert found.removals == 20 and found.per_100 == 4.0
    assert found.by_reason == {"insult": 12, "spam": 5, "": 3} and list(found.by_reason)[-1] == ""
    assert found.by_action == {"hidden": 12, "deleted": 8}
    assert (found.cited.value, found.appealed.value, found.reversed.value) == (17 / 20, 3 / 20, 1 / 20)
    assert found.cited.low == pytest.approx(0.6396, abs=1e-4) and found.cited.high == pytest.approx(0.9476, abs=1e-4)
    assert summary(rows).per_100 is None and summary(rows, 0).per_100 is None, "missing is not zero"


def test_an_empty_log_is_no_proof_that_nothing_was_removed() -> None:
    found = summary(log([]))
    assert found.removals == 0 and found.cited.value is None
    assert headline(found).code == "no_removals" and "nobody keeps the log" in headline(found).english()


def test_the_sentence_asks_for_rules_only_when_it_is_clear() -> None:
    assert headline(summary(log([(1, "spam", "4", 1)]))).english().startswith("1 comment was removed; a house rule was")
    assert headline(summary(log([(1, "spam", "4", 8), (2, "", "", 2)]))).code == "removals_cited"  # 49 % to 94 %
    assert headline(summary(log([(1, "spam", "4", 80), (2, "", "", 20)]))).code == "removals_uncited"


def test_a_clear_rise_is_for_a_person_to_look_at() -> None:
    [by_reason, by_department] = shifts(spread(2), spread(16, start=91))
    assert (by_reason.by, by_reason.code, by_reason.before, by_reason.now) == ("reason", "off_topic", 2, 16)
    assert "Removals for “Off topic”: 16" in said(by_reason).english()
    assert (by_department.by, by_department.code) == ("department", 1)
    assert said(by_department, "Parken").english().startswith("Parken removed 16 comments")


def test_a_clear_fall_too() -> None:
    assert {one.by for one in shifts(spread(16), spread(1, start=91))} == {"reason", "department"}


def test_a_wave_under_one_post_is_one_event() -> None:
    assert shifts(log([(1, "spam", "4", 3)]), log([(100, "spam", "4", 400)])) == []


@pytest.mark.parametrize(("before", "now"), [(0, 9), (6, 12), (10, 14), (0, 0), (20, 25)])
def test_small_numbers_and_small_changes_are_not_told(before: int, now: int) -> None:
    assert shifts(spread(before), spread(now, start=91)) == []


def test_more_removals_where_people_wrote_more_are_no_change() -> None:
    before, now = spread(4), spread(20, start=91)
    assert shifts(before, now)
    assert shifts(before, now, {1: (100, 500)}) == []
    assert len(shifts(before, now, {1: (100, 100)})) == 2


def test_it_seldom_cries_wolf_when_nothing_changed() -> None:
    """Four reasons and three departments, about 14 days with removals each a quarter, 400 times."""
    rng = np.random.default_rng(1)

    def quarter() -> pd.DataFrame:
        parts = []
        for department in (1, 2, 3):
            for reason in ("insult", "spam", "off_topic", ""):
                days = np.flatnonzero(rng.random(91) < 0.05)
                parts.append(log([(int(day), reason, "", 1) for day in days], department))
        return pd.concat(parts)

    alarms = sum(bool(shifts(quarter(), quarter())) for _ in range(400))
    assert alarms / 400 < 0.05
