"""Which column of an unknown table is which of our fields: by name where the cells fit, else by the cells alone."""

import re
from collections.abc import Callable, Collection

import numpy as np
import pandas as pd

from loaders.files.building.counts import counts
from loaders.files.reading.headers import Aliases, resolve
from loaders.files.reading.table import Table
from loaders.mapping.date_formats import looks_like_dates
from loaders.mapping.spec import FIELDS
from loaders.mapping.vocabulary import WORDS
from loaders.records import Kind
from metrics.measures import COUNTS

_TEXTS = frozenset({"account", "author", "text", "permalink", "type", "post_id", "comment_id", "parent_id", "site"})
_DATES = frozenset({"published_at", "date"})


def places_of(table: Table, kind: Kind) -> dict[str, int]:
    """The column of each field, each column once, in the order of `FIELDS`."""
    places = _by_name(table, kind)
    if "published_time" in places and not _is_separate_time(table, places):
        del places["published_time"]
    by_cells: dict[str, Callable[[pd.Series[str]], bool]] = {
        "date": looks_like_dates,
        "published_at": looks_like_dates,
        "permalink": _are_links,
    }
    for field, fits in by_cells.items():
        if field in FIELDS[kind] and field not in places:
            free = [p for p in range(len(table.header)) if p not in places.values()]
            place = next((p for p in free if fits(table.text(p))), None)
            if place is not None:
                places[field] = place
    if "text" in FIELDS[kind] and "text" not in places:
        longest = text_place(table, places.values())
        if longest is not None:
            places["text"] = longest
    return {field: places[field] for field in FIELDS[kind] if field in places}


def _by_name(table: Table, kind: Kind) -> dict[str, int]:
    wanted: Aliases = {field: WORDS[field] for field in FIELDS[kind] if field in WORDS}
    found = resolve(table.keys, wanted)
    inner = resolve([_inner(key) for key in table.keys], {field: wanted[field] for field in wanted if field in COUNTS})
    places: dict[str, int] = {}
    for field in wanted:
        positions = (*found.get(field, ()), *inner.get(field, ()))
        place = next((p for p in positions if p not in places.values() and _fits(field, table.text(p))), None)
        if place is not None:
            places[field] = place
    return places


def _inner(key: str) -> str:
    """What a count is called inside a nested record: `public_metrics.like_count`, `reactions.summary.total_count`."""
    return re.sub(r"\.(?:summary\.)?(?:total_)?count$", "", key).rsplit(".", 1)[-1]


def _is_separate_time(table: Table, places: "dict[str, int]") -> bool:
    """Whether a column named time completes a date without one."""
    times = table.text(places["published_time"])
    dates = table.text(places["published_at"]) if "published_at" in places else times
    return bool(times.str.fullmatch(r"(\d{1,2}:\d{2}(:\d{2})?)?").all()) and not dates.str.contains(":").any()


def _fits(field: str, cells: "pd.Series[str]") -> bool:
    """Whether the cells can be what the name says: counts are mostly numbers, dates dates, links links."""
    if field == "permalink":
        return _are_links(cells)
    if field in _DATES:
        return looks_like_dates(cells)
    if field in _TEXTS or field == "published_time":
        return True
    reasons = counts(cells).reasons
    return bool((reasons != "x").mean() > 0.9)


def _are_links(cells: "pd.Series[str]") -> bool:
    filled = cells[cells != ""]
    return bool(len(filled)) and bool(filled.str.match(r"https?://").mean() > 0.9)


def text_place(table: Table, taken: Collection[int]) -> int | None:
    """The column with the longest cells, if these look like sentences."""
    lengths = []
    for place in range(len(table.header)):
        cells = table.text(place)
        words = place not in taken and not _are_links(cells) and cells.str.contains(" ", regex=False).mean() > 0.5
        lengths.append(float(cells.str.len().mean()) if words else 0.0)
    longest = int(np.argmax(lengths)) if lengths else 0
    return longest if lengths and lengths[longest] > 20 else None
