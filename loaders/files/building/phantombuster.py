"""What the tables of PhantomBuster share: camel-case columns, ISO times in UTC, and a column for failures."""

from loaders.files.building.columns import Columns
from loaders.files.building.rows import Rows
from loaders.files.building.times import TWITTER
from loaders.files.reading.headers import Aliases
from metrics.words import N_, Message

TIMES = ("%Y-%m-%dT%H:%M:%S.%fZ", "%Y-%m-%dT%H:%M:%SZ", "%Y-%m-%d %H:%M:%S", "%Y-%m-%d", TWITTER)

SHARED: Aliases = {
    "error": ("error",),
    "likes": ("likeCount",),
    "comments": ("commentCount",),
}


def reject_failures(rows: Rows, columns: Columns) -> None:
    """Leave out rows that only say why a page could not be read."""
    failed = (columns.text("error") != "").to_numpy(dtype=bool)
    text = N_("The tool could not read this post and says so in the row. Run it again for this post.")
    rows.reject(failed, columns.header("error"), Message("export_error", text))
