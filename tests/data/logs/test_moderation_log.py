"""The log of removals in the store: by hand, from files, and out again."""

from datetime import date, timedelta
from typing import Any

import pytest
from sqlalchemy import Engine

from data.access import LOCAL_ADMINISTRATOR as ME
from data.access import Access, AccessDeniedError
from data.errors import StoreError
from data.logs.moderation import add_removal, follow_up, removals, remove_removal
from data.logs.moderation_files import Stored, files, store_file, undo_file
from metrics.periods import Period, to_day
from tests.loaders.sample_batches import registers

DAY = date(2026, 6, 29)
PARKS = Access("jo", "administrator", frozenset({2}))


@pytest.fixture
def kept(store: Engine) -> Engine:
    registers(store)
    return store


def row(**given: Any) -> dict[str, Any]:
    values = {"account_id": 1, "day": to_day(DAY), "action": "hidden", "reason": "spam", "rule": "rule 4", "n": 1}
    return values | {"appealed": 0, "reversed": 0} | given


def test_a_removal_by_hand_and_what_came_of_it(kept: Engine) -> None:
    entry = add_removal(kept, ME, 1, DAY, "deleted", "insult", " rule 1 ", n=3)
    add_removal(kept, ME, 2, DAY - timedelta(days=40), "hidden")
    found = removals(kept, ME)
    assert found["n"].tolist() == [3, 1] and found["rule"].tolist() == ["rule 1", ""]
    assert found["reason"].tolist() == ["insult", ""] and found["source"].tolist() == ["", ""]
    assert removals(kept, ME, Period(to_day(DAY), to_day(DAY)))["id"].tolist() == [entry]
    follow_up(kept, ME, entry, appealed=2, reversed=1)
    assert removals(kept, ME)[["appealed", "reversed"]].iloc[0].tolist() == [2, 1]
    with pytest.raises(StoreError, match="more appeals"):
        follow_up(kept, ME, entry, appealed=4, reversed=0)
    remove_removal(kept, ME, entry)
    assert len(removals(kept, ME)) == 1


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ({"action": "blocked"}, "unknown_code"),
        ({"reason": "because"}, "unknown_code"),
        ({"n": 0}, "no_number"),
        ({"n": 2_000_000}, "no_number"),
        ({"appealed": -1}, "too_many_appeals"),
        ({"reversed": 2}, "too_many_appeals"),
        ({"day": date.today() + timedelta(days=2)}, "future_day"),  # noqa: DTZ011 - two days on is later anywhere
        ({"rule": "x" * 3000}, "text_too_long"),
        ({"account_id": 9}, "no_account"),
    ],
)
def test_what_cannot_be_is_refused(kept: Engine, given: dict[str, Any], code: str) -> None:
    with pytest.raises(StoreError) as refused:
        add_removal(kept, ME, **{"account_id": 1, "day": DAY, "action": "hidden"} | given)
    assert refused.value.message.code == code
    if "day" in given:
        given = {"day": to_day(given["day"])}
    with pytest.raises(StoreError):
        store_file(kept, ME, "log.csv", [row(), row(**given)])
    assert removals(kept, ME).empty, "all rows of a file or none"


def test_the_same_file_twice_changes_nothing(kept: Engine) -> None:
    rows = [row(), row(), row(account_id=2, rule="")]
    assert store_file(kept, ME, "log.csv", rows) == Stored(3, "log.csv")
    before = removals(kept, ME)
    assert store_file(kept, ME, "again.xlsx", rows[::-1]) == Stored(0, "log.csv")
    assert removals(kept, ME).equals(before)


def test_a_longer_version_of_a_file_takes_its_place(kept: Engine) -> None:
    store_file(kept, ME, "june.csv", [row()])
    assert store_file(kept, ME, "log.csv", [row(), row(n=5)]) == Stored(2, "log.csv", replaced=("june.csv",))
    assert sorted(removals(kept, ME)["n"]) == [1, 5]


def test_files_that_share_rows_are_both_kept_and_told(kept: Engine) -> None:
    store_file(kept, ME, "log.csv", [row(), row(n=2)])
    assert store_file(kept, ME, "log.csv", [row(), row(n=3)]) == Stored(2, "log.csv (2)", overlapping=("log.csv",))
    assert len(removals(kept, ME)) == 4


def test_an_undo_takes_out_one_file_and_nothing_else(kept: Engine) -> None:
    add_removal(kept, ME, 1, DAY, "deleted")
    store_file(kept, ME, "june.csv", [row(n=2), row(n=3)])
    store_file(kept, ME, "july.csv", [row(day=to_day(DAY) + 30, n=7)])
    assert files(kept, ME).set_index("source")[["rows", "removals"]].to_dict("index") == {
        "june.csv": {"rows": 2, "removals": 5},
        "july.csv": {"rows": 1, "removals": 7},
    }
    assert undo_file(kept, ME, "june.csv") == 2
    assert sorted(removals(kept, ME)["source"]) == ["", "july.csv"]
    for gone in ("june.csv", ""):
        with pytest.raises(StoreError, match="no longer in the log"):
            undo_file(kept, ME, gone)


def test_a_user_of_one_department_keeps_to_it(kept: Engine) -> None:
    entry = add_removal(kept, ME, 1, DAY, "hidden")
    store_file(kept, ME, "log.csv", [row(), row(account_id=2)])
    assert removals(kept, PARKS)["account_id"].tolist() == [2]
    assert files(kept, PARKS)["rows"].tolist() == [1]
    assert store_file(kept, PARKS, "log.csv", [row(account_id=2), row(account_id=2, n=2)]).replaced == ()
    for act in (
        lambda: add_removal(kept, PARKS, 1, DAY, "hidden"),
        lambda: follow_up(kept, PARKS, entry, 0, 0),
        lambda: remove_removal(kept, PARKS, entry),
        lambda: store_file(kept, PARKS, "mine.csv", [row()]),
        lambda: undo_file(kept, PARKS, "log.csv"),
        lambda: removals(kept, Access("visitor", "reader")),
    ):
        with pytest.raises(AccessDeniedError):
            act()
