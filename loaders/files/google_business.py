"""Google Business Profile, performance report: totals of each place over a whole period. Recognised, never read."""

import numpy as np

from loaders.files.building.format import Format
from loaders.files.building.not_loaded import not_loaded
from loaders.files.reading.headers import Aliases, Header, resolve
from loaders.files.reading.table import Table
from loaders.records import Batch
from metrics.words import N_, Message

ALIASES: Aliases = {
    "code": ("Store code",),
    "name": ("Business name",),
    "place": ("Address",),
    "searches": (
        *("Google Search - Mobile", "Google Search - Desktop", "Total searches", "Direct searches"),
        *("Discovery searches", "Search views", "Listing on Search"),
    ),
    "views": ("Google Maps - Mobile", "Google Maps - Desktop", "Total views", "Maps views", "Listing on Maps"),
    "actions": ("Website clicks", "Website actions", "Directions", "Directions actions", "Calls", "Phone call actions"),
}


def _sniff(header: Header) -> bool:
    found = resolve(header, ALIASES).keys()
    return {"code", "name"} <= found and bool({"searches", "views", "actions"} & found)


def parse(table: Table) -> Batch:
    """Nothing to load. The second row, which says what each column means, is no row of data."""
    found = table.places(ALIASES)
    described = np.ones(len(table), dtype=np.bool_)
    for name in ("code", "name", "place"):
        described &= (table.text(found[name][0]) == "").to_numpy(dtype=np.bool_) if name in found else True
    text = N_(
        "This is a report of Google Business Profile: totals of each place over a whole period, without days or posts. "
        "For visits to your website by day, export them from Matomo, Plausible or Google Analytics."
    )
    reason = Message("not_by_day", N_("This table has no row for each day, so it is not loaded."))
    return not_loaded(table.without(described), FORMAT, reason, Message("google_business", text))


FORMAT = Format(
    id="google_business",
    platform="other",
    kind="other",
    description=N_("Google Business Profile, totals by place (recognised, not loaded)"),
    sniff=_sniff,
    parse=parse,
)
