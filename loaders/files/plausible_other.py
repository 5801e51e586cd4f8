"""Plausible, tables about pages, sources, countries, devices, goals: recognised, not loaded."""

from loaders.files.building import plausible
from loaders.files.building.format import Format
from loaders.files.building.site_days import no_days
from loaders.files.reading.headers import Header
from loaders.files.reading.table import Table
from loaders.records import Batch
from metrics.words import N_


def _sniff(header: Header) -> bool:
    has_days = plausible.is_by_day(header) or plausible.is_events(header) or plausible.is_sources_by_day(header)
    return plausible.is_other(header) and not has_days


def parse(table: Table) -> Batch:
    """Nothing to load: such tables are about the whole period."""
    return no_days(table, FORMAT, plausible.choose_days())


FORMAT = Format(
    id="plausible_other",
    platform="website",
    kind="other",
    description=N_("Plausible, other tables (recognised, not loaded)"),
    sniff=_sniff,
    parse=parse,
)
