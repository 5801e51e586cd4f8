"""Facebook Page Insights, "Insights Data Export", page level: one row a day (about 2012 to 2023)."""

import re
from collections.abc import Iterable, Sequence

import pandas as pd

from loaders.files.building.columns import Columns
from loaders.files.building.days import days_batch
from loaders.files.building.format import Format
from loaders.files.building.insights import described, joined, page_of_file
from loaders.files.building.noise import data_rows
from loaders.files.building.not_loaded import not_loaded
from loaders.files.building.resaved import parse_daily
from loaders.files.building.rows import Rows
from loaders.files.building.times import ISO
from loaders.files.reading.headers import Aliases, Header, normalise, resolve
from loaders.files.reading.table import Table
from loaders.records import Batch
from metrics.words import N_, Message

ALIASES: Aliases = {
    "date": ("Date",),
    "followers": ("Lifetime Total Likes", "page_fans:lifetime"),
    "new_followers": ("Daily New Likes", "page_fan_adds_unique:day", "page_fan_adds:day"),
    "lost_followers": ("Daily Unlikes", "page_fan_removes_unique:day", "page_fan_removes:day"),
    "reach": ("Daily Total Reach", "page_impressions_unique:day"),
    "impressions": ("Daily Total Impressions", "page_impressions:day"),
    "page_views": (
        "Daily Total Page Views",
        "Daily Page Views (Total Count)",
        "Daily Page Views",
        "Daily Logged-in Page Views (Total Count)",
        "page_views_total:day",
        "page_views:day",
    ),
    "visitors": (
        "Daily Page Views (Unique Users)",
        "Daily Logged-in Page Views (Unique Users)",
        "page_views_unique:day",
    ),
    "link_clicks": (
        "Daily Page consumptions by type - link clicks",
        "Daily Page consumption by type - link clicks",
        "Daily Page Consumptions by Consumption Type - link clicks",
    ),
}
"""Daily figures and the number of followers only: weeks and periods of 28 days overlap, so they cannot be added up."""

FIGURES = tuple(name for name in ALIASES if name != "date")
_CORE = ("followers", "new_followers", "reach", "impressions")
_PART = re.compile(
    r"(lifetime|daily|weekly|28 days) .*(like|page|people|reach|viral|tab|check|consum|feedback|talking|impression"
    r"|refer|video|stor|post|fan|countr|city|cities|language|external|frequency)"
)


def _sniff(header: Header) -> bool:
    if "date" not in header or "post id" in header:
        return False
    return bool(resolve(header, ALIASES).keys() & set(_CORE)) or _is_part(header)


def _is_part(header: Header) -> bool:
    """Whether this is a sheet with figures by country, source or kind, beside the sheet of key metrics."""
    return header[0] == "date" and _PART.match(normalise(header.sheet)) is not None


def arrange(tables: Sequence[Table]) -> Iterable[Table]:
    """The sheet of key metrics, with what other sheets of the workbook add to it."""
    told = [described(table, ("date",)) for table in tables]
    is_base = [bool(resolve(table.keys, ALIASES).keys() & set(_CORE)) for table in told]
    bases = [table for table, base in zip(told, is_base, strict=True) if base] or told[:1]
    yield joined(bases[0], [table for table, base in zip(told, is_base, strict=True) if not base], "date")
    yield from bases[1:]


def parse(table: Table) -> Batch:
    """One row a day of the page in the file's name; days are US Pacific ones."""
    rows = Rows(data_rows(table))
    columns = Columns(rows, ALIASES)
    found = columns.counts(FIGURES, signed=FIGURES)
    if not found:
        text = N_(
            "This sheet of a Facebook Insights export has no daily figure of the page as a whole. Load the whole file, "
            "with its sheet Key Metrics."
        )
        reason = N_("This row has no figure of the page as a whole.")
        return not_loaded(table, FORMAT, Message("no_page_figure", reason), Message("insights_part", text))
    dates = columns.text("date")
    owner = pd.Series([page_of_file(table.file_name)] * len(rows.table), dtype="str")
    times = parse_daily(dates.str.replace(r"[T ]00:00(:00)?$", "", regex=True), ISO)
    return days_batch(rows, FORMAT.id, FORMAT.platform, owner, times, found, columns.header("date"), dates)


FORMAT = Format(
    id="facebook_insights_days",
    platform="facebook",
    kind="account_days",
    description=N_("Facebook Page Insights, page by day (Insights Data Export, CSV or Excel, until 2023)"),
    sniff=_sniff,
    parse=parse,
    arrange=arrange,
)
