"""What people say that a message is counts at once, and goes on counting."""

from typing import Any

import pytest
from sqlalchemy import Engine, select

from data import access as rights
from data import answering
from data.access import LOCAL_ADMINISTRATOR as ME
from data.access import Access, AccessDeniedError
from data.answering.labels import checked, label
from data.errors import StoreError
from data.schema import comment, conversation, message_class, message_label, rollup_answer, rollup_answer_month
from data.staging import workbench
from data.store import write_transaction
from data.undo import undo
from tests.data.answering.messages import LATER, answer, asked, figures, only, rows
from tests.data.queries.stored_figures import ROADS_ONLY
from tests.loaders.sample_batches import batch, load, post, registers

Key = tuple[int, int]


@pytest.fixture(autouse=True)
def _registers(store: Engine) -> None:
    registers(store)


def key(engine: Engine, number: str) -> Key:
    """What the store knows a message by."""
    with engine.connect() as connection:
        found = select(comment.c.post_id, comment.c.id).where(comment.c.external_id == number)
        post_id, id = connection.execute(found).one()
    return post_id, id


def sums(engine: Engine) -> set[tuple[int, int, int]]:
    """Asked, answered and waiting, by the rollups of the day and of the month."""
    tables = (rollup_answer, rollup_answer_month)
    return {tuple(row[name] for name in ("asked", "answered", "waiting")) for t in tables for row in rows(engine, t)}


def test_thanks_that_are_a_question_begin_a_conversation(store: Engine) -> None:
    load(store, batch([post("1")], [asked("10", text="Dank je wel"), answer("11", "10", 3)], exported_ts=LATER))
    assert rows(store, conversation) == [] and sums(store) == {(0, 0, 0)}
    before = figures(store)
    label(store, ME, *key(store, "10"), "question")
    assert only(store, conversation)["intent"] == "question"
    assert only(store, conversation)["answered_ts"] is not None
    assert sums(store) == {(1, 1, 0)}
    label(store, ME, *key(store, "10"), "thanks")
    assert figures(store) == before


def test_a_question_that_is_none_no_longer_waits(store: Engine) -> None:
    load(store, batch([post("1")], [asked("10"), asked("12", 2)], exported_ts=LATER))
    assert sums(store) == {(2, 0, 2)}
    label(store, ME, *key(store, "12"), "spam")
    assert only(store, conversation)["id"] == key(store, "10")[1]
    assert sums(store) == {(1, 0, 1)}


def test_it_wins_over_the_rule_when_everything_is_worked_out_anew(store: Engine) -> None:
    load(store, batch([post("1")], [asked("10"), asked("12", 2, text="Dank je wel")], exported_ts=LATER))
    label(store, ME, *key(store, "10"), "opinion")
    label(store, ME, *key(store, "12"), "complaint")
    before = figures(store)
    with workbench(store) as connection, write_transaction(connection):
        answering.rebuild(connection)
    assert figures(store) == before
    assert only(store, conversation)["intent"] == "complaint"
    assert {row["intent"] for row in rows(store, message_class)} == {"question", "thanks"}, "what the rules said stays"


def test_it_survives_an_undo_and_the_same_file_again(store: Engine) -> None:
    made = batch([post("1")], [asked("10"), asked("12", 2, text="Dank je wel")], exported_ts=LATER)
    first = load(store, made, "the same file")
    label(store, ME, *key(store, "10"), "tag")
    label(store, ME, *key(store, "12"), "request")
    before = figures(store)
    undo(store, ME, first.import_id or 0)
    assert rows(store, conversation) == [] and rows(store, rollup_answer) == []
    load(store, made, "the same file")
    assert figures(store) == before
    assert only(store, conversation)["intent"] == "request"


def test_a_drawn_message_stays_drawn_and_the_newest_word_counts(store: Engine) -> None:
    load(store, batch([post("1")], [asked("10"), asked("12", 2)], exported_ts=LATER))
    label(store, ME, *key(store, "10"), "question", drawn=True)
    label(store, ME, *key(store, "10"), "thanks")
    label(store, ME, *key(store, "12"), "thanks")
    label(store, ME, *key(store, "12"), "opinion", drawn=True)
    found = [(row["intent"], row["drawn"], row["by_rule"], row["who"]) for row in rows(store, message_label)]
    assert sorted(found) == [("opinion", 1, "question", ME.who), ("thanks", 1, "question", ME.who)]


def test_checked_counts_what_the_rules_said_and_people_said(store: Engine) -> None:
    questions = [asked(str(number), number - 9) for number in range(10, 14)]
    other = asked("20", 1, account="green", post_id="2")
    load(store, batch([post("1"), post("2", account="green")], [*questions, other], exported_ts=LATER))
    for number, intent, drawn in (("10", "question", True), ("11", "question", True), ("12", "tag", True)):
        label(store, ME, *key(store, number), intent, drawn)
    label(store, ME, *key(store, "13"), "tag")
    label(store, ME, *key(store, "20"), "tag", drawn=True)
    found = set(checked(store, ME).itertuples(index=False, name=None))
    assert found == {(True, "question", "question", 2), (True, "question", "tag", 2), (False, "question", "tag", 1)}
    mine = set(checked(store, ROADS_ONLY).itertuples(index=False, name=None))
    assert mine == {(True, "question", "question", 2), (True, "question", "tag", 1), (False, "question", "tag", 1)}


@pytest.mark.parametrize("held", [set(), {"read"}, {"read", "write"}, {"read", "texts"}])
def test_without_the_rights_nobody_says_anything(
    store: Engine, monkeypatch: pytest.MonkeyPatch, held: set[Any]
) -> None:
    load(store, batch([post("1")], [asked("10")], exported_ts=LATER))
    monkeypatch.setitem(rights._RIGHTS, "reader", frozenset(held))
    with pytest.raises(AccessDeniedError):
        label(store, Access("jo", "reader"), *key(store, "10"), "tag")
    assert rows(store, message_label) == [] and sums(store) == {(1, 0, 1)}


def test_what_cannot_be_said_is_refused(store: Engine) -> None:
    made = [asked("10"), answer("11", "10", 2), asked("20", account="green", post_id="2")]
    load(store, batch([post("1")], made, exported_ts=LATER))
    with pytest.raises(StoreError, match="no kind of message"):
        label(store, ME, *key(store, "10"), "person")
    with pytest.raises(StoreError, match="no longer there"):
        label(store, ME, *key(store, "11"), "question")
    with pytest.raises(StoreError, match="no longer there"):
        label(store, ROADS_ONLY, *key(store, "20"), "tag")
    with pytest.raises(StoreError, match="no longer there"):
        label(store, ME, 1, 2, "tag")
    assert rows(store, message_label) == []
