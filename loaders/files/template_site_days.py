"""A filled template of daily figures of websites (`loaders.templates`)."""

from loaders.files.building.days import days_batch
from loaders.files.building.format import Format
from loaders.files.building.resaved import parse_resaved
from loaders.files.building.templates import host, opened
from loaders.files.building.times import ISO
from loaders.files.reading.table import Table
from loaders.records import Batch
from loaders.templates import SITE_DAYS
from metrics.words import N_


def parse(table: Table) -> Batch:
    """One row per website and day."""
    rows, columns = opened(table, SITE_DAYS)
    dates = columns.text("date")
    figures = columns.counts(SITE_DAYS.figures)
    times = parse_resaved(dates, ISO)
    site = host(columns.text("site"))
    return days_batch(rows, FORMAT.id, FORMAT.platform, site, times, figures, columns.header("date"), dates)


FORMAT = Format(
    id="template_site_days",
    platform="website",
    kind="site_days",
    description=N_("The template for websites by day, filled in (CSV or Excel)"),
    sniff=SITE_DAYS.recognises,
    parse=parse,
)
