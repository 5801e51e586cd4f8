"""Rows that are no data: totals and footers. They are dropped and not counted as read."""

import numpy as np

from loaders.files.reading.headers import normalise
from loaders.files.reading.table import Table

_TOTALS = frozenset(
    {"total", "totals", "grand total", "totaal", "gesamt", "gesamtsumme", "totale", "total général", "suma", "totalt"}
    | {"celkem", "σύνολο"}
)


def data_rows(table: Table) -> Table:
    """The table without a total in its first or last row, and without a footer ("Showing top 500 results")."""
    if not len(table):
        return table
    first = table.text(0).tolist()
    drop = np.zeros(len(table), dtype=np.bool_)
    for place in (0, -1):
        drop[place] = normalise(first[place]) in _TOTALS
    others_empty = len(table.columns) > 1 and all(column[-1].as_py() == "" for column in table.columns[1:])
    drop[-1] |= others_empty and " " in first[-1]
    return table.without(drop)
