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


def _totals(*names: str) -> tuple[str, ...]:
    """A column with all posts, organic and sponsored; Spanish files are not consistent in their grammar."""
    return tuple(f"{name} {ending}" for name in names for ending in ("(total)", "(totales)", "totales"))


ALIASES: Aliases = {
    "date": ("Date", "Fecha"),
    "impressions": _totals("Impressions", "Impresiones"),
    "reach": (
        *_totals("Unique impressions", "Impresiones únicas"),
        "Unique impressions (organic)",
        "Impresiones únicas (orgánicas)",
    ),
    "clicks": _totals("Clicks", "Clics"),
    "likes": _totals("Reactions", "Likes", "Reacciones"),
    "comments": _totals("Comments", "Comentarios"),
    "shares": _totals("Reposts", "Shares", "Veces compartido"),
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
