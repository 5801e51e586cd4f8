"""A first mapping for an unknown table, from the names of its columns and what stands in them."""

import re
from collections.abc import Callable, Iterable

import numpy as np
import pandas as pd

from loaders.files.building.counts import counts
from loaders.files.reading.headers import Aliases, normalise, resolve
from loaders.files.reading.table import Table
from loaders.mapping import links
from loaders.mapping.date_formats import has_hour, looks_like_dates, patterns
from loaders.mapping.spec import FIELDS, MappingSpec
from loaders.mapping.vocabulary import WORDS
from loaders.records import Kind, Platform
from metrics.words import N_, Message

_TEXTS = frozenset({"account", "author", "text", "permalink", "type", "post_id", "comment_id", "parent_id", "site"})
_DATES = frozenset({"published_at", "date"})


def suggest(table: Table) -> MappingSpec:
    """A mapping to start from, with `questions` for what only a person can know.

    A column is taken by its name in six languages when its cells fit; dates, links and texts are also found by
    their cells alone.
    """
    kind = _kind(table)
    places = _places(table, kind)
    cells = {field: table.text(place) for field, place in places.items()}
    platform = _platform(table, kind, cells)
    questions: list[Message] = []
    date = cells.get("date" if kind in ("account_days", "site_days") else "published_at")
    formats: tuple[str, ...] = ()
    zone = "UTC"
    if date is None:
        questions.append(Message("which_date", N_("Which column holds the date? None of them looks like one.")))
    else:
        by_id = links.times(platform, cells.get("permalink", cells.get("post_id", table.text(None))))
        formats, question = patterns(date, by_id)
        questions += [question] if question else []
        if (has_hour(formats) or "published_time" in cells) and not any("%z" in f for f in formats) and not by_id.any():
            text = N_("In which time zone are the times of this file? It does not say; UTC is assumed.")
            questions.append(Message("which_zone", text))
    columns = {field: table.header[place] for field, place in places.items()}
    return MappingSpec("", platform, kind, columns, " | ".join(formats), zone, "", tuple(questions))


def _kind(table: Table) -> Kind:
    """Comments have their own id; tables of posts have texts or links; the rest is by day."""
    found = resolve(table.keys, WORDS).keys()
    if "comment_id" in found:
        return "comments"
    posts = found & {"text", "permalink", "post_id"} or _text_place(table, ()) is not None
    if posts and found & {"published_at", "date"}:
        return "posts"
    if "site" in found or found & {"visits", "page_views", "downloads"}:
        return "site_days"
    if found & {"followers", "new_followers", "visitors", "interactions"}:
        return "account_days"
    return "posts"


def _places(table: Table, kind: Kind) -> dict[str, int]:
    """The column of each field: by name where the cells fit, each column once."""
    wanted: Aliases = {field: WORDS[field] for field in FIELDS[kind] if field in WORDS}
    places: dict[str, int] = {}
    for field, positions in resolve(table.keys, wanted).items():
        place = next((p for p in positions if p not in places.values() and _fits(field, table.text(p))), None)
        if place is not None:
            places[field] = place
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
        longest = _text_place(table, places.values())
        if longest is not None:
            places["text"] = longest
    return {field: places[field] for field in FIELDS[kind] if field in places}


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


def _text_place(table: Table, taken: Iterable[int]) -> int | None:
    """The column with the longest cells, if these look like sentences."""
    lengths = []
    for place in range(len(table.header)):
        cells = table.text(place)
        words = place not in set(taken) and not _are_links(cells) and cells.str.contains(" ", regex=False).mean() > 0.5
        lengths.append(float(cells.str.len().mean()) if words else 0.0)
    longest = int(np.argmax(lengths)) if lengths else 0
    return longest if lengths and lengths[longest] > 20 else None


def _platform(table: Table, kind: Kind, cells: "dict[str, pd.Series[str]]") -> Platform:
    """By the links, else by words in the header or the file's name."""
    if kind == "site_days":
        return "website"
    found = links.platform_of(cells["permalink"]) if "permalink" in cells else None
    if found is not None:
        return found
    hints: dict[Platform, str] = {
        "x": r"tweet|twitter",
        "facebook": r"facebook",
        "instagram": r"instagram",
        "linkedin": r"linkedin",
        "youtube": r"youtube",
        "tiktok": r"tiktok",
        "mastodon": r"mastodon|reblogs|toot",
        "bluesky": r"bluesky|bsky",
    }
    words = " ".join((normalise(table.file_name), *table.keys))
    return next((platform for platform, hint in hints.items() if re.search(hint, words)), "other")
