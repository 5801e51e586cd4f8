"""X (Twitter) Analytics by tweet, until 2024."""

from loaders.files.building import x
from loaders.files.building.columns import Columns
from loaders.files.building.format import Format
from loaders.files.building.ids import whole_ids
from loaders.files.building.markup import unescaped
from loaders.files.building.of_columns import posts_of
from loaders.files.building.rows import Rows
from loaders.files.building.times import parse as parse_times
from loaders.files.reading.headers import Aliases, Header, resolve
from loaders.files.reading.table import Table
from loaders.records import Batch
from metrics.words import N_

ALIASES: Aliases = {
    "post_id": ("Tweet id",),
    "permalink": ("Tweet permalink",),
    "text": ("Tweet text",),
    "time": ("time",),
    "impressions": ("impressions",),
    "shares": ("retweets",),
    "comments": ("replies",),
    "likes": ("likes", "favorites"),
    "clicks": ("url clicks",),
    "video_views": ("media views",),
    "followers_gained": ("follows",),
}
COUNTS = ("impressions", "shares", "comments", "likes", "clicks", "video_views", "followers_gained")
DATES = ("%Y-%m-%d %H:%M %z", "%Y-%m-%d %H:%M:%S %z", "%Y-%m-%d %H:%M")


def _sniff(header: Header) -> bool:
    return {"post_id", "permalink", "time"} <= resolve(header, ALIASES).keys()


def parse(table: Table) -> Batch:
    """Posts and own replies. Times are UTC; the id is exact, so it fills a time that cannot be read."""
    rows = Rows(table)
    columns = Columns(rows, ALIASES)
    links, dates = columns.text("permalink"), columns.text("time")
    texts = unescaped(columns.text("text", trimmed=False))
    post_id = whole_ids(rows, columns.text("post_id"), links, x.STATUS)
    times = x.exact_times(rows, parse_times(dates, DATES), post_id)
    x.reject_reposts(rows, texts, columns.header("text"))
    handle = x.handles(links)
    return posts_of(
        rows,
        columns,
        FORMAT,
        account=handle.mask(handle == "", x.handle_of_file(table.file_name)),
        post_id=post_id,
        times=times,
        text=texts,
        type=x.types(texts),
        counts=columns.counts(COUNTS),
        views_definition="impressions",
        date_name="time",
    )


FORMAT = Format(
    id="x_analytics_posts",
    platform="x",
    kind="posts",
    description=N_("X (Twitter) Analytics, by tweet (CSV, until 2024)"),
    sniff=_sniff,
    parse=parse,
)
