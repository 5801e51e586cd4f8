"""Cells that say yes or no."""

import numpy as np
import pandas as pd
from numpy.typing import NDArray

_YES = frozenset({"true", "1", "1.0", "yes", "ja", "si", "sí", "verdadero", "waar", "t"})


def is_true(cells: "pd.Series[str]") -> NDArray[np.bool_]:
    """Which cells say yes, in the words of Python, R and Excel.

    >>> is_true(pd.Series(["TRUE", "False", "1", "", "WAAR"])).tolist()
    [True, False, True, False, True]
    """
    return np.asarray(cells.str.strip().str.casefold().isin(_YES), dtype=np.bool_)
