"""Facebook's Graph API: a Page with its number of followers, or with its insights by day (JSON)."""

from collections.abc import Mapping, Sequence
from typing import Any

from loaders.files.building.columns import Columns
from loaders.files.building.days import days_batch
from loaders.files.building.documents import Object, mostly, objects, text_at
from loaders.files.building.facebook import ACCOUNT
from loaders.files.building.format import Format
from loaders.files.building.graph import by_day, figures_at
from loaders.files.building.graph_days import ended_days
from loaders.files.building.rows import Rows
from loaders.files.reading.headers import Aliases, Header
from loaders.files.reading.table import Table
from loaders.records import Batch
from metrics.words import N_

_MARK = "facebook_page"
ALIASES: Aliases = {
    **{name: (f"{_MARK}.{name}",) for name in ("id", "date")},
    "followers": (f"{_MARK}.followers_count", f"{_MARK}.page_follows"),
    "page_views": (f"{_MARK}.page_media_view",),
    "viewers": (f"{_MARK}.page_total_media_view_unique",),
}
FIGURES = ("followers", "page_views", "viewers")
_OTHER_NETWORKS = frozenset({"media_count", "statuses_count", "acct", "screen_name"})
_METRICS = frozenset({"page_follows", "page_media_view", "page_total_media_view_unique"})


def unfold(document: Any) -> Sequence[Object] | None:
    """A row for each Page with its followers, and one for each day of its insights."""
    found = [document] if isinstance(document, Mapping) else objects(document)
    return [row for page in found for row in _rows(page)] if mostly(found, _is_page) else None


def _is_page(item: Object) -> bool:
    of_days = {name for _, name, _ in by_day(item)}
    has_now = {"name", "followers_count"} <= item.keys() and _OTHER_NETWORKS.isdisjoint(item)
    return "id" in item and (has_now or not _METRICS.isdisjoint(of_days))


def _rows(page: Object) -> list[Object]:
    owner = {"id": text_at(page, "id")}
    now = figures_at(page, followers_count="followers_count")
    days: dict[str, dict[str, str]] = {}
    for end, name, value in by_day(page):
        if name in _METRICS:
            days.setdefault(end, {})[name] = value
    found = [{**owner, "date": "", **now}] if now else []
    return [{_MARK: row} for row in (*found, *({**owner, "date": end, **values} for end, values in days.items()))]


def _sniff(header: Header) -> bool:
    return f"{_MARK}.id" in header


def parse(table: Table) -> Batch:
    """Followers, views and viewers by day. What a Page has now is of the day on which it was asked for."""
    rows = Rows(table)
    columns = Columns(rows, ALIASES)
    known = table.clues.get(ACCOUNT, "")
    owner = rows.everywhere(known) if known else columns.text("id")
    dates = columns.text("date")
    return days_batch(
        rows,
        FORMAT.id,
        FORMAT.platform,
        owner,
        ended_days(rows, dates),
        columns.counts(FIGURES),
        columns.header("date"),
        dates,
    )


FORMAT = Format(
    id="facebook_api_page",
    platform="facebook",
    kind="account_days",
    description=N_("Facebook Graph API, a Page and its figures by day (JSON)"),
    sniff=_sniff,
    parse=parse,
    unfold=unfold,
)
