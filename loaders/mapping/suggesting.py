"""A first mapping for an unknown table, and the questions that only a person can answer."""

import re
from collections.abc import Mapping

from loaders.files.building import links
from loaders.files.reading.headers import normalise, resolve
from loaders.files.reading.table import Table
from loaders.mapping.choosing import places_of, text_place
from loaders.mapping.date_formats import has_hour
from loaders.mapping.mapped import Mapped
from loaders.mapping.spec import MappingSpec
from loaders.mapping.vocabulary import WORDS
from loaders.records import Kind, Platform
from metrics.words import N_, Message

_PLATFORM_WORDS: dict[Platform, str] = {
    "x": r"tweet|twitter",
    "facebook": r"facebook",
    "instagram": r"instagram",
    "linkedin": r"linkedin",
    "youtube": r"youtube",
    "tiktok": r"tiktok",
    "mastodon": r"mastodon|reblogs|toot",
    "bluesky": r"bluesky|bsky",
}


def suggest(table: Table) -> MappingSpec:
    """A mapping to start from, with `questions` for what neither names nor cells tell."""
    kind = _kind(table)
    places = places_of(table, kind)
    platform = _platform(table, kind, places)
    columns = {field: table.header[place] for field, place in places.items()}
    draft = MappingSpec("", platform, kind, columns)
    formats, questions = _dates(Mapped(draft, table, places))
    return MappingSpec("", platform, kind, columns, " | ".join(formats), questions=questions)


def _kind(table: Table) -> Kind:
    """Comments have their own id; tables of posts have texts or links; the rest is by day."""
    found = resolve(table.keys, WORDS).keys()
    if "comment_id" in found:
        return "comments"
    about_posts = found & {"text", "permalink", "post_id"} or text_place(table, ()) is not None
    if about_posts and found & {"published_at", "date"}:
        return "posts"
    if "site" in found or found & {"visits", "page_views", "downloads"}:
        return "site_days"
    if found & {"followers", "new_followers", "visitors", "interactions"}:
        return "account_days"
    return "posts"


def _platform(table: Table, kind: Kind, places: Mapping[str, int]) -> Platform:
    """By the links, else by words in the header or the file's name."""
    if kind == "site_days":
        return "website"
    found = links.platform_of(table.text(places["permalink"])) if "permalink" in places else None
    if found is not None:
        return found
    words = " ".join((normalise(table.file_name), *table.keys))
    return next((platform for platform, hint in _PLATFORM_WORDS.items() if re.search(hint, words)), "other")


def _dates(mapped: Mapped) -> tuple[tuple[str, ...], tuple[Message, ...]]:
    """The patterns of the dates, and what is to be asked about them."""
    field = "date" if mapped.spec.kind in ("account_days", "site_days") else "published_at"
    if field not in mapped.places:
        return (), (Message("which_date", N_("Which column holds the date? None of them looks like one.")),)
    formats, question = mapped.patterns(field)
    questions = [question] if question else []
    if has_hour(formats) and not any("%z" in pattern for pattern in formats) and not mapped.id_times().any():
        text = N_("In which time zone are the times of this file? It does not say; UTC is assumed.")
        questions.append(Message("which_zone", text))
    return formats, tuple(questions)
