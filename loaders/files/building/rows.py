"""The account of every row of a table: still in, rejected with a reason, or a duplicate."""

from collections.abc import Callable, Iterable
from datetime import date

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from loaders.files.reading.table import Table
from loaders.records import Check, FileWarning, Question, Rejection
from metrics.words import N_, Message

Mask = NDArray[np.bool_]

SHOWN_ROWS = 100
"""A warning names at most this many rows."""


class Rows:
    """Which rows of a table stay, and why the others do not. The first reason of a row is the one that counts."""

    def __init__(self, table: Table) -> None:
        self.table = table
        self.alive: Mask = np.ones(len(table), dtype=np.bool_)
        self.rejected: list[Rejection] = list(table.rejected)
        self.warnings: list[FileWarning] = list(table.warnings)
        self.checks: list[Check] = []
        self.questions: list[Question] = []
        self.duplicates = 0

    @property
    def read(self) -> int:
        """All data rows of the file, also those that were no proper row."""
        return len(self.table) + len(self.table.rejected)

    def everywhere(self, text: str) -> "pd.Series[str]":
        """The same text in each row, for what a file's name says of all of them."""
        return pd.Series([text] * len(self.table), dtype="str")

    def reject(self, mask: "Mask | pd.Series[bool]", column: str | None, reason: Message) -> None:
        """Leave out rows that are still in."""
        out = np.asarray(mask, dtype=np.bool_) & self.alive
        self.alive &= ~out
        self.rejected += [Rejection(int(line), column, reason) for line in self.table.lines[out]]

    def reject_each(self, mask: Mask, column: str | None, reason: Callable[[int], Message]) -> None:
        """Leave out rows that are still in, each for a reason of its own (by its place in the table)."""
        out = mask & self.alive
        self.alive &= ~out
        lines = self.table.lines
        self.rejected += [Rejection(int(lines[i]), column, reason(i)) for i in np.flatnonzero(out).tolist()]

    def reject_unreadable(self, mask: Mask, column: str | None, cells: "pd.Series[str]") -> None:
        """Leave out rows whose date is missing or cannot be read; the reason quotes the cell."""
        text = N_('The date "{value}" cannot be read.')
        no_date = Message("no_date", N_("This row has no date."))
        found = cells.tolist()
        self.reject_each(
            mask,
            column,
            lambda i: Message("unreadable_date", text, {"value": found[i][:40]}) if found[i] else no_date,
        )

    def drop_duplicates(self, keys: "pd.Series[str]", completeness: NDArray[np.int64]) -> None:
        """Of rows with one key keep the most complete, of equals the last; count the others."""
        if not keys[self.alive].duplicated().any():
            return
        order = np.lexsort((np.arange(len(keys)), completeness))
        ranked = keys.iloc[order][self.alive[order]]
        losers = ranked.index[ranked.duplicated(keep="last")]
        self.alive[losers] = False
        self.duplicates += len(losers)

    def check(self, name: str, checked: Mask, failed: Mask) -> None:
        """Record a cross-check (`records.Check`) of the rows that are still in; one that checked none is left out."""
        n = int((checked & self.alive).sum())
        if n:
            self.checks.append(Check(name, n, int((failed & checked & self.alive).sum())))

    def ask(self, name: str, text: Message, options: Iterable[str]) -> str:
        """The answer to a question that the file leaves open: a clue of this name, else the first option for now."""
        choices = tuple(options)
        known = self.table.clues.get(name, "")
        if known in choices:
            return known
        self.questions.append(Question(name, text, choices))
        return choices[0]

    def ask_date(self, name: str, text: Message) -> date | None:
        """The answer to a question for a date (YYYY-MM-DD), which has no options; None until there is one."""
        try:
            return date.fromisoformat(self.table.clues.get(name, ""))
        except ValueError:
            self.questions.append(Question(name, text, ()))
            return None

    def warn(self, message: Message, mask: "Mask | Iterable[bool] | None" = None) -> None:
        """Tell something about the file, with the first rows it concerns."""
        lines: NDArray[np.int64] = self.table.lines[:0] if mask is None else self.table.lines[np.asarray(mask)]
        self.warnings.append(FileWarning(message, tuple(int(line) for line in lines[:SHOWN_ROWS])))
