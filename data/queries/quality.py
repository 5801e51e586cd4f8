"""What is known about the quality of the data: which files they come from, which days they have, what was counted.

Reports of imports, days with a value and definitions of views are in no rollup. Each statement stays small by itself:
it reads the imports, or no more than the period.
"""

import json
from typing import Any

import pandas as pd
from sqlalchemy import Engine, Select, func, select

from data.access import Access
from data.filters import Filters
from data.importing import DONE
from data.queries import scope
from data.queries.frames import joined, read
from data.queries.holding import account_imports
from data.queries.sites import whole_site
from data.schema import account_day, import_batch, post, site, site_day

_HELD = {"account_id": "int64", "import_id": "int64"}
_FILES = {
    "import_id": "int64",
    **dict.fromkeys(("file_name", "format", "kind"), "str"),
    "imported_ts": "int64",
    "covered_until": "int64",
    "report": "object",
}
_NOTHING = {"rows_read": 0, "rows_rejected": 0, "checks": {}}


def files(engine: Engine, access: Access, filters: Filters) -> pd.DataFrame:
    """Every account with each import that holds a post or a day of it, newest first, over all time.

    Columns: account_id, import_id, file_name, format, kind, imported_ts, covered_until; rows_read and rows_rejected
    of its load report; checks, the cross-checks as {name: (checked, failed)}, empty where the format has none. A file
    with several accounts counts for each. Two statements, so that a report is read once; raises `AccessDeniedError`.
    """
    held = account_imports(access, filters)
    pairs = read(engine, select(held.c.account_id, held.c.import_id), _HELD)
    columns = (import_batch.c.id.label("import_id"), *(import_batch.c[name] for name in list(_FILES)[1:]))
    batches = read(engine, select(*columns).where(import_batch.c.status == DONE), _FILES)
    said = [_said(report) for report in batches.pop("report")]
    for name in _NOTHING:
        batches[name] = pd.Series([one[name] for one in said], dtype="object")
    found = pairs.merge(batches, on="import_id").astype({"rows_read": "int64", "rows_rejected": "int64"})
    return found.sort_values(["imported_ts", "import_id", "account_id"], ascending=[False, False, True])


def _said(report: str) -> dict[str, Any]:
    """What a load report says about accuracy; older reports have no checks."""
    known: dict[str, Any] = _NOTHING | json.loads(report or "{}")
    checks = {check["name"]: (int(check["checked"]), int(check["failed"])) for check in known["checks"]}
    return known | {"checks": {name: pair for name, pair in checks.items() if pair[0]}}


def definitions(engine: Engine, access: Access, filters: Filters) -> pd.DataFrame:
    """How the platform counted impressions of the posts in the period: account_id, definition, posts.

    Posts without impressions, and posts whose export does not say, are left out. One statement, over the posts of the
    period; raises `AccessDeniedError`.
    """
    statement = (
        select(post.c.account_id, post.c.views_definition.label("definition"), func.count().label("posts"))
        .where(post.c.day.between(filters.period.first, filters.period.last))
        .where(post.c.views_definition != "", post.c.impressions.is_not(None), post.c.type != "reply")
        .where(*scope.of_accounts(post.c.account_id, access, filters.departments, filters.platforms))
        .group_by(post.c.account_id, post.c.views_definition)
        .order_by(post.c.account_id, post.c.views_definition)
    )
    return read(engine, statement, {"account_id": "int64", "definition": "str", "posts": "int64"})


def account_days(engine: Engine, access: Access, filters: Filters) -> pd.DataFrame:
    """The days of the period for which an account has a daily value: owner_id, metric, days (a list).

    One statement; raises `AccessDeniedError`.
    """
    in_scope = scope.of_accounts(account_day.c.account_id, access, filters.departments, filters.platforms)
    return _days(engine, select(account_day.c.account_id.label("owner_id"), account_day).where(*in_scope), filters)


def site_days(engine: Engine, access: Access, filters: Filters) -> pd.DataFrame:
    """The same for websites; the platforms of the filters do not apply to them."""
    in_scope = [*scope.of_sites(site_day.c.site_id, access, filters.departments), whole_site()]
    return _days(engine, select(site_day.c.site_id.label("owner_id"), site_day).where(*in_scope), filters)


def _days(engine: Engine, values: Select[Any], filters: Filters) -> pd.DataFrame:
    rows = values.subquery()
    statement = (
        select(rows.c.owner_id, rows.c.metric, joined(rows.c.day).label("days"))
        .where(rows.c.day.between(filters.period.first, filters.period.last))
        .group_by(rows.c.owner_id, rows.c.metric)
        .order_by(rows.c.owner_id, rows.c.metric)
    )
    frame = read(engine, statement, {"owner_id": "int64", "metric": "str", "days": "object"})
    lists = [sorted(map(int, days.split(","))) for days in frame["days"]]
    return frame.assign(days=pd.Series(lists, index=frame.index, dtype="object"))


def websites(engine: Engine, access: Access, filters: Filters) -> pd.DataFrame:
    """The websites in scope, by host: site_id, department_id, host. One statement; raises `AccessDeniedError`."""
    statement = (
        select(site.c.id.label("site_id"), site.c.department_id, site.c.host)
        .where(*scope.of_sites(site.c.id, access, filters.departments))
        .order_by(site.c.host)
    )
    return read(engine, statement, {"site_id": "int64", "department_id": "int64", "host": "str"})
