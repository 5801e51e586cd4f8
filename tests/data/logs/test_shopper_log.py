"""The mystery shopper's log in the store: times in UTC, the answer later, and what cannot be."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import Engine

from data.access import LOCAL_ADMINISTRATOR as ME
from data.access import Access, AccessDeniedError
from data.errors import StoreError
from data.logs import test_messages as log
from data.registers import delete_account
from data.settings import Settings, write_settings
from data.store import version
from tests.loaders.sample_batches import registers

MORNING = datetime(2026, 6, 29, 9)  # noqa: DTZ001 - on the organisation's clock, as people type it
PARKS = Access("jo", "administrator", frozenset({2}))


@pytest.fixture
def kept(store: Engine) -> Engine:
    registers(store)
    return store


def add(store: Engine, **given: Any) -> int:
    values = {"account_id": 1, "asked": MORNING, "question": "Is het loket open?"} | given
    return log.add_test_message(store, ME, **values)


def test_times_are_kept_in_utc_and_the_answer_comes_later(kept: Engine) -> None:
    before = version(kept)
    entry = add(kept, note=" ")
    row = log.test_messages(kept, ME).iloc[0]
    assert row["asked_ts"] == datetime(2026, 6, 29, 7, tzinfo=UTC).timestamp()
    assert (row["outcome"], row["who"], row["account"], row["department"]) == ("none", ME.who, "parking", "parking")
    assert row[["answered_ts", "note"]].isna().all()
    log.change_test_message(kept, ME, entry, outcome="answered", answered=MORNING + timedelta(minutes=90), note="Snel")
    row = log.test_messages(kept, ME).iloc[0]
    assert row["answered_ts"] - row["asked_ts"] == 90 * 60
    assert (row["outcome"], row["note"]) == ("answered", "Snel")
    log.remove_test_message(kept, ME, entry)
    assert log.test_messages(kept, ME).empty
    assert version(kept) == before + 3, "every change refreshes what is shown"


def test_the_organisations_clock_counts(kept: Engine) -> None:
    write_settings(kept, ME, Settings("Waterstad", time_zone="America/New_York"))
    add(kept)
    assert log.test_messages(kept, ME)["asked_ts"][0] == datetime(2026, 6, 29, 13, tzinfo=UTC).timestamp()


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ({"asked": datetime.now(UTC) + timedelta(days=2)}, "future_time"),
        ({"outcome": "answered", "answered": MORNING - timedelta(minutes=1)}, "answer_first"),
        ({"outcome": "answered"}, "no_answer_time"),
        ({"outcome": "partly"}, "no_answer_time"),
        ({"outcome": "picked_up", "answered": MORNING}, "answer_without_answer"),
        ({"outcome": "none", "answered": MORNING}, "answer_without_answer"),
        ({"outcome": "perhaps"}, "unknown_code"),
        ({"question": " \x00 "}, "no_question"),
        ({"question": "x" * 2001}, "text_too_long"),
        ({"account_id": 99}, "no_account"),
    ],
)
def test_what_cannot_be_is_refused_and_changes_nothing(kept: Engine, given: dict[str, Any], code: str) -> None:
    entry = add(kept)
    before = log.test_messages(kept, ME)
    with pytest.raises(StoreError) as added:
        add(kept, **given)
    with pytest.raises(StoreError) as changed:
        log.change_test_message(kept, ME, entry, **given)
    assert (added.value.message.code, changed.value.message.code) == (code, code)
    assert log.test_messages(kept, ME).equals(before)


def test_a_time_that_is_changed_is_held_against_the_other(kept: Engine) -> None:
    entry = add(kept, outcome="answered", answered=MORNING + timedelta(hours=1))
    with pytest.raises(StoreError, match="earlier than the question"):
        log.change_test_message(kept, ME, entry, asked=MORNING + timedelta(hours=2))
    with pytest.raises(TypeError):
        log.change_test_message(kept, ME, entry, who="somebody else")


def test_who_may_see_one_department_sees_and_changes_that_one(kept: Engine) -> None:
    entry = add(kept)
    mine = add(kept, account_id=2)
    assert log.test_messages(kept, PARKS)["id"].tolist() == [mine]
    for act in (
        lambda: log.add_test_message(kept, PARKS, 1, MORNING, "?"),
        lambda: log.change_test_message(kept, PARKS, entry, note="x"),
        lambda: log.change_test_message(kept, PARKS, mine, account_id=1),
        lambda: log.remove_test_message(kept, PARKS, entry),
        lambda: log.test_messages(kept, Access("visitor", "reader")),
    ):
        with pytest.raises(AccessDeniedError):
            act()
    with pytest.raises(StoreError, match="no longer in the log"):
        log.remove_test_message(kept, ME, 999)


def test_an_account_with_a_log_is_not_removed(kept: Engine) -> None:
    add(kept)
    with pytest.raises(StoreError, match="has data"):
        delete_account(kept, ME, 1)
