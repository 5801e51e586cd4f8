"""YouTube Studio: "Totals", one metric of the whole channel by day. Recognised, not loaded."""

from loaders.files.building.format import Format
from loaders.files.building.meta_titles import network_of
from loaders.files.building.youtube import ALIASES, METRICS, not_loaded
from loaders.files.reading.headers import Header, resolve
from loaders.files.reading.table import Table
from loaders.records import Batch
from metrics.words import N_, Message


def _sniff(header: Header) -> bool:
    found = resolve(header, ALIASES)
    if header.comments or network_of(header.title):
        return False  # Google Analytics, and Meta's daily figures, have lines above such a header
    return len(header) == 2 and found.get("date") == [0] and bool(found.keys() & set(METRICS))


def parse(table: Table) -> Batch:
    """Nothing to load: the totals are already in the table by video, and would count twice."""
    text = N_(
        'This is YouTube\'s file Totals: "{metric}" of the whole channel by day, without videos. In YouTube Studio '
        "choose Analytics, Advanced mode, the tab Content, and export again: load the file Table data."
    )
    return not_loaded(table, FORMAT, Message("youtube_totals", text, {"metric": table.header[1]}))


FORMAT = Format(
    id="youtube_totals",
    platform="youtube",
    kind="other",
    description=N_("YouTube Studio, Totals by day (recognised, not loaded)"),
    sniff=_sniff,
    parse=parse,
)
