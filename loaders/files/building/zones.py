"""Times with the name of their zone behind them, and times whose zone only the ids tell."""

from dataclasses import dataclass

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
_QUARTER, _HOUR = 900, 3600
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


@dataclass(frozen=True)
class Shifts:
    """How far a file's clock is ahead of UTC, at the moments at which an id tells it: seconds, in order of time."""

    at: NDArray[np.int64]
    ahead: NDArray[np.int64]

    def near(self, seconds: NDArray[np.int64]) -> NDArray[np.int64]:
        """The shift at the nearest moment that is known: summer and winter differ. There must be one."""
        after = np.searchsorted(self.at, seconds).clip(max=len(self.at) - 1)
        before = (after - 1).clip(min=0)
        nearer = np.abs(self.at[before] - seconds) <= np.abs(self.at[after] - seconds)
        return np.asarray(self.ahead[np.where(nearer, before, after)])


def shifts(times: Times, by_id: NDArray[np.int64]) -> Shifts:
    """What the ids tell of a clock; `times` are read as if they were UTC.

    Those that are more than an hour from the usual are left out: their times are wrong, not the clock.

    >>> told = shifts(Times(np.array([90_000, 7200]), np.array(["minute", "minute"])), np.array([82_800, 5]))
    >>> told.at.tolist(), told.ahead.tolist()
    ([7200, 90000], [7200, 7200])
    """
    both = (times.precision == "minute") & (by_id > 0) & (np.abs(times.seconds - by_id) < _FURTHEST)
    at, order = times.seconds[both], np.argsort(times.seconds[both], kind="stable")
    ahead = (np.round((at - by_id[both]) / _QUARTER) * _QUARTER).astype(np.int64)
    if len(ahead):
        values, frequencies = np.unique(ahead, return_counts=True)
        order = order[np.abs(ahead[order] - values[frequencies.argmax()]) <= _HOUR]
    return Shifts(at[order], ahead[order])


def placed(rows: Rows, times: Times, told: Shifts) -> Times:
    """Times of a file that does not name their zone, moved by as much as the ids in it say.

    Without any such id the times stay as they are, and the file is told.
    """
    exact = times.precision == "minute"
    if not len(told.at):
        if exact.any():
            text = N_("This file does not say in which time zone its times are. They are taken as UTC.")
            rows.warn(Message("zone_unknown", text))
        return times
    return Times(np.where(exact, times.seconds - told.near(times.seconds), times.seconds), times.precision)
