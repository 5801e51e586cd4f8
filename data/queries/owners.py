"""Whose a row is: the accounts in scope, read once, so that no statement joins them to tens of thousands of rows."""

from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from sqlalchemy import Engine, select

from data.access import Access
from data.filters import Filters
from data.queries import scope
from data.queries.frames import read
from data.schema import account

OWNER = {"account_id": "int64", "department_id": "int64", "platform": "str"}
"""The columns that say whose a row is, and their types."""


def owners(engine: Engine, access: Access, filters: Filters) -> pd.DataFrame:
    """The accounts in scope in order of their number, with the columns of `OWNER`."""
    here = scope.of_accounts(account.c.id, access, filters.departments, filters.platforms)
    columns = (account.c.id.label("account_id"), account.c.department_id, account.c.platform)
    return read(engine, select(*columns).where(*here).order_by(account.c.id), OWNER)


def places(known: pd.DataFrame, account_id: NDArray[np.int64]) -> NDArray[np.int64]:
    """The row of `known` that is about each account, -1 for one that is not in it.

    >>> places(pd.DataFrame({"account_id": [2, 5]}), np.array([5, 2, 9, 3])).tolist()
    [1, 0, -1, -1]
    """
    numbers = known["account_id"].to_numpy(np.int64)
    most = int(max(numbers.max(initial=0), account_id.max(initial=0)))
    row = np.full(most + 1, -1, dtype=np.int64)
    row[numbers] = np.arange(len(numbers))
    return row[account_id]


def taken(known: pd.DataFrame, row: NDArray[np.int64]) -> dict[str, Any]:
    """The columns of `OWNER` for these rows of `known`.

    >>> known = pd.DataFrame({"account_id": [2, 5], "department_id": [1, 1], "platform": ["x", "youtube"]})
    >>> taken(known, np.array([1]))["platform"].tolist()
    ['youtube']
    """
    return {name: known[name].array.take(row) for name in OWNER}
