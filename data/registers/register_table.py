"""Reading the register of accounts from a CSV file: bytes in, rows with canonical columns out."""

import csv
import io
from collections.abc import Iterator

from data.errors import StoreError
from metrics.words import N_, Message

HEADERS: dict[str, tuple[str, ...]] = {
    "department": ("department", "afdeling"),
    "platform": ("platform", "channel", "kanaal"),
    "handle": ("handle", "account", "username", "gebruikersnaam", "accountnaam"),
    "name": ("name", "display name", "naam", "weergavenaam"),
    "owner_role": ("owner role", "owner", "rol beheerder", "beheerder", "eigenaar", "verantwoordelijke"),
    "purpose": ("purpose", "doel"),
    "status": ("status",),
    "review_date": ("review date", "datum evaluatie", "evaluatiedatum", "herzieningsdatum"),
}
"""Columns of the register, each with the headers that are read as it, in English and Dutch."""

REQUIRED = ("department", "platform", "handle")
_COLUMNS = {header: column for column, headers in HEADERS.items() for header in headers}


def rows(content: bytes) -> Iterator[tuple[int, dict[str, str]]]:
    """The rows of the file: line number (the first line is 1) and the cells by column, without spaces around them.

    Columns of other names are left out, empty rows skipped. Raises `StoreError` when it is not such a file.

    >>> list(rows(b"Afdeling;Platform;Account\\nParken;X;@parken\\n"))
    [(2, {'department': 'Parken', 'platform': 'X', 'handle': '@parken'})]
    """
    text = text_of(content)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter_of(text), strict=True)
    try:
        columns = [_COLUMNS.get(_plain(header)) for header in next(reader, [])]
        _require_columns(columns)
        line = reader.line_num + 1
        for cells in reader:
            if any(cell.strip() for cell in cells):
                named = zip(columns, cells, strict=False)
                yield line, {column: cell.strip() for column, cell in named if column is not None}
            line = reader.line_num + 1
    except csv.Error as error:
        text = N_("Line {line} cannot be read as CSV. Check its quotation marks and save the file again.")
        raise StoreError(Message("broken_csv", text, {"line": reader.line_num})) from error


def text_of(content: bytes) -> str:
    """The text of a CSV file, in the encodings that spreadsheets write. Raises `StoreError` for other files."""
    for start, encoding in ((b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"), (b"", "utf-8-sig"), (b"", "cp1252")):
        if content.startswith(start):
            try:
                text = content.decode(encoding)
            except UnicodeDecodeError:
                continue
            if "\0" not in text:
                return text
    raise StoreError(
        Message("not_csv", N_("This is not a CSV file. In a spreadsheet, choose “Save as” and then CSV (UTF-8)."))
    )


def delimiter_of(text: str) -> str:
    """The separator that the header has most of."""
    header = text.split("\n", 1)[0]
    return max(",;\t", key=header.count)


def _plain(header: str) -> str:
    return " ".join(header.replace("_", " ").casefold().split())


def _require_columns(columns: list[str | None]) -> None:
    missing = [name for name in REQUIRED if name not in columns]
    if missing:
        text = N_(
            "The first line lacks these columns: {missing}. A register has at least department, platform, handle."
        )
        raise StoreError(Message("missing_columns", text, {"missing": ", ".join(missing)}))
    twice = {name for name in columns if name is not None and columns.count(name) > 1}
    if twice:
        text = N_("The first line has these columns twice: {twice}. Remove or rename one of each.")
        raise StoreError(Message("double_columns", text, {"twice": ", ".join(sorted(twice))}))
