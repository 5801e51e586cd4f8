"""Exports gone wrong in every way: what an editor, a spreadsheet, a bad line or somebody with ill intent makes of one.

`mutant` gives the same bytes for the same sample and number, so a failure can be had again.
"""

import copy
import csv
import datetime as dt
import io
import json
import random
import re
import warnings
import zipfile
from collections.abc import Callable, Sequence
from typing import Any

import openpyxl
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from python_calamine import CalamineError, CalamineWorkbook

from loaders.files.reading.documents import SCRIPT
from loaders.files.reading.encoding import encoding_of
from loaders.files.reading.headers import likely_header

Rows = list[list[str]]

HOSTILE = (
    "", " ", "-1", "1e999", "-1e999", "1E+18", "NaN", "nan", "inf", "null", "None", "true", "0", "00", "-0", "1.5",
    "1,5", "9" * 400, "99/99/9999", "31-02-2025", "2025-02-30", "0000-00-00", "9999-12-31 23:59:59", "1899-12-30",
    "25:61", "1969-12-31T23:59:59Z", "2025-03-30 02:30", "2025-13-01T00:00:00+99:99", "12/31/1677 00:00", "1e18",
    "=cmd|' /C calc'!A0", "=1+1", "@SUM(A1)", "+31 6", "'; DROP TABLE post; --", "<script>alert(1)</script>", "{n}",
    "{}", "{0.__class__}", "%s%n", "\\", '"', '""', "'", ",", ";", "\t", "a\nb", "\r", "a\r\n\r\nb", "\x00", "\x1f",
    "\x7f", "\ufeff", "\u00ad", "\u200b", "\u202e", "\ufffd", "٣٤٥", "१२३", "日本語", "Ελλάδα", "Привет", "🏳️‍🌈",
    "é" * 50, "½", "²", "Ⅷ", '{"likeCount": [1, null, {"a": 1e999}]}', "{'actual': {'likeCount': -4}}", "[]", '["a"]',
    "[[[[[[", "https://x.com/a/status/99999999999999999999", "https://www.instagram.com/p/-----------/",
    "https://twitter.com//status/", "urn:li:activity:99999999999999999999", "http://[", "//", "@", "@@a@b", "#",
    "# Start date: 99999999", "Total", "Totaal", "sep=;", "Facebook", "X", "Lifetime", "-", "--", "–", "<1", "100%",
    "-5%", "1.000.000,00", "1 234", "1\u202f234",
)  # fmt: skip
"""Cells that a count, a date, an id, a link or a text can turn out to be."""

ODD_VALUES: tuple[Any, ...] = (
    None, True, False, 0, -1, 10**30, 1.5, float("inf"), float("-inf"), float("nan"), [], {}, [None], [[1]], "",
    "\ud800",     {"a": {"b": {"c": []}}}, ["a", {"b": 1}], {"": ""}, {"count": "3"},
)  # fmt: skip
"""What a member of a JSON document can turn out to be."""

_CODINGS = (
    "utf-8",
    "utf-8-sig",
    "utf-16",
    "utf-16-le",
    "utf-16-be",
    "cp1252",
    "cp1251",
    "cp1253",
    "latin-1",
    "cp437",
    "utf-32",
)
_LATEST = dt.datetime(9999, 12, 31)  # noqa: DTZ001 - as a workbook has it
_ODD_CELLS = (None, True, 0, -1, 1e300, 1.5, 1e18, dt.date(1900, 1, 1), _LATEST, dt.time(23, 59))


def mutant(data: bytes, number: int, others: Sequence[bytes]) -> bytes:
    """A sample damaged in one to three ways; `others` are samples it can be glued to."""
    chance = random.Random(number)
    for _ in range(chance.choice((1, 1, 2, 3))):
        data = _mutated(data, chance, others)
    return data


def _mutated(data: bytes, chance: random.Random, others: Sequence[bytes]) -> bytes:
    if chance.random() < 0.25:
        return chance.choice(_OF_BYTES)(data, chance, others)
    if data.startswith(b"PK"):
        return chance.choice((_members, _cells_of_a_workbook))(data, chance)
    if data.startswith(b"\xd0\xcf"):
        return _cells_of_a_workbook(data, chance)
    if data.lstrip(b"\xef\xbb\xbf \r\n").startswith((b"[", b"{", b"window.")):
        return _document(data, chance)
    return _text(data, chance)


# bytes


def _flipped(data: bytes, chance: random.Random, _others: Sequence[bytes]) -> bytes:
    changed = bytearray(data)
    for _ in range(chance.choice((1, 3, 30))):
        if changed:
            changed[chance.randrange(len(changed))] = chance.randrange(256)
    return bytes(changed)


