"""LinkedIn page analytics, visitors: the sheet with visitors and page views by day (`.xls`, `.xlsx`)."""

from loaders.files.building.days import days_of
from loaders.files.building.format import Format
from loaders.files.building.linkedin import exported_at, kind_of_file, page_of_file
from loaders.files.building.times import ISO, MONTH_FIRST
from loaders.files.reading.headers import Aliases, Header, normalise, resolve
from loaders.files.reading.table import Table
from loaders.records import Batch
from metrics.words import N_

ALIASES: Aliases = {
    "date": ("Date", "Fecha"),
    "visitors": ("Total unique visitors (total)", "Unique visitors (total)", "Unique visitors"),
    "page_views": ("Total page views (total)", "Page views (total)", "Page views"),
}
FIGURES = ("visitors", "page_views")


def _sniff(header: Header) -> bool:
    found = resolve(header, ALIASES).keys()
    if not {"date", *FIGURES} <= found:
        return False
    is_named = "total page views (total)" in header or kind_of_file(header.file_name) == "visitors"
    return is_named or normalise(header.sheet) == "visitor metrics"


def parse(table: Table) -> Batch:
    """Visitors of the page in the file's name: all its tabs and devices together, not the sum of the parts."""
    batch = days_of(table, FORMAT, ALIASES, FIGURES, (*MONTH_FIRST, *ISO), page_of_file(table.file_name))
    batch.exported_ts = exported_at(table.file_name)
    return batch


FORMAT = Format(
    id="linkedin_visitors",
    platform="linkedin",
    kind="account_days",
    description=N_("LinkedIn page analytics, visitors: by day (Excel)"),
    sniff=_sniff,
    parse=parse,
)
