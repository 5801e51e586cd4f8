"""Times with the name of their zone behind them, and times whose zone only the ids tell."""

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from loaders.files.building.patterns import group
from loaders.files.building.rows import Rows
from loaders.files.building.times import Times, parse
from metrics.words import N_, Message

_HOURS = {
    "UTC": 0, "GMT": 0, "Z": 0, "WET": 0, "WEST": 1, "BST": 1, "CET": 1, "CEST": 2, "EET": 2, "EEST": 3, "MSK": 3,
    "AST": -4, "ADT": -3, "EST": -5, "EDT": -4, "CST": -6, "CDT": -5, "MST": -7, "MDT": -6, "PST": -8, "PDT": -7,
    "AEST": 10, "AEDT": 11,
}  # fmt: skip
_QUARTER = 900
_FURTHEST = 15 * 3600


def zoned(cells: "pd.Series[str]", patterns: tuple[str, ...]) -> Times:
    """Times such as `2023-05-24 12:48:32 EDT`; `patterns` are those of the part before the name of the zone.

    >>> zoned(pd.Series(["2023-05-24 12:48:32 EDT"]), ("%Y-%m-%d %H:%M:%S",)).seconds.tolist()
    [1684946912]
    """
    names = group(cells, r"\s(?P<zone>[A-Z]{1,4})$")
    offsets = names.map({name: f" {hours:+03d}00" for name, hours in _HOURS.items()}).fillna("")
    plain = cells.str.replace(r"\s[A-Z]{1,4}$", "", regex=True)
    with_offset = (plain + offsets).astype("str")
    return parse(with_offset, tuple(f"{pattern} %z" for pattern in patterns))


def placed_by_ids(rows: Rows, times: Times, by_id: NDArray[np.int64]) -> Times:
    """Times of a file that does not name their zone, moved by as much as the ids in it say.

    `times` are read as if they were UTC. An id that tells its moment settles its own row, and the usual difference
    settles the others; without any, the times stay as they are and the file is told.
    """
    exact = times.precision == "minute"
    both = exact & (by_id > 0) & (np.abs(times.seconds - by_id) < _FURTHEST)
    if not both.any():
        if exact.any():
            text = N_("This file does not say in which time zone its times are. They are taken as UTC.")
            rows.warn(Message("zone_unknown", text))
        return times
    differences = np.round((times.seconds[both] - by_id[both]) / _QUARTER).astype(np.int64) * _QUARTER
    values, frequencies = np.unique(differences, return_counts=True)
    usual = int(values[frequencies.argmax()])
    own = np.zeros(len(by_id), dtype=np.int64)
    own[both] = differences
    shift = np.where(both, own, usual)  # summer and winter differ, so an id goes before the usual
    return Times(np.where(exact, times.seconds - shift, times.seconds), times.precision)
