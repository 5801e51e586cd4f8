"""Any file to its tables: the one place that knows which reader takes which kind."""

import io
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import chain
from pathlib import PurePosixPath

from loaders.files.reading import archives, documents, extent, spreadsheetml, workbooks
from loaders.files.reading.blocks import read_blocks
from loaders.files.reading.build import Record
from loaders.files.reading.delimited import read_delimited
from loaders.files.reading.errors import UnreadableError
from loaders.files.reading.kinds import FileKind, kind_of
from loaders.files.reading.knowledge import Knowledge
from loaders.files.reading.limits import ARCHIVE_DEPTH
from loaders.files.reading.table import Table
from metrics.words import N_, Message

Clues = Mapping[str, str]
Opened = Iterator[tuple[str, Table | UnreadableError]]
"""Tables by name (`file!member!sheet`), or why one cannot be read."""


def open_tables(name: str, data: bytes, knows: Knowledge, clues: Clues | None = None, depth: int = 0) -> Opened:
    """Each table of a file under its own name, or why it cannot be read.

    `knows` tells which row is the header of a known format; without a known one the likeliest row is taken. `clues`
    is what is known of the file from elsewhere (`Table.clues`).
    """
    given = clues or {}
    try:
        kind = kind_of(data)
        is_archive = kind == "archive"
        opened = _archive(name, data, knows, given, depth) if is_archive else _tables(name, data, kind, knows)
        del data  # mapping a table needs memory of its own
        for table_name, table in opened:
            if isinstance(table, Table) and not is_archive:  # those of an archive have theirs
                table = replace(table, clues=given)
            yield table_name, table
    except UnreadableError as error:
        yield name, error


def _tables(name: str, data: bytes, kind: FileKind, knows: Knowledge) -> Opened:
    file_name = PurePosixPath(name.replace("\\", "/").split("!")[-1]).name
    if kind in ("json", "xml"):
        document = documents.read_json(data) if kind == "json" else documents.read_xml(data)
        yield name, documents.document_table(name, file_name, document, knows.unfold)
    elif kind == "delimited":
        found = read_delimited(name, file_name, data, knows.header)
        del data
        yield from found
    else:
        if kind == "workbook":
            with zipfile.ZipFile(io.BytesIO(data)) as archive:
                archives.refuse_bomb(archive, archive.infolist())
                extent.refuse_vast(archive)
        sheets = spreadsheetml.sheets(data) if kind == "xml_workbook" else workbooks.sheets(data)
        yield from _sheets(name, file_name, sheets, knows)


def _archive(name: str, data: bytes, knows: Knowledge, given: Clues, depth: int) -> Opened:
    if depth == ARCHIVE_DEPTH:
        text = N_("This archive is packed inside other archives too deeply. Unpack it and load the exports alone.")
        raise UnreadableError(Message("nested_archive", text))
    book = knows.clues(archives.readers(data))
    found = False
    for member, content in archives.members(data):
        found = True
        if isinstance(content, UnreadableError):
            yield f"{name}!{member}", content
        else:
            clues = {**given, **book.get(folder_of(member), {})}
            yield from open_tables(f"{name}!{member}", content, knows, clues, depth + 1)
    if not found:
        raise UnreadableError(Message("empty_archive", N_("This archive holds no files. Download the export again.")))


def folder_of(path: str) -> str:
    """The folder of a file, within its archive or upload.

    >>> folder_of("data/tweets.js"), folder_of("tweets.js")
    ('data', '')
    """
    return path.replace("\\", "/").rpartition("/")[0]


def _sheets(name: str, file_name: str, sheets: Iterable[tuple[str, Iterable[Record]]], knows: Knowledge) -> Opened:
    """The tables of the sheets that hold anything."""
    for title, records in sheets:
        table_name = f"{name}!{title}"
        rows = iter(records)
        first = next((record for record in rows if any(record[1])), None)
        if first is None:
            continue
        try:
            yield from read_blocks(table_name, file_name, chain([first], rows), knows.header, sheet=title)
        except UnreadableError as error:
            yield table_name, error
