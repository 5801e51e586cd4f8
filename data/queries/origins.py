"""Which imports the figures of a period rest on: how new their numbers are, and how many rows were left out."""

import json
from typing import Any

import pandas as pd
from sqlalchemy import ColumnElement, Engine, Select, Subquery, select, union

from data.access import Access
from data.filters import Filters
from data.queries import scope
from data.queries.frames import read
from data.schema import account_day_observation, import_batch, observation, post, site_day_observation

_FOUND = {"platform": "str", "observed_ts": "int64", "report": "object"}


def origins(engine: Engine, access: Access, filters: Filters) -> pd.DataFrame:
    """A row for each platform with data in the period, in alphabetical order of their codes.

    Columns: `platform`; `tables`, how many imported tables hold posts or daily figures of the period; `observed_ts`,
    the newest moment at which their numbers were true; `rows_read` and `rows_rejected` of those tables as a whole.
    Websites count whatever platforms were asked for. One statement; raises `AccessDeniedError`.
    """
    found = read(engine, _statement(access, filters), _FOUND)
    reports = found.pop("report").map(json.loads)
    for name in ("rows_read", "rows_rejected"):
        found[name] = reports.map(lambda report, name=name: report.get(name, 0)).astype("int64")
    grouped = found.groupby("platform", as_index=False)
    return grouped.agg(
        tables=("observed_ts", "size"),
        observed_ts=("observed_ts", "max"),
        rows_read=("rows_read", "sum"),
        rows_rejected=("rows_rejected", "sum"),
    )


def _statement(access: Access, filters: Filters) -> Select[Any]:
    held = _held(access, filters)
    columns = (import_batch.c.platform, import_batch.c.observed_ts, import_batch.c.report)
    return select(*columns).join_from(held, import_batch, import_batch.c.id == held.c.import_id)


def _held(access: Access, filters: Filters) -> Subquery:
    """The imports with anything of the period: an import that an undo took away holds nothing any more."""

    def in_period(day: ColumnElement[int]) -> ColumnElement[bool]:
        return day.between(filters.period.first, filters.period.last)

    def of_accounts(account_id: ColumnElement[int]) -> list[ColumnElement[bool]]:
        return scope.of_accounts(account_id, access, filters.departments, filters.platforms)

    of_posts = select(observation.c.import_id).join_from(post, observation, observation.c.id == post.c.id)
    days, sites = account_day_observation.c, site_day_observation.c
    return union(
        of_posts.where(in_period(post.c.day), *of_accounts(post.c.account_id)),
        select(days.import_id).where(in_period(days.day), *of_accounts(days.account_id)),
        select(sites.import_id).where(
            in_period(sites.day), *scope.of_sites(sites.site_id, access, filters.departments)
        ),
    ).subquery()
