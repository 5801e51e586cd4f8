"""Several tables under each other in one file: each is read alone, with what stands above it."""

import csv
import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from loaders.files.reading.delimited import read_delimited
from loaders.files.reading.headers import Header, normalise
from loaders.files.reading.limits import BLOCKS
from loaders.files.reading.table import Table

DAYS = "\ufeffsep=,\r\n" + "\r\n\r\n".join(
    f'"{title}"\r\n"Date","Primary"\r\n"2025-01-01T01:00:00","{n}"\r\n"2025-01-02T01:00:00","{n + 1}"'
    for n, title in ((0, "Facebook visits"), (5, "Instagram profile visits"))
)


def tables(text: str | bytes, *known: str) -> list[Table]:
    data = text if isinstance(text, bytes) else text.encode()

    def knows(header: Header) -> bool:
        return bool(known) and set(known) <= set(header)

    found = [table for _, table in read_delimited("f.csv", "f.csv", data, knows)]
    assert all(isinstance(table, Table) for table in found)
    return [table for table in found if isinstance(table, Table)]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le"])
def test_blocks_with_titles(encoding: str) -> None:
    first, second = tables(DAYS.encode(encoding), "date", "primary")
    assert (first.name, second.name) == ("f.csv!1 facebook visits", "f.csv!2 instagram profile visits")
    assert (first.keys.title, second.keys.title) == ("facebook visits", "instagram profile visits")
    assert (first.lines.tolist(), second.lines.tolist()) == ([4, 5], [9, 10])
    assert second.text(1).tolist() == ["5", "6"]


def test_titles_padded_by_a_spreadsheet() -> None:
    first, second = tables("Visits;\nDate;Primary\n2025-01-01;3\n;\nFollows;\nDate;Primary\n2025-01-01;4\n")
    assert (first.keys.title, second.keys.title) == ("visits", "follows")


def test_comments_above_each_block_are_kept() -> None:
    text = "# Property: Site\n# Start date: 20230101\n\nNth day,Users\n0000,5\n\n"
    first, second = tables(text + "# Start date: 20230201\nNth day,Views\n0000,7\n", "nth day")
    assert first.above == ("# Property: Site", "# Start date: 20230101", "")
    assert second.above == ("# Property: Site", "# Start date: 20230101", "# Start date: 20230201")  # the last holds
    assert (first.keys.title, second.keys[1]) == ("", "views")


def test_a_known_header_after_an_empty_line_begins_a_table() -> None:
    assert len(tables("id,likes\n1,2\n\nid,shares\n1,3\n", "id")) == 2


def test_an_empty_line_between_posts_begins_nothing() -> None:
    (table,) = tables('id,text,likes\n1,"a\n\nb",2\n\n2,c,3\n,,\n3,d,4\n', "id")
    assert table.text(0).tolist() == ["1", "2", "3"]


def test_a_footer_is_no_table() -> None:
    (table,) = tables("id,text,likes\n1,a,2\n\nShowing top 500 results\n", "id")
    assert len(table) == 2


def test_figures_above_a_known_table_are_its_preamble() -> None:
    (table,) = tables("Interactions,123\nShares,4\n\nid,text\n1,a\n", "id")
    assert table.above == ("Interactions, 123", "Shares, 4", "")


def test_a_block_without_rows_does_not_hide_the_others() -> None:
    found = read_delimited(
        "f.csv", "f.csv", b"A\nDate,Primary\n\nB\nDate,Primary\n2025-01-01,3\n", lambda header: False
    )
    assert [isinstance(table, Table) for _, table in found] == [False, True]


def test_only_the_last_row_of_the_last_block_can_be_cut_off() -> None:
    first, second = tables("A\nDate,Primary\n2025-01-01,1\n\nB\nDate,Primary\n2025-01-01,1\n2025-01")
    assert (len(first), len(second), len(second.rejected)) == (1, 1, 1)


def test_a_file_of_too_many_tables_is_not_parted_further() -> None:
    text = "".join(f"T{n}\nDate,Primary\n2025-01-01,{n}\n\n" for n in range(BLOCKS + 5))
    found = tables(text, "date", "primary")
    assert len(found) == BLOCKS
    assert len(found[-1]) + len(found[-1].rejected) > 1


names = st.text(st.characters(codec="utf-8", categories=["Lu", "Ll"]), min_size=1, max_size=12)
cells = st.one_of(st.integers(0, 10**6).map(str), names, st.just("2025-01-01"), st.just('a "b"; c, d'))


@st.composite
def stacks(draw: st.DrawFn) -> list[tuple[str, list[str], list[list[str]]]]:
    """Blocks of a title, a header of two columns or more, and rows."""
    made = []
    for number in range(draw(st.integers(1, 5))):
        width = draw(st.integers(2, 5))
        header = [f"{name}{place}" for place, name in enumerate(draw(st.lists(names, min_size=width, max_size=width)))]
        rows = draw(st.lists(st.lists(cells, min_size=width, max_size=width), min_size=1, max_size=6))
        made.append((f"{draw(names)} {number}", header, rows))
    return made


@settings(derandomize=True)
@given(
    stack=stacks(),
    delimiter=st.sampled_from(",;\t"),
    encoding=st.sampled_from(["utf-8-sig", "utf-16"]),
    end=st.sampled_from(["\n", "\r\n"]),
    gap=st.integers(1, 3),
    padded=st.booleans(),
)
def test_blocks_with_titles_are_read_back_as_they_were(
    stack: list[tuple[str, list[str], list[list[str]]]], delimiter: str, encoding: str, end: str, gap: int, padded: bool
) -> None:
    width = max(len(header) for _, header, _ in stack) if padded else 0
    target = io.StringIO(newline="")
    writer = csv.writer(target, delimiter=delimiter, lineterminator=end)
    for title, header, rows in stack:
        for row in ([title], header, *rows, *[[]] * gap):
            writer.writerow([*row, *[""] * (width - len(row))])
    found = tables(f"sep={delimiter}{end}{target.getvalue()}".encode(encoding))
    assert [table.keys.title for table in found] == [normalise(title) for title, _, _ in stack]
    assert [table.header for table in found] == [tuple(header) for _, header, _ in stack]
    for table, (_, header, rows) in zip(found, stack, strict=True):
        assert [list(row) for row in zip(*map(table.text, range(len(header))), strict=True)] == rows
