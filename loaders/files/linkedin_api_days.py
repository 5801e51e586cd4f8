"""LinkedIn API: statistics of an organisation's posts by day (`organizationalEntityShareStatistics` with intervals)."""

from collections.abc import Sequence
from typing import Any

from loaders.files.building import linkedin_api
from loaders.files.building.columns import Columns
from loaders.files.building.days import daily_figures, days_batch
from loaders.files.building.documents import Object, at, mostly, objects, pages, text_at
from loaders.files.building.format import Format
from loaders.files.building.rows import Rows
from loaders.files.building.times import STAMPS
from loaders.files.building.times import parse as parse_times
from loaders.files.reading.headers import Aliases, Header, resolve
from loaders.files.reading.table import Table
from loaders.records import Batch
from metrics.words import N_, Message

ALIASES: Aliases = {
    "account": ("organizationalEntity",),
    "date": ("timeRange.start",),
    "end": ("timeRange.end",),
    **linkedin_api.STATISTICS,
}
FIGURES = ("impressions", "reach", "clicks")
_DAY = 86_400


def unfold(document: Any) -> Sequence[Object] | None:
    """A row for each interval."""
    elements = [one for answer in pages(document, "elements") for one in objects(answer["elements"])]
    return [_row(one) for one in elements] if mostly(elements, _is_interval) else None


def _is_interval(element: Object) -> bool:
    return at(element, "timeRange", "start") is not None and isinstance(element.get("totalShareStatistics"), dict)


def _row(element: Object) -> Object:
    return {
        "organizationalEntity": linkedin_api.organization(text_at(element, "organizationalEntity")),
        "timeRange.start": linkedin_api.moment(at(element, "timeRange", "start")),
        "timeRange.end": linkedin_api.moment(at(element, "timeRange", "end")),
        **linkedin_api.statistics(element),
    }


def _sniff(header: Header) -> bool:
    found = resolve(header, ALIASES).keys()
    return {"account", "date", "end"} <= found and bool({*FIGURES, "likes"} & found)


def parse(table: Table) -> Batch:
    """Daily figures in UTC days. Negative ones happen: people take reactions back."""
    rows = Rows(table)
    columns = Columns(rows, ALIASES)
    dates = columns.text("date")
    times, ends = parse_times(dates, STAMPS), parse_times(columns.text("end"), STAMPS)
    longer = times.known & ends.known & (ends.seconds - times.seconds > _DAY)
    text = N_("These figures are of more than one day. Ask LinkedIn for figures by day.")
    rows.reject(longer, columns.header("date"), Message("not_by_day", text))
    figures = daily_figures(columns, FIGURES)
    return days_batch(
        rows, FORMAT.id, FORMAT.platform, columns.text("account"), times, figures, columns.header("date"), dates
    )


FORMAT = Format(
    id="linkedin_api_days",
    platform="linkedin",
    kind="account_days",
    description=N_("LinkedIn API, statistics of an organisation by day (JSON)"),
    sniff=_sniff,
    parse=parse,
    unfold=unfold,
)
