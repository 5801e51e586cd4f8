"""Facebook's Graph API: posts of a Page with their counts, and the insights that were asked for with them (JSON)."""

from collections.abc import Sequence
from typing import Any

import numpy as np

from loaders.files.building.columns import Columns
from loaders.files.building.counts import Counts
from loaders.files.building.documents import Object, mostly, objects, pages, text_at
from loaders.files.building.facebook import account, post_ids
from loaders.files.building.format import Format
from loaders.files.building.graph import NO_NUMBER, figures_at, insights
from loaders.files.building.left_out import others_post
from loaders.files.building.of_columns import posts_of
from loaders.files.building.post_types import post_types
from loaders.files.building.rows import Rows
from loaders.files.building.times import STAMPS
from loaders.files.building.times import parse as parse_times
from loaders.files.reading.headers import Aliases, Header
from loaders.files.reading.table import Table
from loaders.records import Batch
from metrics.words import N_

_MARK = "facebook_post"
_TEXTS = {
    "id": "id",
    "date": "created_time",
    "text": "message",
    "permalink": "permalink_url",
    "type": "status_type",
    "from": "from.id",
}
_FIGURES = {
    "likes": "reactions.summary.total_count",
    "comments": "comments.summary.total_count",
    "shares": "shares.count",
}
ALIASES: Aliases = {
    **{name: (f"{_MARK}.{name}",) for name in (*_TEXTS, *_FIGURES)},
    "impressions": (f"{_MARK}.insights.post_media_view",),
    "reach": (f"{_MARK}.insights.post_total_media_view_unique",),
}
COUNTS = ("likes", "comments", "shares", "impressions", "reach")
_OF_POSTS = {"permalink_url", "status_type", "shares", "reactions", "insights"}
_SHARED_LINK = "shared_story"


def unfold(document: Any) -> Sequence[Object] | None:
    """A row for each post of one or more pages of the answer; None for a document of another kind."""
    found = [item for page in pages(document, "data") for item in objects(page["data"])]
    return [{_MARK: _row(item)} for item in found] if mostly(found, _is_post) else None


def _is_post(item: Object) -> bool:
    return {"id", "created_time"} <= item.keys() and not _OF_POSTS.isdisjoint(item)


def _row(item: Object) -> Object:
    texts = {name: text_at(item, *path.split(".")) for name, path in _TEXTS.items()}
    shares = {} if item.get("shares") is None else {"shares": NO_NUMBER}  # something without a count is no 0
    return {**texts, **shares, **figures_at(item, **_FIGURES), **insights(item)}


def _sniff(header: Header) -> bool:
    return f"{_MARK}.id" in header


def parse(table: Table) -> Batch:
    """Posts of a Page. Views and reach are missing where Facebook was not asked for insights, or refused them."""
    rows = Rows(table)
    columns = Columns(rows, ALIASES)
    ids, writer = columns.text("id"), columns.text("from")
    page = account(rows, ids)
    rows.reject((writer != "") & (page != "") & (writer != page), columns.header("from"), others_post())
    kinds = columns.text("type")
    return posts_of(
        rows,
        columns,
        FORMAT,
        account=page,
        post_id=post_ids(ids),
        times=parse_times(columns.text("date"), STAMPS),
        type=post_types(kinds.mask(kinds == _SHARED_LINK, "link").astype("str")),
        counts=_counts(table, columns),
        views_definition="views" if "impressions" in columns else "",
        id_name="id",
    )


def _counts(table: Table, columns: Columns) -> dict[str, Counts]:
    """The counts; a post without `shares` was not shared, but only where shares were asked for."""
    found = columns.counts(COUNTS)
    if "shares" in table.clues.get("facebook_fields", "") and "shares" not in found:
        none = np.zeros(len(table), dtype=np.int64)
        found["shares"] = Counts(none, np.full(len(table), "."))
    elif "shares" in found:
        absent = (columns.text("shares") == "").to_numpy(dtype=np.bool_)
        shares = found["shares"]
        found["shares"] = Counts(np.where(absent, 0, shares.values), np.where(absent, ".", shares.reasons))
    return found


FORMAT = Format(
    id="facebook_api_posts",
    platform="facebook",
    kind="posts",
    description=N_("Facebook Graph API, posts of a Page (JSON)"),
    sniff=_sniff,
    parse=parse,
    unfold=unfold,
)
