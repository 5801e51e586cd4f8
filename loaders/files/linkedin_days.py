"""LinkedIn page analytics, content: the sheet with daily metrics (`.xls`, `.xlsx`)."""

from collections.abc import Sequence

from loaders.files.building.days import days_of
from loaders.files.building.format import Format
from loaders.files.building.linkedin import exported_at, page_of_file
from loaders.files.building.times import ISO, MONTH_FIRST
from loaders.files.reading.headers import Aliases, resolve
from loaders.files.reading.table import Table
from loaders.records import Batch
from metrics.words import N_

ALIASES: Aliases = {
    "date": ("Date", "Fecha"),
    "impressions": ("Impressions (total)", "Impresiones totales", "Impresiones (totales)"),
    "reach": (
        "Unique impressions (total)",
        "Unique impressions (organic)",
        "Impresiones únicas (totales)",
        "Impresiones únicas (orgánicas)",
    ),
    "clicks": ("Clicks (total)", "Clics (Totales)", "Clics totales"),
    "likes": ("Reactions (total)", "Likes (total)", "Reacciones (totales)", "Reacciones totales"),
    "comments": ("Comments (total)", "Comentarios (totales)", "Comentarios totales"),
    "shares": (
        "Reposts (total)",
        "Shares (total)",
        "Veces compartido (totales)",
        "Veces compartido (total)",
        "Veces compartido totales",
    ),
}
FIGURES = ("impressions", "reach", "clicks")


def _sniff(header: Sequence[str]) -> bool:
    return {"date", "impressions", "clicks"} <= resolve(header, ALIASES).keys()


def parse(table: Table) -> Batch:
    """Daily figures of the page in the file's name. Negative days happen: people take reactions back."""
    batch = days_of(table, FORMAT, ALIASES, FIGURES, (*MONTH_FIRST, *ISO), page_of_file(table.file_name))
    batch.exported_ts = exported_at(table.file_name)
    return batch


FORMAT = Format(
    id="linkedin_days",
    platform="linkedin",
    kind="account_days",
    description=N_("LinkedIn page analytics, content: metrics by day (Excel)"),
    sniff=_sniff,
    parse=parse,
)
