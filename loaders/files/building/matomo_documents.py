"""Answers of Matomo's reporting interface, JSON or XML, to rows: one for each site and day, or for each label."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

Row = dict[str, Any]

_PERIOD = re.compile(r"\d{4}(-\d\d){0,2}|\d{4}-\d\d-\d\d,\d{4}-\d\d-\d\d")
_KEYS = frozenset(
    {"nb_visits", "nb_uniq_visitors", "nb_actions", "nb_pageviews", "nb_downloads", "nb_hits", "nb_events"}
)
_FILE = re.compile(r"https?://[^?#]*/[^/?#]+\.(?!html?$|php$|aspx?$)[a-z0-9]{2,4}", re.IGNORECASE)
_LEVELS = 8
"""An answer to several requests, of several sites, by period, with folders in folders: real ones have up to six."""


def rows_of(document: Any) -> list[Row] | None:
    """The rows of an answer of Matomo; None for a document of something else.

    A day without any data is an empty list there: a row with its date and no figures. Downloads of a day are added up
    to `nb_downloads`; a folder repeats the sum of its files, so the files count.

    >>> rows_of({"2010-03-06": {"nb_visits": "3"}, "2010-03-07": []})
    [{'date': '2010-03-06', 'nb_visits': '3'}, {'date': '2010-03-07', 'nb_visits': None}]
    """
    rows = list(_rows(_plain(document), {}, 0))
    if not any(_KEYS & row.keys() for row in rows):
        return None
    merged: dict[tuple[str, ...], Row] = {}
    for number, row in enumerate(rows):
        has_own_row = "label" in row or "date" not in row
        key = (str(number),) if has_own_row else (str(row.get("idSite", "")), str(row["date"]), "")
        merged.setdefault(key, {}).update({name: value for name, value in row.items() if value is not None})
    for row in merged.values():
        if not row.keys() & _KEYS:
            row["nb_visits"] = None
    return list(merged.values())


def is_download(row: Mapping[str, Any]) -> bool:
    """Whether a row is about a downloaded file: by Matomo's own mark, else by its address alone.

    >>> is_download({"label": "/plan.pdf", "nb_hits": 1, "url": "https://waterstad.example/plan.pdf"})
    True
    """
    if "Actions_DownloadUrl" in row:
        return True
    segment = row.get("segment")
    if isinstance(segment, str):
        return segment.startswith("downloadUrl")
    if any(str(name).startswith(("Actions_", "entry_", "exit_", "avg_")) for name in row):
        return False
    return is_file(row.get("url"))


def is_file(address: Any) -> bool:
    """Whether an address ends like that of a file that people download.

    >>> is_file("https://waterstad.example/plan.pdf"), is_file("https://waterstad.example/contact")
    (True, False)
    """
    return isinstance(address, str) and _FILE.fullmatch(address) is not None


def _plain(document: Any) -> Any:
    """The JSON form of an XML answer; other documents as they are."""
    if not isinstance(document, dict) or len(document) != 1 or document.keys().isdisjoint({"result", "results"}):
        return document
    (content,) = document.values()
    return _from_xml(content, 0)


def _from_xml(node: Any, level: int) -> Any:
    if not isinstance(node, dict) or level > _LEVELS:
        return []
    if "result" in node:
        results = [one for one in _listed(node["result"]) if isinstance(one, dict)]
        keyed = {str(key): _from_xml(_content(one), level + 1) for one in results if (key := _key(one))}
        return keyed or [_from_xml(one, level + 1) for one in results]
    if "row" in node:
        return [_from_xml(one, level + 1) for one in _listed(node["row"])]
    made = {name: _from_xml(value, level + 1) if name == "subtable" else value for name, value in node.items()}
    return {name: value for name, value in made.items() if not (name == "text" and value == "")} or []


def _key(node: Mapping[str, Any]) -> Any:
    return node.get("date") or node.get("idSite") or node.get("idsite")


def _content(node: Mapping[str, Any]) -> Row:
    return {name: value for name, value in node.items() if name not in ("date", "idSite", "idsite")}


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _rows(value: Any, about: Row, level: int) -> Iterator[Row]:
    if level > _LEVELS:
        return
    if isinstance(value, dict):
        if value and all(_PERIOD.fullmatch(key) for key in value):
            for period, content in value.items():
                yield from _rows(content, {**about, "date": period}, level + 1)
        elif value and all(key.isdecimal() for key in value):
            for site, content in value.items():
                yield from _rows(content, {**about, "idSite": site}, level + 1)
        else:
            yield {**about, **{name: cell for name, cell in value.items() if not isinstance(cell, (dict, list))}}
    elif isinstance(value, list) and not value and "date" in about:
        yield about
    elif isinstance(value, list):
        yield from _listed_rows([one for one in value if isinstance(one, (dict, list))], about, level)


def _listed_rows(items: list[Any], about: Row, level: int) -> Iterator[Row]:
    leaves = list(_leaves(items, 0)) if all(isinstance(one, dict) and "label" in one for one in items) else []
    if leaves and "date" in about and all(map(is_download, leaves)):
        hits = [_whole(one.get("nb_hits")) for one in leaves]
        yield {**about, "nb_downloads": None if None in hits else sum(hit for hit in hits if hit is not None)}
    elif leaves:
        yield from ({**about, **{name: cell for name, cell in one.items() if name != "subtable"}} for one in leaves)
    else:
        for one in items:
            yield from _rows(one, about, level + 1)


def _leaves(items: list[Any], level: int) -> Iterator[Row]:
    """The rows at the end of each branch; a folder whose files are not in the answer stands for them."""
    for item in items:
        below = item.get("subtable") if isinstance(item, dict) else None
        inner = [one for one in below if isinstance(one, dict)] if isinstance(below, list) else []
        if inner and level < _LEVELS:
            yield from _leaves(inner, level + 1)
        elif isinstance(item, dict):
            yield item


def _whole(value: Any) -> int | None:
    """A count that may stand as text; None when it is none."""
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    return int(value) if isinstance(value, str) and value.isdecimal() and len(value) < 16 else None
