"""LinkedIn page analytics, content: the sheet with all posts (`.xls`, `.xlsx`)."""

from collections.abc import Sequence

from loaders.files.building.columns import Columns
from loaders.files.building.format import Format
from loaders.files.building.id_times import linkedin_urn
from loaders.files.building.ids import moments
from loaders.files.building.linkedin import exported_at, page_of_file, post_ids
from loaders.files.building.post_types import post_types
from loaders.files.building.posts import Posts, posts_batch
from loaders.files.building.resaved import parse_resaved
from loaders.files.building.rows import Rows
from loaders.files.building.times import DAY, ISO, MONTH_FIRST
from loaders.files.reading.headers import Aliases, resolve
from loaders.files.reading.table import Table
from loaders.records import Batch
from metrics.words import N_

_VIEWS = ("Views (Excluding offsite video views)", "Visualizaciones")  # the first until about 2022
ALIASES: Aliases = {
    "text": ("Post title", "Update title", "Título de la publicación"),
    "permalink": ("Post link", "Update link", "Enlace de la publicación"),
    "type": ("Content Type", "Tipo de contenido"),
    "date": ("Created date", "Fecha de creación"),
    "impressions": ("Impressions", "Impresiones"),
    "video_views": ("Views", "Views (Excluding off-site video views)", "Video views", *_VIEWS),
    "clicks": ("Clicks", "Clics"),
    "likes": ("Likes", "Recomendaciones"),
    "comments": ("Comments", "Comentarios"),
    "shares": ("Reposts", "Shares", "Veces compartido"),
    "followers_gained": ("Follows", "Seguidores"),
}
COUNTS = ("impressions", "video_views", "clicks", "likes", "comments", "shares", "followers_gained")


def _sniff(header: Sequence[str]) -> bool:
    return {"text", "permalink", "date", "impressions"} <= resolve(header, ALIASES).keys()


def parse(table: Table) -> Batch:
    """Posts of the page in the file's name. The file gives the day, the number in the link the moment."""
    rows = Rows(table)
    columns = Columns(rows, ALIASES)
    links, dates = columns.text("permalink"), columns.text("date")
    batch = posts_batch(
        rows,
        FORMAT.id,
        FORMAT.platform,
        Posts(
            account=rows.everywhere(page_of_file(table.file_name)),
            post_id=post_ids(links),
            times=moments(rows, parse_resaved(dates, (*MONTH_FIRST, *ISO)), linkedin_urn(links), slack=DAY),
            text=columns.text("text", trimmed=False),
            permalink=links,
            type=post_types(columns.text("type")),
            counts=columns.counts(COUNTS),
            views_definition="impressions",
            id_column=columns.header("permalink"),
            date_column=columns.header("date"),
            dates=dates,
        ),
    )
    batch.exported_ts = exported_at(table.file_name)
    return batch


FORMAT = Format(
    id="linkedin_posts",
    platform="linkedin",
    kind="posts",
    description=N_("LinkedIn page analytics, content: all posts (Excel)"),
    sniff=_sniff,
    parse=parse,
)
