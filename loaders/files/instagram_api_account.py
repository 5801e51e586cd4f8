"""Instagram's Graph API: an account with its number of followers (JSON)."""

from collections.abc import Mapping, Sequence
from typing import Any

from loaders.files.building.columns import Columns
from loaders.files.building.days import days_batch
from loaders.files.building.documents import Object, mostly, objects, text_at
from loaders.files.building.format import Format
from loaders.files.building.graph import figures_at
from loaders.files.building.graph_days import asked_on
from loaders.files.building.instagram import account
from loaders.files.building.rows import Rows
from loaders.files.reading.headers import Aliases, Header
from loaders.files.reading.table import Table
from loaders.records import Batch
from metrics.words import N_

_MARK = "instagram_account"
ALIASES: Aliases = {name: (f"{_MARK}.{name}",) for name in ("username", "followers")}


def unfold(document: Any) -> Sequence[Object] | None:
    """A row for each account; None for a document of another kind."""
    found = [document] if isinstance(document, Mapping) else objects(document)
    return [{_MARK: _row(item)} for item in found] if mostly(found, _is_account) else None


def _is_account(item: Object) -> bool:
    return {"id", "followers_count", "media_count"} <= item.keys()


def _row(item: Object) -> Object:
    name = text_at(item, "username") or text_at(item, "id")
    return {"username": name, **figures_at(item, followers="followers_count")}


def _sniff(header: Header) -> bool:
    return f"{_MARK}.username" in header


def parse(table: Table) -> Batch:
    """The followers of the day on which they were asked for."""
    rows = Rows(table)
    columns = Columns(rows, ALIASES)
    owner = account(rows, columns.text("username"))
    figures = columns.counts(("followers",))
    return days_batch(rows, FORMAT.id, FORMAT.platform, owner, asked_on(rows), figures, None, rows.everywhere(""))


FORMAT = Format(
    id="instagram_api_account",
    platform="instagram",
    kind="account_days",
    description=N_("Instagram Graph API, followers of an account (JSON)"),
    sniff=_sniff,
    parse=parse,
    unfold=unfold,
)
