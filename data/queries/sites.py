"""What happened on the websites, per period and site."""

from collections.abc import Collection

import numpy as np
import pandas as pd
from sqlalchemy import ColumnElement, Engine, cast, not_, select

from data.access import Access
from data.filters import Filters
from data.queries import scope
from data.queries.frames import empty, named, read, repeated
from data.queries.windows import By, Window, windows
from data.schema import Big, site, site_day
from metrics.campaigns.utm import PREFIX


def whole_site() -> ColumnElement[bool]:
    """The condition that a figure is of the website as a whole: visits of one campaign are a part of its visits."""
    return not_(site_day.c.metric.startswith(PREFIX, autoescape=True))


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
    within = site_day.c.day.between(asked[0].period.first, max(window.period.last for window in asked))
    here = scope.of_sites(site_day.c.site_id, access, filters.departments)
    if metrics is not None and not metrics:
        return empty({"period": "str" if by == "window" else "int64", **_FIGURES})
    which = whole_site() if metrics is None else site_day.c.metric.in_(sorted(metrics))
    # One key of two columns: each column of so many rows takes time.
    key = (cast(site_day.c.day, Big) * _SITES_AT_MOST + site_day.c.site_id).label("key")
    only = next(iter(metrics)) if metrics is not None and len(metrics) == 1 else None  # then it need not be read
    columns = [key, site_day.c.value, *([] if only else [site_day.c.metric])]
    dtypes = {name: dtype for name, dtype in _DAYS.items() if name != "metric" or only is None}
    days = read(engine, select(*columns).where(within, which, *here), dtypes)
    if only is not None:
        days["metric"] = repeated(only, len(days))
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
_DAYS = {"key": "int64", "metric": "str", "value": "float64"}
_SITES = {"id": "int64", "department_id": "int64"}


def _added_up(days: pd.DataFrame, asked: list[Window], owners: pd.DataFrame) -> pd.DataFrame:
    """A row for each period, site and metric: adding up here is much faster than joining days to periods there."""
    day, site_id = np.divmod(days["key"].to_numpy(), _SITES_AT_MOST)
    values = days["value"].to_numpy()
    place = np.searchsorted([window.period.first for window in asked], day, side="right") - 1
    site_at = np.searchsorted(owners["id"].to_numpy(), site_id)
    metric, names = pd.factorize(days["metric"])
    group, found = pd.factorize((place * len(owners) + site_at) * len(names) + metric)
    cells, metric = np.divmod(found, max(len(names), 1))
    place, site_at = np.divmod(cells, max(len(owners), 1))
    order, latest = np.argsort(day, kind="stable"), np.zeros(len(found))
    latest[group[order]] = values[order]  # of several the last one stays
    return pd.DataFrame(
        {
            "period": np.array([window.label for window in asked], dtype=np.int64)[place],
            "site_id": owners["id"].to_numpy()[site_at],
            "department_id": owners["department_id"].to_numpy()[site_at],
            "metric": names.array.take(metric),
            "value": np.bincount(group, weights=values),
            "days": np.bincount(group),
            "latest": latest,
        }
    )
