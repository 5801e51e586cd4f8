"""CSV and its relatives: `sep=` lines, preambles, three delimiters, and CSV wrapped in CSV."""

import csv
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from loaders.files.reading.blocks import Found, read_blocks
from loaders.files.reading.build import End, Record, checked_end
from loaders.files.reading.encoding import Encoding, encoding_of
from loaders.files.reading.errors import UnreadableError
from loaders.files.reading.headers import SEARCHED_ROWS, Knows, known_header, likely_header
from loaders.files.reading.limits import FILE_BYTES, MEGABYTE
from loaders.files.reading.table import Table
from loaders.records import FileWarning
from metrics.words import N_, Message

csv.field_size_limit(FILE_BYTES)  # long cells are rejected row by row (`build`), not by an exception

DELIMITERS = (",", ";", "\t")


@dataclass(frozen=True)
class _Layout:
    """How the lines of a file become rows."""

    delimiter: str
    wrapped: bool  # each line is one quoted cell that holds the real line
    skip: int  # lines before the first row (`sep=`)


def read_delimited(name: str, file_name: str, data: bytes, knows: Knows) -> Found:
    """The tables of a text file, mostly one; each as `file!title` where there are more.

    A block without rows gives the reason in place of a table. Raises `UnreadableError` when that is all there is.
    """
    try:
        return _read(name, file_name, data, knows)
    except csv.Error as error:
        text = N_("This file is damaged and cannot be read as a table. Export it again.")
        raise UnreadableError(Message("damaged_table", text)) from error


def _read(name: str, file_name: str, data: bytes, knows: Knows) -> Found:
    encoding = encoding_of(data)
    if not encoding.name.startswith("utf-16") and b"\x00" in data:
        data = data.replace(b"\x00", b"")  # PostgreSQL has no place for it in a text
    layout = _layout(data, encoding, file_name, knows)
    warnings = list(encoding.warnings)
    if layout.wrapped:
        text = N_("Each line of this file was wrapped in quotation marks, probably by Excel; they were taken off.")
        warnings.append(FileWarning(Message("wrapped_lines", text)))
    found = read_blocks(name, file_name, _records(data, encoding, layout), knows, warnings)
    tail = data[-64:].rstrip(b"\x00")
    end = End(mid_line=not tail.endswith((b"\n", b"\r")), quoted=tail.rstrip(b"\r\n\x00 ").endswith(b'"'))
    *others, (last_name, last) = found
    return [*others, (last_name, checked_end(last, end) if isinstance(last, Table) else last)]


def _records(data: bytes, encoding: Encoding, layout: _Layout) -> Iterator[Record]:
    """Rows with the line on which each starts; a quoted cell may hold many lines."""
    stream = encoding.open(data)
    for _ in range(layout.skip):
        next(stream)
    outer = csv.reader(stream, delimiter=layout.delimiter)
    before = layout.skip
    if not layout.wrapped:
        for row in outer:
            yield before + 1, row
            before = layout.skip + outer.line_num
        return
    starts: list[int] = []

    def unwrapped() -> Iterator[str]:
        line = layout.skip
        for row in outer:
            parts = io.StringIO((row[0] if row else "") + "\n", newline="")
            for number, part in enumerate(parts, start=line + 1):
                starts.append(number)
                yield part
            line = layout.skip + outer.line_num

    inner = csv.reader(unwrapped(), delimiter=layout.delimiter)
    done = 0
    for row in inner:
        yield starts[done], row
        done = inner.line_num


def _layout(data: bytes, encoding: Encoding, file_name: str, knows: Knows) -> _Layout:
    """The layout under which the first megabyte has a known header, else the likeliest one."""
    data, encoding = data[:MEGABYTE], replace(encoding, errors="ignore")  # the cut may halve a character
    first = next(encoding.open(data), "").strip("\r\n")
    skip = int(first.lower().startswith("sep=") and len(first) <= len("sep=") + 1)
    delimiters: Sequence[str] = (first[4:] or ",",) if skip else DELIMITERS
    plain = [_rows(data, encoding, _Layout(delimiter, False, skip)) for delimiter in delimiters]
    layouts = [_Layout(delimiter, False, skip) for delimiter in delimiters]
    layouts += [
        _Layout(delimiter, True, skip)
        for delimiter, rows in zip(delimiters, plain, strict=True)
        if _holds_lines(rows, delimiter)
    ]
    found = []
    for place, layout in enumerate(layouts):
        rows = _rows(data, encoding, layout) if layout.wrapped else plain[place]
        index = known_header(rows, knows, file_name=file_name)
        if index is not None:  # under a wrong reading a whole line can be one name, or a later line can look like some
            parted = sum(len(row) > 1 for row in rows)
            found.append((len(rows[index]) == 1, index, -len(rows[index]), -parted, place))
    if found:
        return layouts[min(found)[-1]]
    best = max(range(len(plain)), key=lambda i: (*_agreement(plain[i]), -i))
    return _Layout(delimiters[best], False, skip)


def _holds_lines(rows: Sequence[Sequence[str]], delimiter: str) -> bool:
    """Whether each row is one cell, with whole lines in them."""
    return all(not any(row[1:]) for row in rows) and any(delimiter in row[0] for row in rows if row)


def _agreement(rows: Sequence[Sequence[str]]) -> tuple[int, int]:
    """How many rows are as wide as their header (of two or more cells), and how wide; a wrong delimiter has fewer."""
    width = len(rows[likely_header(rows)]) if rows else 0
    return (sum(len(row) == width for row in rows) if width > 1 else 0), width


def _rows(data: bytes, encoding: Encoding, layout: _Layout) -> list[Sequence[str]]:
    """The first rows under one reading of the file."""
    return [row for _, row in islice(_records(data, encoding, layout), SEARCHED_ROWS)]
