"""The columns of a table under our own names, whatever its language and order."""

from collections.abc import Iterable

import pandas as pd

from loaders.files.building.counts import Counts, counts
from loaders.files.building.rows import Rows
from loaders.files.reading.headers import Aliases
from metrics.words import N_, Message


class Columns:
    """Access to a table by the names of `aliases`. Of a column that occurs twice, the one with values is used."""

    def __init__(self, rows: Rows, aliases: Aliases) -> None:
        self._table = rows.table
        self._places = rows.table.places(aliases)
        twice = [rows.table.header[places[0]] for places in self._places.values() if self._same_name(places)]
        if twice:
            text = N_("These columns occur more than once: {columns}. The first one with values was used.")
            rows.warn(Message("duplicate_headers", text, {"columns": ", ".join(twice)}))

    def _same_name(self, places: list[int]) -> bool:
        keys = [self._table.keys[place] for place in places]
        return len(set(keys)) < len(keys)

    def __contains__(self, name: str) -> bool:
        return name in self._places

    def header(self, name: str) -> str | None:
        """The column's name in the file, for reasons; None when the file has no such column."""
        return self._table.header[self._places[name][0]] if name in self._places else None

    def text(self, name: str, trimmed: bool = True) -> "pd.Series[str]":
        """The cells of a column; empty text when the file has no such column. `trimmed=False` for what people wrote."""
        places: list[int | None] = [*self._places.get(name, [])] or [None]
        found = [self._table.text(place, trimmed) for place in places]
        return next((cells for cells in found if (cells != "").any()), found[0])

    def counts(self, names: Iterable[str], signed: Iterable[str] = ()) -> dict[str, Counts]:
        """The counts among these columns that the file has; negative ones only in `signed`."""
        return {name: self._count(name, name in set(signed)) for name in names if name in self}

    def _count(self, name: str, signed: bool) -> Counts:
        found = [counts(self._table.text(place), signed) for place in self._places[name]]
        return next((column for column in found if column.values.any()), found[0])
