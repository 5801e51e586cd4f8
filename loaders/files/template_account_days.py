"""A filled template of daily figures of accounts (`loaders.templates`)."""

from loaders.files.building.days import days_batch
from loaders.files.building.format import Format
from loaders.files.building.resaved import parse_resaved
from loaders.files.building.templates import one_platform, opened
from loaders.files.building.times import ISO
from loaders.files.reading.table import Table
from loaders.records import Batch
from loaders.templates import ACCOUNT_DAYS
from metrics.words import N_


def parse(table: Table) -> Batch:
    """One row per account and day."""
    rows, columns = opened(table, ACCOUNT_DAYS)
    platform = one_platform(rows, columns, ACCOUNT_DAYS.platforms)
    dates = columns.text("date")
    figures = columns.counts(ACCOUNT_DAYS.figures, signed=ACCOUNT_DAYS.figures)
    times = parse_resaved(dates, ISO)
    return days_batch(rows, FORMAT.id, platform, columns.text("account"), times, figures, columns.header("date"), dates)


FORMAT = Format(
    id="template_account_days",
    platform="other",
    kind="account_days",
    description=N_("The template for accounts by day, filled in (CSV or Excel)"),
    sniff=ACCOUNT_DAYS.recognises,
    parse=parse,
)
