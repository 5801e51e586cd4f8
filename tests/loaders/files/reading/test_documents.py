"""JSON documents as tables: any nesting, scripts of an X archive, one object a line."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.files.reading.documents import document_table, read_json
from loaders.files.reading.errors import UnreadableError
from loaders.files.reading.knowledge import no_rows_of_its_own
from loaders.files.reading.table import Table


def table(document: Any) -> Table:
    return document_table("f.json", "f.json", document, no_rows_of_its_own)


def test_nested_objects_become_dotted_columns() -> None:
    found = table([{"id": 1, "counts": {"likes": 2}}, {"id": 2, "tags": ["a"], "gone": None}])
    assert found.header == ("id", "counts.likes", "tags", "gone")
    assert [column.to_pylist() for column in found.columns] == [["1", "2"], ["2", ""], ["", '["a"]'], ["", ""]]


def test_the_longest_list_is_the_table() -> None:
    assert table({"meta": [{"n": 1}], "data": [{"id": 1}, {"id": 2}]}).header == ("id",)


def test_a_format_may_say_what_the_rows_are() -> None:
    found = document_table("f", "f", {"a": {"x": 1}, "b": {"x": 2}}, lambda document: list(document.values()))
    assert found.text(0).tolist() == ["1", "2"]


def test_a_script_gives_its_name() -> None:
    assert read_json(b"window.YTD.tweets.part0 = [ {} ]") == {"YTD.tweets.part0": [{}]}
    assert read_json(b'window.__THAR_CONFIG = {"a": 1};\n') == {"__THAR_CONFIG": {"a": 1}}


def test_one_object_a_line() -> None:
    assert read_json(b'{"id": 1}\n\n{"id": 2}\n') == [{"id": 1}, {"id": 2}]


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=5), inner, max_size=4),
    max_leaves=20,
)


@given(json_values)
def test_any_document_is_a_table_or_refused(document: Any) -> None:
    data = json.dumps(document).encode()
    try:
        assert len(table(read_json(data))) > 0
    except UnreadableError as error:
        assert error.message.code in ("no_records", "header_only", "too_wide", "platform_error")


@pytest.mark.parametrize("data", [b'{"a": ', b"window.YTD.x = [", b"[1, 2", b'{"a": "\xff'])
def test_a_damaged_document_is_refused(data: bytes) -> None:
    with pytest.raises(UnreadableError) as refusal:
        read_json(data)
    assert refusal.value.message.code == "damaged_document"
