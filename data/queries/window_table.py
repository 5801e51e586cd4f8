"""Windows as a table inside a statement, so that one statement reports them all."""

from collections.abc import Iterable

from sqlalchemy import CTE, Integer, column, values

from data.queries.windows import Window


def window_table(windows: Iterable[Window]) -> CTE:
    """A common table expression with `label`, `first` and `last` of each window."""
    rows = [(window.label, window.period.first, window.period.last) for window in windows]
    columns = (column(name, Integer) for name in ("label", "first", "last"))
    return values(*columns, name="windows").data(rows).cte("windows")
