"""What happened on the websites, per period and site."""

import pandas as pd
from sqlalchemy import Engine, func, select

from data.access import Access
from data.filters import Filters
from data.queries import scope
from data.queries.frames import named, read
from data.queries.window_table import window_table
from data.queries.windows import By, windows
from data.schema import site, site_day


def sites(engine: Engine, access: Access, filters: Filters, by: By) -> pd.DataFrame:
    """Visitors, visits, page views and downloads per period and site.

    Columns: period, site_id, department_id, metric, value (the sum), days (how many days have a value: a period
    with gaps must not look like a fall). The platforms of the filters do not apply: a site has none. One
    statement; raises `AccessDeniedError`.
    """
    periods = window_table(windows(filters.period, by))
    keys = (periods.c.label.label("period"), site_day.c.site_id, site_day.c.metric)
    added = (
        select(*keys, func.sum(site_day.c.value).label("value"), func.count().label("days"))
        .join_from(periods, site_day, site_day.c.day.between(periods.c.first, periods.c.last))
        .where(*scope.of_sites(site_day.c.site_id, access, filters.departments))
        .group_by(*keys)
        .subquery()
    )
    statement = select(*added.c, site.c.department_id).join(site, site.c.id == added.c.site_id)
    dtypes = {"period": "int64", "site_id": "int64", "department_id": "int64", "metric": "str"}
    frame = read(engine, statement, dtypes | {"value": "float64", "days": "int64"})
    return named(frame) if by == "window" else frame