def _cut(data: bytes, chance: random.Random, _others: Sequence[bytes]) -> bytes:
    start, end = sorted(chance.randrange(len(data) + 1) for _ in range(2))
    return chance.choice((data[:end], data[start:], data[:start] + data[end:]))


def _glued(data: bytes, chance: random.Random, others: Sequence[bytes]) -> bytes:
    return data + chance.choice((b"", b"\n", b"\r\n\r\n", b"\x00")) + chance.choice(others)


def _wrong_mark(data: bytes, chance: random.Random, _others: Sequence[bytes]) -> bytes:
    mark = chance.choice((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff", b"sep=;\n", b"sep=\n", b"\x00", b"\n\n\n"))
    return mark + data


def _packed(data: bytes, chance: random.Random, others: Sequence[bytes]) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", chance.choice((zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED))) as archive:
        archive.writestr("a/b.csv", data)
        archive.writestr("c.json", chance.choice(others))
    return target.getvalue()


_OF_BYTES: tuple[Callable[[bytes, random.Random, Sequence[bytes]], bytes], ...] = (
    *(_flipped, _flipped, _cut, _cut, _glued, _wrong_mark, _packed),
)


# text


def _text(data: bytes, chance: random.Random) -> bytes:
    coding = encoding_of(data)
    text = coding.text(data)
    first = text.lstrip("\ufeff").splitlines()[:1]
    start = f"{first[0]}\n" if first and first[0].startswith("sep=") else ""
    delimiter = max(",;\t", key=text[:4000].count)
    rows = list(csv.reader(io.StringIO(text.removeprefix(start), newline=""), delimiter=delimiter))
    for _ in range(chance.choice((1, 2, 8))):
        _rearrange(rows, chance)
    if chance.random() < 0.1:
        start = chance.choice(("", "sep=;\n", "sep=,\r\n", "sep=\t\n", "Report\n\n"))
    if chance.random() < 0.2:
        delimiter = chance.choice(",;\t|")
    target = io.StringIO(newline="")
    quoting = chance.choice((csv.QUOTE_MINIMAL, csv.QUOTE_ALL))
    end = chance.choice(("\n", "\r\n", "\r"))
    csv.writer(target, delimiter=delimiter, quoting=quoting, lineterminator=end).writerows(rows)
    name = chance.choice(_CODINGS) if chance.random() < 0.3 else coding.name
    return (start + target.getvalue()).encode(name, "replace")


def _replace_cells(rows: Rows, chance: random.Random) -> None:
    for _ in range(chance.choice((1, 4, 20))):
        row = chance.choice(rows or [[]])
        if row:
            row[chance.randrange(len(row))] = chance.choice(HOSTILE)


def _replace_column(rows: Rows, chance: random.Random) -> None:
    place, value = chance.randrange(max(map(len, rows), default=0) + 1), chance.choice(HOSTILE)
    for row in rows:
        if place < len(row):
            row[place] = value


def _cut_lines(rows: Rows, chance: random.Random) -> None:
    start = chance.randrange(len(rows) + 1)
    del rows[start : start + chance.choice((1, 2, 99))]


def _double_lines(rows: Rows, chance: random.Random) -> None:
    start = chance.randrange(len(rows) + 1)
    rows[start:start] = [list(row) for row in rows[: chance.choice((1, 2, 99))]]


def _shuffle_lines(rows: Rows, chance: random.Random) -> None:
    chance.shuffle(rows)


def _empty_lines(rows: Rows, chance: random.Random) -> None:
    for _ in range(3):
        rows.insert(chance.randrange(len(rows) + 1), chance.choice(([], [""], ["", "", ""], ["A title"], ["# note"])))


def _swap_columns(rows: Rows, chance: random.Random) -> None:
    one, other = (chance.randrange(max(map(len, rows), default=0) + 1) for _ in range(2))
    for row in rows[chance.choice((0, 0, 1)) :]:
        if max(one, other) < len(row):
            row[one], row[other] = row[other], row[one]


def _drop_column(rows: Rows, chance: random.Random) -> None:
    place = chance.randrange(max(map(len, rows), default=0) + 1)
    for row in rows[chance.choice((0, 0, 1)) :]:
        del row[place : place + 1]


def _double_column(rows: Rows, chance: random.Random) -> None:
    place = chance.randrange(max(map(len, rows), default=0) + 1)
    for row in rows:
        row[place:place] = row[place : place + 1]


def _ragged(rows: Rows, chance: random.Random) -> None:
    for row in rows:
        if chance.random() < 0.2:
            row[len(row) - chance.randrange(3) :] = ["x"] * chance.randrange(3)


def _rename_column(rows: Rows, chance: random.Random) -> None:
    row = chance.choice(rows[:3] or [[]])
    if row:
        place = chance.randrange(len(row))
        name = str(row[place])
        row[place] = chance.choice((name.upper(), name + "\u00a0", chance.choice(row), *HOSTILE[:10]))


_OF_LINES: tuple[Callable[[Rows, random.Random], None], ...] = (
    *(
        _replace_cells,
        _replace_cells,
        _replace_column,
        _cut_lines,
        _double_lines,
        _shuffle_lines,
        _empty_lines,
        _ragged,
    ),
)
_OF_COLUMNS = (_swap_columns, _drop_column, _double_column, _rename_column)


def _rearrange(rows: Rows, chance: random.Random) -> None:
    """One thing done to the columns, or to the lines: mostly those below the header, so that the table stays known."""
    if chance.random() < 0.3:
        chance.choice(_OF_COLUMNS)(rows, chance)
        return
    head = chance.choice((0, *[likely_header([list(map(str, row)) for row in rows[:20]]) + 1] * 3))
    body = rows[head:]
    chance.choice(_OF_LINES)(body, chance)
    rows[head:] = body


# documents


def _document(data: bytes, chance: random.Random) -> bytes:
    text = encoding_of(data).text(data)
    script = SCRIPT.match(text)
    start = script[0] if script else ""
    try:
        document = json.loads(text.removeprefix(start).rstrip().removesuffix(";"))
    except (ValueError, RecursionError):
        return _flipped(data, chance, ())
    for _ in range(chance.choice((1, 3, 10))):
        document = _changed(document, chance)
    return (start + json.dumps(document, ensure_ascii=chance.random() < 0.9)).encode("utf-8", "surrogatepass")


def _changed(value: Any, chance: random.Random) -> Any:
    """The document with one thing changed somewhere: any level is as likely as the others."""
    if not isinstance(value, list | dict) or not value or chance.random() < 0.2:
        return copy.deepcopy(chance.choice((*ODD_VALUES, *HOSTILE, [value], {"value": value}, str(value))))
    place: Any = chance.choice(list(value) if isinstance(value, dict) else range(len(value)))
    if chance.random() < 0.1:
        del value[place]
    elif isinstance(value, dict) and chance.random() < 0.1:
        value[chance.choice(("", "a.b", "id", place + " "))] = value.pop(place)
    else:
        value[place] = _changed(value[place], chance)
    return value


# archives and workbooks


def _members(data: bytes, chance: random.Random) -> bytes:
    """One member of an archive (or part of a workbook) is damaged, doubled or lost."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            members = [(name, archive.read(name)) for name in archive.namelist()]
    except Exception:  # damaged before
        return _flipped(data, chance, ())
    if not members:
        return data
    place = chance.randrange(len(members))
    name, content = members[place]
    if chance.random() < 0.1:
        del members[place]
    elif chance.random() < 0.1:
        members.append((f"again/{name}", content))
    elif name.endswith(".xml"):
        members[place] = (name, _markup(content, chance))
    else:
        members[place] = (name, _mutated(content, chance, [content]))
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive, warnings.catch_warnings():
        warnings.simplefilter("ignore")  # a doubled name
        for name, content in members:
            archive.writestr(name, content)
    return target.getvalue()


def _markup(content: bytes, chance: random.Random) -> bytes:
    """A value or an attribute of an XML part replaced, or a piece cut."""
    found = list(re.finditer(rb'(?<==")[^"]*(?=")|(?<=>)[^<]+(?=<)', content))
    if not found or chance.random() < 0.3:
        return chance.choice((_flipped, _cut))(content, chance, ())
    value = chance.choice(found)
    hostile = chance.choice((*HOSTILE, "1048576", "XFD1048576", "A0", "4294967296", "-1"))
    hostile = hostile.replace("&", "&amp;").replace("<", "&lt;").replace('"', "&quot;")
    return content[: value.start()] + hostile.encode() + content[value.end() :]


def _cells_of_a_workbook(data: bytes, chance: random.Random) -> bytes:
    """The sheets written anew, with cells of other types in them."""
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
        sheets = {name: book.get_sheet_by_name(name).to_python() for name in book.sheet_names}
    except (CalamineError, OSError, ValueError):
        return _flipped(data, chance, ())
    made = openpyxl.Workbook()
    for name, rows in sheets.items():
        sheet = made.create_sheet(re.sub(r"[\\*?:/\[\]]", "", name)[:31])
        if chance.random() < 0.3:
            _rearrange(rows, chance)
        for row in rows:
            cells = [chance.choice((*HOSTILE, *_ODD_CELLS)) if chance.random() < 0.03 else cell for cell in row]
            sheet.append([ILLEGAL_CHARACTERS_RE.sub("", cell) if isinstance(cell, str) else cell for cell in cells])
    target = io.BytesIO()
    made.save(target)
    return target.getvalue()
