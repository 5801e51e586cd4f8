"""Plausible, `visitors.csv` of an export, and `imported_visitors.csv`."""

import pandas as pd

from loaders.files.building import plausible
from loaders.files.building.columns import Columns
from loaders.files.building.format import Format
from loaders.files.building.resaved import parse_resaved
from loaders.files.building.rows import Rows
from loaders.files.building.site_days import SiteDays, added_up, site_days_batch
from loaders.files.building.times import ISO
from loaders.files.reading.headers import Aliases
from loaders.files.reading.table import Table
from loaders.records import Batch
from metrics.words import N_

ALIASES: Aliases = {
    "date": ("date",),
    "visitors": ("visitors",),
    "visits": ("visits",),
    "page_views": ("pageviews",),
}


def parse(table: Table) -> Batch:
    """Visitors, visits and page views by day; an export of a single day has hours, which are added up."""
    rows = Rows(table)
    columns = Columns(rows, ALIASES)
    dates, column = columns.text("date"), columns.header("date")
    times = parse_resaved(dates, ISO)
    plausible.refuse_long_periods(rows, times, column)
    site = pd.Series([plausible.site_of(table)] * len(table), dtype="str")
    days = SiteDays(site, times, columns.counts(("visitors", "visits", "page_views")), dates, column)
    has_hours = bool((times.precision == "minute").any())
    return site_days_batch(rows, FORMAT, added_up(rows, days) if has_hours else days, plausible.choose_days())


FORMAT = Format(
    id="plausible_days",
    platform="website",
    kind="site_days",
    description=N_("Plausible, visitors by day (CSV in a zip)"),
    sniff=plausible.is_by_day,
    parse=parse,
)
