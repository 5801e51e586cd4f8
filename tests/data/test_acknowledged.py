"""Signals that were seen: noted with what was done, replaced, taken back, and by whom."""

import pytest
from sqlalchemy import Engine

from data.access import LOCAL_ADMINISTRATOR as ME
from data.access import Access, AccessDeniedError
from data.acknowledged import LONGEST, acknowledge, acknowledged, take_back
from data.errors import StoreError
from data.registers import add_account, add_department, merge_departments
from data.store import version

DAY = 20_717


def test_a_signal_is_acknowledged_with_a_note_and_who_wrote_it(store: Engine) -> None:
    before = version(store)
    acknowledge(store, ME, "number:posts:3", DAY, "  A new \n planner ")
    acknowledge(store, ME, "topic:12", DAY + 1, "Parking permits: asked the desk")
    assert version(store) > before
    newest, first = acknowledged(store, ME)
    assert (first.series, first.day, first.note, first.who) == ("number:posts:3", DAY, "A new planner", ME.who)
    assert newest.series == "topic:12" and newest.made_ts >= first.made_ts > 0


def test_what_was_said_of_a_week_is_not_replaced_unseen(store: Engine) -> None:
    first = acknowledge(store, ME, "number:posts:3", DAY, "Looking into it")
    assert acknowledge(store, ME, "number:posts:3", DAY, "Looking  into it") == first, "pressed twice"
    for who, note in ((ME, "A new planner"), (Access("jo", "administrator"), "Looking into it")):
        with pytest.raises(StoreError) as error:
            acknowledge(store, who, "number:posts:3", DAY, note)
        assert "Looking into it" in error.value.message.english()
    take_back(store, ME, first)
    acknowledge(store, ME, "number:posts:3", DAY, "A new planner")
    acknowledge(store, ME, "number:posts:3", DAY + 7, "The same")
    assert {(one.day, one.note) for one in acknowledged(store, ME)} == {(DAY, "A new planner"), (DAY + 7, "The same")}


def test_taking_back_twice_changes_nothing_more(store: Engine) -> None:
    one = acknowledge(store, ME, "number:posts:3", DAY, "By mistake")
    other = acknowledge(store, ME, "number:posts:4", DAY, "Seen")
    take_back(store, ME, one)
    take_back(store, ME, one)
    assert [left.id for left in acknowledged(store, ME)] == [other]


@pytest.mark.parametrize(
    ("series", "day", "note", "code"),
    [
        ("number:posts:3", DAY, " \n", "acknowledged_note"),
        ("number:posts:3", DAY, "x" * (LONGEST + 1), "text_too_long"),
        ("number:posts:3", -1, "Seen", "day_out_of_range"),
        ("", DAY, "Seen", "no_signal"),
        ("number:=cmd()", DAY, "Seen", "no_signal"),
        ("number:posts:3:4", DAY, "Seen", "no_signal"),  # of one department, and read as of another
        ("rumour:3", DAY, "Seen", "no_signal"),
        ("x" * 5000, DAY, "Seen", "no_signal"),
    ],
)
def test_what_cannot_be_is_refused(store: Engine, series: str, day: int, note: str, code: str) -> None:
    with pytest.raises(StoreError) as error:
        acknowledge(store, ME, series, day, note)
    assert error.value.message.code == code
    assert acknowledged(store, ME) == []


def test_the_longest_note_is_kept_whole(store: Engine) -> None:
    acknowledge(store, ME, "volume:3", DAY, "x" * LONGEST)
    assert len(acknowledged(store, ME)[0].note) == LONGEST


def test_without_rights_nothing_is_read_or_written(store: Engine) -> None:
    one = acknowledge(store, ME, "number:posts:3", DAY, "Seen")
    guest = Access("a guest", "guest")
    with pytest.raises(AccessDeniedError):
        acknowledged(store, guest)
    with pytest.raises(AccessDeniedError):
        acknowledge(store, guest, "number:posts:3", DAY, "Mine")
    with pytest.raises(AccessDeniedError):
        take_back(store, guest, one)
    assert len(acknowledged(store, ME)) == 1


def test_a_department_sees_and_changes_what_is_said_of_itself_only(store: Engine) -> None:
    mine, other = add_department(store, ME, "Groen"), add_department(store, ME, "Parkeren")
    shop = add_account(store, ME, other, "x", "parkeren")
    said = {
        series: acknowledge(store, ME, series, DAY, "Seen")
        for series in (
            *(f"number:posts:{mine}", f"number:posts:{other}", f"number:posts:{mine}:x", f"number:posts:{other}:x"),
            *("number:visitors:0", f"volume:{shop}"),
        )
    }
    green = Access("jo", "administrator", frozenset({mine}))
    known = {one.series for one in acknowledged(store, green)}
    assert known == {f"number:posts:{mine}", f"number:posts:{mine}:x", "number:visitors:0"}
    for series in (f"number:posts:{other}", f"number:posts:{other}:x", "number:visitors:0", f"volume:{shop}"):
        with pytest.raises(AccessDeniedError):
            acknowledge(store, green, series, DAY, "Not mine")
        with pytest.raises(AccessDeniedError):
            take_back(store, green, said[series])
    take_back(store, green, said[f"number:posts:{mine}"])
    acknowledge(store, green, f"number:posts:{mine}", DAY, "Mine")
    assert {one.note for one in acknowledged(store, ME)} == {"Mine", "Seen"} and len(acknowledged(store, ME)) == 6


def test_what_was_said_of_a_department_that_is_gone_is_not_said_of_the_next_one(store: Engine) -> None:
    kept, gone = add_department(store, ME, "Groen"), add_department(store, ME, "Parkeren")
    for one in (kept, gone):
        acknowledge(store, ME, f"number:posts:{one}", DAY, "Seen")
    acknowledge(store, ME, "topic:99", DAY, "Of a topic that went with the demo")
    merge_departments(store, ME, gone, kept)
    assert [one.series for one in acknowledged(store, ME)] == [f"number:posts:{kept}"]
