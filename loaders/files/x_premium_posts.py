"""X Premium analytics, content: one row for each post since June 2024."""

from loaders.files.building import x
from loaders.files.building.columns import Columns
from loaders.files.building.format import Format
from loaders.files.building.id_times import x_status
from loaders.files.building.ids import moments, whole_ids
from loaders.files.building.markup import unescaped
from loaders.files.building.of_columns import posts_of
from loaders.files.building.rows import Rows
from loaders.files.building.times import parse as parse_times
from loaders.files.reading.headers import Aliases, Header, resolve
from loaders.files.reading.table import Table
from loaders.records import Batch
from metrics.words import N_

ALIASES: Aliases = {
    "post_id": ("Post id",),
    "date": ("Date",),
    "text": ("Post text",),
    "permalink": ("Post Link", "Link"),
    "impressions": ("Impressions",),
    "likes": ("Likes",),
    "saves": ("Bookmarks",),
    "shares": ("Reposts",),  # the column "Shares" counts copies of the link
    "comments": ("Replies",),
    "clicks": ("URL Clicks",),
    "followers_gained": ("New follows",),
}
COUNTS = ("impressions", "likes", "saves", "shares", "comments", "clicks", "followers_gained")
DATES = ("%a, %b %d, %Y", "%a %b %d %Y", "%Y-%m-%d")


def _sniff(header: Header) -> bool:
    found = resolve(header, ALIASES).keys()
    return {"post_id", "date", "permalink"} <= found and bool({"text", "saves", "shares"} & found)


def parse(table: Table) -> Batch:
    """Posts and own replies. The file gives the UTC day, the id gives the moment."""
    rows = Rows(table)
    columns = Columns(rows, ALIASES)
    links, dates = columns.text("permalink"), columns.text("date")
    texts = unescaped(columns.text("text", trimmed=False))
    post_id = whole_ids(rows, columns.text("post_id"), links, x.STATUS)
    x.reject_reposts(rows, texts, columns.header("text"))
    return posts_of(
        rows,
        columns,
        FORMAT,
        account=x.handles(links),
        post_id=post_id,
        times=moments(rows, parse_times(dates, DATES), x_status(post_id)),
        text=texts,
        type=x.types(texts),
        counts=columns.counts(COUNTS),
        views_definition="impressions",
    )


FORMAT = Format(
    id="x_premium_posts",
    platform="x",
    kind="posts",
    description=N_("X Premium analytics, content (CSV)"),
    sniff=_sniff,
    parse=parse,
)
