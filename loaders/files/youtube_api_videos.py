"""YouTube Data API: the answer of `videos.list`, with the public figures of each video (JSON)."""

from collections.abc import Sequence
from typing import Any

from loaders.files.building.columns import Columns
from loaders.files.building.format import Format
from loaders.files.building.posts import Posts, posts_batch
from loaders.files.building.rows import Rows
from loaders.files.building.times import STAMPS
from loaders.files.building.times import parse as parse_times
from loaders.files.building.youtube_api import Item, items, part
from loaders.files.reading.headers import Aliases, Header, resolve
from loaders.files.reading.table import Table
from loaders.records import Batch
from metrics.words import N_

ALIASES: Aliases = {
    "post_id": ("id",),
    "account": ("snippet.channelId",),  # comments name the channel like this too
    "date": ("snippet.publishedAt",),
    "title": ("snippet.title",),
    "video_views": ("statistics.viewCount",),
    "likes": ("statistics.likeCount",),  # absent when the owner hides them
    "comments": ("statistics.commentCount",),
    "subscribers": ("statistics.subscriberCount",),  # of a channel
}
COUNTS = ("video_views", "likes", "comments")


def _sniff(header: Header) -> bool:
    found = resolve(header, ALIASES).keys()
    return "post_id" in found and bool({*COUNTS} & found) and "subscribers" not in found


def _unfold(document: Any) -> Sequence[Item] | None:
    found = [item for item in items(document) if part(item, "statistics") and isinstance(item.get("id"), str)]
    return found or None


def parse(table: Table) -> Batch:
    """Videos of a channel with the numbers of the moment. Numbers that the owner hides are missing, not zero."""
    rows = Rows(table)
    columns = Columns(rows, ALIASES)
    post_id, dates = columns.text("post_id"), columns.text("date")
    return posts_batch(
        rows,
        FORMAT.id,
        FORMAT.platform,
        Posts(
            account=columns.text("account"),
            post_id=post_id,
            times=parse_times(dates, STAMPS),
            text=columns.text("title", trimmed=False),
            permalink="https://youtu.be/" + post_id,
            type=rows.everywhere("video"),
            counts=columns.counts(COUNTS),
            views_definition="",
            id_column=columns.header("post_id"),
            date_column=columns.header("date"),
            dates=dates,
        ),
    )


FORMAT = Format(
    id="youtube_api_videos",
    platform="youtube",
    kind="posts",
    description=N_("YouTube Data API, videos (JSON)"),
    sniff=_sniff,
    parse=parse,
    unfold=_unfold,
)
