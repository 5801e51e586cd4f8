"""Meta Business Suite: the content export of Facebook pages (posts, lifetime figures)."""

from collections.abc import Sequence

from loaders.files.building.columns import Columns
from loaders.files.building.format import Format
from loaders.files.building.ids import whole_ids
from loaders.files.building.meta import meta_batch, publish_times
from loaders.files.building.meta_headers import ALIASES as SHARED
from loaders.files.building.rows import Rows
from loaders.files.building.totals import check_total
from loaders.files.reading.headers import Aliases, resolve
from loaders.files.reading.table import Table
from loaders.records import Batch
from metrics.measures import INTERACTION_PARTS
from metrics.words import N_

ALIASES: Aliases = {
    **SHARED,
    "likes": ("Reactions", "Reacties", "Reacciones", "Reações", "Réactions", "Reaktioner"),
    "clicks": (
        "Total clicks",
        "Totaal aantal klikken",
        "Total de clics",
        "Total de cliques",
        "Total des clics",
        "Totalt antal klick",
    ),
    "video_views": (
        "3-second video views",
        "Videoweergaven van 3 seconden",
        "Visualizaciones de vídeo de 3 segundos",
        "Reproducciones de video de 3 segundos",
        "Visualizações de vídeo de 3 segundos",
    ),
    "interactions": (
        "Reactions, Comments and Shares",
        "Reacties, opmerkingen en deelacties",
        "Reacciones, comentarios y veces que se ha compartido",
        "Reacciones, comentarios y veces que se compartió",
        "Réactions, commentaires et partages",
        "Reaktioner, kommentarer och delningar",
        "Reações, comentários e compartilhamentos",
    ),
}
COUNTS = ("views", "impressions", "reach", "likes", "comments", "shares", "clicks", "video_views")


def _sniff(header: Sequence[str]) -> bool:
    return {"post_id", "page_id", "published_at", "permalink"} <= resolve(header, ALIASES).keys()


def parse(table: Table) -> Batch:
    """Posts of one or more pages. Dutch "Reacties" are reactions here, and the column "Date" is no date."""
    rows = Rows(table)
    columns = Columns(rows, ALIASES)
    found = columns.counts(("interactions", *INTERACTION_PARTS))
    if found.keys() >= set(INTERACTION_PARTS):
        check_total(rows, found.get("interactions"), [found[name] for name in INTERACTION_PARTS])
    return meta_batch(
        rows,
        FORMAT,
        columns,
        account=columns.text("page_name"),
        post_id=whole_ids(rows, columns.text("post_id"), columns.text("permalink"), r"(?P<id>.+)"),
        id_column="post_id",
        times=publish_times(rows, columns.text("published_at")),
        count_columns=COUNTS,
    )


FORMAT = Format(
    id="meta_facebook_content",
    platform="facebook",
    kind="posts",
    description=N_("Meta Business Suite, content of Facebook pages (CSV)"),
    sniff=_sniff,
    parse=parse,
)
