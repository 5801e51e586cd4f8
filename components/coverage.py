"""How complete the data behind a page is: where the numbers come from, and which accounts are missing from them."""

from collections.abc import Callable, Hashable, Mapping
from datetime import UTC, datetime
from typing import Any

import pandas as pd

from components.escape import plain
from components.i18n import _, day, ngettext
from components.source import Origin, Source
from components.words import platform_name
from metrics.periods import Period

_NAMED = 5  # accounts that are named; more are counted
_SLACK = 7  # days before the end of the period that the newest export of an account may be from


def source_of(
    coverage: pd.DataFrame,
    *,
    organisation: str,
    period: Period,
    departments: tuple[str, ...],
    platforms: tuple[str, ...],
    demo: bool,
    zone: str,
    origins: Callable[[], pd.DataFrame],
) -> Source:
    """The source of the numbers of a page, from the coverage of its accounts (one row each).

    `origins` gives a row for each platform: platform, tables, observed_ts, rows_read, rows_rejected.
    """
    newest, imported = coverage["newest_day"].max(), coverage["imported_ts"].max()
    return Source(
        organisation=organisation,
        period=period,
        departments=departments,
        platforms=platforms,
        newest=None if pd.isna(newest) else int(newest),
        imported=None if pd.isna(imported) else datetime.fromtimestamp(int(imported), UTC),
        accounts=len(coverage),
        covered=int((coverage["posts"] > 0).sum()),
        demo=demo,
        zone=zone,
        origins=lambda: tuple(_origin(row) for row in origins().to_dict("records")),
    )


def _origin(row: Mapping[Hashable, Any]) -> Origin:
    day = datetime.fromtimestamp(int(row["observed_ts"]), UTC).date()
    return Origin(row["platform"], day, int(row["tables"]), int(row["rows_read"]), int(row["rows_rejected"]))


def gaps(coverage: pd.DataFrame, period: Period) -> list[str]:
    """What a reader must know before believing a change: accounts without posts, and data that stops early."""
    silent = coverage[~(coverage["posts"] > 0)]
    looked_at = coverage["newest_day"] + coverage["days_since_newest"]  # quiet is not the same as not loaded
    early = coverage[(coverage["posts"] > 0) & (looked_at < period.last - _SLACK)]
    found = []
    if len(silent):
        found.append(
            ngettext(
                "{n} account has no posts in this period: {names}.",
                "{n} accounts have no posts in this period: {names}.",
                len(silent),
                names=_names(silent),
            )
        )
    if len(early):
        found.append(
            ngettext(
                "The data of {n} account stops before {day}: {names}. Load a newer export before you compare.",
                "The data of {n} accounts stops before {day}: {names}. Load newer exports before you compare.",
                len(early),
                day=day(period.last),
                names=_names(early),
            )
        )
    return found


def _names(accounts: pd.DataFrame) -> list[str]:
    """The accounts by name and platform, in alphabetical order; after the first few their number."""
    names = sorted(
        _("{account} ({platform})", account=plain(name, limit=60), platform=platform_name(platform))
        for name, platform in zip(accounts["name"], accounts["platform"], strict=True)
    )
    rest = len(names) - _NAMED
    return names if rest <= 0 else [*names[:_NAMED], ngettext("{n} other", "{n} others", rest)]
