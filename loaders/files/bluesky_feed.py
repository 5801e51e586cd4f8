"""Bluesky API: the feed of an account, posts by address, or posts found by a search (JSON)."""

from collections.abc import Sequence
from typing import Any

from loaders.files.building.bluesky import ALIASES, REQUIRED, feed_batch, is_post, row
from loaders.files.building.documents import Object, at, mostly, objects, pages, text_at
from loaders.files.building.format import Format
from loaders.files.reading.headers import Header, resolve
from loaders.files.reading.table import Table
from loaders.records import Batch
from metrics.words import N_


def unfold(document: Any) -> Sequence[Object] | None:
    """A row for each post of `getAuthorFeed`, `getPosts` or `searchPosts`, of one answer or several.

    Quotes of a post (`getQuotes`, which repeats its `uri`) are posts of others, and none of ours.
    """
    items = [item for page in pages(document, "feed") for item in objects(page["feed"])]
    items = items or [item for page in pages(document, "posts") if "uri" not in page for item in objects(page["posts"])]
    items = items or objects(document)
    if not mostly(items, lambda item: is_post(item) or is_post(item.get("post"))):
        return None
    return [{**row(item.get("post") or item), "reason.$type": _reason(item)} for item in items]


def _reason(item: Object) -> str:
    """Why a post of somebody else is in the feed; a reason of an unknown kind is taken for a repost."""
    return "" if at(item, "reason") is None else text_at(item, "reason", "$type") or "Repost"


def _sniff(header: Header) -> bool:
    found = resolve(header, ALIASES).keys()
    return found >= {*REQUIRED, "reason"} and "node" not in found


def parse(table: Table) -> Batch:
    """Posts and own replies of an account; comments, where most posts are answers of others to one account."""
    return feed_batch(FORMAT, table)


FORMAT = Format(
    id="bluesky_feed",
    platform="bluesky",
    kind="posts",
    description=N_("Bluesky API, feed of an account (JSON)"),
    sniff=_sniff,
    parse=parse,
    unfold=unfold,
)
