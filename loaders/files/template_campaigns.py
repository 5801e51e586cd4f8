"""A filled template of visits by campaign (`loaders.templates`)."""

from loaders.files.building.campaigns import campaigns_batch
from loaders.files.building.format import Format
from loaders.files.building.resaved import parse_resaved
from loaders.files.building.templates import host, opened
from loaders.files.building.times import ISO
from loaders.files.reading.table import Table
from loaders.records import Batch
from loaders.templates import CAMPAIGNS
from metrics.words import N_


def parse(table: Table) -> Batch:
    """One row per website, day and campaign; by source or medium they are added up."""
    rows, columns = opened(table, CAMPAIGNS)
    dates, names = columns.text("date"), columns.text("utm_campaign")
    visits = columns.counts(CAMPAIGNS.figures)["visits"]
    times, site = parse_resaved(dates, ISO), host(columns.text("site"))
    headers = (columns.header("date"), columns.header("utm_campaign"))
    return campaigns_batch(rows, FORMAT, site, times, names, visits, dates, headers)


FORMAT = Format(
    id="template_campaigns",
    platform="website",
    kind="site_days",
    description=N_("The template for visits by campaign, filled in (CSV or Excel)"),
    sniff=CAMPAIGNS.recognises,
    parse=parse,
)
