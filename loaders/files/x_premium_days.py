"""X Premium analytics, overview: one row for each day since June 2024."""

from loaders.files.building.days import days_of
from loaders.files.building.format import Format
from loaders.files.reading.headers import Aliases, Header, resolve
from loaders.files.reading.table import Table
from loaders.files.x_premium_posts import DATES
from loaders.records import Batch
from metrics.words import N_

ALIASES: Aliases = {
    "date": ("Date",),
    "created": ("Create Post",),
    "impressions": ("Impressions",),
    "new_followers": ("New follows",),
    "lost_followers": ("Unfollows",),
    "visitors": ("Profile visits",),
    "likes": ("Likes",),
    "comments": ("Replies",),
    "shares": ("Reposts",),
}
FIGURES = ("impressions", "new_followers", "lost_followers", "visitors")


def _sniff(header: Header) -> bool:
    return {"date", "created", "lost_followers"} <= resolve(header, ALIASES).keys()


def parse(table: Table) -> Batch:
    """Daily figures. Neither file nor name says which account they are of."""
    return days_of(table, FORMAT, ALIASES, FIGURES, DATES, account="")


FORMAT = Format(
    id="x_premium_days",
    platform="x",
    kind="account_days",
    description=N_("X Premium analytics, overview by day (CSV)"),
    sniff=_sniff,
    parse=parse,
)
