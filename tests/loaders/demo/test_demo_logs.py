"""The demo's logs: they say what the figures say, and some of it is for a person to find."""

from datetime import date
from typing import Any

import numpy as np
import pandas as pd
import pytest

from loaders.demo.city import ACCOUNTS
from loaders.demo.logs import removal_rows, shopper_rows
from metrics.moderation import ACTIONS, REASONS, headline, summary
from metrics.moderation_changes import shifts
from metrics.periods import to_day
from metrics.shopper import by_group
from metrics.shopper import headline as shopper_headline
from metrics.shopper import summary as shopper_summary

END = date(2026, 9, 30)
IDS = {account.key: number for number, account in enumerate(ACCOUNTS, start=1)}
DEPARTMENTS = {number: account.department for number, account in enumerate(ACCOUNTS, start=1)}
KEYS = sorted(set(DEPARTMENTS.values()))


def framed(rows: list[dict[str, Any]]) -> pd.DataFrame:
    frame = pd.DataFrame(rows)
    return frame.assign(department_id=[KEYS.index(DEPARTMENTS[one]) for one in frame["account_id"]])


def removed(seed: int) -> pd.DataFrame:
    frame = framed(removal_rows(np.random.default_rng(seed), IDS, END))
    return frame.assign(rule=frame["rule"].fillna(""))


def test_beheer_answers_half_of_the_tests_and_the_others_most() -> None:
    rows = framed(shopper_rows(IDS, END))
    last = (to_day(END) + 1) * 86_400
    assert 12 <= len(rows) <= 20 and rows["asked_ts"].between(last - 183 * 86_400, last).all()
    assert (rows["answered_ts"].isna() | (rows["answered_ts"] > rows["asked_ts"])).all()
    beheer = rows["department_id"] == KEYS.index("beheer")
    found = by_group(rows, "department_id", last)[KEYS.index("beheer")]
    assert (found.n, found.outcomes["answered"], found.outcomes["picked_up"]) == (5, 2, 1)
    others = shopper_summary(rows[~beheer], last)
    assert (others.n, others.outcomes["answered"]) == (11, 9)
    waits = rows["answered_ts"] - rows["asked_ts"]
    assert waits[beheer].median() < waits[~beheer].median(), "who answers there answers fast"
    assert "no proof" in shopper_headline(shopper_summary(rows, last)).english()


@pytest.mark.parametrize("seed", range(1, 6))
def test_removals_show_a_rise_and_rules_that_are_not_cited(seed: int) -> None:
    rows, last = removed(seed), to_day(END)
    assert 55 <= len(rows) <= 70 and rows["day"].between(last - 364, last).all()
    assert set(rows["reason"]) <= REASONS.keys() and set(rows["action"]) == ACTIONS.keys()
    assert (rows["reason"] == "").sum() == 4 and 1 <= rows["appealed"].sum() <= 15
    assert (rows["reversed"] <= rows["appealed"]).all() and (rows["appealed"] <= rows["n"]).all()
    assert headline(summary(rows)).code == "removals_uncited"
    before, now = (rows[rows["day"].between(last - 91 * n - 90, last - 91 * n)] for n in (1, 0))
    assert KEYS.index("mobiliteit") in {one.code for one in shifts(before, now)}


def test_the_same_seed_gives_the_same_log() -> None:
    assert removed(1).equals(removed(1)) and not removed(1).equals(removed(2))
