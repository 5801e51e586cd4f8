"""Rows that are no data: totals and footers. They are dropped and not counted as read."""

import numpy as np

from loaders.files.reading.headers import normalise
from loaders.files.reading.table import Table

_TOTALS = frozenset(
    {"total", "totals", "grand total", "totaal", "gesamt", "gesamtsumme", "totale", "total général", "suma", "totalt"}
    | {"celkem", "σύνολο"}
)


def data_rows(table: Table, label: int = 0) -> Table:
    """The table without a total in its first row, and totals and footers ("Showing top 500 results") at its end.

    They are known by the cell in the column `label`, which names what a row is about.
    """
    if not len(table):
        return table
    first = table.text(label).tolist()
    drop = np.zeros(len(table), dtype=np.bool_)
    drop[0] = normalise(first[0]) in _TOTALS
    for place in reversed(range(len(table))):
        if normalise(first[place]) not in _TOTALS and not _is_footer(table, place, label, first[place]):
            break
        drop[place] = True
    return table.without(drop)


def _is_footer(table: Table, place: int, label: int, cell: str) -> bool:
    others = [column for number, column in enumerate(table.columns) if number != label]
    return " " in cell and len(others) > 0 and all(column[place].as_py() == "" for column in others)
