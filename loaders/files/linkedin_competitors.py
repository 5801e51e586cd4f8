"""LinkedIn page analytics, competitors: figures of other organisations. Recognised, not loaded."""

from loaders.files.building.format import Format
from loaders.files.building.linkedin import kind_of_file
from loaders.files.building.not_loaded import not_loaded
from loaders.files.reading.headers import Aliases, Header, resolve
from loaders.files.reading.table import Table
from loaders.records import Batch
from metrics.words import N_, Message

ALIASES: Aliases = {
    "page": ("Page", "Company", "Página"),
    "followers": ("Total Followers", "Total de seguidores", "Seguidores totales"),
    "new_followers": ("New Followers", "Nuevos seguidores"),
    "posts": ("Total posts", "Posts", "Total post engagements", "Total de publicaciones"),
}
_FEWEST_COLUMNS = 3


def _sniff(header: Header) -> bool:
    if {"page", "new_followers", "posts"} <= resolve(header, ALIASES).keys():
        return True
    is_named = kind_of_file(header.file_name).startswith("competitor")
    return is_named and sum(map(bool, header)) >= _FEWEST_COLUMNS


def parse(table: Table) -> Batch:
    """Nothing to load: the rows are about other organisations, over a whole period."""
    text = N_(
        "This is LinkedIn's file about competitors: figures of other organisations, which are not loaded. For your "
        "own page, choose Analytics and export Content, Followers and Visitors."
    )
    reason = Message("other_organisation", N_("This row is about a page in a list of competitors; it is not loaded."))
    return not_loaded(table, FORMAT, reason, Message("linkedin_competitors", text))


FORMAT = Format(
    id="linkedin_competitors",
    platform="linkedin",
    kind="other",
    description=N_("LinkedIn page analytics, competitors (recognised, not loaded)"),
    sniff=_sniff,
    parse=parse,
)
