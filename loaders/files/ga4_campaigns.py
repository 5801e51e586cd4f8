"""Google Analytics 4, an exploration by Date and Session campaign (CSV): visits of each campaign by day."""

from loaders.files.building import ga4, ga4_preamble
from loaders.files.building.campaigns import campaigns_batch
from loaders.files.building.columns import Columns
from loaders.files.building.counts import absent
from loaders.files.building.format import Format
from loaders.files.building.resaved import parse_resaved
from loaders.files.building.rows import Rows
from loaders.files.building.times import ISO
from loaders.files.reading.headers import Aliases, Header, resolve
from loaders.files.reading.table import Table
from loaders.records import Batch
from metrics.words import N_

ALIASES: Aliases = {
    **{name: ga4.ALIASES[name] for name in ("date", "visits")},
    "campaign": ga4.CAMPAIGN_NAMES,
}


def _sniff(header: Header) -> bool:
    found = resolve(header, ALIASES).keys()
    return {"date", "campaign", "visits"} <= found and ga4_preamble.is_ga4(header.comments)


def parse(table: Table) -> Batch:
    """Sessions by day and campaign; those of "(direct)" and the like came with no campaign and are left out."""
    rows = Rows(table.without(ga4.grand_totals(table)))
    columns = Columns(rows, ALIASES)
    dates = columns.text("date")
    site = rows.everywhere(table.clues.get(ga4.SITE, "") or ga4_preamble.property_of(table.keys.comments))
    visits = columns.counts(("visits",)).get("visits") or absent(len(rows.table), "f")
    times = parse_resaved(dates, ("%Y%m%d", *ISO))
    headers = (columns.header("date"), columns.header("campaign"))
    return campaigns_batch(rows, FORMAT, site, times, columns.text("campaign"), visits, dates, headers)


FORMAT = Format(
    id="ga4_campaigns",
    platform="website",
    kind="site_days",
    description=N_("Google Analytics 4, visits by campaign and day (CSV)"),
    sniff=_sniff,
    parse=parse,
)
