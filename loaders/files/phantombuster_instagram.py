"""PhantomBuster: posts of Instagram profiles."""

from loaders.files.building.columns import Columns
from loaders.files.building.format import Format
from loaders.files.building.id_times import instagram_shortcode
from loaders.files.building.ids import UPLOADED, checked
from loaders.files.building.links import ids
from loaders.files.building.of_columns import posts_of
from loaders.files.building.phantombuster import SHARED, TIMES, reject_failures
from loaders.files.building.post_types import post_types
from loaders.files.building.rows import Rows
from loaders.files.building.times import parse as parse_times
from loaders.files.reading.headers import Aliases, Header, resolve
from loaders.files.reading.table import Table
from loaders.records import Batch
from metrics.words import N_

ALIASES: Aliases = {
    **SHARED,
    "permalink": ("postUrl",),
    "text": ("description",),
    "date": ("pubDate",),
    "type": ("type",),
    "account": ("username", "ownerUsername", "profileName"),
    "video_views": ("viewCount", "videoViewCount"),
}


def _sniff(header: Header) -> bool:
    return {"permalink", "date", "likes", "comments"} <= resolve(header, ALIASES).keys()


def parse(table: Table) -> Batch:
    """Posts of profiles. The column "timestamp" is when the tool looked, never when the post was made."""
    rows = Rows(table)
    columns = Columns(rows, ALIASES)
    links, dates = columns.text("permalink"), columns.text("date")
    times = checked(rows, parse_times(dates, TIMES), instagram_shortcode(links), UPLOADED)
    reject_failures(rows, columns)
    return posts_of(
        rows,
        columns,
        FORMAT,
        account=columns.text("account"),
        post_id=ids("instagram", links),
        times=times,
        type=post_types(columns.text("type")),
        counts=columns.counts(("likes", "comments", "video_views")),
    )


FORMAT = Format(
    id="phantombuster_instagram",
    platform="instagram",
    kind="posts",
    description=N_("PhantomBuster, posts of Instagram profiles (CSV or JSON)"),
    sniff=_sniff,
    parse=parse,
)
