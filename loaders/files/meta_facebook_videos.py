"""Meta Business Suite: the export of a page's videos alone, which numbers them differently from its posts."""

from collections.abc import Sequence

import pandas as pd

from loaders.files.building.columns import Columns
from loaders.files.building.format import Format
from loaders.files.building.id_times import looks_damaged
from loaders.files.building.meta import meta_batch, publish_times
from loaders.files.building.rows import Rows
from loaders.files.meta_facebook_content import ALIASES as CONTENT
from loaders.files.meta_facebook_content import COUNTS
from loaders.files.reading.headers import Aliases, resolve
from loaders.files.reading.table import Table
from loaders.records import Batch
from metrics.words import N_, Message

ALIASES: Aliases = {
    **CONTENT,
    "video_id": ("Video asset ID", "Identificador de la pieza de vídeo", "Identificador del activo de video"),
    "universal_id": ("Universal video ID", "Identificador de vídeo universal", "Identificador universal de video"),
}


def _sniff(header: Sequence[str]) -> bool:
    found = resolve(header, ALIASES).keys()
    return (
        {"page_id", "published_at"} <= found and bool({"video_id", "universal_id"} & found) and "post_id" not in found
    )


def parse(table: Table) -> Batch:
    """Videos as posts, with a warning: together with the content export each video would count twice.

    The asset is the video on one page; the universal number is the same on all pages that it was posted to.
    """
    rows = Rows(table)
    columns = Columns(rows, ALIASES)
    text = N_(
        "This export holds videos under other numbers than the content export. Load only one of the two, "
        "or each video counts twice. The content export (all posts) is the better one."
    )
    rows.warn(Message("video_export", text))
    batch = meta_batch(
        rows,
        FORMAT,
        columns,
        account=columns.text("page_name"),
        post_id=_ids(columns),
        id_column="video_id" if "video_id" in columns else "universal_id",
        times=publish_times(rows, columns.text("published_at")),
        count_columns=COUNTS,
    )
    batch.posts["type"] = "video"
    return batch


def _ids(columns: Columns) -> "pd.Series[str]":
    """The number of the asset, or the universal one where a spreadsheet destroyed it."""
    ids, others = columns.text("video_id"), columns.text("universal_id")
    usable = ~(looks_damaged(ids) | (ids == "").to_numpy())
    return ids.where(usable, others.mask(looks_damaged(others), "")).astype("str")


FORMAT = Format(
    id="meta_facebook_videos",
    platform="facebook",
    kind="posts",
    description=N_("Meta Business Suite, videos of Facebook pages (CSV)"),
    sniff=_sniff,
    parse=parse,
)
