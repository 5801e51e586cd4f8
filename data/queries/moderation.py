"""What was removed, as the log of removals tells: counts per account, never a comment."""

import pandas as pd
from sqlalchemy import BigInteger, Engine, case, cast, func, select

from data.access import Access
from data.filters import Filters
from data.queries import scope
from data.queries.frames import read
from data.schema import moderation


def removals(engine: Engine, access: Access, filters: Filters) -> pd.DataFrame:
    """Removals in the period: account_id, n, and how many of these name a house rule (cited).

    Accounts without a line in the log have no row. One statement; raises `AccessDeniedError`.
    """
    period, log = filters.period, moderation.c
    cited = case((func.coalesce(log.rule, "") != "", log.n), else_=0)
    statement = (
        select(
            log.account_id,
            cast(func.sum(log.n), BigInteger).label("n"),
            cast(func.sum(cited), BigInteger).label("cited"),
        )
        .where(log.day.between(period.first, period.last))
        .where(*scope.of_accounts(log.account_id, access, filters.departments, filters.platforms))
        .group_by(log.account_id)
    )
    return read(engine, statement, dict.fromkeys(("account_id", "n", "cited"), "int64"))
