"""Agorapulse (and tools that export like it): posts of one network, with who made them and their labels.

The clock of these files has twelve hours, an hour 00, and the zone behind it: `01/01/2024 00:19 PM EST -0500` is 19
minutes past noon.
"""

import pandas as pd

from loaders.files.building import links
from loaders.files.building.columns import Columns
from loaders.files.building.format import Format
from loaders.files.building.ids import UPLOADED, tell_disagreement
from loaders.files.building.networks import by_links
from loaders.files.building.of_columns import posts_of
from loaders.files.building.patterns import groups
from loaders.files.building.rows import Rows
from loaders.files.building.times import Times, day_comes_first
from loaders.files.building.times import parse as parse_times
from loaders.files.reading.headers import Aliases, Header, resolve
from loaders.files.reading.table import Table
from loaders.records import Batch, Platform
from metrics.words import N_

ALIASES: Aliases = {
    "date": ("Date",),
    "text": ("Content",),
    "made_by": ("Created by",),
    "labels": ("Labels",),
    "permalink": ("Url", "Link"),
    "reach": ("Total reach", "Reach"),
    "impressions": ("Total impressions", "Impressions", "Views"),
    "likes": ("Reactions", "Total reactions", "Likes"),
    "comments": ("Comments", "Replies"),
    "shares": ("Shares", "Reposts", "Retweets"),
    "saves": ("Saves", "Bookmarks"),
    "clicks": ("Clicks", "Post clicks", "Total clicks", "Link clicks"),
    "video_views": ("Video views", "export.csv.content.videoView"),
}
COUNTS = ("reach", "impressions", "likes", "comments", "shares", "saves", "clicks", "video_views")
_CLOCK = (
    r"^(?P<day>\d{1,2}/\d{1,2}/\d{4}) (?P<hour>\d{1,2}):(?P<minute>\d{2})(?::\d{2})? ?(?P<half>[AaPp][Mm])?"
    r"(?: [A-Z]{1,5})? ?(?P<offset>[+-]\d{2}:?\d{2})?$"
)


def _sniff(header: Header) -> bool:
    return {"date", "text", "made_by", "labels"} <= resolve(header, ALIASES).keys()


def parse(table: Table) -> Batch:
    """Posts of the network that their links lead to. The account is not named in the file."""
    rows = Rows(table)
    columns = Columns(rows, ALIASES)
    platform = by_links(table, ALIASES["permalink"]) or _by_columns(table.keys)
    permalink, dates = columns.text("permalink"), columns.text("date")
    times = _times(dates)
    tell_disagreement(rows, times, links.times(platform, permalink), UPLOADED)
    return posts_of(
        rows,
        columns,
        FORMAT,
        platform=platform,
        account=links.accounts(platform, permalink),
        post_id=links.ids(platform, permalink),
        times=times,
        type=rows.everywhere("post"),
        counts=columns.counts(COUNTS),
        views_definition="impressions",
    )


def _by_columns(header: Header) -> Platform:
    """The network where no link tells it: only X has quote posts."""
    return "x" if "quote posts" in header else "other"


def _times(dates: "pd.Series[str]") -> Times:
    """Moments; without an offset in the cell the clock is taken as UTC."""
    parts = groups(dates, _CLOCK)
    hour = pd.to_numeric(parts["hour"], errors="coerce").fillna(99).astype("int64")
    twelve = parts["half"].str.upper().map({"AM": 0, "PM": 12}).fillna(-1).astype("int64")
    hours = hour.where(twelve < 0, hour % 12 + twelve).astype("str").str.zfill(2)
    offset = parts["offset"].mask(parts["offset"] == "", "+0000")
    clean = (parts["day"] + " " + hours + ":" + parts["minute"] + " " + offset).mask(parts["day"] == "", "")
    order = "%d/%m/%Y" if day_comes_first(dates) else "%m/%d/%Y"
    return parse_times(clean.astype("str"), (f"{order} %H:%M %z",))


FORMAT = Format(
    id="agorapulse_posts",
    platform="other",
    kind="posts",
    description=N_("Agorapulse, published posts of one network (CSV)"),
    sniff=_sniff,
    parse=parse,
)
