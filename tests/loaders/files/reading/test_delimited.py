"""CSV of all kinds: what was written is what is read, each row with its line."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.files.reading.delimited import read_delimited
from loaders.files.reading.encoding import encoding_of
from loaders.files.reading.table import Table
from tests.loaders.files.sample_exports import one

cells = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), max_size=12)


def read(text: str | bytes, *known: str) -> Table:
    data = text if isinstance(text, bytes) else text.encode()
    ((_, table),) = read_delimited(
        "file.csv", "file.csv", data, lambda header: bool(known) and set(known) <= set(header)
    )
    assert isinstance(table, Table)
    return table


def rows_of(table: Table) -> list[list[str]]:
    return [list(row) for row in zip(*(column.to_pylist() for column in table.columns), strict=True)]


@given(
    rows=st.lists(st.lists(cells, min_size=3, max_size=3), min_size=1, max_size=8),
    delimiter=st.sampled_from(",;\t"),
    encoding=st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]),
    end=st.sampled_from(["\n", "\r\n"]),
)
def test_what_is_written_is_read(rows: list[list[str]], delimiter: str, encoding: str, end: str) -> None:
    target = io.StringIO()
    writer = csv.writer(target, delimiter=delimiter, lineterminator=end, quoting=csv.QUOTE_ALL)
    writer.writerows([["one", "two", "three"], *rows])
    filled = [row for row in rows if any(row)]
    if filled:
        assert rows_of(read(target.getvalue().encode(encoding), "one", "two", "three")) == filled


def test_lines_of_rows_with_line_breaks_inside() -> None:
    table = read('id,text\n1,"a\nb\nc"\n2,d\n\n3,"e\r\nf"\n4,g\n', "id", "text")
    assert table.lines.tolist() == [2, 5, 7, 9]


@pytest.mark.parametrize("mark", [";", ",", "\t", "|"])
def test_the_first_line_may_name_the_delimiter(mark: str) -> None:
    table = read(f"sep={mark}\r\nid{mark}text\r\n1{mark}a\r\n")
    assert (table.header, table.lines.tolist()) == (("id", "text"), [3])


def test_the_delimiter_is_that_of_the_header_not_of_the_texts() -> None:
    table = read('id;text;likes\n1;"a, b, c, d, e, f";2\n2;x,y,z,w,v,u;3\n')
    assert (table.header, len(table)) == (("id", "text", "likes"), 2)


def test_a_known_header_is_found_below_a_preamble() -> None:
    table = read("Report of May\n\n# note, with comma\nid,likes\n1,2\n", "id", "likes")
    assert (table.header, table.lines.tolist()) == (("id", "likes"), [5])


def test_an_unknown_header_is_the_first_full_row() -> None:
    table = read("Report of May\n\nid,likes,shares\n1,2,3\n4,5,6\n")
    assert (table.header, table.lines.tolist()) == (("id", "likes", "shares"), [4, 5])


def test_names_are_cleaned_and_doubles_kept() -> None:
    table = read("\ufeffVi\u00addeo,Post\u00a0 ID,Views,Views\n1,2,3,4\n")
    assert table.header == ("Video", "Post ID", "Views", "Views")
    assert table.keys == ("video", "post id", "views", "views")
    assert list(table.first_rows(1).columns) == ["Video", "Post ID", "Views", "Views (2)"]


def test_surplus_cells_that_are_empty_do_no_harm() -> None:
    assert rows_of(read("id,likes\n1,2,,\n", "id", "likes")) == [["1", "2"]]


def test_a_last_row_as_short_as_the_one_before_was_not_cut_off() -> None:
    table = read("a,b,c,d\n1,2,3,4\n1,2,3\n1,2,3", "a", "b")
    assert (len(table), table.rejected) == (3, ())


@pytest.mark.parametrize(
    ("text", "written", "read_as"),
    [
        ("Weg dicht: café en één brug", "utf-8", "utf-8-sig"),
        ("Weg dicht: café en één brug", "utf-8-sig", "utf-8-sig"),
        ("Weg dicht: café en één brug", "utf-16", "utf-16"),
        ("Weg dicht: café en één brug", "utf-16-le", "utf-16-le"),
        ("Weg dicht: café en één brug", "utf-16-be", "utf-16-be"),
        ("Weg dicht: café en één brug, à bientôt", "cp1252", "cp1252"),
        ("Обращение граждан о дороге и воде", "cp1251", "cp1251"),
        ("Ανακοίνωση του δήμου για το νερό", "cp1253", "cp1253"),
    ],
)
def test_encodings(text: str, written: str, read_as: str) -> None:
    data = text.encode(written)
    found = encoding_of(data)
    assert found.name == read_as
    assert found.text(data).lstrip("\ufeff") == text
    assert [w.message.code for w in found.warnings] == (["guessed_encoding"] if read_as.startswith("cp") else [])


def test_a_few_broken_bytes_do_not_make_a_file_western() -> None:
    found = encoding_of("één café, drie cafés".encode() + b"\xe9")
    assert (found.name, [w.message.code for w in found.warnings]) == ("utf-8-sig", ["damaged_characters"])


def test_zero_bytes_are_taken_out() -> None:
    assert rows_of(read("id,text\n" + "1,x\n" * 2000 + "2,a\x00b\n", "id", "text"))[-1] == ["2", "ab"]


def test_rows_inside_one_pair_of_quotation_marks_keep_lines_of_their_own() -> None:
    batch = one("export.csv", '"date,nb_visits,nb_actions\n2026-03-02,4,9\n,5,7\n,6,8"\n')
    assert batch.site_days["line"].tolist() == [2]
    assert [rejection.row for rejection in batch.rejected] == [3, 4]
