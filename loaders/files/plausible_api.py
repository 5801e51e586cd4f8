"""Plausible, answers of its Stats API (JSON), version 1 (time series) and version 2 (query)."""

from collections.abc import Mapping
from typing import Any

from loaders.files.building import plausible
from loaders.files.building.columns import Columns
from loaders.files.building.format import Format
from loaders.files.building.resaved import parse_resaved
from loaders.files.building.rows import Rows
from loaders.files.building.site_days import SiteDays, added_up, no_days, only_event, site_days_batch
from loaders.files.building.times import ISO
from loaders.files.reading.headers import Aliases, Header
from loaders.files.reading.table import Table
from loaders.records import Batch
from metrics.words import N_

ALIASES: Aliases = {
    "date": ("plausible.date", "plausible.time:day", "plausible.time:hour", "plausible.time"),
    "site": ("plausible.site",),
    "goal": ("plausible.event:goal",),
    "visitors": ("plausible.visitors",),
    "visits": ("plausible.visits",),
    "page_views": ("plausible.pageviews",),
    "events": ("plausible.events",),
    "downloads": ("plausible.downloads",),
}
_GOAL = "event:goal"
_METRICS = frozenset({*plausible.METRICS, "events"})


def _sniff(header: Header) -> bool:
    return any(name.startswith("plausible.") for name in header)


def unfold(document: Any) -> list[dict[str, Any]] | None:
    """The results as rows; None for a document of another kind.

    A list of answers, some about days and some about downloads on these days, gives one row a day.
    """
    if not isinstance(document, list):
        return _of_answer(document)
    found = [_of_answer(answer) for answer in document if not _is_empty(answer)]
    return None if None in found else _joined([row for rows in found for row in rows or ()])


def _is_empty(answer: Any) -> bool:
    """Whether there was no such answer (no goal for downloads), or nothing in it."""
    return answer is None or (isinstance(answer, dict) and answer.get("results") == [])


def _of_answer(document: Any) -> list[dict[str, Any]] | None:
    results = document.get("results") if isinstance(document, dict) else None
    if not isinstance(results, list) or not results or not all(isinstance(one, dict) for one in results):
        return None
    if isinstance(document.get("query"), dict):
        return _of_query(document["query"], results)
    if all("date" in one and _METRICS & one.keys() for one in results):
        return [{"plausible": one} for one in results]
    return None


def _joined(rows: list[dict[str, Any]]) -> list[dict[str, Any]] | None:
    """The days with their downloads beside them; without any day, the rows as they are."""
    found = [row["plausible"] for row in rows]
    downloads = {
        _day(one): one.get("events")
        for one in found
        if str(one.get(_GOAL, "")).casefold() == plausible.DOWNLOAD.casefold()
    }
    days = [{"plausible": {**one, "downloads": downloads.get(_day(one))}} for one in found if _GOAL not in one]
    return days or rows or None


def _day(row: Mapping[str, Any]) -> tuple[str, str]:
    return str(row.get("site")), str(row.get("time:day"))


def _of_query(query: Mapping[str, Any], results: list[dict[str, Any]]) -> list[dict[str, Any]] | None:
    """Version 2 gives values without names: the query that it repeats has them in the same order."""
    names = {kind: query.get(kind) for kind in ("dimensions", "metrics")}
    if not all(isinstance(found, list) for found in names.values()) or not all("metrics" in one for one in results):
        return None
    rows: list[dict[str, Any]] = []
    for result in results:
        row: dict[str, Any] = {"site": query.get("site_id")}
        for kind, found in names.items():
            values = result.get(kind)
            row |= zip(map(str, found or ()), values, strict=False) if isinstance(values, list) else ()
        rows.append({"plausible": row})
    return rows


def parse(table: Table) -> Batch:
    """Visitors, visits and page views by day; downloads where the answer is by goal and has File Download."""
    rows = Rows(table)
    columns = Columns(rows, ALIASES)
    if "date" not in columns:
        return no_days(table, FORMAT, plausible.choose_days())
    dates, column = columns.text("date"), columns.header("date")
    times = parse_resaved(dates, ISO)
    figures = columns.counts(("visitors", "visits", "page_views", "downloads"))
    if "goal" in columns:
        only_event(rows, columns, "goal", plausible.DOWNLOAD)
        figures = {"downloads": columns.counts(("events",))["events"]} if "events" in columns else {}
    plausible.refuse_long_periods(rows, times, column)
    days = SiteDays(columns.text("site"), times, figures, dates, column)
    has_hours = bool((times.precision == "minute").any())
    return site_days_batch(rows, FORMAT, added_up(rows, days) if has_hours else days, plausible.choose_days())


FORMAT = Format(
    id="plausible_api",
    platform="website",
    kind="site_days",
    description=N_("Plausible, answers of the Stats API (JSON)"),
    sniff=_sniff,
    parse=parse,
    unfold=unfold,
)
