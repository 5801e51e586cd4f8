"""PhantomBuster: activity of LinkedIn pages and profiles."""

import numpy as np

from loaders.files.building.columns import Columns
from loaders.files.building.format import Format
from loaders.files.building.id_times import linkedin_urn
from loaders.files.building.ids import exact, tell_disagreement
from loaders.files.building.left_out import repost
from loaders.files.building.links import ids
from loaders.files.building.of_columns import posts_of
from loaders.files.building.phantombuster import SHARED, TIMES, reject_failures
from loaders.files.building.post_types import post_types
from loaders.files.building.rows import Rows
from loaders.files.building.times import DAY
from loaders.files.building.times import parse as parse_times
from loaders.files.reading.headers import Aliases, Header, resolve
from loaders.files.reading.table import Table
from loaders.records import Batch
from metrics.words import N_

ALIASES: Aliases = {
    **SHARED,
    "permalink": ("postUrl",),
    "text": ("postContent",),
    "date": ("postTimestamp",),
    "type": ("type",),
    "action": ("action",),
    "account": ("author", "profileName"),
    "shares": ("repostCount",),
    "impressions": ("viewCount",),
}
COUNTS = ("likes", "comments", "shares", "impressions")


def _sniff(header: Header) -> bool:
    found = resolve(header, ALIASES).keys()
    return {"permalink", "text", "shares"} <= found and ("date" in found or "postdate" in header)


def parse(table: Table) -> Batch:
    """Posts of pages and profiles. "postDate" is an age ("1d"), so the tool's own timestamp and the id are used."""
    rows = Rows(table)
    columns = Columns(rows, ALIASES)
    links, dates = columns.text("permalink"), columns.text("date")
    times, by_id = parse_times(dates, TIMES), linkedin_urn(links)
    tell_disagreement(rows, times, by_id, DAY)  # the tool counts back from an age in days
    reject_failures(rows, columns)
    reposts = columns.text("action").str.contains("repost", case=False).to_numpy(dtype=np.bool_)
    rows.reject(reposts, columns.header("action"), repost())
    near = (by_id > 0) & (~times.known | (np.abs(times.seconds - by_id) <= DAY))
    return posts_of(
        rows,
        columns,
        FORMAT,
        account=columns.text("account"),
        post_id=ids("linkedin", links),
        times=times.where(near, exact(by_id)),
        type=post_types(columns.text("type")),
        counts=columns.counts(COUNTS),
        views_definition="impressions",
    )


FORMAT = Format(
    id="phantombuster_linkedin",
    platform="linkedin",
    kind="posts",
    description=N_("PhantomBuster, posts of LinkedIn pages and profiles (CSV or JSON)"),
    sniff=_sniff,
    parse=parse,
)
