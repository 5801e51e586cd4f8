"""What the organisation's own posts are, per period and account: by type, tactic, reading level and time of posting.

And how many of their pictures have a description.
"""

from collections.abc import Collection
from typing import Any

import pandas as pd
from sqlalchemy import CTE, Engine, Select, cast, func, literal, select, union_all

from data.access import Access
from data.content import DIMENSIONS
from data.filters import Filters
from data.queries import scope
from data.queries.frames import empty, named, read
from data.queries.window_table import window_table
from data.queries.windows import By, windows
from data.schema import account, rollup_content

_COLUMNS = {
    "period": "int64",
    "account_id": "int64",
    "department_id": "int64",
    "platform": "str",
    "dimension": "str",
    "value": "str",
    "n": "int64",
    "total": "float64",
    "squares": "float64",
}


def content(
    engine: Engine, access: Access, filters: Filters, by: By, dimensions: Collection[str] = DIMENSIONS
) -> pd.DataFrame:
    """How many own posts there are of each kind; replies are left out.

    Columns: period, account_id, department_id, platform, dimension, value, n, total, squares. `dimensions` says which
    are asked for: type, tactic, reading (value "nl:B1"; posts with enough words), slot (n posts with known
    interactions, `total` the sum of log(1 + interactions), `squares` of its squares), alt (n pictures, "described" or
    "bare"; posts whose export tells). `period` is "current" or
    "previous" for windows, else the first day of the week or month. One statement; raises `AccessDeniedError`.
    """
    spans = window_table(windows(filters.period, by))
    each = [_of(spans, dimension, access, filters) for dimension in dimensions]
    if not each:
        return empty(_COLUMNS | {"period": "str" if by == "window" else "int64"})
    statement = union_all(*each).subquery()
    owned = select(statement, account.c.department_id, account.c.platform).join(
        account, account.c.id == statement.c.account_id
    )
    frame = read(engine, owned, _COLUMNS)
    return named(frame) if by == "window" else frame


def _of(spans: CTE, dimension: str, access: Access, filters: Filters) -> Select[Any]:
    """The sums of one dimension: sorting the rows of all by one more key takes a fifth longer."""
    kept = rollup_content.c
    sums = (cast(func.sum(kept[name]), kept[name].type).label(name) for name in ("n", "total", "squares"))
    return (
        select(spans.c.label.label("period"), kept.account_id, literal(dimension).label("dimension"), kept.value, *sums)
        .select_from(spans)
        .join(rollup_content, kept.day.between(spans.c.first, spans.c.last))
        .where(kept.dimension == dimension)
        .where(*scope.of_accounts(kept.account_id, access, filters.departments, filters.platforms))
        .group_by(spans.c.label, kept.account_id, kept.value)
    )
