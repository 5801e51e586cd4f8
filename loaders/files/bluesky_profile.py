"""Bluesky API: the profile of an account, for the followers of the day on which it was asked (JSON)."""

from collections.abc import Mapping, Sequence
from typing import Any

from loaders.files.building.bluesky import handles
from loaders.files.building.columns import Columns
from loaders.files.building.documents import Object, text_at
from loaders.files.building.format import Format
from loaders.files.building.profiles import profile_batch
from loaders.files.building.rows import Rows
from loaders.files.reading.headers import Aliases, Header, resolve
from loaders.files.reading.table import Table
from loaders.records import Batch
from metrics.words import N_

ALIASES: Aliases = {
    "did": ("did",),
    "handle": ("handle",),
    "followers": ("followersCount",),
    "posts": ("postsCount",),
}


def unfold(document: Any) -> Sequence[Object] | None:
    """The one row of a profile that stands alone; a list of profiles may be one of followers, and none of ours."""
    if not isinstance(document, Mapping) or not {"did", "handle", "followersCount"} <= document.keys():
        return None
    return [{path: text_at(document, path) for paths in ALIASES.values() for path in paths}]


def _sniff(header: Header) -> bool:
    found = resolve(header, ALIASES).keys()
    return len(header) == len(ALIASES) and found == ALIASES.keys()


def parse(table: Table) -> Batch:
    """The followers of one day."""
    rows = Rows(table)
    columns = Columns(rows, ALIASES)
    return profile_batch(rows, columns, FORMAT, handles(columns))


FORMAT = Format(
    id="bluesky_profile",
    platform="bluesky",
    kind="account_days",
    description=N_("Bluesky API, followers of an account (JSON)"),
    sniff=_sniff,
    parse=parse,
    unfold=unfold,
)
