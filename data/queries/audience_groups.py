"""Groups of audiences as platforms describe them: the newest figures of each account."""

from typing import Any

import pandas as pd
from sqlalchemy import Engine, Select, func, select

from data.access import Access
from data.filters import Filters
from data.queries import scope
from data.queries.frames import read
from data.schema import account, audience, import_batch

_COLUMNS = {
    "account_id": "int64",
    **dict.fromkeys(("platform", "name", "dimension", "label", "metric"), "str"),
    "value": "float64",
    "day": "float64",
    "observed_ts": "int64",
}


def audience_groups(engine: Engine, access: Access, filters: Filters) -> pd.DataFrame:
    """What the newest export says about the audience of each account, in the order of the file.

    Columns: account_id, platform, name (of the account), dimension, label, metric, value; day of the figure, NaN where
    the file does not say; observed_ts, the moment of the export. For each account, dimension and metric all figures
    are of one import and one day: the newest, whatever the period of the filters. One statement; raises
    `AccessDeniedError`.
    """
    return read(engine, _statement(access, filters), _COLUMNS)


def _statement(access: Access, filters: Filters) -> Select[Any]:
    table = (audience.c.account_id, audience.c.dimension, audience.c.metric)
    newest_first = (
        import_batch.c.observed_ts.desc(),
        import_batch.c.id.desc(),
        func.coalesce(audience.c.day, 0).desc(),  # the engines disagree on where NULL stands
    )
    ranked = (
        select(
            audience,
            import_batch.c.observed_ts,
            func.rank().over(partition_by=table, order_by=newest_first).label("age"),
        )
        .join_from(audience, import_batch, import_batch.c.id == audience.c.import_id)
        .where(*scope.of_accounts(audience.c.account_id, access, filters.departments, filters.platforms))
        .subquery()
    )
    columns = [ranked.c[name] for name in ("account_id", "dimension", "label", "metric", "value", "day", "observed_ts")]
    return (
        select(*columns, account.c.platform, account.c.name)
        .join_from(ranked, account, account.c.id == ranked.c.account_id)
        .where(ranked.c.age == 1)
        .order_by(account.c.platform, account.c.name, account.c.id, ranked.c.import_id, ranked.c.place)
    )
