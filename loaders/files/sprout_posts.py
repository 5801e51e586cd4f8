"""Sprout Social: the Post Performance report, with posts of several networks in one table."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import replace

import numpy as np

from loaders.files.building import links
from loaders.files.building.columns import Columns
from loaders.files.building.counts import Counts
from loaders.files.building.format import Format
from loaders.files.building.ids import exact, tell_disagreement, whole_ids
from loaders.files.building.networks import by_column, platform_clue
from loaders.files.building.post_types import post_types
from loaders.files.building.posts import Posts, posts_batch
from loaders.files.building.resaved import parse_resaved
from loaders.files.building.rows import Rows
from loaders.files.building.zones import Shifts, placed, shifts
from loaders.files.reading.headers import Aliases, Header, resolve
from loaders.files.reading.table import Table
from loaders.records import Batch
from metrics.words import N_

ALIASES: Aliases = {
    "date": ("Date",),
    "post_id": ("Post ID",),
    "network": ("Network",),
    "type": ("Content Type", "Post Type"),
    "account": ("Profile",),
    "permalink": ("Link",),
    "text": ("Post",),
    "impressions": ("Impressions",),
    "reach": ("Reach",),
    "likes": ("Reactions", "Likes"),
    "comments": ("Comments",),
    "shares": ("Shares",),
    "saves": ("Saves",),
    "clicks": ("Post Clicks (All)", "Post Clicks"),
    "link_clicks": ("Post Link Clicks",),
    "video_views": ("Video Views",),
}
COUNTS = ("impressions", "reach", "likes", "comments", "shares", "saves", "video_views")
DATES = ("%m/%d/%Y %I:%M %p", "%m/%d/%Y %I:%M:%S %p")
TOLERANCE = 15 * 60
CLOCK = "sprout_clock"
"""The clue that holds what the ids tell about the clock, as JSON."""


def _sniff(header: Header) -> bool:
    found = resolve(header, ALIASES).keys()
    return {"date", "network", "account", "permalink"} <= found and bool({"text", "post_id", "impressions"} & found)


def arrange(tables: Sequence[Table]) -> Iterator[Table]:
    """Each network apart; what the ids of one tell about the clock of the report goes along with all."""
    for table in tables:
        told = _told(table)
        clock = json.dumps([told.at.tolist(), told.ahead.tolist()])
        yield from by_column([replace(table, clues={**table.clues, CLOCK: clock})], ALIASES["network"])


def _told(table: Table) -> Shifts:
    """What the ids of X, Instagram and LinkedIn tell about the clock."""
    columns = Columns(Rows(table), ALIASES)
    permalink = columns.text("permalink")
    by_id = np.max([links.times(platform, permalink) for platform in ("x", "instagram", "linkedin")], axis=0)
    return shifts(parse_resaved(columns.text("date"), DATES), by_id)


def parse(table: Table) -> Batch:
    """Posts of one network. The report does not name its time zone; ids of X, Instagram and LinkedIn tell it."""
    rows = Rows(table)
    columns = Columns(rows, ALIASES)
    platform = platform_clue(table)
    permalink, dates = columns.text("permalink"), columns.text("date")
    by_id = links.times(platform, permalink)
    at, ahead = (np.array(part, dtype=np.int64) for part in json.loads(table.clues[CLOCK]))
    times = placed(rows, parse_resaved(dates, DATES), Shifts(at, ahead))
    tell_disagreement(rows, times.seconds * (times.precision == "minute"), by_id, TOLERANCE)
    return posts_batch(
        rows,
        FORMAT.id,
        platform,
        Posts(
            account=columns.text("account"),
            post_id=whole_ids(rows, columns.text("post_id"), links.ids(platform, permalink), r"(?P<id>.+)"),
            times=times.where(~times.known, exact(by_id)),
            text=columns.text("text", trimmed=False),
            permalink=permalink,
            type=post_types(columns.text("type")),
            counts=_counts(columns),
            views_definition="impressions",
            id_column=columns.header("post_id"),
            date_column=columns.header("date"),
            dates=dates,
        ),
    )


def _counts(columns: Columns) -> dict[str, Counts]:
    found = columns.counts(COUNTS)
    clicks = columns.counts(("clicks", "link_clicks"))
    return found | ({"clicks": next(iter(clicks.values()))} if clicks else {})


FORMAT = Format(
    id="sprout_posts",
    platform="other",
    kind="posts",
    description=N_("Sprout Social, Post Performance (CSV)"),
    sniff=_sniff,
    parse=parse,
    arrange=arrange,
)
