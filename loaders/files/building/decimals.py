"""Cells to numbers with a fraction: hours, percentages, shares. NaN where there is no number."""

import re

import numpy as np
import pandas as pd
from numpy.typing import NDArray

Numbers = NDArray[np.float64]

_SPACES_AND_QUOTES = r"[\s\u00a0\u202f\u2009'\u2019]"
_ENDING = re.compile(r"([.,])(\d+)$")


def decimals(cells: "pd.Series[str]") -> Numbers:
    """Numbers from text, with a point or a comma as decimal sign; NaN where a cell is empty or no number.

    The column tells which sign it is: `2,1` can only be a decimal comma. Without such a cell a comma groups thousands.

    >>> decimals(pd.Series(["1,234.5", "0.25", "", "--", "0:04:34"])).tolist()
    [1234.5, 0.25, nan, nan, nan]
    >>> decimals(pd.Series(["70,2", "1.234,5", "3"])).tolist()
    [70.2, 1234.5, 3.0]
    """
    plain = cells.str.replace("\u2212", "-").str.replace(_SPACES_AND_QUOTES, "", regex=True)
    point = _decimal_sign(plain)
    group = "," if point == "." else "."
    number = rf"[-+]?(?:\d{{1,15}}|\d{{1,3}}(?:\{group}\d{{3}})+)(?:\{point}\d+)?"
    digits = plain.where(plain.str.fullmatch(number), "")
    digits = digits.str.replace(group, "", regex=False).str.replace(point, ".", regex=False)
    return pd.to_numeric(digits, errors="coerce").to_numpy(dtype=np.float64)


def percentages(cells: "pd.Series[str]") -> Numbers:
    """Shares from 0 to 1 from cells in percent, with or without the sign: `2,1%`, `100 %`, `45.3`.

    >>> percentages(pd.Series(["50%", "12,5\\u00a0%", "7", "<1%"])).tolist()
    [0.5, 0.125, 0.07, nan]
    """
    return decimals(cells.str.replace("%", "", regex=False)) / 100


def _decimal_sign(cells: "pd.Series[str]") -> str:
    for cell in cells.unique():
        ending = _ENDING.search(cell)
        if ending is None:
            continue
        sign, digits = ending.groups()
        both = "." in cell and "," in cell
        if both or (len(digits) != 3 and cell.count(sign) == 1):
            return sign
    return "."
