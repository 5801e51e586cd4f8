"""Other files of an X archive: likes, followers, direct messages, ... Recognised, never read."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from loaders.files.building.documents import Object
from loaders.files.building.format import Format
from loaders.files.building.not_loaded import not_loaded
from loaders.files.reading.headers import Header
from loaders.files.reading.table import Table
from loaders.records import Batch
from metrics.words import N_, Message

_PART = re.compile(r"YTD\.(?P<part>\w+)\.part\d+")
_TWEETS = frozenset({"tweet", "tweets"})
_MANIFEST = "__THAR_CONFIG"
_COLUMN = "x_archive_part"


def unfold(document: Any) -> Sequence[Object] | None:
    """A row for each item of the script with nothing in it but the script's name: these files hold private messages.

    >>> unfold({"YTD.direct_messages.part0": [{"dmConversation": {}}]})
    [{'x_archive_part': 'direct_messages', 'empty': ''}]
    """
    if not isinstance(document, Mapping) or len(document) != 1:
        return None
    ((name, content),) = document.items()
    match = _PART.fullmatch(str(name))
    if name != _MANIFEST and (match is None or match["part"] in _TWEETS):
        return None
    part = match["part"] if match else "manifest"
    items = len(content) if isinstance(content, list) else 1
    return [{_COLUMN: part, "empty": ""}] * items or [{_COLUMN: part, "empty": "yes"}]


def _sniff(header: Header) -> bool:
    return tuple(header) == (_COLUMN, "empty")


def parse(table: Table) -> Batch:
    """Nothing to load."""
    filled = table.without((table.text(1) != "").to_numpy(dtype=bool))
    text = N_('This is the part "{part}" of an X archive. Your own posts are in its file tweets.js: load that one.')
    reason = Message("not_own_posts", N_("This part of the archive holds no posts of your own, so it is not loaded."))
    return not_loaded(filled, FORMAT, reason, Message("x_archive_part", text, {"part": table.text(0).iloc[0]}))


FORMAT = Format(
    id="x_archive_other",
    platform="x",
    kind="other",
    description=N_("X (Twitter) archive, parts without own posts (recognised, not loaded)"),
    sniff=_sniff,
    parse=parse,
    unfold=unfold,
)
