"""Drawing a round, labelling it one by one, and what it then says; on both engines."""

from typing import Any

import pytest
from sqlalchemy import Engine, delete, select, update

from data import access as rights
from data.access import LOCAL_ADMINISTRATOR as ME
from data.access import Access, AccessDeniedError
from data.errors import StoreError
from data.filters import Filters
from data.labelling import calibrated, next_items, round_state, rounds, save_label, start_round, undo_last
from data.labelling.calibrated import NO_ROUND
from data.schema import comment, label, label_item, label_stratum, message_label
from data.store import version, writing
from metrics.periods import Period
from metrics.text.calibration import Calibration
from metrics.words import Message
from tests.data.answering.messages import rows
from tests.data.labelling.filled import EVERYTHING, counted, filled, score, write_down
from tests.data.queries.stored_figures import ROADS_ONLY


def test_a_round_from_the_draw_to_the_shares(store: Engine) -> None:
    filled(store)
    made = start_round(store, ME, "tone", EVERYTHING, seed=1)
    drawn = rows(store, label_item)
    assert [row["place"] for row in drawn] == list(range(200)) and sum(row["twice"] for row in drawn) == 50
    assert sum(row["size"] for row in rows(store, label_stratum)) == 300
    assert calibrated(store, ME, "tone").found.values["n"] == 0  # type: ignore[union-attr]  # a message
    write_down(store, made, wrong=6)
    write_down(store, made, labeller=2)
    state = round_state(store, ME, made)
    assert (state.done, state.total, state.gone, state.second_done, state.second_total) == (200, 200, 0, 50, 50)
    assert state.values["other"] == 6 and sum(state.values.values()) == 200 and state.lacking is None
    assert state.agreement.n == 50 and state.agreement.same == 44 and state.agreement.word == "good"
    found = calibrated(store, ME, "tone", counted(store))
    assert isinstance(found.found, Calibration) and found.adjusted is not None and found.notes == ()
    shares = found.found.sampled()
    for tone, true in {"negative": 0.4, "neutral": 0.4, "positive": 0.2}.items():
        assert shares.at[tone, "low"] - 0.03 < true < shares.at[tone, "high"] + 0.03, "six labels say other"
        assert found.adjusted.at[0, f"{tone}_low"] - 0.03 < true < found.adjusted.at[0, f"{tone}_high"] + 0.03


def test_a_label_of_needs_a_reply_counts_at_once(store: Engine) -> None:
    filled(store)
    made = start_round(store, ME, "needs_reply", EVERYTHING, seed=1)
    item = next_items(store, ME, made).to_dict("records")[0]
    assert set(item) == {"place", "post_id", "id", "platform", "account", "published_ts", "text"}
    save_label(store, ME, made, 0, "question")
    save_label(store, ME, made, 0, "spam", labeller=2)
    assert [(row["post_id"], row["id"], row["intent"]) for row in rows(store, message_label)] == [
        (item["post_id"], item["id"], "question")
    ]
    assert undo_last(store, ME, made) == 0
    assert rows(store, message_label) == [] and [row["labeller"] for row in rows(store, label)] == [2]
    write_down(store, made)
    found = calibrated(store, ME, "needs_reply")
    assert isinstance(found.found, Calibration)
    assert found.found.sampled().at["needs_reply", "share"] == pytest.approx(0.8, abs=0.05)


def test_the_same_seed_draws_the_same_messages(store: Engine) -> None:
    filled(store)
    one, same, other = (start_round(store, ME, "tone", EVERYTHING, 60, seed) for seed in (1, 1, 2))
    drawn = {
        made: [row["id"] for row in rows(store, label_item) if row["round_id"] == made] for made in (one, same, other)
    }
    assert drawn[one] == drawn[same] != drawn[other]
    assert [each.id for each in rounds(store, ME, "tone")] == [other, same, one]
    assert rounds(store, ME, "needs_reply") == ()


def test_the_last_label_is_taken_back_and_given_anew(sqlite_store: Engine) -> None:
    filled(sqlite_store, 60)
    made = start_round(sqlite_store, ME, "tone", EVERYTHING, seed=1)
    assert undo_last(sqlite_store, ME, made) is None
    for place in (0, 1):
        save_label(sqlite_store, ME, made, place, "neutral")
    assert next_items(sqlite_store, ME, made)["place"].tolist() == [2]
    save_label(sqlite_store, ME, made, 1, "positive")
    assert undo_last(sqlite_store, Access("somebody else", "administrator"), made) is None
    assert undo_last(sqlite_store, ME, made) == 1
    assert next_items(sqlite_store, ME, made)["place"].tolist() == [1]
    assert next_items(sqlite_store, ME, made, labeller=2)["place"].tolist() == [0], "the second person has said nothing"


def test_a_label_before_the_two_hundredth_has_no_page_count_again(sqlite_store: Engine) -> None:
    filled(sqlite_store)
    made = start_round(sqlite_store, ME, "tone", EVERYTHING, seed=1)
    write_down(sqlite_store, made, most=198)
    before = version(sqlite_store)
    save_label(sqlite_store, ME, made, 198, "neutral")
    assert version(sqlite_store) == before
    save_label(sqlite_store, ME, made, 199, "neutral")
    assert version(sqlite_store) == before + 1


