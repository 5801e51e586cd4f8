"""Other files of a Mastodon archive: the profile, likes, bookmarks. Recognised, never read."""

from collections.abc import Mapping, Sequence
from typing import Any

from loaders.files.building.documents import Object, at, text_at
from loaders.files.building.format import Format
from loaders.files.building.not_loaded import not_loaded
from loaders.files.reading.headers import Header
from loaders.files.reading.table import Table
from loaders.records import Batch
from metrics.words import N_, Message

_COLUMN = "mastodon_archive_part"
_LISTS = ("OrderedCollection", "OrderedCollectionPage", "Collection")


def unfold(document: Any) -> Sequence[Object] | None:
    """A row for each address in a list of likes or bookmarks, and one for a profile, without what they say.

    >>> unfold({"type": "OrderedCollection", "orderedItems": ["https://a.example/1"]})
    [{'mastodon_archive_part': 'list', 'empty': ''}]
    """
    if not isinstance(document, Mapping):
        return None
    if "inbox" in document and "outbox" in document and text_at(document, "preferredUsername"):
        return [{_COLUMN: "profile", "empty": ""}]
    items = at(document, "orderedItems")
    if text_at(document, "type") not in _LISTS or not isinstance(items, list):
        return None
    if any(isinstance(item, Mapping) for item in items):
        return None
    return [{_COLUMN: "list", "empty": ""}] * len(items) or [{_COLUMN: "list", "empty": "yes"}]


def _sniff(header: Header) -> bool:
    return tuple(header) == (_COLUMN, "empty")


def parse(table: Table) -> Batch:
    """Nothing to load."""
    filled = table.without((table.text(1) != "").to_numpy(dtype=bool))
    text = N_("This part of a Mastodon archive holds no posts. The posts are in its file outbox.json: load that one.")
    reason = Message("not_own_posts", N_("This part of the archive holds no posts of your own, so it is not loaded."))
    return not_loaded(filled, FORMAT, reason, Message("mastodon_archive_part", text))


FORMAT = Format(
    id="mastodon_archive_other",
    platform="mastodon",
    kind="other",
    description=N_("Mastodon archive, parts without posts (recognised, not loaded)"),
    sniff=_sniff,
    parse=parse,
    unfold=unfold,
)
