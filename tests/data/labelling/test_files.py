"""Labels as a file: no text, no author; merging loses nothing, and the same file again changes nothing."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import Engine

from data.access import LOCAL_ADMINISTRATOR as ME
from data.errors import StoreError
from data.labelling import merge_file, next_items, save_label, start_round, to_file
from data.labelling.file_reading import FileLabel, read_file, written_key
from data.labelling.files import settle
from data.schema import comment, label, message_label
from metrics.cells import FORMULA_STARTS
from tests.data.answering.messages import rows
from tests.data.labelling.filled import EVERYTHING, filled, write_down

VALUES = ("negative", "neutral", "positive", "other")
HEADER = "task,message,labeller,value\n"
KEYS = st.tuples(st.integers(1, 4), st.integers(1, 2))
LABELS = st.lists(st.builds(FileLabel, st.integers(1, 5), st.just(1), st.integers(1, 2), st.sampled_from(VALUES)))
PLACES = {(number, 1): number for number in range(1, 5)}


@given(LABELS, st.dictionaries(KEYS, st.sampled_from(VALUES)))
def test_merging_loses_no_label_and_again_changes_nothing(
    labels: list[FileLabel], said: dict[tuple[int, int], str]
) -> None:
    merged, added = settle(labels, PLACES, said)
    assert not set(added) & set(said), "what is there stays"
    assert merged.new + merged.same + merged.different + merged.unknown == len(labels)
    after = said | added
    again, nothing = settle(labels, PLACES, after)
    assert nothing == {} and again.new == 0 and again.same == merged.new + merged.same
    assert again.different == merged.different
    for one in labels:
        place = PLACES.get((one.post_id, one.id))
        if place is not None:
            both = [after.get((place, number)) for number in (1, 2)]
            assert one.value in both or None not in both, "only where two others have spoken is there no room for it"


@given(st.integers(0, 2**63 - 1), st.integers(0, 2**63 - 1))
def test_a_key_comes_back(post_id: int, number: int) -> None:
    content = f"{HEADER}tone,{written_key(post_id, number)},1,neutral\n".encode()
    assert read_file(content, "tone") == (FileLabel(post_id, number, 1, "neutral"),)


def test_labels_of_another_computer_come_in_as_they_were(store: Engine) -> None:
    filled(store, 120)
    there, here = (start_round(store, ME, "tone", EVERYTHING, seed=1) for _ in range(2))
    write_down(store, there, most=80)
    write_down(store, there, labeller=2, wrong=5)
    for place, value in ((0, "positive"), (119, "neutral")):
        save_label(store, ME, here, place, value)
    merged = merge_file(store, ME, here, to_file(store, ME, there))
    assert (merged.new, merged.as_second, merged.unknown) == (79 + 50, 0, 0)
    assert merged.same + merged.different == 1
    before = rows(store, label)
    assert merge_file(store, ME, here, to_file(store, ME, there)).new == 0
    assert rows(store, label) == before
    kept = {(row["place"], row["labeller"]): row["value"] for row in before if row["round_id"] == here}
    assert kept[0, 1] == "positive" and kept[119, 1] == "neutral"


def test_labels_of_needs_a_reply_count_for_their_conversations(sqlite_store: Engine) -> None:
    filled(sqlite_store, 60)
    there, here = (start_round(sqlite_store, ME, "needs_reply", EVERYTHING, seed=1) for _ in range(2))
    write_down(sqlite_store, there, most=20)
    assert rows(sqlite_store, message_label) == []
    assert merge_file(sqlite_store, ME, here, to_file(sqlite_store, ME, there)).new == 20
    assert len(rows(sqlite_store, message_label)) == 20


def test_the_file_has_no_text_no_author_and_no_formula(sqlite_store: Engine) -> None:
    filled(sqlite_store, 60)
    made = start_round(sqlite_store, ME, "tone", EVERYTHING, seed=1)
    write_down(sqlite_store, made)
    content = to_file(sqlite_store, ME, made).decode("utf-8-sig")
    lines = list(csv.reader(io.StringIO(content)))
    assert lines[0] == ["task", "message", "platform", "predicted", "labeller", "value", "date"]
    assert len(lines) == 61 and lines[1][0] == "tone" and lines[1][6] == "2027-01-15"
    for row in rows(sqlite_store, comment):
        assert row["text"] not in content and row["author"] not in content
    assert not [cell for line in lines for cell in line if cell.startswith(FORMULA_STARTS)]


def test_a_file_that_went_through_a_spreadsheet_is_read(sqlite_store: Engine) -> None:
    filled(sqlite_store, 60)
    made, other = (start_round(sqlite_store, ME, "tone", EVERYTHING, seed=1) for _ in range(2))
    write_down(sqlite_store, made)
    saved = to_file(sqlite_store, ME, made).decode("utf-8-sig").replace(",", ";").encode("utf-16")
    assert merge_file(sqlite_store, ME, other, saved).new == 60


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"task,message,value\ntone,m1-1,neutral\n", "lacks these columns: labeller"),
        (f"{HEADER}tone,m1-1,1,neutral\ntone,17,1,neutral\n".encode(), "Row 3, column message: “17” is not the key"),
        (f"{HEADER}tone,m1-1,3,neutral\n".encode(), "Row 2, column labeller: “3” is not 1 or 2"),
        (f"{HEADER}tone,m1-1,1,furious\n".encode(), "Row 2, column value: “furious” is not one of these: negative"),
        (f"{HEADER}needs_reply,m1-1,1,question\n".encode(), "Row 2, column task: it holds “needs_reply”"),
        (f'{HEADER}tone,"m1-1,1,neutral\n'.encode(), "cannot be read as CSV"),
        (f"{HEADER}tone\n".encode(), "Row 2, column message"),
        (b"", "lacks these columns"),
        (b"PK\x03\x04\x00\x00", "not a CSV file"),
        (b"x" * 5_000_001, "too large"),
    ],
)
def test_a_file_that_is_none_says_where_and_why(content: bytes, said: str) -> None:
    with pytest.raises(StoreError, match=said):
        read_file(content, "tone")


def test_a_wrong_file_leaves_the_labels_as_they_are(sqlite_store: Engine) -> None:
    filled(sqlite_store, 60)
    made = start_round(sqlite_store, ME, "tone", EVERYTHING, seed=1)
    first = next_items(sqlite_store, ME, made).iloc[0]
    good = f"tone,{written_key(int(first['post_id']), int(first['id']))},1,neutral\n"
    with pytest.raises(StoreError, match="Row 3"):
        merge_file(sqlite_store, ME, made, f"{HEADER}{good}tone,m1-1,1,furious\n".encode())
    assert rows(sqlite_store, label) == []
    found = merge_file(sqlite_store, ME, made, f"{HEADER}{good}tone,m1-1,1,neutral\n".encode())
    assert (found.new, found.unknown) == (1, 1)
