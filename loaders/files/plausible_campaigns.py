"""Plausible, `imported_sources.csv`: visits of each day by the words in the links that people came with."""

from loaders.files.building import plausible
from loaders.files.building.campaigns import campaigns_batch
from loaders.files.building.columns import Columns
from loaders.files.building.format import Format
from loaders.files.building.resaved import parse_resaved
from loaders.files.building.rows import Rows
from loaders.files.building.times import ISO
from loaders.files.reading.headers import Aliases
from loaders.files.reading.table import Table
from loaders.records import Batch
from metrics.words import N_

ALIASES: Aliases = {"date": ("date",), "campaign": ("utm_campaign",), "visits": ("visits",)}


def parse(table: Table) -> Batch:
    """Visits by day and campaign; a day with several sources of one campaign is added up."""
    rows = Rows(table)
    columns = Columns(rows, ALIASES)
    dates, column = columns.text("date"), columns.header("date")
    times = parse_resaved(dates, ISO)
    site = rows.everywhere(plausible.site_of(table))
    visits, names = columns.counts(("visits",))["visits"], columns.text("campaign")
    return campaigns_batch(rows, FORMAT, site, times, names, visits, dates, (column, columns.header("campaign")))


FORMAT = Format(
    id="plausible_campaigns",
    platform="website",
    kind="site_days",
    description=N_("Plausible, visits by campaign and day (CSV in a zip)"),
    sniff=plausible.is_sources_by_day,
    parse=parse,
)
