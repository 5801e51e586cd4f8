"""Cells that are a share of a whole, written as a fraction or in percent."""

import numpy as np
import pandas as pd

from loaders.files.building.decimals import Numbers, decimals, percentages


def shares(cells: "pd.Series[str]") -> Numbers:
    """Shares from 0 to 1: cells with a percent sign are divided by 100, others are fractions already.

    >>> shares(pd.Series(["0.852", "0,5", "12.5%", "1", "< 1%"])).tolist()
    [0.852, 0.5, 0.125, 1.0, nan]
    """
    in_percent = cells.str.contains("%", regex=False).to_numpy(dtype=np.bool_)
    fractions = cells.str.replace(r"^0?,(\d+)$", r"0.\1", regex=True)
    return np.where(in_percent, percentages(cells.where(in_percent, "")), decimals(fractions.mask(in_percent, "")))
