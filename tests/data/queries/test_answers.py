"""How the organisation answers, per period and account, against plain Python over its conversations."""

from collections import Counter
from datetime import date
from typing import Any

import pandas as pd
import pytest
from sqlalchemy import Engine

from data.access import LOCAL_ADMINISTRATOR as ME
from data.access import Access, AccessDeniedError
from data.filters import Filters
from data.queries.answer_hours import hours
from data.queries.answers import answers, cases, waiting
from data.queries.windows import By, windows
from data.schema import comment, conversation
from metrics.periods import Period, to_date, to_day
from metrics.slices import ANSWERS
from tests.data.answering.messages import rows
from tests.data.answering.two_months import label, plain_answers, two_months, until
from tests.data.queries.stored_figures import NOBODY, ROADS_ONLY, statements

GREEN_ONLY = Access("jo", "administrator", frozenset({2}))
CASES = ["account_id", "department_id", "day", "asked_ts", "answered_ts", "due_ts", "until_ts"]
PERIODS = [
    Period(to_day(date(2026, 7, 13)), to_day(date(2026, 8, 9))),
    Period(to_day(date(2026, 7, 1)), to_day(date(2026, 8, 31))),
    Period(to_day(date(2026, 8, 5)), to_day(date(2026, 8, 5))),
]


@pytest.fixture(autouse=True)
def _answered(store: Engine) -> None:
    two_months(store)


@pytest.mark.parametrize("by", ["window", "week", "month"])
def test_sums_per_period_and_account(store: Engine, by: By) -> None:
    for period in PERIODS:
        with statements(store) as sent:
            frame = answers(store, ME, Filters(period), by)
        assert len(sent) == 2
        expected = plain_answers(store, period, by)
        names: dict[Any, Any] = {1: "current", 0: "previous"} if by == "window" else {}
        labels = [names.get(window.label, window.label) for window in windows(period, by)]
        found = {(row["period"], row["account_id"]): row for row in frame.to_dict("records")}
        assert found.keys() == {(one, account) for one in labels for account in (1, 2)}, "zeros for nothing; no third"
        for key, row in found.items():
            assert {name: row[name] for name in ANSWERS} == {name: expected[key][name] for name in ANSWERS}, key
            assert (row["department_id"], row["platform"]) == (key[1], "x")
    whole = plain_answers(store, PERIODS[1], "window")
    assert [name for name in ANSWERS if not sum(sums[name] for sums in whole.values())] == [], "every sum is tested"


@pytest.mark.parametrize("columns", [("due", "in_time"), ()], ids=["some", "none"])
@pytest.mark.parametrize("by", ["window", "week", "month"])
def test_columns_that_are_named_are_those_of_all(store: Engine, by: By, columns: tuple[str, ...]) -> None:
    for period in PERIODS:
        every = answers(store, ME, Filters(period), by)
        pd.testing.assert_frame_equal(
            answers(store, ME, Filters(period), by, columns), every.drop(columns=[*set(ANSWERS) - set(columns)])
        )


@pytest.mark.parametrize("by", ["window", "week", "month"])
def test_those_who_wait_by_how_long(store: Engine, by: By) -> None:
    known = until(store)
    for period in PERIODS:
        with statements(store) as sent:
            frame = waiting(store, ME, Filters(period), by)
        assert len(sent) == 2
        found: Counter[tuple[Any, ...]] = Counter()
        for row in frame.itertuples():
            assert (row.department_id, row.platform) == (row.account_id, "x")
            found[row.period, row.account_id, row.age_s] += row.n
        expected: Counter[tuple[Any, ...]] = Counter()
        for one in rows(store, conversation):
            reported = label(one["day"], period, by)
            if reported is not None and one["answered_ts"] is None and one["hour"] is not None:
                age = known[one["account_id"]] - one["asked_ts"] // 1800 * 1800 - 900
                expected[reported, one["account_id"], max(0, age)] += 1
        assert found == expected
        assert expected or period is PERIODS[2]


