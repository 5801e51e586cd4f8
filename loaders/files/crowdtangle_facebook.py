"""CrowdTangle (closed in August 2024): historical reports of Facebook pages and groups."""

from collections.abc import Mapping

import pandas as pd

from loaders.files.building.columns import Columns
from loaders.files.building.counts import Counts, total
from loaders.files.building.crowdtangle import POST_ALIASES, created
from loaders.files.building.format import Format
from loaders.files.building.links import ids, times
from loaders.files.building.of_columns import posts_of
from loaders.files.building.post_types import post_types
from loaders.files.building.rows import Rows
from loaders.files.building.totals import check_total
from loaders.files.reading.headers import Aliases, Header, resolve
from loaders.files.reading.table import Table
from loaders.records import Batch
from metrics.words import N_

REACTIONS = ("likes", "love", "wow", "haha", "sad", "angry", "care")
ALIASES: Aliases = {
    **POST_ALIASES,
    "account": ("Page Name", "Group Name"),
    "facebook_id": ("Facebook Id",),
    "user_name": ("User Name",),
    "text": ("Message",),
    "shares": ("Shares",),
    "video_views": ("Post Views",),
    **{name: (name,) for name in REACTIONS},
}


def _sniff(header: Header) -> bool:
    found = resolve(header, ALIASES).keys()
    marks = {"interactions", "followers_then", "likes_then", "facebook_id"}
    is_ours = "post created" in header or bool(marks & found)  # "Created" alone is a name that others use too
    return {"account", "created", "permalink"} <= found and is_ours


def parse(table: Table) -> Batch:
    """Posts of pages or groups. "Likes" are likes only here: the likes of a post are its seven reactions together."""
    rows = Rows(table)
    columns = Columns(rows, ALIASES)
    links, dates = columns.text("permalink"), columns.text("created")
    found = dict(columns.counts((*REACTIONS, "comments", "shares", "video_views", "interactions")))
    counts = _counts(found)
    if {"likes", "comments", "shares"} <= counts.keys():
        check_total(rows, found.get("interactions"), [counts[name] for name in ("likes", "comments", "shares")])
    return posts_of(
        rows,
        columns,
        FORMAT,
        account=columns.text("account"),
        post_id=ids("facebook", links),
        times=created(rows, dates, times("facebook", links)),
        text=_text(columns),
        type=post_types(columns.text("type")),
        counts=counts,
        date_name="created",
    )


def _counts(found: Mapping[str, Counts]) -> dict[str, Counts]:
    counts = {name: found[name] for name in ("comments", "shares", "video_views") if name in found}
    reactions = [found[name] for name in REACTIONS if name in found]
    return {**counts, "likes": total(reactions)} if "likes" in found else counts


def _text(columns: Columns) -> "pd.Series[str]":
    """The message, or what the link in the post says where it has none."""
    message, link = columns.text("text", trimmed=False), columns.text("link_text", trimmed=False)
    return message.mask(message == "", link).astype("str")


FORMAT = Format(
    id="crowdtangle_facebook",
    platform="facebook",
    kind="posts",
    description=N_("CrowdTangle, historical report of Facebook pages or groups (CSV, until 2024)"),
    sniff=_sniff,
    parse=parse,
)
