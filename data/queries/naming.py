"""Own posts that name a department or an organisation of the list of stakeholders."""

import pandas as pd
from sqlalchemy import BigInteger, Engine, cast, func, select

from data.access import Access
from data.filters import Filters
from data.queries import scope
from data.queries.frames import read
from data.schema import account, rollup_content

_DIMENSION = "named"


def named(engine: Engine, access: Access, filters: Filters) -> pd.DataFrame:
    """How many own posts of the period name whom: account_id, department_id, platform, kind, target_id, n.

    `kind` is department or stakeholder, `target_id` its id; department_id is that of the account. One statement;
    raises `AccessDeniedError`.
    """
    counted = (
        select(
            rollup_content.c.account_id,
            rollup_content.c.value,
            cast(func.sum(rollup_content.c.n), BigInteger).label("n"),
        )
        .where(rollup_content.c.dimension == _DIMENSION)
        .where(rollup_content.c.day.between(filters.period.first, filters.period.last))
        .where(*scope.of_accounts(rollup_content.c.account_id, access, filters.departments, filters.platforms))
        .group_by(rollup_content.c.account_id, rollup_content.c.value)
        .subquery()
    )
    statement = select(*counted.c, account.c.department_id, account.c.platform).join(
        account, account.c.id == counted.c.account_id
    )
    whole = dict.fromkeys(("account_id", "department_id"), "int64")
    found = read(engine, statement, {**whole, "platform": "str", "value": "str", "n": "int64"})
    parts = found.pop("value").str.partition(":")
    kinds = parts[0] if len(found) else pd.Series([], dtype="str")
    targets = parts[2].astype("int64") if len(found) else pd.Series([], dtype="int64")
    return found.assign(kind=kinds, target_id=targets)[
        ["account_id", "department_id", "platform", "kind", "target_id", "n"]
    ]
