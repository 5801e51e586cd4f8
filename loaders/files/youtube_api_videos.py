"""YouTube Data API: the answer of `videos.list`, with the public figures of each video (JSON)."""

from loaders.files.building.columns import Columns
from loaders.files.building.format import Format
from loaders.files.building.of_columns import posts_of
from loaders.files.building.rows import Rows
from loaders.files.building.times import STAMPS
from loaders.files.building.times import parse as parse_times
from loaders.files.building.youtube_api import with_statistics
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
    "of_channel": ("statistics.subscriberCount", "statistics.hiddenSubscriberCount", "statistics.videoCount"),
}
COUNTS = ("video_views", "likes", "comments")


def _sniff(header: Header) -> bool:
    found = resolve(header, ALIASES).keys()
    return "post_id" in found and bool({*COUNTS} & found) and "of_channel" not in found


def parse(table: Table) -> Batch:
    """Videos of a channel with the numbers of the moment. Numbers that the owner hides are missing, not zero."""
    rows = Rows(table)
    columns = Columns(rows, ALIASES)
    post_id, dates = columns.text("post_id"), columns.text("date")
    return posts_of(
        rows,
        columns,
        FORMAT,
        account=columns.text("account"),
        post_id=post_id,
        times=parse_times(dates, STAMPS),
        text=columns.text("title", trimmed=False),
        permalink="https://youtu.be/" + post_id,
        type=rows.everywhere("video"),
        counts=columns.counts(COUNTS),
    )


FORMAT = Format(
    id="youtube_api_videos",
    platform="youtube",
    kind="posts",
    description=N_("YouTube Data API, videos (JSON)"),
    sniff=_sniff,
    parse=parse,
    unfold=with_statistics,
)
