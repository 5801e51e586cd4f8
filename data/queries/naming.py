"""Which departments and stakeholder organisations the posts of each account name."""

import pandas as pd
from sqlalchemy import Engine, Integer, cast, func, select

from data.access import Access
from data.filters import Filters
from data.naming import NAMED
from data.queries import scope
from data.queries.frames import read
from data.schema import account, rollup_content

_COLUMNS = {
    "account_id": "int64",
    "department_id": "int64",
    "platform": "str",
    "value": "str",
    "n": "int64",
    "replies": "int64",
}


def named(engine: Engine, access: Access, filters: Filters) -> pd.DataFrame:
    """How many own posts and own replies in the period name somebody, per account; the filters are about the account.

    Columns: account_id, department_id (of the account), platform, kind ("department" or "stakeholder"), target_id, n,
    replies (how many of the n are replies: `n - replies` of the account's posts name it). An account that names its
    own department is not in it. Raises `AccessDeniedError`.
    """
    period = filters.period
    counted = (
        select(
            *(rollup_content.c[name] for name in ("account_id", "value")),
            cast(func.sum(rollup_content.c.n), rollup_content.c.n.type).label("n"),
            cast(func.sum(rollup_content.c.total), Integer).label("replies"),
        )
        .where(rollup_content.c.dimension == NAMED, rollup_content.c.day.between(period.first, period.last))
        .where(*scope.of_accounts(rollup_content.c.account_id, access, filters.departments, filters.platforms))
        .group_by(rollup_content.c.account_id, rollup_content.c.value)
        .subquery()
    )
    owned = select(counted, account.c.department_id, account.c.platform).join(
        account, account.c.id == counted.c.account_id
    )
    frame = read(engine, owned.order_by(counted.c.account_id, counted.c.value), _COLUMNS)
    kind, number = (frame["value"].str.split(":").str[place] for place in (0, 1))
    frame = frame.assign(kind=kind.astype("str"), target_id=number.astype("int64"))
    return frame[["account_id", "department_id", "platform", "kind", "target_id", "n", "replies"]]
