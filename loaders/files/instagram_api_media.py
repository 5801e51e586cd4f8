"""Instagram's Graph API: posts of an account with their counts, and the insights asked for with them (JSON)."""

from collections.abc import Sequence
from typing import Any

from loaders.files.building.columns import Columns
from loaders.files.building.documents import Object, mostly, objects, pages, text_at
from loaders.files.building.format import Format
from loaders.files.building.graph import figures_at, insights
from loaders.files.building.instagram import account
from loaders.files.building.of_columns import posts_of
from loaders.files.building.post_types import post_types
from loaders.files.building.rows import Rows
from loaders.files.building.times import STAMPS
from loaders.files.building.times import parse as parse_times
from loaders.files.reading.headers import Aliases, Header
from loaders.files.reading.table import Table
from loaders.records import Batch
from metrics.words import N_

_MARK = "instagram_post"
_TEXTS = {"id": "id", "date": "timestamp", "text": "caption", "permalink": "permalink", "account": "username"}
_FIGURES = {"likes": "like_count", "comments": "comments_count"}
ALIASES: Aliases = {
    **{name: (f"{_MARK}.{name}",) for name in (*_TEXTS, *_FIGURES, "type")},
    "impressions": (f"{_MARK}.insights.views",),
    "reach": (f"{_MARK}.insights.reach",),
    "shares": (f"{_MARK}.insights.shares",),
    "saves": (f"{_MARK}.insights.saved",),
}
COUNTS = ("likes", "comments", "impressions", "reach", "shares", "saves")


def unfold(document: Any) -> Sequence[Object] | None:
    """A row for each post of one or more pages of the answer; None for a document of another kind."""
    found = [item for page in pages(document, "data") for item in objects(page["data"])]
    return [{_MARK: _row(item)} for item in found] if mostly(found, _is_post) else None


def _is_post(item: Object) -> bool:
    return {"id", "timestamp"} <= item.keys() and not {"media_type", "comments_count"}.isdisjoint(item)


def _row(item: Object) -> Object:
    texts = {name: text_at(item, *path.split(".")) for name, path in _TEXTS.items()}
    product = text_at(item, "media_product_type").replace("FEED", "")  # REELS and STORY say more than VIDEO
    kind = {"type": "REEL" if product == "REELS" else product or text_at(item, "media_type")}
    return {**texts, **kind, **figures_at(item, **_FIGURES), **insights(item)}


def _sniff(header: Header) -> bool:
    return f"{_MARK}.id" in header


def parse(table: Table) -> Batch:
    """Posts of an account. Likes that the account hides are missing, and so are figures that Instagram refuses."""
    rows = Rows(table)
    columns = Columns(rows, ALIASES)
    return posts_of(
        rows,
        columns,
        FORMAT,
        account=account(rows, columns.text("account")),
        post_id=columns.text("id"),
        times=parse_times(columns.text("date"), STAMPS),
        type=post_types(columns.text("type")),
        counts=columns.counts(COUNTS),
        views_definition="views" if "impressions" in columns else "",
        id_name="id",
    )


FORMAT = Format(
    id="instagram_api_media",
    platform="instagram",
    kind="posts",
    description=N_("Instagram Graph API, posts of an account (JSON)"),
    sniff=_sniff,
    parse=parse,
    unfold=unfold,
)
