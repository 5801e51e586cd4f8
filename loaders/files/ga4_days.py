"""Google Analytics 4, reports and explorations (CSV): the tables by day, hour, or day and event."""

from loaders.files.building import ga4
from loaders.files.building.format import Format
from loaders.files.building.ga4_preamble import is_ga4
from loaders.files.reading.headers import Header, normalise, resolve
from loaders.files.reading.table import Table
from loaders.records import Batch
from metrics.words import N_

_OWN = frozenset(map(normalise, (*ga4.TOTAL_USERS, *ga4.ACTIVE_USERS, *ga4.EVENT_COUNT, *ga4.NTH_DAY, "Nth hour")))
"""Names that only Google Analytics has; "Date" and "Views" need the comments above them."""


def _sniff(header: Header) -> bool:
    if not ga4.CAMPAIGN.isdisjoint(header):
        return False
    found = resolve(header, ga4.ALIASES).keys()
    figures = found & set(ga4.FIGURES) or {"event", "event_count"} <= found
    return bool(found & ga4.AXES and figures) and (is_ga4(header.comments) or not _OWN.isdisjoint(header))


def parse(table: Table) -> Batch:
    """Visitors, visits and page views of each day, or downloads (the event `file_download`).

    Visitors are total users, else active users; new users are no count of visitors.
    """
    return ga4.days_batch(table, FORMAT, ga4.ALIASES)


FORMAT = Format(
    id="ga4_days",
    platform="website",
    kind="site_days",
    description=N_("Google Analytics 4, figures by day (CSV)"),
    sniff=_sniff,
    parse=parse,
)
