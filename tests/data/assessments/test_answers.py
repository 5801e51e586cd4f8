"""Answers: field by field, with history, and never lost by two people at once."""

from concurrent.futures import ThreadPoolExecutor
from multiprocessing import get_context
from typing import Any

import pytest
from sqlalchemy import Engine

from data.access import LOCAL_ADMINISTRATOR as ME
from data.assessments import add_respondent, history, respondents, save_answer
from data.errors import StoreError
from data.store import open_store, versions
from metrics.maturity.answers import Evidence
from tests.data.assessments.rounds import TURNS, begin, write

DOCUMENT = Evidence("document", "Richtlijn", "https://waterstad.example/r", "Hoofd", "2026-01-31")
FIGURE = Evidence("figure", "Op tijd", "responsiveness?period=13w", value="57 %", period="2026", taken="2026-10-01")


def test_a_saved_answer_comes_back_whole(store: Engine) -> None:
    one = begin(store)
    assert one.answer(store).state == "open"
    before, answered = versions(store)
    saved, aside = one.save(store, 0, level=3, note=" Sinds mei. ", confidence="high", evidence=(DOCUMENT, FIGURE))
    assert versions(store) == (before, answered + 1), "figures stay as they are, and what is kept of them"
    assert (saved.state, saved.level, saved.note, saved.confidence, saved.revision) == (
        "answered",
        3,
        "Sinds mei.",
        "high",
        1,
    )
    assert saved.evidence == (DOCUMENT, FIGURE)
    assert (one.answer(store), aside) == (saved, [])


def test_the_history_says_what_was_changed_into_what(store: Engine) -> None:
    one = begin(store)
    one.save(store, 0, level=3)
    one.save(store, 1, level="dont_know", note="Toch niet")
    one.save(store, 2, level=None)
    found = history(store, ME, one.id, "B4")
    assert [(change.field, change.old, change.new) for change in found] == [
        ("level", None, 3),
        ("level", 3, "dont_know"),
        ("note", "", "Toch niet"),
        ("level", "dont_know", None),
    ]
    assert all(change.who == ME.who and not change.set_aside for change in found)
    assert history(store, ME, one.id, "B1") == []
    assert (one.answer(store).state, one.answer(store).note) == ("open", "Toch niet")


def test_the_same_value_again_changes_nothing(store: Engine) -> None:
    one = begin(store)
    one.save(store, 0, level=3)
    saved, _ = one.save(store, 1, level=3)
    assert (saved.revision, len(history(store, ME, one.id))) == (1, 1)


def test_two_people_who_change_different_fields_both_count(store: Engine) -> None:
    one = begin(store)
    one.save(store, 0, level=3)
    saved, aside = one.save(store, 0, note="Van mij")
    assert (saved.level, saved.note, aside) == (3, "Van mij", [])


def test_the_second_value_of_the_same_field_is_set_aside_and_can_be_taken(store: Engine) -> None:
    one = begin(store)
    one.save(store, 0, level=3)
    saved, aside = one.save(store, 0, level=1)
    assert (saved.level, saved.revision, aside) == (3, 1, [1])
    kept = history(store, ME, one.id)[-1]
    assert (kept.set_aside, kept.old, kept.new) == (True, 3, 1)
    taken, _ = one.save(store, 1, level=kept.new)  # chosen by a person, who saw both
    assert (taken.level, taken.revision) == (1, 2)
    assert [(change.old, change.new) for change in history(store, ME, one.id) if not change.set_aside] == [
        (None, 3),
        (3, 1),
    ]


def test_the_same_value_from_two_people_is_no_conflict(store: Engine) -> None:
    one = begin(store)
    one.save(store, 0, level=3)
    assert one.save(store, 0, level=3)[1] == []


