"""CrowdTangle (closed in August 2024): historical reports of Instagram accounts."""

from loaders.files.building.columns import Columns
from loaders.files.building.crowdtangle import POST_ALIASES, created
from loaders.files.building.format import Format
from loaders.files.building.id_times import instagram_shortcode
from loaders.files.building.ids import UPLOADED, tell_disagreement
from loaders.files.building.links import ids
from loaders.files.building.meta import longer
from loaders.files.building.of_columns import posts_of
from loaders.files.building.post_types import post_types
from loaders.files.building.rows import Rows
from loaders.files.building.totals import check_total
from loaders.files.reading.headers import Aliases, Header, resolve
from loaders.files.reading.table import Table
from loaders.records import Batch
from metrics.words import N_

ALIASES: Aliases = {
    **POST_ALIASES,
    "account": ("User Name",),
    "account_name": ("Account",),
    "title": ("Title",),
    "text": ("Description",),
    "likes": ("Likes",),
    "video_views": ("Views",),
}


def _sniff(header: Header) -> bool:
    found = resolve(header, ALIASES).keys()
    is_ours = "post created" in header or bool({"interactions", "followers_then"} & found)
    return {"account_name", "created", "permalink"} <= found and is_ours


def parse(table: Table) -> Batch:
    """Posts of one or more accounts, by their handle."""
    rows = Rows(table)
    columns = Columns(rows, ALIASES)
    links, dates = columns.text("permalink"), columns.text("created")
    by_id = instagram_shortcode(links)
    times = created(rows, dates, by_id)
    tell_disagreement(rows, times, by_id, UPLOADED)
    counts = columns.counts(("likes", "comments", "video_views"))
    stated = columns.counts(("interactions",)).get("interactions")
    if {"likes", "comments"} <= counts.keys():
        check_total(rows, stated, [counts["likes"], counts["comments"]])
    handle = columns.text("account")
    return posts_of(
        rows,
        columns,
        FORMAT,
        account=handle.mask(handle == "", columns.text("account_name")).astype("str"),
        post_id=ids("instagram", links),
        times=times,
        text=longer(columns.text("title", trimmed=False), columns.text("text", trimmed=False)),
        type=post_types(columns.text("type")),
        counts=counts,
        date_name="created",
    )


FORMAT = Format(
    id="crowdtangle_instagram",
    platform="instagram",
    kind="posts",
    description=N_("CrowdTangle, historical report of Instagram accounts (CSV, until 2024)"),
    sniff=_sniff,
    parse=parse,
)
