"""Versions of guidelines in the store, and the statements that their rules are checked with."""

from datetime import date

import pytest
from sqlalchemy import Engine, insert, select

from data.access import LOCAL_ADMINISTRATOR as ME
from data.access import Access, AccessDeniedError
from data.errors import StoreError
from data.filters import Filters
from data.guidelines import LONGEST, guidelines, remove_guideline, save_guideline
from data.queries.moderation import removals
from data.queries.posting_hours import posting_hours
from data.registers import add_account, add_department, delete_account, merge_departments
from data.schema import guideline, moderation, rollup_hour
from data.store import version
from metrics.guidelines.content import Guideline, Use
from metrics.periods import Period, to_day

FIRST, SECOND = date(2026, 1, 1), date(2026, 7, 1)
CONTENT = Guideline(
    "Waterstad",
    {"frequency": "Elke dag één bericht.", "weather": "kept as it is"},
    (Use("posts_per_week", {"low": 2, "high": 9}), Use("songs", {"x": [1]})),
    {"colour": "blue"},
)
HOURS = [f"{side}{hour:02}" for side in "pc" for hour in range(24)]


def test_what_is_saved_is_read_the_newest_first(store: Engine) -> None:
    before = version(store)
    old, new = save_guideline(store, ME, CONTENT, FIRST), save_guideline(store, ME, CONTENT, SECOND)
    assert version(store) > before
    found = guidelines(store, ME)
    assert [one.id for one in found] == [new, old]
    assert found[1].content == CONTENT
    assert (found[1].valid_from, found[1].scope, found[1].who) == (to_day(FIRST), (None, None), ME.who)
    remove_guideline(store, ME, new)
    assert [one.id for one in guidelines(store, ME)] == [old]


def test_each_scope_has_versions_of_its_own(store: Engine) -> None:
    sport = add_department(store, ME, "Sport")
    account = add_account(store, ME, sport, "x", "sport")
    save_guideline(store, ME, CONTENT, FIRST)
    save_guideline(store, ME, CONTENT, FIRST, department_id=sport)
    save_guideline(store, ME, CONTENT, FIRST, account_id=account)
    assert {one.scope for one in guidelines(store, ME)} == {(None, None), (sport, None), (None, account)}
    delete_account(store, ME, account)
    assert {one.scope for one in guidelines(store, ME)} == {(None, None), (sport, None)}
    merge_departments(store, ME, sport, add_department(store, ME, "Jeugd"))
    assert {one.scope for one in guidelines(store, ME)} == {(None, None)}


@pytest.mark.parametrize(
    ("content", "day", "code"),
    [
        (Guideline("  "), FIRST, "guideline_title"),
        (Guideline("x", {"frequency": "a" * (LONGEST + 1)}), FIRST, "guideline_prose"),
        (Guideline("x", uses=(Use("posts_per_week", {"low": -1}),)), FIRST, "parameter"),
        (Guideline("x", uses=(Use("posts_per_week", {"low": 9, "high": 3}),)), FIRST, "band"),
        (CONTENT, date(1999, 1, 1), "guideline_day"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_stored(store: Engine, content: Guideline, day: date, code: str) -> None:
    with pytest.raises(StoreError) as refused:
        save_guideline(store, ME, content, day)
    assert refused.value.message.code == code
    assert guidelines(store, ME) == []


def test_a_scope_or_version_that_is_gone_is_said(sqlite_store: Engine) -> None:
    for scope in ({"department_id": 9}, {"account_id": 9}):
        with pytest.raises(StoreError):
            save_guideline(sqlite_store, ME, CONTENT, FIRST, **scope)
    with pytest.raises(StoreError):
        remove_guideline(sqlite_store, ME, 9)


def test_who_may_see_and_change_what(sqlite_store: Engine) -> None:
    sport, parks = (add_department(sqlite_store, ME, name) for name in ("Sport", "Parken"))
    account = add_account(sqlite_store, ME, parks, "x", "parken")
    general = save_guideline(sqlite_store, ME, CONTENT, FIRST)
    own = save_guideline(sqlite_store, ME, CONTENT, FIRST, department_id=sport)
    save_guideline(sqlite_store, ME, CONTENT, FIRST, department_id=parks)
    foreign = save_guideline(sqlite_store, ME, CONTENT, FIRST, account_id=account)
    coach = Access("coach", "administrator", frozenset({sport}))
    assert {one.id for one in guidelines(sqlite_store, coach)} == {general, own}
    save_guideline(sqlite_store, coach, CONTENT, SECOND, department_id=sport)
    for scope in ({}, {"department_id": parks}, {"account_id": account}):
        with pytest.raises(AccessDeniedError):
            save_guideline(sqlite_store, coach, CONTENT, SECOND, **scope)
    for version_id in (general, foreign):
        with pytest.raises(AccessDeniedError):
            remove_guideline(sqlite_store, coach, version_id)
    visitor = Access("visitor", "reader")
    with pytest.raises(AccessDeniedError):
        guidelines(sqlite_store, visitor)
    with pytest.raises(AccessDeniedError):
        save_guideline(sqlite_store, visitor, CONTENT, FIRST)


def test_a_content_that_was_changed_outside_opens_no_traceback(sqlite_store: Engine) -> None:
    row = {"valid_from": 20_000, "content": "no json", "who": "x", "made_ts": 1}
    with sqlite_store.begin() as connection:
        connection.execute(insert(guideline).values(row))
    assert guidelines(sqlite_store, ME)[0].content == Guideline()
    with sqlite_store.connect() as connection:
        assert connection.scalar(select(guideline.c.content)) == "no json"


def test_posts_by_weekday_and_hour_and_removals_of_the_period(store: Engine) -> None:
    account = add_account(store, ME, add_department(store, ME, "Sport"), "x", "sport")
    monday = 20_633
    rows = [
        {"day": day, "account_id": account, **dict.fromkeys(HOURS, 0), "p09": posts, "c10": 7}
        for day, posts in ((monday, 1), (monday + 7, 2), (monday + 8, 4), (monday - 7, 8))
    ]
    base = {"account_id": account, "action": "hidden", "reason": "", "appealed": 0, "reversed": 0, "source": ""}
    logged = [
        {**base, "day": day, "rule": rule, "n": n, "who": "x", "made_ts": 1}
        for day, rule, n in ((monday, "3", 5), (monday, "", 2), (monday + 1, None, 1), (monday - 1, "3", 9))
    ]
    with store.begin() as connection:
        connection.execute(insert(rollup_hour), rows)
        connection.execute(insert(moderation), logged)
    asked = Filters(Period(monday, monday + 13))
    found = posting_hours(store, ME, asked).set_index("dow")
    assert found.loc[0, "p09"] == 3 and found.loc[1, "p09"] == 4 and len(found) == 2
    assert found.drop(columns=["account_id", "p09"]).to_numpy().sum() == 0
    assert removals(store, ME, asked).to_dict("list") == {"account_id": [account], "n": [8], "cited": [5]}
    assert posting_hours(store, ME, Filters(asked.period, platforms=("facebook",))).empty
