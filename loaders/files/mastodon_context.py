"""Mastodon API: the context of a status, which is the conversation above and below it (JSON)."""

from collections.abc import Mapping, Sequence
from typing import Any

from loaders.files.building.columns import Columns
from loaders.files.building.documents import Object, mostly, objects, text_at
from loaders.files.building.format import Format
from loaders.files.building.mastodon_api import (
    ALIASES,
    REQUIRED,
    is_status,
    statuses_batch,
    thread_account,
    thread_rows,
)
from loaders.files.building.rows import Rows
from loaders.files.reading.headers import Header, resolve
from loaders.files.reading.table import Table
from loaders.records import Batch
from metrics.words import N_


def unfold(document: Any) -> Sequence[Object] | None:
    """A row for each status above and below the one that was asked for, whose id may stand beside them."""
    if not isinstance(document, Mapping) or not {"ancestors", "descendants"} <= document.keys():
        return None
    above, below = (objects(document[side]) for side in ("ancestors", "descendants"))
    return thread_rows(above, below, text_at(document, "id")) if mostly([*above, *below], is_status) else None


def _sniff(header: Header) -> bool:
    return resolve(header, ALIASES).keys() >= {*REQUIRED, "root"}


def parse(table: Table) -> Batch:
    """Comments of citizens in the thread, and own replies among them. The thread is of the account that began it."""
    whose = thread_account(Columns(Rows(table), ALIASES), table.clues.get("mastodon_account", ""))
    return statuses_batch(FORMAT, table, whose)


FORMAT = Format(
    id="mastodon_context",
    platform="mastodon",
    kind="comments",
    description=N_("Mastodon API, conversation around a status (JSON)"),
    sniff=_sniff,
    parse=parse,
    unfold=unfold,
)
