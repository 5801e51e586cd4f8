"""Plausible, `imported_custom_events.csv`: events by day, of which File Download gives downloads."""

import pandas as pd

from loaders.files.building import plausible
from loaders.files.building.columns import Columns
from loaders.files.building.format import Format
from loaders.files.building.resaved import parse_resaved
from loaders.files.building.rows import Rows
from loaders.files.building.site_days import SiteDays, added_up, only_event, site_days_batch
from loaders.files.building.times import ISO
from loaders.files.reading.headers import Aliases
from loaders.files.reading.table import Table
from loaders.records import Batch
from metrics.words import N_

ALIASES: Aliases = {"date": ("date",), "event": ("name",), "downloads": ("events",)}


def parse(table: Table) -> Batch:
    """Downloads by day: all files together."""
    rows = Rows(table)
    columns = Columns(rows, ALIASES)
    only_event(rows, columns, "event", plausible.DOWNLOAD)
    dates, column = columns.text("date"), columns.header("date")
    site = pd.Series([plausible.site_of(table)] * len(table), dtype="str")
    days = SiteDays(site, parse_resaved(dates, ISO), columns.counts(("downloads",)), dates, column)
    return site_days_batch(rows, FORMAT, added_up(rows, days), plausible.choose_days())


FORMAT = Format(
    id="plausible_events",
    platform="website",
    kind="site_days",
    description=N_("Plausible, events by day: downloads of files (CSV in a zip)"),
    sniff=plausible.is_events,
    parse=parse,
)
