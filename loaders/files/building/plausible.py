"""What the exports of Plausible share: the website in the name of the archive, rows that are months, what to export."""

import re

import numpy as np

from loaders.files.building.rows import Rows
from loaders.files.building.times import DAY, Times
from loaders.files.reading.headers import Header
from loaders.files.reading.table import Table
from metrics.words import N_, Message

METRICS = ("visitors", "visits", "pageviews")
DOWNLOAD = "File Download"
"""The event that Plausible's own script sends for a downloaded file."""

_ARCHIVE = re.compile(r"plausible[ _+-]export[ _+-](?P<site>(?:[a-z0-9-]{1,63}\.)+[a-z]{2,63})[ _+-]", re.IGNORECASE)
_BY_DAY = frozenset({"date", "visitors", "pageviews"})
_RATES = frozenset({"bounce_rate", "bounces", "visit_duration", "views_per_visit"})
_OTHERS = frozenset(
    {"sources", "channels", "referrers", "pages", "entry_pages", "exit_pages", "countries", "regions", "cities"}
    | {"devices", "browsers", "browser_versions", "operating_systems", "operating_system_versions", "conversions"}
    | {"utm_mediums", "utm_sources", "utm_campaigns", "utm_contents", "utm_terms", "custom_props", "custom_events"}
    | {"locations", "prop_breakdown", "referrer_drilldown"}
)
_SURE = (
    {"name", "unique_conversions", "total_conversions"},
    {"name", "visitors", "pageviews", "bounce_rate", "time_on_page"},
    {"name", "unique_entrances", "total_entrances"},
    {"name", "unique_exits", "total_exits"},
)
_WEEK = 7
_NAME = re.compile(r"(?:imported_)?(?P<name>[a-z_]+?)(?:_\d{8}_\d{8})?(?: \(\d+\))?\.csv")


def site_of(table: Table) -> str:
    """The website that the name of the archive holds; "" when there is none.

    >>> _ARCHIVE.search("Plausible export www.waterstad.example 2024-01-01 to 2024-01-31.zip")["site"]
    'www.waterstad.example'
    """
    found = _ARCHIVE.search(table.name)
    return found["site"] if found else ""


def is_by_day(header: Header) -> bool:
    """Whether a table is Plausible's `visitors.csv`, of the dashboard or of imported figures."""
    return set(header) >= _BY_DAY and not _RATES.isdisjoint(header) and not _dimensions(header)


def is_events(header: Header) -> bool:
    """Whether a table has the events of each day (`imported_custom_events.csv`)."""
    return set(header) >= {"date", "name", "link_url", "visitors", "events"}


def is_sources_by_day(header: Header) -> bool:
    """Whether a table has the sources and campaigns of each day (`imported_sources.csv`)."""
    return set(header) >= {"date", "utm_campaign", "utm_source", "visits", "visitors"}


def is_other(header: Header) -> bool:
    """Whether a table is of Plausible, by names of columns that only it has, or by the name of its file."""
    names = set(header)
    if any(names >= sure for sure in _SURE):
        return True
    file = _NAME.fullmatch(header.file_name.lower())
    is_ours = file is not None and file["name"] in _OTHERS
    return is_ours and "visitors" in names and not {"name", "property", "date"}.isdisjoint(names)


def _dimensions(header: Header) -> bool:
    known = _BY_DAY | _RATES | {"visits", "events", "scroll_depth", "conversion_rate"}
    return bool(set(header) - known)


def refuse_long_periods(rows: Rows, times: Times, column: str | None) -> None:
    """Leave out rows that are weeks or months: Plausible dates them with their first day when the period is long."""
    days = np.unique(times.seconds[times.known] // DAY)
    if len(days) < 2 or np.diff(days).min() < _WEEK:
        return
    text = N_("This row is about a week or a month, dated with its first day.")
    rows.reject(times.known, column, Message("not_a_day", text))


def choose_days() -> Message:
    """Which export of Plausible has figures by day."""
    text = N_(
        "This is a table of Plausible without figures by day. In Plausible choose Days above the chart and export; "
        "then load the file visitors.csv of the zip."
    )
    return Message("plausible_other", text)
