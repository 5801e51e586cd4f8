"""Google Analytics 4, answers of its Data API (`runReport`, JSON)."""

from collections.abc import Iterator
from typing import Any

from loaders.files.building import ga4
from loaders.files.building.documents import at, objects, text_at
from loaders.files.building.format import Format
from loaders.files.reading.headers import Aliases, Header
from loaders.files.reading.table import Table
from loaders.records import Batch, FileWarning
from metrics.words import N_, Message

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
_DOUBTS: Aliases = {
    "thresholded": ("doubt.thresholded",),
    "sampled": ("doubt.sampled",),
    "other_row": ("doubt.other_row",),
}
ALIASES: Aliases = {
    **_DOUBTS,
    **ga4.with_prefix(_DIMENSIONS, "dimensionValues"),
    **ga4.with_prefix(_METRICS, "metricValues"),
}


_WORDS = {
    "thresholded": Message(
        "ga4_thresholded",
        N_("Google left out figures of small groups in this report, so its numbers can be too low."),
    ),
    "sampled": Message(
        "ga4_sampled",
        N_("Google counted only a part of the visits for this report and estimated the rest."),
    ),
    "other_row": Message(
        "ga4_other_row",
        N_("Google put the rarest rows of this report together under other, so some of its numbers are too low."),
    ),
}


def _sniff(header: Header) -> bool:
    return any(name.startswith("metricvalues.") for name in header)


def unfold(document: Any) -> list[dict[str, Any]] | None:
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
    doubts = _doubts(report.get("metadata"))
    for row in _listed(report.get("rows")):
        if isinstance(row, dict):
            cells = {
                kind: {
                    str(name): cell.get("value") if isinstance(cell, dict) else None
                    for name, cell in zip(heads, _listed(row.get(kind)), strict=False)
                }
                for kind, heads in names.items()
            }
            yield {**cells, **doubts}


def _doubts(metadata: Any) -> dict[str, dict[str, str]]:
    """What Google says about how exact a report is; {} when it has no doubts."""
    sampled = any(
        text_at(one, "samplesReadCount") != text_at(one, "samplingSpaceSize")
        for one in objects(at(metadata, "samplingMetadatas"))
    )
    found = {
        "thresholded": at(metadata, "subjectToThresholding") is True,
        "sampled": sampled,
        "other_row": at(metadata, "dataLossFromOtherRow") is True,
    }
    said = {name: "1" for name, is_said in found.items() if is_said}
    return {"doubt": said} if said else {}


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []


def parse(table: Table) -> Batch:
    """As the CSV: visitors, visits and page views of each day, or downloads where the report is by event."""
    batch = ga4.days_batch(table, FORMAT, ALIASES)
    batch.warnings += [FileWarning(_WORDS[name]) for name in table.places(_DOUBTS) if batch.rows_kept]
    return batch


FORMAT = Format(
    id="ga4_api",
    platform="website",
    kind="site_days",
    description=N_("Google Analytics 4, answers of the Data API (JSON)"),
    sniff=_sniff,
    parse=parse,
    unfold=unfold,
)