def test_hours_of_the_week(store: Engine) -> None:
    known = until(store)
    period = PERIODS[1]
    expected: Counter[tuple[int, int, str]] = Counter()
    for one in rows(store, conversation):
        if period.first <= one["day"] <= period.last and one["hour"] is not None:
            place = one["account_id"], to_date(one["day"]).weekday()
            due = one["due_ts"] <= known[one["account_id"]]
            in_time = due and one["answered_ts"] is not None and one["answered_ts"] <= one["due_ts"]
            for side, counts in {"a": True, "d": due, "k": in_time}.items():
                expected[*place, f"{side}{one['hour']:02}"] += counts
    for one in rows(store, comment):
        if one["is_own"] and period.first <= one["day"] <= period.last:
            expected[one["account_id"], to_date(one["day"]).weekday(), f"r{one['hour']:02}"] += 1
    with statements(store) as sent:
        frame = hours(store, ME, Filters(period))
    assert len(sent) == 2
    found = {
        (row["account_id"], row["dow"], name): n
        for row in frame.to_dict("records")
        for name, n in row.items()
        if name[0] in "adkr" and name[1:].isdigit() and n
    }
    assert found == {key: n for key, n in expected.items() if n}
    assert {key[2][0] for key in found} == set("adkr")
    assert frame["department_id"].tolist() == frame["account_id"].tolist() and set(frame["platform"]) == {"x"}


def test_cases_are_the_conversations_whose_time_is_known(store: Engine) -> None:
    period, known = PERIODS[0], until(store)
    with statements(store) as sent:
        frame = cases(store, ME, Filters(period))
    assert len(sent) == 1
    of_day = [one for one in rows(store, conversation) if period.first <= one["day"] <= period.last]
    timed = [one for one in of_day if one["hour"] is not None]
    assert 0 < len(timed) < len(of_day)
    more = [one | {"department_id": one["account_id"], "until_ts": known[one["account_id"]]} for one in timed]
    expected = Counter(tuple(one[name] for name in CASES) for one in more)
    found = Counter(
        tuple(None if pd.isna(value) else int(value) for value in row)
        for row in frame[CASES].itertuples(index=False, name=None)
    )
    assert found == expected


def test_a_user_sees_the_departments_that_are_theirs(store: Engine) -> None:
    asked_for = Filters(PERIODS[1])
    for access, account in ((ROADS_ONLY, 1), (GREEN_ONLY, 2)):
        frames = [answers(store, access, asked_for, "month"), waiting(store, access, asked_for, "window")]
        frames += [hours(store, access, asked_for), cases(store, access, asked_for)]
        assert [set(frame["account_id"]) for frame in frames] == [{account}] * 4
    other = Filters(PERIODS[1], departments=(1,))
    for frame in (answers(store, GREEN_ONLY, other, "window"), waiting(store, GREEN_ONLY, other, "week")):
        assert frame.empty
    assert hours(store, GREEN_ONLY, other).empty and cases(store, GREEN_ONLY, other).empty


@pytest.mark.parametrize(
    "query", [lambda *args: answers(*args, "week"), lambda *args: waiting(*args, "week"), hours, cases]
)
def test_what_is_asked_for_and_allowed(store: Engine, query: Any) -> None:
    assert set(query(store, ME, Filters(PERIODS[1], departments=(2,)))["account_id"]) == {2}
    assert set(query(store, ME, Filters(PERIODS[1], platforms=("x",)))["account_id"]) == {1, 2}
    assert query(store, ME, Filters(PERIODS[1], platforms=("facebook",))).empty
    with pytest.raises(AccessDeniedError):
        query(store, NOBODY, Filters(PERIODS[1]))


def test_an_empty_period_has_zeros_and_nobody_who_waits(store: Engine) -> None:
    long_ago = Filters(Period(10_000, 10_020))
    frame = answers(store, ME, long_ago, "window")
    assert len(frame) == 4 and not frame[list(ANSWERS)].to_numpy().any()
    assert waiting(store, ME, long_ago, "window").empty and cases(store, ME, long_ago).empty
