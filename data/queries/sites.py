"""What happened on the websites, per period and site."""

import pandas as pd
from sqlalchemy import ColumnElement, Engine, and_, func, not_, select

from data.access import Access
from data.filters import Filters
from data.queries import scope
from data.queries.frames import named, read
from data.queries.window_table import window_table
from data.queries.windows import By, windows
from data.schema import site, site_day
from metrics.campaigns.utm import PREFIX


def whole_site() -> ColumnElement[bool]:
    """The condition that a figure is of the website as a whole: visits of one campaign are a part of its visits."""
    return not_(site_day.c.metric.startswith(PREFIX, autoescape=True))


def sites(engine: Engine, access: Access, filters: Filters, by: By) -> pd.DataFrame:
    """Visitors, visits, page views, downloads and participation per period and site.

    Columns: period, site_id, department_id, metric, value (the sum), days (how many days have a value: a period
    with gaps must not look like a fall), latest (the value of the last of these days). The platforms of the filters do
    not apply: a site has none. One statement; raises `AccessDeniedError`.
    """
    periods = window_table(windows(filters.period, by))
    keys = (periods.c.label.label("period"), site_day.c.site_id, site_day.c.metric)
    added = (
        select(
            *keys,
            func.sum(site_day.c.value).label("value"),
            func.count().label("days"),
            func.max(site_day.c.day).label("last_day"),
        )
        .join_from(periods, site_day, site_day.c.day.between(periods.c.first, periods.c.last))
        .where(*scope.of_sites(site_day.c.site_id, access, filters.departments), whole_site())
        .group_by(*keys)
        .subquery()
    )
    last = and_(
        site_day.c.site_id == added.c.site_id,
        site_day.c.metric == added.c.metric,
        site_day.c.day == added.c.last_day,
    )
    columns = (added.c.period, added.c.site_id, site.c.department_id, added.c.metric, added.c.value, added.c.days)
    statement = (
        select(*columns, site_day.c.value.label("latest"))
        .join_from(added, site, site.c.id == added.c.site_id)
        .join(site_day, last)
    )
    dtypes = {"period": "int64", "site_id": "int64", "department_id": "int64", "metric": "str"}
    frame = read(engine, statement, dtypes | {"value": "float64", "days": "int64", "latest": "float64"})
    return named(frame) if by == "window" else frame
