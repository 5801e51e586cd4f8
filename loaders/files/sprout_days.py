"""Sprout Social: the profile reports, with one row a day for each profile of one network."""

from collections.abc import Iterator, Mapping, Sequence

from loaders.files.building.columns import Columns
from loaders.files.building.counts import Counts
from loaders.files.building.days import days_batch
from loaders.files.building.format import Format
from loaders.files.building.networks import by_column, network
from loaders.files.building.resaved import parse_resaved
from loaders.files.building.rows import Rows
from loaders.files.building.times import ISO, MONTH_FIRST
from loaders.files.reading.headers import Aliases, Header, normalise, resolve
from loaders.files.reading.table import Table
from loaders.records import Batch, Platform
from metrics.words import N_

PROFILES = (
    *("Facebook Page", "Twitter Profile", "X Profile", "Instagram Profile", "Instagram Business Profile"),
    *("LinkedIn Page", "LinkedIn Company Page", "TikTok Profile", "YouTube Channel"),
)
NETWORK = ("Network",)
ALIASES: Aliases = {
    "date": ("Date",),
    "profile": (*PROFILES, "Profile"),
    "network": NETWORK,
    "followers": ("Total Fans", "Total Followers", "Followers", "Fans", "Subscribers", "Audience"),
    "new_followers": (
        *("Net Page Likes", "Net Follower Growth", "Net Fan Growth", "Net Followers", "Net Audience Growth"),
        *("Followers Gained", "New Followers", "New Fans"),
    ),
    "impressions": ("Impressions", "Total Impressions"),
    "reach": ("Reach", "Users Reached"),
}
FIGURES = ("followers", "new_followers", "impressions", "reach")
_PROFILES = frozenset(map(normalise, PROFILES))


def _sniff(header: Header) -> bool:
    found = resolve(header, ALIASES).keys()
    if "network" in found:  # a report on profiles of several networks
        return {"date", "profile", "followers"} <= found and "post" not in header
    return "date" in found and not _PROFILES.isdisjoint(header) and bool(set(FIGURES) & found)


def arrange(tables: Sequence[Table]) -> Iterator[Table]:
    """A table for each network in a report on several."""
    for table in tables:
        several = "network" in table.places(ALIASES)
        yield from by_column([table], NETWORK) if several else [table]


def parse(table: Table) -> Batch:
    """Daily figures of the profiles in the file; their network has a column, or the header of their names tells it."""
    rows = Rows(table)
    columns = Columns(rows, ALIASES)
    dates = columns.text("date")
    figures: Mapping[str, Counts] = columns.counts(FIGURES, signed=FIGURES)
    return days_batch(
        rows,
        FORMAT.id,
        _platform(table, columns.header("profile") or ""),
        columns.text("profile"),
        parse_resaved(dates, (*MONTH_FIRST, *ISO)),
        figures,
        columns.header("date"),
        dates,
    )


def _platform(table: Table, header: str) -> Platform:
    return network(table.clues.get("platform", "") or header)


FORMAT = Format(
    id="sprout_days",
    platform="other",
    kind="account_days",
    description=N_("Sprout Social, profiles by day (CSV)"),
    sniff=_sniff,
    parse=parse,
    arrange=arrange,
)
