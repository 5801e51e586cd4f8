"""YouTube Studio: "Chart data", one metric by day and video (or country, ...). Recognised, not loaded."""

from loaders.files.building.format import Format
from loaders.files.building.youtube import ALIASES, METRICS, not_loaded
from loaders.files.building.youtube_groups import DIMENSIONS
from loaders.files.reading.headers import Header, resolve
from loaders.files.reading.table import Table
from loaders.records import Batch
from metrics.words import N_, Message


def _sniff(header: Header) -> bool:
    found = resolve(header, ALIASES)
    if len(header) < 3 or header.comments or found.get("date") != [0] or not found.keys() & set(METRICS):
        return False
    by_video = found.get("post_id") == [1] and (len(header) == 3 or "title" in found)
    return by_video or header[1] in DIMENSIONS


def parse(table: Table) -> Batch:
    """Nothing to load: the same figures stand in the table by video, once."""
    text = N_(
        "This is YouTube's file Chart data: one figure by day, for the chart on the screen. The file Table data "
        "of the same export has the figures of each video: load that one."
    )
    return not_loaded(table, FORMAT, Message("youtube_chart", text))


FORMAT = Format(
    id="youtube_chart",
    platform="youtube",
    kind="other",
    description=N_("YouTube Studio, Chart data (recognised, not loaded)"),
    sniff=_sniff,
    parse=parse,
)
