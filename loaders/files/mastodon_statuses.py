"""Mastodon API: statuses of an account, found by a search, or a single one (JSON)."""

from collections.abc import Mapping, Sequence
from typing import Any

from loaders.files.building.documents import Object, mostly, objects
from loaders.files.building.format import Format
from loaders.files.building.mastodon_api import ALIASES, REQUIRED, is_status, row, statuses_batch
from loaders.files.reading.headers import Header, resolve
from loaders.files.reading.table import Table
from loaders.records import Batch
from metrics.words import N_


def unfold(document: Any) -> Sequence[Object] | None:
    """A row for each status; None when the document is of another kind."""
    if isinstance(document, Mapping) and {"accounts", "statuses", "hashtags"} <= document.keys():
        return [row(status) for status in objects(document["statuses"])]
    statuses = [document] if isinstance(document, Mapping) else objects(document)
    return [row(status) for status in statuses] if mostly(statuses, is_status) else None


def _sniff(header: Header) -> bool:
    found = resolve(header, ALIASES).keys()
    return found >= REQUIRED and "root" not in found


def parse(table: Table) -> Batch:
    """Posts and own replies of an account; comments, where most messages are answers of others to one account."""
    return statuses_batch(FORMAT, table)


FORMAT = Format(
    id="mastodon_statuses",
    platform="mastodon",
    kind="posts",
    description=N_("Mastodon API, statuses of an account (JSON)"),
    sniff=_sniff,
    parse=parse,
    unfold=unfold,
)
