"""What the organisation's own posts are, per period and account: by type, tactic, reading level and time of posting.

And how many of their pictures have a description.
"""

from collections.abc import Collection

import pandas as pd
from sqlalchemy import Engine, cast, func, select

from data.access import Access
from data.content import DIMENSIONS
from data.filters import Filters
from data.queries import scope
from data.queries.frames import named, read
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
    sums = [cast(func.sum(rollup_content.c[name]), rollup_content.c[name].type) for name in ("n", "total", "squares")]
    statement = (
        select(
            spans.c.label.label("period"),
            *(rollup_content.c[name] for name in ("account_id", "dimension", "value")),
            *(summed.label(name) for summed, name in zip(sums, ("n", "total", "squares"), strict=True)),
        )
        .select_from(spans)
        .join(rollup_content, rollup_content.c.day.between(spans.c.first, spans.c.last))
        .where(rollup_content.c.dimension.in_(list(dimensions)))
        .where(*scope.of_accounts(rollup_content.c.account_id, access, filters.departments, filters.platforms))
        .group_by(spans.c.label, *(rollup_content.c[name] for name in ("account_id", "dimension", "value")))
        .subquery()
    )
    owned = select(statement, account.c.department_id, account.c.platform).join(
        account, account.c.id == statement.c.account_id
    )
    frame = read(engine, owned, _COLUMNS)
    return named(frame) if by == "window" else frame
