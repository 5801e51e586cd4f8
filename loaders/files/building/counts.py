"""Cells to whole numbers, and for each missing one why it is missing."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

MISSING_CELLS = ("", "-", "--", "\u2013", "\u2014", "n/a", "#n/a", "na", "nan", "undefined", "none", "null", "<1")
"""What platforms write when there is no number. Empty is not zero."""

_WHOLE = r"^[-+]?\d{1,15}(\.0{1,2})?$"  # 1.000 may be a thousand
_GROUPED = re.compile(r"^([-+]?\d{1,3})([., '\u2019])(\d{3})(?:\2\d{3})*$")
_POINT_IS_DECIMAL = r"\.(\d{1,2}|\d{4,})$"
_LARGEST = 10**15
_SPACES = re.compile(r"[\u00a0\u202f\u2009]")


@dataclass(frozen=True)
class Counts:
    """A column of counts: `values` where `reasons` is ".", else 0 with the letter of `metrics.measures.MISSING`."""

    values: NDArray[np.int64]
    reasons: NDArray[np.str_]

    @property
    def present(self) -> NDArray[np.bool_]:
        """Which rows have a value."""
        return np.asarray(self.reasons == ".")

    def series(self) -> "pd.Series[int]":
        """The values as a nullable column."""
        return pd.Series(pd.arrays.IntegerArray(self.values.copy(), ~self.present))

    def missing_where(self, mask: NDArray[np.bool_], reason: str) -> "Counts":
        """The same counts, some of them missing for a reason."""
        return Counts(np.where(mask, 0, self.values), np.where(mask, reason, self.reasons))


def absent(n: int, reason: str) -> Counts:
    """A count that no row of the file has.

    >>> absent(2, "p").reasons.tolist()
    ['p', 'p']
    """
    return Counts(np.zeros(n, dtype=np.int64), np.full(n, reason))


def counts(column: "pd.Series[str]", signed: bool = False, decimal: str = "") -> Counts:
    """Whole numbers from text: `1,253`, `1.253`, `3423.0`; missing "e" when empty, "x" when not a count.

    A negative number is a count only when `signed` (net followers). `decimal` is the decimal sign; by default the
    other cells of the column tell whether a point groups thousands.

    >>> c = counts(pd.Series(["3423.0", "1,253", "", "-", "many", "-2"]))
    >>> c.values.tolist(), "".join(c.reasons)
    ([3423, 1253, 0, 0, 0, 0], '..eexx')
    """
    cells = pa.chunked_array(pa.array(column, type=pa.large_string())).combine_chunks()  # long columns come in pieces
    whole = np.asarray(pc.match_substring_regex(cells, _WHOLE))
    digits = pc.replace_substring_regex(pc.if_else(pa.array(whole), cells, "0"), r"^\+|\.0+$", "")
    values = np.asarray(pc.cast(digits, pa.int64()))
    reasons = np.where(whole, ".", "x")
    if not whole.all():
        if not decimal and pc.any(pc.match_substring_regex(cells, _POINT_IS_DECIMAL)).as_py():
            decimal = "."
        odd = cells.filter(pa.array(~whole)).dictionary_encode()
        found = [_read(cell, decimal) for cell in odd.dictionary.to_pylist()]
        places = np.asarray(odd.indices)
        values = values.copy()
        values[~whole] = np.array([value if isinstance(value, int) else 0 for value in found], dtype=np.int64)[places]
        reasons[~whole] = np.array(["." if isinstance(value, int) else value for value in found])[places]
    result = Counts(values, reasons)
    return result if signed else result.missing_where(values < 0, "x")


def _read(cell: str, decimal: str) -> int | str:
    """The number of an unusual cell, or the letter of why there is none."""
    plain = _SPACES.sub(" ", cell).replace("\u2212", "-").strip()
    if plain.casefold() in MISSING_CELLS:
        return "e"
    if decimal:
        plain = re.sub(rf"\{decimal}0+$", "", plain)
    if re.match(_WHOLE, plain):
        return int(plain.split(".")[0])
    grouped = _GROUPED.match(plain)
    if grouped and grouped.group(2) != decimal:
        number = int(re.sub(r"[^\d-]", "", plain))
        return number if abs(number) < _LARGEST else "x"
    return "x"


def total(parts: Sequence[Counts]) -> Counts:
    """The sum of several counts, missing where one of them is missing.

    >>> t = total([counts(pd.Series(["1", "2"])), counts(pd.Series(["3", ""]))])
    >>> t.values.tolist(), t.reasons.tolist()
    ([4, 0], ['.', 'e'])
    """
    reasons = parts[0].reasons
    for part in parts[1:]:
        reasons = np.where(reasons == ".", part.reasons, reasons)
    values = np.sum([part.values for part in parts], axis=0)
    return Counts(np.where(reasons == ".", values, 0), reasons)