def test_writers_at_the_same_moment_lose_nothing(store_url: str) -> None:
    store = open_store(store_url)
    one = begin(store)

    def save(number: int) -> Any:
        field, value = ("level", number % 5) if number % 2 else ("note", f"n{number}")
        return save_answer(store, ME, one.lead, "B4", {field: value}, 0)

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(save, range(50)))
    found, now = history(store, ME, one.id), one.answer(store)
    notes = {change.new for change in found if change.field == "note"}
    assert notes == {f"n{number}" for number in range(0, 50, 2)}
    assert {change.new for change in found if change.field == "level"} == set(range(5))
    kept = [change for change in found if not change.set_aside]
    assert sorted(change.field for change in kept) == ["level", "note"]
    assert {now.level, now.note} == {change.new for change in kept}
    assert now.revision == 2
    store.dispose()


def test_two_servers_that_save_the_same_item_50_times_keep_every_value(store_url: str) -> None:
    store = open_store(store_url)
    one, spawn = begin(store), get_context("spawn")
    together = spawn.Barrier(2)
    writers = [spawn.Process(target=write, args=(store_url, one.lead, name, together)) for name in "ab"]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    assert [writer.exitcode for writer in writers] == [0, 0]
    found, now = history(store, ME, one.id), one.answer(store)
    assert sorted(change.new for change in found) == sorted(f"{name}{turn}" for name in "ab" for turn in range(TURNS))
    kept = [change for change in found if not change.set_aside]
    assert (len(kept), now.revision, now.note) == (TURNS, TURNS, kept[-1].new)
    assert [change.old for change in kept] == ["", *(change.new for change in kept[:-1])]
    store.dispose()


@pytest.mark.parametrize("text", ["a\0b", "a\ud800b"])
def test_what_no_database_keeps_is_dropped(store: Engine, text: str) -> None:
    one = begin(store)
    saved, _ = one.save(store, 0, note=text, evidence=(Evidence("document", text),))
    assert (saved.note, saved.evidence) == ("ab", (Evidence("document", "ab"),))
    who = add_respondent(store, ME, one.id, None, text)
    assert {found.id: found.role for found in respondents(store, ME, one.id)}[who] == "ab"


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"level": 5}, "level from 0 to 4"),
        ({"level": True}, "level from 0 to 4"),
        ({"level": "3"}, "level from 0 to 4"),
        ({"note": "x" * 4001}, "4001 characters"),
        ({"confidence": "sure"}, "low, medium or high"),
        ({"evidence": (Evidence("document", " "),)}, "title"),
        ({"evidence": (Evidence("document", "x", "javascript:alert(1)"),)}, "no web address"),
        ({"evidence": (Evidence("document", "x", "//elsewhere.example"),)}, "no web address"),
        ({"evidence": (Evidence("document", "x", "data"),)}, "no web address"),
        ({"evidence": (Evidence("figure", "x", "javascript:alert(1)"),)}, "no web address"),
        ({"evidence": (Evidence("figure", "x", "/\\elsewhere.example"),)}, "no web address"),
        ({"evidence": (Evidence("figure", "x", "\x01javascript:alert(1)"),)}, "no web address"),
        ({"evidence": ({"kind": "film", "title": "x"},)}, "a document or a figure"),
        ({"evidence": (Evidence("document", "x", review_date="31-1-2026"),)}, "no date"),
        ({"evidence": (Evidence("document", "x" * 401),)}, "too long"),
        ({"evidence": (DOCUMENT,) * 21}, "at most 20"),
    ],
)
def test_values_that_cannot_be_are_refused_and_change_nothing(
    store: Engine, changes: dict[str, Any], said: str
) -> None:
    one = begin(store)
    with pytest.raises(StoreError, match=said):
        save_answer(store, ME, one.lead, "B4", changes, 0)
    assert (one.answer(store).revision, history(store, ME, one.id)) == (0, [])


def test_what_is_not_there_is_refused_in_words(store: Engine) -> None:
    one = begin(store)
    with pytest.raises(StoreError, match="not in this assessment"):
        save_answer(store, ME, one.lead, "Z9", {"level": 1}, 0)
    with pytest.raises(StoreError, match="no longer takes part"):
        save_answer(store, ME, 999, "B4", {"level": 1}, 0)
