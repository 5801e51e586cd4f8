"""A sample export made as large as asked, by repeating its rows with other ids."""

import copy
import csv
import io
import json
import re
import zipfile
from collections.abc import Iterator, Sequence
from functools import partial
from itertools import count, islice
from typing import Any
from xml.etree.ElementTree import Element, fromstring, tostring

import openpyxl
from python_calamine import CalamineWorkbook

from loaders.files.reading import archives
from loaders.files.reading.documents import SCRIPT
from loaders.files.reading.encoding import encoding_of
from loaders.files.reading.headers import likely_header
from loaders.files.reading.kinds import kind_of

_NUMBER = re.compile(r"\d{9,}")
_CODE = re.compile(r"(?<=/p/)[\w-]{11}|(?<=/reel/)[\w-]{11}|(?<=v=)[\w-]{11}|^[\w-]{11}$|(?<=post/)\w{13}|^3\w{12}$")
_LETTERS = "0123456789abcdefghijklmnopqrstuvwxyz"

Cells = Sequence[Any]


def grown(data: bytes, size: int) -> bytes:
    """A file of the same kind with about as many bytes; of a workbook or archive its cells or members count."""
    kind = kind_of(data)
    if kind == "delimited":
        return _text(data, size)
    if kind == "json":
        return _json(data, size)
    if kind == "xml":
        return _xml(data, size)
    if kind == "archive":
        return _archive(data, size)
    return _workbook(data, size)


def renumbered(value: Any, number: int) -> Any:
    """A cell, or all values below it, with other ids; an id keeps its length, and nearly the time inside it.

    >>> renumbered("https://x.com/a/status/1476946213748543488", 3)
    'https://x.com/a/status/1476946213748543491'
    """
    if isinstance(value, dict):
        return {key: renumbered(member, number) for key, member in value.items()}
    if isinstance(value, list):
        return [renumbered(member, number) for member in value]
    if isinstance(value, bool) or not isinstance(value, str | int):
        return value
    made = _NUMBER.sub(lambda found: str(int(found[0]) + number).zfill(len(found[0])), str(value))
    if isinstance(value, int):
        return int(made)
    return _CODE.sub(lambda found: found[0][:-4] + _code(number), made)


def _code(number: int) -> str:
    return "".join(_LETTERS[number // 36**place % 36] for place in range(4))


def _text(data: bytes, size: int) -> bytes:
    coding = encoding_of(data)
    text = coding.text(data)
    first, _, rest = text.partition("\n")
    hint = first if first.lower().startswith("sep=") else ""
    sheet = [
        list(csv.reader(io.StringIO(rest if hint else text, newline=""), delimiter=mark))
        for mark in (hint.strip()[4:] if hint else ",;\t")
    ]
    place = max(range(len(sheet)), key=lambda at: sum(map(len, sheet[at])))
    mark = (hint.strip()[4:] if hint else ",;\t")[place]
    rows = sheet[place]
    start, end = _last_block(rows)
    body = rows[start:end]
    wide = coding.name.startswith("utf-16")
    target = io.StringIO(newline="")
    target.write(f"{hint}\n" if hint else "")
    writer = csv.writer(target, delimiter=mark)
    writer.writerows(rows[:end])
    for number in count(1):
        if not body or target.tell() > (size // 2 if wide else size):
            break
        writer.writerows([renumbered(cell, number) for cell in row] for row in body)
    writer.writerows(rows[end:])
    return target.getvalue().encode("utf-16" if wide else coding.name, "replace")


def _last_block(rows: Sequence[Sequence[str]]) -> tuple[int, int]:
    """Where the rows of the last table begin and end."""
    end = len(rows)
    while end and not sum(map(bool, rows[end - 1])) > 1:
        end -= 1
    start = next((place + 1 for place in reversed(range(end)) if not any(rows[place])), 0)
    head = [list(map(str, row)) for row in rows[start : start + 20]]
    return start + likely_header(head) + 1, end


def _json(data: bytes, size: int) -> bytes:
    text = encoding_of(data).text(data)
    script = SCRIPT.match(text)
    start = script[0] if script else ""
    try:
        document = json.loads(text.removeprefix(start).rstrip().removesuffix(";"))
    except ValueError:  # an object a line
        document = [json.loads(line) for line in text.splitlines() if line.strip()]
    items = max(_lists(document), key=lambda members: len(json.dumps(members)))
    share = size // max(len(json.dumps(items, ensure_ascii=False)), 1)
    fresh = [renumbered(copy.deepcopy(item), number) for number in range(1, share) for item in items]
    items += fresh
    return (start + json.dumps(document, ensure_ascii=False)).encode()


def _lists(value: Any) -> Iterator[list[Any]]:
    """Every list of objects in a document, the outermost first."""
    if isinstance(value, list) and any(isinstance(member, dict) for member in value):
        yield value
    elif isinstance(value, dict):
        for member in value.values():
            yield from _lists(member)
    yield from [[]] if not isinstance(value, list) else []


def _xml(data: bytes, size: int) -> bytes:
    root = fromstring(data)  # noqa: S314 - our own sample
    parent: Element = max(root.iter(), key=len)
    children = list(parent)
    for _ in range(size // len(data)):
        parent.extend(copy.deepcopy(child) for child in children)
    return bytes(tostring(root, encoding="utf-8", xml_declaration=True))


def _archive(data: bytes, size: int) -> bytes:
    """As a zip, the largest member made large; unpacked, as repeated rows shrink more than any export."""
    members = {name: content for name, content in archives.members(data) if isinstance(content, bytes)}
    largest = max(members, key=lambda name: len(members[name]))
    members[largest] = grown(members[largest], size)
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return target.getvalue()


def _workbook(data: bytes, size: int) -> bytes:
    """Every sheet anew as `.xlsx`, the one with most rows made large."""
    book = CalamineWorkbook.from_filelike(io.BytesIO(data))
    sheets: dict[str, list[list[Any]]] = {name: book.get_sheet_by_name(name).to_python() for name in book.sheet_names}
    largest = max(sheets, key=lambda name: len(sheets[name]))
    made = openpyxl.Workbook(write_only=True)
    for name, rows in sheets.items():
        sheet = made.create_sheet(name)
        for row in rows:
            sheet.append([None if cell == "" else cell for cell in row])
        if name == largest:
            start, end = _last_block(rows)
            body = rows[start:end]
            length = max(sum(len(str(cell)) + 1 for row in body for cell in row), 1)
            for number in islice(count(1), size // length):
                for row in body:
                    sheet.append(list(map(partial(renumbered, number=number), row)))
    target = io.BytesIO()
    made.save(target)
    return target.getvalue()
