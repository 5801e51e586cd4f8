"""Until which day a file says anything: after that day an account is not silent, its posts are just not loaded."""

import re
import time
from collections.abc import Iterator
from datetime import date

from data.calendar import calendar
from loaders.records import Batch
from metrics.periods import to_day

_SECONDS_PER_DAY = 86_400
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_META = re.compile(r"^[a-z]{3}-\d\d-\d{4}_(?P<month>[a-z]{3})-(?P<day>\d\d)-(?P<year>\d{4})_\d+\b")
_X = re.compile(r"^(?:daily_)?tweet_activity_metrics_.+_\d{8}_(?P<year>\d{4})(?P<month>\d\d)(?P<day>\d\d)_[a-z]")
_X_PREMIUM = re.compile(r"^account_analytics_content_\d{4}-\d\d-\d\d_(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)\b")
_INSIGHTS = re.compile(
    r"^facebook[ _]insights[ _]data[ _]export.+[ _]\d{4}-\d\d-\d\d[ _]-[ _]"
    r"(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)(?!\d)"
)
_LAST_DAY_AFTER_RANGE = {_META: 0, _X: 1, _X_PREMIUM: 0, _INSIGHTS: 0}
"""How platforms write a range in the names of their files, and how many days the last date lies after its end."""


def range_end(file_name: str) -> int | None:
    """The last day (number) of the range of dates that a file was exported for, if its name says so.

    The name of a file in a zip goes before that of the zip.

    >>> range_end("Feb-01-2025_Mar-15-2025_1396269028400001.csv") == to_day(date(2025, 3, 15))
    True
    >>> range_end("tweet_activity_metrics_town_20211201_20220101_en.csv") == to_day(date(2021, 12, 31))
    True
    >>> range_end("export.csv") is None
    True
    """
    for name in reversed(re.split(r"[!/\\]", file_name.lower())):
        for pattern, after in _LAST_DAY_AFTER_RANGE.items():
            if match := pattern.match(name):
                return _day(match, after)
    return None


def _day(match: re.Match[str], after: int) -> int | None:
    month = match["month"]
    try:
        number = int(month) if month.isdigit() else _MONTHS.index(month) + 1
        return to_day(date(int(match["year"]), number, int(match["day"]))) - after
    except ValueError:  # a renamed file, with a date that does not exist
        return None


def covered_until(batch: Batch, zone: str) -> int:
    """The last day (number) that a batch says anything about; it holds at least one row with a date.

    That is the day of the export, else the end of the range in the file's name, but not later than today; and at
    least the newest day among all its rows. Days of an export are UTC days, those of rows are in the time zone `zone`.
    """
    newest = max(_days(batch, zone))
    known = batch.range_end if batch.exported_ts is None else batch.exported_ts // _SECONDS_PER_DAY
    return newest if known is None else max(newest, min(known, int(time.time()) // _SECONDS_PER_DAY))


def _days(batch: Batch, zone: str) -> Iterator[int]:
    """The newest day of each table of the batch that has any."""
    for published in (batch.posts, batch.comments):
        newest = published.dropna(subset=["published_ts"]).nlargest(1, "published_ts")
        yield from calendar(newest["published_ts"], newest["precision"], zone)["day"]
    for daily in (batch.account_days, batch.site_days):
        if len(daily):
            yield to_day(date.fromisoformat(daily["date"].max()))
