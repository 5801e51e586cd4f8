"""What happened on the websites, per period and site."""

from collections.abc import Collection
from typing import Any

import numpy as np
import pandas as pd
from sqlalchemy import ColumnElement, Engine, Select, Table, cast, literal, not_, select, union_all

from data.access import Access
from data.filters import Filters
from data.queries import scope
from data.queries.frames import empty, named, read, repeated
from data.queries.windows import By, Window, whole_weeks, windows
from data.schema import Big, rollup_site_week, site, site_day
from metrics.campaigns.utm import PREFIX
from metrics.periods import Period


def whole_site(metric: ColumnElement[str] = site_day.c.metric) -> ColumnElement[bool]:
    """The condition that a figure is of the website as a whole: visits of one campaign are a part of its visits."""
    return not_(metric.startswith(PREFIX, autoescape=True))


def sites(
    engine: Engine, access: Access, filters: Filters, by: By, metrics: Collection[str] | None = None
) -> pd.DataFrame:
    """Visitors, visits, page views, downloads and participation per period and site.

    Columns: period, site_id, department_id, metric, value (the sum), days (how many days have a value: a period
    with gaps must not look like a fall), latest (the value of the last of these days). Only these metrics where they
    are named. The platforms of the filters do not apply: a site has none. Two statements; raises
    `AccessDeniedError`.
    """
    asked = sorted(windows(filters.period, by), key=lambda window: window.period.first)
    here = scope.of_sites(site.c.id, access, filters.departments)
    if metrics is not None and not metrics:
        return empty({"period": "str" if by == "window" else "int64", **_FIGURES})
    statement = union_all(*_rows(asked, by, select(site.c.id).where(*here) if here else None, metrics)).subquery()
    dtypes = {name: dtype for name, dtype in _DAYS.items() if name in statement.c}
    days = read(engine, select(*statement.c), dtypes)
    if "metric" not in days:
        days["metric"] = repeated(next(iter(metrics or ())), len(days))
    if "days" not in days:
        days = days.assign(days=1, latest=days["value"])
    frame = _added_up(days, asked, read(engine, select(site.c.id, site.c.department_id).order_by(site.c.id), _SITES))
    return named(frame) if by == "window" else frame


_FIGURES = {
    "site_id": "int64",
    "department_id": "int64",
    "metric": "str",
    "value": "float64",
    "days": "int64",
    "latest": "float64",
}
_SITES_AT_MOST = 2**20
_DAYS = {"key": "int64", "metric": "str", "value": "float64", "days": "int64", "latest": "float64"}
_SITES = {"id": "int64", "department_id": "int64"}


def _rows(
    asked: list[Window], by: By, allowed: Select[tuple[int]] | None, metrics: Collection[str] | None
) -> list[Select[Any]]:
    """The weeks that lie in a window as a whole, and the days around them. Months are added up from days alone.

    One key of two columns, and no metric where there is one: each column of so many rows takes time.
    """

    def of(time: ColumnElement[int], table: Table, stretch: Period, *more: ColumnElement[Any]) -> Select[Any]:
        which = whole_site(table.c.metric) if metrics is None else table.c.metric.in_(sorted(metrics))
        here = [] if allowed is None else [table.c.site_id.in_(allowed)]
        key = (cast(time, Big) * _SITES_AT_MOST + table.c.site_id).label("key")
        metric = [] if metrics is not None and len(metrics) == 1 else [table.c.metric]
        columns = (key, *metric, table.c.value, *more)
        return select(*columns).where(time.between(stretch.first, stretch.last), which, *here)

    day, weeks = site_day.c, rollup_site_week.c
    first, last = asked[0].period.first, max(window.period.last for window in asked)
    if by == "month":
        return [of(day.day, site_day, Period(first, last))]
    found = []
    for stretch in [Period(first, last)] if by == "week" else [window.period for window in asked]:
        whole, ends = whole_weeks(stretch)
        one = literal(1).label("days"), day.value.label("latest")
        found += [of(day.day, site_day, end, *one) for end in ends]
        if whole:
            found.append(of(weeks.week, rollup_site_week, whole, weeks.days, weeks.latest))
    return found


def _added_up(days: pd.DataFrame, asked: list[Window], owners: pd.DataFrame) -> pd.DataFrame:
    """A row for each period, site and metric: adding up here is much faster than joining days to periods there."""
    day, site_id = np.divmod(days["key"].to_numpy(), _SITES_AT_MOST)
    place = np.searchsorted([window.period.first for window in asked], day, side="right") - 1
    site_at = np.searchsorted(owners["id"].to_numpy(), site_id)
    metric, names = pd.factorize(days["metric"])
    group, found = pd.factorize((place * len(owners) + site_at) * len(names) + metric)
    cells, metric = np.divmod(found, max(len(names), 1))
    place, site_at = np.divmod(cells, max(len(owners), 1))
    order, latest = np.argsort(day, kind="stable"), np.zeros(len(found))
    latest[group[order]] = days["latest"].to_numpy()[order]  # of several the last one stays
    return pd.DataFrame(
        {
            "period": np.array([window.label for window in asked], dtype=np.int64)[place],
            "site_id": owners["id"].to_numpy()[site_at],
            "department_id": owners["department_id"].to_numpy()[site_at],
            "metric": names.array.take(metric),
            "value": np.bincount(group, weights=days["value"]),
            "days": np.bincount(group, weights=days["days"]).astype(np.int64),
            "latest": latest,
        }
    )
