"""Matomo, reports about pages, referrers, searches, events, countries: recognised, not loaded."""

from loaders.files.building import matomo
from loaders.files.building.format import Format
from loaders.files.building.site_days import no_days
from loaders.files.matomo_downloads import FORMAT as DOWNLOADS
from loaders.files.reading.headers import Header
from loaders.files.reading.table import Table
from loaders.records import Batch
from metrics.words import N_


def _sniff(header: Header) -> bool:
    is_other = "nb_events" in header or matomo.is_matomo(header)
    return is_other and not matomo.is_by_period(header) and not DOWNLOADS.sniff(header)


def parse(table: Table) -> Batch:
    """Nothing to load: such a report has a row for each page or referrer, and its visits do not add up to days."""
    return no_days(table, FORMAT, matomo.choose_days())


FORMAT = Format(
    id="matomo_other",
    platform="website",
    kind="other",
    description=N_("Matomo, other reports (recognised, not loaded)"),
    sniff=_sniff,
    parse=parse,
)
