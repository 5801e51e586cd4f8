"""Sprout Social: the profile reports, with one row a day for each profile of one network."""

from collections.abc import Mapping

from loaders.files.building.columns import Columns
from loaders.files.building.counts import Counts
from loaders.files.building.days import days_batch
from loaders.files.building.format import Format
from loaders.files.building.networks import network
from loaders.files.building.resaved import parse_resaved
from loaders.files.building.rows import Rows
from loaders.files.building.times import ISO, MONTH_FIRST
from loaders.files.reading.headers import Aliases, Header, resolve
from loaders.files.reading.table import Table
from loaders.records import Batch
from metrics.words import N_

PROFILES = (
    "Facebook Page",
    "Twitter Profile",
    "X Profile",
    "Instagram Profile",
    "LinkedIn Page",
    "TikTok Profile",
    "YouTube Channel",
)
ALIASES: Aliases = {
    "date": ("Date",),
    "profile": PROFILES,
    "followers": ("Total Fans", "Total Followers", "Followers", "Fans", "Subscribers"),
    "new_followers": ("Net Page Likes", "Net Follower Growth", "Net Fan Growth", "Net Followers"),
    "impressions": ("Impressions", "Total Impressions"),
    "reach": ("Reach", "Users Reached"),
}
FIGURES = ("followers", "new_followers", "impressions", "reach")


def _sniff(header: Header) -> bool:
    found = resolve(header, ALIASES).keys()
    return {"date", "profile"} <= found and bool(set(FIGURES) & found)


def parse(table: Table) -> Batch:
    """Daily figures of the profiles in the file; the column with their names also names the network."""
    rows = Rows(table)
    columns = Columns(rows, ALIASES)
    dates = columns.text("date")
    figures: Mapping[str, Counts] = columns.counts(FIGURES, signed=FIGURES)
    return days_batch(
        rows,
        FORMAT.id,
        network(columns.header("profile") or ""),
        columns.text("profile"),
        parse_resaved(dates, (*MONTH_FIRST, *ISO)),
        figures,
        columns.header("date"),
        dates,
    )


FORMAT = Format(
    id="sprout_days",
    platform="other",
    kind="account_days",
    description=N_("Sprout Social, profiles by day (CSV)"),
    sniff=_sniff,
    parse=parse,
)
