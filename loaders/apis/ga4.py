"""Google Analytics 4 by its Data API: visitors, visits, page views and downloads of a website by day."""

from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime, timedelta
from typing import Any

from loaders.apis.answers import object_in
from loaders.apis.client import Client
from loaders.apis.connector import Connector, Facts, Fetched, Field, Found, Target, Wanted
from loaders.apis.google import bearer, manners
from loaders.files.building.documents import Object, at, objects, text_at
from loaders.files.building.ga4 import DOWNLOAD, SITE
from metrics.words import N_

_SCOPE = "https://www.googleapis.com/auth/analytics.readonly"
_FIRST = "2015-08-14"
"""Google Analytics has no figures from before this day, and takes no earlier one."""
_ROWS = 10_000
_MOST_PAGES = 40
_ACTIVE = "activeUsers"
_REPORTS: tuple[Mapping[str, Any], ...] = (
    {
        "dimensions": [{"name": "date"}],
        "metrics": [{"name": _ACTIVE}, {"name": "sessions"}, {"name": "screenPageViews"}],
    },
    {
        "dimensions": [{"name": "date"}, {"name": "eventName"}],
        "metrics": [{"name": "eventCount"}],
        "dimensionFilter": {"filter": {"fieldName": "eventName", "stringFilter": {"value": DOWNLOAD}}},
    },
)


class _Property:
    """The Data API for one property."""

    def __init__(self, client: Client, target: Target) -> None:
        self._client = client
        self._path = f"/v1beta/properties/{_number(target)}:runReport"
        self._headers = {"Authorization": bearer(target.secret, _SCOPE)}

    def report(self, first: str, last: str, **more: Any) -> Object:
        """The answer to one question about some days."""
        body = {"dateRanges": [{"startDate": first, "endDate": last}], "returnPropertyQuota": True, **more}
        return object_in(self._client.post(self._path, body=body, headers=self._headers), self._client.host)


def _number(target: Target) -> str:
    return (target.upstream_id or target.account).strip().removeprefix("properties/")


def check(client: Client, target: Target) -> Found:
    """Whether the property may be read, and which website it mostly counts."""
    found = _Property(client, target).report(
        "28daysAgo",
        "yesterday",
        dimensions=[{"name": "hostName"}],
        metrics=[{"name": _ACTIVE}],
        orderBys=[{"metric": {"metricName": _ACTIVE}, "desc": True}],
        limit=1,
    )
    is_host = text_at(found, "dimensionHeaders", "name") == "hostName"
    number, host = _number(target), text_at(found, "rows", "dimensionValues", "value") if is_host else ""
    return Found(number, host or number, host or number, (number,))


def fetch(client: Client, wanted: Wanted) -> Iterator[Fetched]:
    """Figures by day until yesterday, as today is not over; then downloads by day.

    Each report has a clue of its own, so that rows of one are never mapped by the columns of the other.
    """
    number = _number(wanted.target)
    first, last = _days(wanted)
    place = {"report": 0, "offset": 0, **(wanted.after or {})}
    start = place["report"]
    if start >= len(_REPORTS) or first > last:
        return
    analytics = _Property(client, wanted.target)
    for which, report in enumerate(_REPORTS[start:], start=start):
        offset = place["offset"] if which == start else 0
        for _ in range(_MOST_PAGES):
            order = [{"dimension": {"dimensionName": "date"}}]
            found = analytics.report(first, last, **report, orderBys=order, limit=_ROWS, offset=offset)
            rows = len(objects(found.get("rows")))
            offset += rows
            is_end = not rows or offset >= _whole(found.get("rowCount"))
            after = {"report": which + 1, "offset": 0} if is_end else {"report": which, "offset": offset}
            quota = _whole(at(found, "propertyQuota", "tokensPerDay", "consumed"))
            yield Fetched("ga4_api", found, rows, after, {SITE: number, "ga4_report": str(which)}, quota=quota)
            if is_end:
                break


def _days(wanted: Wanted) -> tuple[str, str]:
    last = date.fromisoformat(wanted.today) - timedelta(days=1)
    since = _FIRST if wanted.since_ts is None else datetime.fromtimestamp(wanted.since_ts, UTC).date().isoformat()
    return max(since, _FIRST), last.isoformat()


def _whole(value: Any) -> int:
    return value if isinstance(value, int) and not isinstance(value, bool) else 0


CONNECTOR = Connector(
    id="ga4",
    platform="website",
    name="Google Analytics 4",
    host="analyticsdata.googleapis.com",
    counts="site",
    facts=Facts(
        gives=(
            N_("Active users (as visitors), sessions (as visits) and page views of your website, by day."),
            N_("Downloads by day, where the property counts the event file_download."),
        ),
        gives_not=(
            N_("Figures of single visitors, and pages one by one."),
            N_("Days that Google leaves out: these count as missing, not as 0."),
            N_("Today. Figures of the last one or two days can still change."),
        ),
        needs=(
            N_("A service account in Google Cloud with the Google Analytics Data API switched on."),
            N_("Its e-mail address as Viewer of the property, and its key as a JSON file."),
        ),
        costs=(N_("Nothing, within 200,000 tokens of quota a day for each property."),),
        forbids=(N_("Nothing more than Google's own terms for Analytics, which your organisation accepted."),),
        keeps=(N_("We found no limit for these totals in Google's documents. They stay until you delete them."),),
    ),
    account=Field(
        N_("Property number"),
        N_("In Google Analytics under Property details: 123456789. It is not the one that begins with G-."),
        r"(properties/)?\d+",
    ),
    secret=Field(N_("Key of the service account"), N_("The whole content of the JSON file."), r"(?s).+"),
    check=check,
    fetch=fetch,
    manners=manners(),
    window_days=14,
)
