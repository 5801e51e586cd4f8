"""The days that a file says anything about: after them an account is not silent, its posts are just not loaded."""

import re
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from data.calendar import calendar
from loaders.records import Batch
from metrics.periods import to_day

_SECONDS_PER_DAY = 86_400
_PACIFIC = "America/Los_Angeles"  # also in `loaders.files`, which imports this module
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


@dataclass(frozen=True)
class NamedRange:
    """The range of dates that a file was exported for: `first` and `last` day (numbers) in `zone`, both in it.

    `of_posts`: the posts in it were published in the range. YouTube lists every video that was watched in it.
    """

    first: int
    last: int
    zone: str
    of_posts: bool = True


@dataclass(frozen=True)
class _Naming:
    """How a platform writes a range in the names of its files; `after`: days that the last date lies after its end."""

    pattern: str
    zone: str
    after: int = 0
    of_posts: bool = True


def _dates(between: str, day: str = r"\d{4}-\d\d-\d\d") -> str:
    return f"(?P<first>{day}){between}(?P<last>{day})"


_NAMINGS = (
    _Naming(f"{_dates('_', '[a-z]{3}-[0-9]{2}-[0-9]{4}')}_[0-9]+\\b", _PACIFIC),  # Meta Business Suite
    _Naming(f"facebook[ _]insights[ _]data[ _]export.*[ _]{_dates('[ _]-[ _]')}(?![0-9])", _PACIFIC),
    _Naming(f"(daily_)?tweet_activity_metrics_.+_{_dates('_', '[0-9]{8}')}_[a-z]", "UTC", after=1),
    _Naming(f"account_analytics_content_{_dates('_')}\\b", "UTC"),  # X Premium
    _Naming(f"[^0-9]+ {_dates('_')}\\b(.*[.]zip|[^.]*)$", _PACIFIC, of_posts=False),  # YouTube: a zip or its folder
    _Naming(f"[0-9]{{4}}-.*-historical-report-.*-{_dates('--')}\\b", "UTC"),  # CrowdTangle: in the zone of its user
)


def named_range(file_name: str) -> NamedRange | None:
    """The range of dates in the name of a file, if it has one. The name of a file in a zip goes before that of the zip.

    >>> named_range("Feb-01-2025_Mar-15-2025_1396269028400001.csv")
    NamedRange(first=20120, last=20162, zone='America/Los_Angeles', of_posts=True)
    """
    for name in reversed(re.split(r"[!/\\]", file_name.lower())):
        for naming in _NAMINGS:
            if match := re.match(naming.pattern, name):
                first, last = _day(match["first"]), _day(match["last"])
                if first is None or last is None or first > last - naming.after:
                    return None  # a renamed file, with dates that do not exist
                return NamedRange(first, last - naming.after, naming.zone, naming.of_posts)
    return None


def range_start(file_name: str) -> int | None:
    """The first day (number) of the range of dates that a file was exported for, if its name says so.

    >>> range_start("tweet_activity_metrics_town_20211201_20220101_en.csv") == to_day(date(2021, 12, 1))
    True
    """
    named = named_range(file_name)
    return None if named is None else named.first


def range_end(file_name: str) -> int | None:
    """The last day (number) of that range.

    >>> range_end("tweet_activity_metrics_town_20211201_20220101_en.csv") == to_day(date(2021, 12, 31))
    True
    >>> range_end("export.csv") is None
    True
    """
    named = named_range(file_name)
    return None if named is None else named.last


def _day(text: str) -> int | None:
    """The day of "feb-01-2025", "2025-02-01" or "20250201"; None when there is no such day.

    >>> _day("feb-30-2025") is None
    True
    """
    try:
        if text[0].isalpha():
            month, day, year = text.split("-")
            return to_day(date(int(year), _MONTHS.index(month) + 1, int(day)))
        return to_day(date.fromisoformat(text))
    except ValueError:
        return None


def covered_until(batch: Batch, zone: str) -> int:
    """The last day (number) that a batch says anything about.

    That is the day of the export, else the end of the range in the file's name, but not later than today; and at
    least the newest day among all its rows. Figures of an audience often have no day at all: then it is today.
    Days of an export are UTC days, those of rows are in the time zone `zone`.
    """
    today = int(time.time()) // _SECONDS_PER_DAY
    days = list(_days(batch, zone))
    known = batch.range_end if batch.exported_ts is None else batch.exported_ts // _SECONDS_PER_DAY
    if known is not None:
        days.append(min(known, today))
    return max(days, default=today)


def _days(batch: Batch, zone: str) -> Iterator[int]:
    """The newest day of each table of the batch that has any."""
    for published in (batch.posts, batch.comments):
        newest = published.dropna(subset=["published_ts"]).nlargest(1, "published_ts")
        yield from calendar(newest["published_ts"], newest["precision"], zone)["day"]
    for daily in (batch.account_days, batch.site_days, batch.audience[batch.audience["date"] != ""]):
        if len(daily):
            yield to_day(date.fromisoformat(daily["date"].max()))
