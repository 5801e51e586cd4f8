"""How regularly each account posts: what its silence has to be judged by."""

import numpy as np
import pandas as pd
from sqlalchemy import Engine, select

from data.access import Access
from data.filters import Filters
from data.queries import scope
from data.queries.frames import joined, lengths, read, split
from data.schema import post
from metrics.signals.dormancy import rhythm_of

_DAYS = 1 << 20  # more than any day number


def rhythm(engine: Engine, access: Access, filters: Filters) -> pd.DataFrame:
    """The days between posts and own replies, over all time: median_gap and longest_gap by account_id.

    Accounts in scope that posted on fewer than two days have no row. One statement; raises `AccessDeniedError`.
    """
    days = (
        select(post.c.account_id, joined(post.c.day).label("days"))
        .where(*scope.of_accounts(post.c.account_id, access, filters.departments, filters.platforms))
        .group_by(post.c.account_id)
    )
    found = read(engine, days, {"account_id": "int64", "days": "object"})
    posted = np.sort(np.repeat(found["account_id"].to_numpy(), lengths(found["days"])) * _DAYS + split(found["days"]))
    account_id, day = np.divmod(posted, _DAYS)
    gap = np.diff(day)
    between = (account_id[1:] == account_id[:-1]) & (gap > 0)
    place, found = pd.factorize(account_id[1:][between] * _DAYS + gap[between])
    account_id, gap = np.divmod(found, _DAYS)
    return rhythm_of(pd.DataFrame({"account_id": account_id, "gap": gap, "n": np.bincount(place)}))
