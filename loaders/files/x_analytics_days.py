"""X (Twitter) Analytics by day, until 2024."""

from loaders.files.building import x
from loaders.files.building.days import days_of
from loaders.files.building.format import Format
from loaders.files.building.times import ISO
from loaders.files.reading.headers import Aliases, Header, resolve
from loaders.files.reading.table import Table
from loaders.records import Batch
from metrics.words import N_

ALIASES: Aliases = {
    "date": ("Date",),
    "published": ("Tweets published",),
    "impressions": ("impressions",),
    "shares": ("retweets",),
    "comments": ("replies",),
    "likes": ("likes", "favorites"),
    "link_clicks": ("url clicks",),
    "new_followers": ("follows",),
}
FIGURES = ("impressions", "link_clicks", "new_followers")


def _sniff(header: Header) -> bool:
    return {"date", "published"} <= resolve(header, ALIASES).keys()


def parse(table: Table) -> Batch:
    """Daily figures of the account in the file's name. The file's own "engagements" hold clicks, so they are left."""
    return days_of(table, FORMAT, ALIASES, FIGURES, ISO, x.handle_of_file(table.file_name))


FORMAT = Format(
    id="x_analytics_days",
    platform="x",
    kind="account_days",
    description=N_("X (Twitter) Analytics, by day (CSV, until 2024)"),
    sniff=_sniff,
    parse=parse,
)
