"""YouTube Studio: tables by geography, traffic source, age and other dimensions. Kept as audience, never as posts."""

from loaders.files.building.audience import audience_batch
from loaders.files.building.format import Format
from loaders.files.building.noise import data_rows
from loaders.files.building.rows import Rows
from loaders.files.building.youtube import ALIASES, has_metric
from loaders.files.building.youtube_groups import DIMENSIONS, dimension, group_figures, iso_dates
from loaders.files.reading.headers import Header, resolve
from loaders.files.reading.table import Table
from loaders.records import Batch
from metrics.words import N_, Message


def _sniff(header: Header) -> bool:
    found = resolve(header, ALIASES)
    if "post_id" in found:
        return False
    if header[0] in DIMENSIONS:
        return has_metric(header)
    is_chart = not DIMENSIONS.isdisjoint(header[1:2])
    return not is_chart and {"video_views", "watch_time"} <= found.keys()


def parse(table: Table) -> Batch:
    """The figures of each group; the warning names the dimension and the export to make for posts."""
    text = N_(
        'This is YouTube\'s table by "{dimension}", not by video, so there are no posts in it; its figures are kept as '
        "audience context. For posts, choose in YouTube Studio Analytics, Advanced mode, the tab Content, and export "
        "again: load the file Table data."
    )
    rows = Rows(data_rows(table))
    first = table.header[0]
    dates = iso_dates(rows.table.text(0)) if dimension(first) == "date" else None
    warning = Message("youtube_not_by_video", text, {"dimension": first})
    return audience_batch(rows, FORMAT.id, FORMAT.platform, group_figures(rows), warning, dates=dates)


FORMAT = Format(
    id="youtube_audience",
    platform="youtube",
    kind="audience",
    description=N_("YouTube Studio, table by geography or another dimension (kept as audience, not as posts)"),
    sniff=_sniff,
    parse=parse,
)
