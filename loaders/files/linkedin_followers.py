"""LinkedIn page analytics, followers: the sheet with new followers by day (`.xls`, `.xlsx`)."""

from loaders.files.building.days import days_of
from loaders.files.building.format import Format
from loaders.files.building.linkedin import exported_at, page_of_file
from loaders.files.building.times import ISO, MONTH_FIRST
from loaders.files.reading.headers import Aliases, Header, resolve
from loaders.files.reading.table import Table
from loaders.records import Batch
from metrics.words import N_

ALIASES: Aliases = {
    "date": ("Date", "Fecha"),
    # The gain of the day, whatever its name says.
    "new_followers": ("Total followers", "Total new followers", "Total de seguidores", "Seguidores totales"),
    "organic": ("Organic followers", "Seguidores orgánicos"),
    "sponsored": ("Sponsored followers", "Seguidores patrocinados"),
    "invited": ("Auto-invited followers", "Seguidores invitados automáticamente"),
}
PARTS = {"organic", "sponsored", "invited"}


def _sniff(header: Header) -> bool:
    found = resolve(header, ALIASES).keys()
    return {"date", "new_followers"} <= found and bool(PARTS & found)


def parse(table: Table) -> Batch:
    """The followers that the page in the file's name won each day; negative when more left than came."""
    account = page_of_file(table.file_name)
    batch = days_of(table, FORMAT, ALIASES, ("new_followers",), (*MONTH_FIRST, *ISO), account)
    batch.exported_ts = exported_at(table.file_name)
    return batch


FORMAT = Format(
    id="linkedin_followers",
    platform="linkedin",
    kind="account_days",
    description=N_("LinkedIn page analytics, followers: new followers by day (Excel)"),
    sniff=_sniff,
    parse=parse,
)
