"""Google Analytics 4, answers of its Data API (`runReport`, JSON)."""

from collections.abc import Iterator
from typing import Any

from loaders.files.building import ga4
from loaders.files.building.format import Format
from loaders.files.reading.headers import Aliases, Header
from loaders.files.reading.table import Table
from loaders.records import Batch
from metrics.words import N_

_DIMENSIONS: Aliases = {
    "date": ("date",),
    "date_hour": ("dateHour",),
    "hour": ("hour",),
    "nth_day": ("nthDay",),
    "nth_hour": ("nthHour",),
    "event": ("eventName",),
}
_METRICS: Aliases = {
    "visitors": ("totalUsers", "activeUsers", "active1DayUsers"),
    "visits": ("sessions",),
    "page_views": ("screenPageViews",),
    "event_count": ("eventCount",),
}
ALIASES: Aliases = {
    **ga4.with_prefix(_DIMENSIONS, "dimensionValues"),
    **ga4.with_prefix(_METRICS, "metricValues"),
}


def _sniff(header: Header) -> bool:
    return any(name.startswith("metricvalues.") for name in header)


def _unfold(document: Any) -> list[dict[str, Any]] | None:
    """The rows of a report, or of the reports of a batch; each value under the name in the head of its report."""
    reports = document.get("reports", [document]) if isinstance(document, dict) else document
    if not isinstance(reports, list) or not reports or not all(map(_is_report, reports)):
        return None
    return [row for report in reports for row in _rows(report)]


def _is_report(document: Any) -> bool:
    return isinstance(document, dict) and isinstance(document.get("metricHeaders"), list)


def _rows(report: dict[str, Any]) -> Iterator[dict[str, Any]]:
    names = {
        kind: [head.get("name") if isinstance(head, dict) else None for head in _listed(report.get(heads))]
        for kind, heads in (("dimensionValues", "dimensionHeaders"), ("metricValues", "metricHeaders"))
    }
    for row in _listed(report.get("rows")):
        if isinstance(row, dict):
            yield {
                kind: {
                    str(name): cell.get("value") if isinstance(cell, dict) else None
                    for name, cell in zip(heads, _listed(row.get(kind)), strict=False)
                }
                for kind, heads in names.items()
            }


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []


def parse(table: Table) -> Batch:
    """As the CSV: visitors, visits and page views of each day, or downloads where the report is by event."""
    return ga4.days_batch(table, FORMAT, ALIASES)


FORMAT = Format(
    id="ga4_api",
    platform="website",
    kind="site_days",
    description=N_("Google Analytics 4, answers of the Data API (JSON)"),
    sniff=_sniff,
    parse=parse,
    unfold=_unfold,
)
