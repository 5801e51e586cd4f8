"""YouTube Studio: tables by geography, traffic source, age and other dimensions. Recognised, not loaded."""

from collections.abc import Sequence

from loaders.files.building.format import Format
from loaders.files.building.youtube import ALIASES, DIMENSIONS, has_metric, not_loaded
from loaders.files.reading.headers import resolve
from loaders.files.reading.table import Table
from loaders.records import Batch
from metrics.words import N_, Message


def _sniff(header: Sequence[str]) -> bool:
    found = resolve(header, ALIASES)
    if "post_id" in found:
        return False
    if header[0] in DIMENSIONS:
        return has_metric(header)
    is_chart = not DIMENSIONS.isdisjoint(header[1:2])
    return not is_chart and {"video_views", "watch_time"} <= found.keys()


def parse(table: Table) -> Batch:
    """Nothing to load; the warning names the dimension and the export to make instead."""
    text = N_(
        'This is YouTube\'s table by "{dimension}", not by video, so there are no posts in it. In YouTube Studio '
        "choose Analytics, Advanced mode, the tab Content, and export again: load the file Table data."
    )
    return not_loaded(table, FORMAT, Message("youtube_not_by_video", text, {"dimension": table.header[0]}))


FORMAT = Format(
    id="youtube_audience",
    platform="youtube",
    kind="audience",
    description=N_("YouTube Studio, table by geography or another dimension (recognised, not loaded)"),
    sniff=_sniff,
    parse=parse,
)
