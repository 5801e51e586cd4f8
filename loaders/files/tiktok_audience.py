"""TikTok Studio: followers by gender and by country (FollowerGender, FollowerTopTerritories). Kept as audience."""

from loaders.files.building.audience import GroupFigures, audience_batch
from loaders.files.building.format import Format
from loaders.files.building.noise import data_rows
from loaders.files.building.rows import Rows
from loaders.files.building.shares import shares
from loaders.files.reading.headers import Aliases, Header, resolve
from loaders.files.reading.table import Table
from loaders.records import Batch
from metrics.words import N_, Message

DIMENSIONS: Aliases = {
    "gender": ("Gender",),
    "age": ("Age",),
    "country": ("Top territories", "Top countries", "Territory"),
    "city": ("Top cities",),
}
_SHARE = "distribution"
_COLUMNS = 2


def _sniff(header: Header) -> bool:
    return len(header) == _COLUMNS and bool(resolve(header[:1], DIMENSIONS)) and header[1] == _SHARE


def parse(table: Table) -> Batch:
    """Which part of the followers is of each group, from 0 to 1."""
    rows = Rows(data_rows(table))
    dimension = next(iter(resolve(table.keys[:1], DIMENSIONS)))
    text = N_(
        'This table is about the followers on TikTok ("{group}"), not about posts. It is kept as audience context. For '
        "posts, choose in TikTok Studio Analytics, Content, and download the data."
    )
    figures = GroupFigures(dimension, rows.table.text(0), "share", shares(rows.table.text(1)))
    warning = Message("tiktok_not_posts", text, {"group": table.header[0]})
    return audience_batch(rows, FORMAT.id, FORMAT.platform, [figures], warning)


FORMAT = Format(
    id="tiktok_audience",
    platform="tiktok",
    kind="audience",
    description=N_("TikTok Studio, followers by group (kept as audience, not as posts)"),
    sniff=_sniff,
    parse=parse,
)
