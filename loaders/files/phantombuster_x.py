"""PhantomBuster: posts of accounts on X."""

from loaders.files.building import x
from loaders.files.building.columns import Columns
from loaders.files.building.format import Format
from loaders.files.building.links import ids
from loaders.files.building.markup import unescaped
from loaders.files.building.of_columns import posts_of
from loaders.files.building.phantombuster import SHARED, TIMES, reject_failures
from loaders.files.building.rows import Rows
from loaders.files.building.times import parse as parse_times
from loaders.files.reading.headers import Aliases, Header, resolve
from loaders.files.reading.table import Table
from loaders.records import Batch
from metrics.words import N_

ALIASES: Aliases = {
    **SHARED,
    "permalink": ("tweetLink", "tweetUrl"),
    "text": ("tweetContent", "text"),
    "date": ("tweetDate",),
    "account": ("handle", "screenName"),
    "shares": ("retweetCount",),
    "comments": ("commentCount", "replyCount"),
    "impressions": ("viewCount",),
}
COUNTS = ("likes", "comments", "shares", "impressions")


def _sniff(header: Header) -> bool:
    return {"permalink", "text", "date"} <= resolve(header, ALIASES).keys()


def parse(table: Table) -> Batch:
    """Posts and own replies; the id in the link is exact."""
    rows = Rows(table)
    columns = Columns(rows, ALIASES)
    links, dates = columns.text("permalink"), columns.text("date")
    texts = unescaped(columns.text("text", trimmed=False))
    times = x.exact_times(rows, parse_times(dates, TIMES), links)
    reject_failures(rows, columns)
    x.reject_reposts(rows, texts, columns.header("text"))
    handle = columns.text("account")
    return posts_of(
        rows,
        columns,
        FORMAT,
        account=handle.mask(handle == "", x.handles(links)).astype("str"),
        post_id=ids("x", links),
        times=times,
        text=texts,
        type=x.types(texts),
        counts=columns.counts(COUNTS),
        views_definition="impressions",
    )


FORMAT = Format(
    id="phantombuster_x",
    platform="x",
    kind="posts",
    description=N_("PhantomBuster, posts of accounts on X (CSV or JSON)"),
    sniff=_sniff,
    parse=parse,
)
