"""A table of text, column by column, that still knows the line each row stood on."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from loaders.files.reading.headers import Aliases, Header, normalise, resolve
from loaders.records import FileWarning, Rejection


@dataclass(frozen=True)
class Table:
    """One table of a file. Cells are text; a missing cell is "".

    `name` is the file with its zip member and sheet after `!`; `file_name` is the export's own file name, which
    often holds the account. `lacking` is how many cells each row had fewer than the header. `rejected`
    are rows that could not be read as rows at all; they are in no column. `above` are the lines that stood above the
    header, `sheet` is the sheet's name, `part` what tells several tables of one file or sheet apart (the end
    of `name`). `clues` is what is known from elsewhere: other files of the same export,
    the file's own date ("modified", seconds), and a person's answers ("year", "platform", ...).
    """

    name: str
    file_name: str
    header: tuple[str, ...]
    columns: tuple[Any, ...]  # pyarrow chunked arrays of text
    lines: NDArray[np.int64]
    lacking: NDArray[np.int64]
    rejected: tuple[Rejection, ...] = ()
    warnings: tuple[FileWarning, ...] = ()
    above: tuple[str, ...] = ()
    sheet: str = ""
    part: str = ""
    clues: Mapping[str, str] = field(default_factory=dict)

    def __len__(self) -> int:
        return len(self.lines)

    @property
    def short(self) -> NDArray[np.bool_]:
        """Which rows had fewer cells than the header."""
        return np.asarray(self.lacking > 0)

    @cached_property
    def keys(self) -> Header:
        """The header in the form that names are compared in."""
        return Header(map(normalise, self.header), self.above, self.sheet, self.file_name)

    def places(self, aliases: Aliases) -> dict[str, list[int]]:
        """Where each of our columns stands (`headers.resolve`)."""
        return resolve(self.keys, aliases)

    def text(self, position: int | None, trimmed: bool = True) -> "pd.Series[str]":
        """One column as text, without space around it unless asked; an absent column is empty text in each row."""
        if position is None:
            return pd.Series([""] * len(self), dtype="str")
        cells = self.columns[position]
        return pd.Series(pd.array(pc.utf8_trim_whitespace(cells) if trimmed else cells, dtype="str"))

    def first_rows(self, n: int) -> pd.DataFrame:
        """The first rows as a frame, for previews; equal header names get a number."""
        names, seen = [], dict[str, int]()
        for name in self.header:
            seen[name] = seen.get(name, 0) + 1
            names.append(name if seen[name] == 1 else f"{name} ({seen[name]})")
        cells = {name: column.slice(0, n).to_pylist() for name, column in zip(names, self.columns, strict=True)}
        return pd.DataFrame(cells, dtype="str")

    def without(self, drop: NDArray[np.bool_]) -> "Table":
        """The table without some rows, which then count as never read (totals, footers)."""
        if not drop.any():
            return self
        keep = pa.array(~drop)
        return replace(
            self,
            columns=tuple(column.filter(keep) for column in self.columns),
            lines=self.lines[~drop],
            lacking=self.lacking[~drop],
        )
