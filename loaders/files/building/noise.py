"""Rows that are no data: totals and footers. They are dropped and not counted as read."""

import numpy as np

from loaders.files.reading.headers import normalise
from loaders.files.reading.table import Table

_TOTALS = frozenset(
    {"total", "totals", "grand total", "totaal", "gesamt", "gesamtsumme", "totale", "total général", "suma", "totalt"}
    | {"celkem", "σύνολο"}
)


def data_rows(table: Table) -> Table:
    """The table without a total in its first row, and totals and footers ("Showing top 500 results") at its end."""
    if not len(table):
        return table
    first = table.text(0).tolist()
    drop = np.zeros(len(table), dtype=np.bool_)
    drop[0] = normalise(first[0]) in _TOTALS
    for place in reversed(range(len(table))):
        if normalise(first[place]) not in _TOTALS and not _is_footer(table, place, first[place]):
            break
        drop[place] = True
    return table.without(drop)


def _is_footer(table: Table, place: int, cell: str) -> bool:
    others = table.columns[1:]
    return " " in cell and len(others) > 0 and all(column[place].as_py() == "" for column in others)
