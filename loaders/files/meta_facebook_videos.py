"""Meta Business Suite: the export of a page's videos alone, which numbers them differently from its posts."""

from collections.abc import Sequence

from loaders.files.building.columns import Columns
from loaders.files.building.format import Format
from loaders.files.building.meta import meta_batch, publish_times
from loaders.files.building.rows import Rows
from loaders.files.meta_facebook_content import ALIASES as CONTENT
from loaders.files.meta_facebook_content import COUNTS
from loaders.files.reading.headers import Aliases, resolve
from loaders.files.reading.table import Table
from loaders.records import Batch
from metrics.words import N_, Message

ALIASES: Aliases = {**CONTENT, "video_id": ("Universal video ID", "Video asset ID")}


def _sniff(header: Sequence[str]) -> bool:
    found = resolve(header, ALIASES).keys()
    return {"video_id", "page_id", "published_at"} <= found and not {"post_id", "permalink"} & found


def parse(table: Table) -> Batch:
    """Videos as posts, with a warning: together with the content export each video would count twice."""
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
        post_id=columns.text("video_id"),
        id_column="video_id",
        times=publish_times(rows, columns.text("published_at")),
        count_columns=COUNTS,
    )
    batch.posts["type"] = "video"
    return batch


FORMAT = Format(
    id="meta_facebook_videos",
    platform="facebook",
    kind="posts",
    description=N_("Meta Business Suite, videos of Facebook pages (CSV)"),
    sniff=_sniff,
    parse=parse,
)