def test_messages_that_are_gone_drop_out_and_are_told(sqlite_store: Engine) -> None:
    filled(sqlite_store)
    made = start_round(sqlite_store, ME, "tone", EVERYTHING, n=230, seed=1)
    write_down(sqlite_store, made)
    with writing(sqlite_store) as connection:
        lost = [row["id"] for row in rows(sqlite_store, label_item)][:10]
        connection.execute(delete(comment).where(comment.c.id.in_(lost)))
    state, found = round_state(sqlite_store, ME, made), calibrated(sqlite_store, ME, "tone")
    assert (state.total, state.gone, state.done) == (220, 10, 220)
    assert isinstance(found.found, Calibration) and found.found.n == 220
    assert [note.code for note in found.notes] == ["labels_gone"]


def test_another_machine_is_judged_by_what_it_says_now(sqlite_store: Engine) -> None:
    filled(sqlite_store)
    write_down(sqlite_store, start_round(sqlite_store, ME, "tone", EVERYTHING, seed=1))
    before = calibrated(sqlite_store, ME, "tone").found
    score(sqlite_store, right=0.95, version="made2")
    after = calibrated(sqlite_store, ME, "tone").found
    assert isinstance(before, Calibration) and isinstance(after, Calibration)
    assert after.quality().low > before.quality().high
    assert (after.sampled()["share"] - before.sampled()["share"]).abs().max() < 0.01


def test_old_labels_are_said_to_be_old(sqlite_store: Engine) -> None:
    filled(sqlite_store)
    write_down(sqlite_store, start_round(sqlite_store, ME, "tone", Filters(Period(20_600, 20_660)), seed=1))
    with writing(sqlite_store) as connection:
        newest = select(comment.c.id).order_by(comment.c.id).limit(1).scalar_subquery()
        connection.execute(update(comment).where(comment.c.id == newest).values(day=20_660 + 183))
    assert [note.code for note in calibrated(sqlite_store, ME, "tone").notes] == ["old_round"]


def test_the_newest_round_with_enough_labels_counts(sqlite_store: Engine) -> None:
    filled(sqlite_store)
    assert calibrated(sqlite_store, ME, "tone").found == NO_ROUND
    first = start_round(sqlite_store, ME, "tone", EVERYTHING, seed=1)
    write_down(sqlite_store, first)
    second = start_round(sqlite_store, ME, "tone", EVERYTHING, seed=2)
    write_down(sqlite_store, second, most=30)
    found = calibrated(sqlite_store, ME, "tone")
    assert found.state is not None and found.state.round.id == first
    assert isinstance(calibrated(sqlite_store, ME, "needs_reply").found, Message)


def test_what_cannot_be_is_refused(sqlite_store: Engine) -> None:
    filled(sqlite_store, 60)
    made = start_round(sqlite_store, ME, "tone", EVERYTHING, seed=1)
    empty = Filters(Period(1, 2))
    for said, what in (
        ("no message to label", lambda: start_round(sqlite_store, ME, "tone", empty)),
        ("1 to 2000", lambda: start_round(sqlite_store, ME, "tone", EVERYTHING, n=0)),
        ("not one of the answers", lambda: save_label(sqlite_store, ME, made, 0, "question")),
        ("not one of the answers", lambda: save_label(sqlite_store, ME, made, 0, "neutral", labeller=3)),
        ("no longer there", lambda: save_label(sqlite_store, ME, made, 500, "neutral")),
        ("no longer there", lambda: save_label(sqlite_store, ME, made, 59, "neutral", labeller=2)),
        ("no longer exists", lambda: round_state(sqlite_store, ME, 99)),
        ("no longer exists", lambda: next_items(sqlite_store, ME, 99)),
    ):
        with pytest.raises(StoreError, match=said):
            what()
    assert rows(sqlite_store, label) == []


def test_others_see_and_label_only_their_own_department(sqlite_store: Engine) -> None:
    filled(sqlite_store, 60)
    made = start_round(sqlite_store, ME, "tone", EVERYTHING, seed=1)
    every, mine = (next_items(sqlite_store, who, made, rows=100) for who in (ME, ROADS_ONLY))
    assert len(every) == 60 and set(mine["account"]) == {"parking"}
    foreign = int(every.loc[every["account"] == "green", "place"].iloc[0])
    with pytest.raises(StoreError, match="no longer there"):
        save_label(sqlite_store, ROADS_ONLY, made, foreign, "neutral")
    own = start_round(sqlite_store, ROADS_ONLY, "tone", EVERYTHING, seed=1)
    assert len(next_items(sqlite_store, ME, own, rows=100)) == 40


@pytest.mark.parametrize("held", [set(), {"read"}, {"read", "write"}, {"read", "texts"}])
def test_without_the_rights_nobody_labels(
    sqlite_store: Engine, monkeypatch: pytest.MonkeyPatch, held: set[Any]
) -> None:
    filled(sqlite_store, 60)
    made = start_round(sqlite_store, ME, "tone", EVERYTHING, seed=1)
    monkeypatch.setitem(rights._RIGHTS, "reader", frozenset(held))
    reader = Access("jo", "reader")
    with pytest.raises(AccessDeniedError):
        start_round(sqlite_store, reader, "tone", EVERYTHING)
    with pytest.raises(AccessDeniedError):
        save_label(sqlite_store, reader, made, 0, "neutral")
    with pytest.raises(AccessDeniedError):
        undo_last(sqlite_store, reader, made)
    if "texts" not in held:
        with pytest.raises(AccessDeniedError):
            next_items(sqlite_store, reader, made)
