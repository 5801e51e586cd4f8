"""Any file to its tables: the one place that knows which reader takes which kind."""

import io
import zipfile
from collections.abc import Iterable, Iterator
from itertools import chain, islice
from pathlib import PurePosixPath

from loaders.files.reading import archives, extent, jsontables, spreadsheetml, workbooks
from loaders.files.reading.build import Record, build
from loaders.files.reading.delimited import read_delimited
from loaders.files.reading.errors import UnreadableError
from loaders.files.reading.headers import SEARCHED_ROWS, Knows, known_header, likely_header
from loaders.files.reading.kinds import kind_of
from loaders.files.reading.limits import ARCHIVE_DEPTH
from loaders.files.reading.table import Table
from metrics.words import N_, Message


def open_tables(name: str, data: bytes, knows: Knows, depth: int = 0) -> Iterator[tuple[str, Table | UnreadableError]]:
    """Each table of a file under its own name (`file!member!sheet`), or why it cannot be read.

    `knows` tells which row is the header of a known format; without a known one the likeliest row is taken.
    """
    try:
        kind = kind_of(data)
        file_name = PurePosixPath(name.replace("\\", "/").split("!")[-1]).name
        if kind == "archive":
            yield from _archive(name, data, knows, depth)
        elif kind == "json":
            yield name, jsontables.read_json(name, file_name, data)
        elif kind == "delimited":
            table = read_delimited(name, file_name, data, knows)
            del data  # mapping the table needs memory of its own
            yield name, table
        else:
            if kind == "workbook":
                with zipfile.ZipFile(io.BytesIO(data)) as archive:
                    archives.refuse_bomb(archive)
                    extent.refuse_vast(archive)
            sheets = spreadsheetml.sheets(data) if kind == "xml_workbook" else workbooks.sheets(data)
            yield from _sheets(name, file_name, sheets, knows)
    except UnreadableError as error:
        yield name, error


def _archive(name: str, data: bytes, knows: Knows, depth: int) -> Iterator[tuple[str, Table | UnreadableError]]:
    if depth == ARCHIVE_DEPTH:
        text = N_("This archive is packed inside other archives too deeply. Unpack it and load the exports alone.")
        raise UnreadableError(Message("nested_archive", text))
    found = False
    for member, content in archives.members(data):
        found = True
        if isinstance(content, UnreadableError):
            yield f"{name}!{member}", content
        else:
            yield from open_tables(f"{name}!{member}", content, knows, depth + 1)
    if not found:
        raise UnreadableError(Message("empty_archive", N_("This archive holds no files. Download the export again.")))


def _sheets(
    name: str, file_name: str, sheets: Iterable[tuple[str, Iterable[Record]]], knows: Knows
) -> Iterator[tuple[str, Table | UnreadableError]]:
    """The sheets that hold anything."""
    for title, records in sheets:
        table_name = f"{name}!{title}"
        rows = iter(records)
        head = list(islice(rows, SEARCHED_ROWS))
        if not any(any(row) for _, row in head):
            continue
        try:
            yield table_name, _sheet(table_name, file_name, head, rows, knows)
        except UnreadableError as error:
            yield table_name, error


def _sheet(table_name: str, file_name: str, head: list[Record], rows: Iterator[Record], knows: Knows) -> Table:
    first = [row for _, row in head]
    index = known_header(first, knows)
    if index is None:
        index = likely_header(first)
    return build(table_name, file_name, first[index], chain(head[index + 1 :], rows))
