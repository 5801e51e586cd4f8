"""Google Analytics 4, tables about pages, countries, channels, cohorts: recognised, not loaded."""

from loaders.files.building import ga4
from loaders.files.building.format import Format
from loaders.files.building.ga4_preamble import is_ga4
from loaders.files.building.site_days import no_days
from loaders.files.ga4_campaigns import FORMAT as CAMPAIGNS
from loaders.files.ga4_days import FORMAT as DAYS
from loaders.files.reading.headers import COMMENT, Header, normalise
from loaders.files.reading.table import Table
from loaders.records import Batch
from metrics.words import N_

_DIMENSIONS = (
    *("Page title and screen class", "Page title and screen name", "Page path and screen class", "Page path"),
    *("Session default channel group", "Session primary channel group (Default channel group)"),
    *("First user default channel group", "First user primary channel group (Default Channel Group)"),
    *("Session source / medium", "First user source / medium", "Landing page", "Device category", "Country", "City"),
    *ga4.EVENT_NAME,
    *ga4.NTH_DAY,
)
_METRICS = (*ga4.ACTIVE_USERS, *ga4.EVENT_COUNT, "New users", "Engaged sessions", "Total users")
_NAMES = frozenset(map(normalise, _DIMENSIONS)), frozenset(map(normalise, _METRICS))


def _sniff(header: Header) -> bool:
    if DAYS.sniff(header) or CAMPAIGNS.sniff(header) or header[0].startswith(COMMENT) or sum(map(bool, header)) < 2:
        return False
    if any(";" in name for name in header):  # a row of decimal commas, in a file with another separator
        return False
    dimensions, metrics = _NAMES
    return is_ga4(header.comments) or not (dimensions.isdisjoint(header) or metrics.isdisjoint(header))


def parse(table: Table) -> Batch:
    """Nothing to load: users and sessions of pages or countries do not add up to those of a day."""
    return no_days(table, FORMAT, ga4.choose_days())


FORMAT = Format(
    id="ga4_other",
    platform="website",
    kind="other",
    description=N_("Google Analytics 4, other tables (recognised, not loaded)"),
    sniff=_sniff,
    parse=parse,
)
