"""LinkedIn API: how many follow an organisation at that moment (`networkSizes`). The answer does not name it."""

from collections.abc import Sequence
from typing import Any

from loaders.files.building.columns import Columns
from loaders.files.building.documents import Object, pages
from loaders.files.building.format import Format
from loaders.files.building.profiles import profile_batch
from loaders.files.building.rows import Rows
from loaders.files.reading.headers import Aliases, Header, resolve
from loaders.files.reading.table import Table
from loaders.records import Batch
from metrics.words import N_

ALIASES: Aliases = {"followers": ("firstDegreeSize",)}


def unfold(document: Any) -> Sequence[Object] | None:
    """A row for each answer."""
    return [{"firstDegreeSize": answer["firstDegreeSize"]} for answer in pages(document, "firstDegreeSize")] or None


def _sniff(header: Header) -> bool:
    return "followers" in resolve(header, ALIASES)


def parse(table: Table) -> Batch:
    """Followers of the day; the clue `linkedin_account` says of whom."""
    rows = Rows(table)
    account = rows.everywhere(table.clues.get("linkedin_account", ""))
    return profile_batch(rows, Columns(rows, ALIASES), FORMAT, account)


FORMAT = Format(
    id="linkedin_api_followers",
    platform="linkedin",
    kind="account_days",
    description=N_("LinkedIn API, number of followers of an organisation (JSON)"),
    sniff=_sniff,
    parse=parse,
    unfold=unfold,
)
