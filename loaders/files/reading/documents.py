"""JSON and XML to one plain document, and a document to a table."""

import codecs
import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any
from xml.etree.ElementTree import Element

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import ParseError, fromstring

from loaders.files.reading.build import build
from loaders.files.reading.encoding import encoding_of
from loaders.files.reading.errors import UnreadableError
from loaders.files.reading.table import Table
from metrics.words import N_, Message

SCRIPT = re.compile(r"\s*window\.([\w.]+)\s*=\s*")
"""How files of an X archive begin: a script that assigns a document to a name."""

_MOST_LEVELS = 50


def read_json(data: bytes) -> Any:
    """The document of a JSON file; of one object a line, their list; of `window.NAME = [...]`, {NAME: [...]}."""
    text = encoding_of(data).text(data)
    script = SCRIPT.match(text)
    try:
        if script:
            return {script[1]: _loads(text[script.end() :].rstrip().removesuffix(";"))}
        return _loads(text)
    except RecursionError as error:
        raise _damaged("JSON") from error
    except ValueError:
        try:
            return [_loads(line) for line in text.splitlines() if line.strip()]
        except (ValueError, RecursionError) as error:
            raise _damaged("JSON") from error


def _loads(text: str) -> Any:
    return json.loads(text, object_pairs_hook=_members)


def _members(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """An object; of members with one name the last filled one (a Mastodon archive had an empty one)."""
    made = dict(pairs)
    if len(made) < len(pairs):
        made.update((name, value) for name, value in pairs if value)
    return made


def read_xml(data: bytes) -> Any:
    """The document of an XML file: an element becomes an object, repeated ones a list, one with text only a text."""
    is_utf16 = data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))  # whatever its first line declares
    try:
        root = fromstring(data.decode("utf-16", "replace") if is_utf16 else data, forbid_dtd=True)
    except (ParseError, DefusedXmlException, ValueError, LookupError) as error:
        raise _damaged("XML") from error
    return {root.tag: _plain(root)}


def _plain(element: Element, level: int = 0) -> Any:
    if level > _MOST_LEVELS:
        raise _damaged("XML")
    if not len(element) and not element.attrib:
        return (element.text or "").strip()
    made: dict[str, Any] = dict(element.attrib)
    for child in element:
        value = _plain(child, level + 1)
        if child.tag not in made:
            made[child.tag] = value
        elif isinstance(made[child.tag], list):
            made[child.tag].append(value)
        else:
            made[child.tag] = [made[child.tag], value]
    if not len(element):
        made["text"] = (element.text or "").strip()
    return made


def document_table(
    name: str, file_name: str, document: Any, unfold: Callable[[Any], Sequence[Mapping[str, Any]] | None]
) -> Table:
    """The table of a document: as a format unfolds it, else an array of objects or the longest one it holds.

    `line` is the number of the object.
    """
    items = unfold(document)
    if items is None:
        items = [item for item in _longest_list(document) if isinstance(item, Mapping)]
    try:
        rows = [dict(_leaves("", item)) for item in items]
    except RecursionError as error:
        raise _damaged("JSON") from error
    if not rows:
        text = N_("This file holds no list of records. Load an export with one object for each post.")
        raise UnreadableError(Message("no_records", text))
    header = list(dict.fromkeys(key for row in rows for key in row))
    records = ((line, [row.get(key, "") for key in header]) for line, row in enumerate(rows, start=1))
    return build(name, file_name, [_whole(key) for key in header], records)


def _longest_list(value: Any) -> list[Any]:
    if isinstance(value, list):
        return value
    lists = [member for member in value.values() if isinstance(member, list)] if isinstance(value, dict) else []
    return max(lists, key=len, default=[value])


def _leaves(path: str, item: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for key, value in item.items():
        place = _whole(f"{path}.{key}" if path else str(key)) or "_"  # a column without a name has no cells
        if isinstance(value, str):
            yield place, _whole(value)
        elif isinstance(value, Mapping):
            yield from _leaves(place, value)
        elif value is None:
            yield place, ""
        elif isinstance(value, bool):
            yield place, "1" if value else "0"
        else:
            yield place, _whole(json.dumps(value, ensure_ascii=False))


def _whole(text: str) -> str:
    """Text without what is no text: half characters and NUL."""
    if text.isascii() and "\x00" not in text:
        return text
    return text.encode("utf-8", "replace").decode().replace("\x00", "")


def _damaged(kind: str) -> UnreadableError:
    text = N_("This {kind} file is damaged or incomplete and cannot be read. Download it again.")
    return UnreadableError(Message("damaged_document", text, {"kind": kind}))
