"""What the time of the year adds to each week of a series, learnt from the full years before its own."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

CYCLE = 52
"""Weeks in a cycle. A year has 52.18, so that after five years a week is one week off."""

CYCLES = 2
"""A season is learnt from so many full cycles at least: one year does not tell a season from an event."""

_REPEATS = 0.01
"""Weeks of the year differ when chance alone would make them differ as much in fewer than 1 of 100 cases."""

_MOST_MISSING = 0.25  # of the weeks that a season is learnt from; gaps are bridged by a line for the learning only

Floats = NDArray[np.float64]


def yearly(points: Sequence[float | None]) -> list[float | None]:
    """For each week, without gaps in the weeks themselves, what its time of the year adds; None while that is unknown.

    `points` are on the scale of the chart. The weeks of the third year get the season of the first two, those of the
    fourth that of the first three, and so on: a season that has seen the week itself explains part of every change
    away, and leaves so little variation in the earlier weeks that chance looks like change in the newest. It is not
    smoothed over neighbouring weeks: what smoothing gets wrong lasts for weeks, and looks like a change.

    A season must come back: where the years before the newest weeks do not resemble each other (analysis of variance by
    week of the year), there is none to take out, and all weeks are None.

    Seasonal and trend decomposition with loess (STL), robust, the season the same in each cycle. Reference: Cleveland,
    Cleveland, McRae & Terpenning (1990), "STL: a seasonal-trend decomposition procedure based on loess".

    >>> year = [float(week < 26) for week in range(52)]
    >>> found = yearly(year * 3)
    >>> found[103], round(found[110], 1), round(found[150], 1)
    (None, 0.5, -0.5)
    """
    found: list[float | None] = [None] * len(points)
    season = None
    for start in range(CYCLES * CYCLE, len(points), CYCLE):
        season = _learnt(points[:start])
        if season is not None:
            end = min(start + CYCLE, len(points))
            found[start:end] = season[: end - start].tolist()
    return found if season is not None else [None] * len(points)


def _learnt(points: Sequence[float | None]) -> Floats | None:
    """The season of one cycle from full cycles; None with too many gaps, and where it does not come back."""
    values = np.array([np.nan if point is None else point for point in points])
    known = ~np.isnan(values)
    if known.mean() < 1 - _MOST_MISSING:
        return None
    places = np.arange(len(values))
    values = np.interp(places, places[known], values[known])
    if np.ptp(values) < 1e-12 * max(1.0, float(np.abs(values).max())):
        return np.zeros(CYCLE)
    from statsmodels.tsa.seasonal import STL

    same_each_cycle = 10 * len(values) // CYCLE * 2 + 1  # a window so long that the season hardly changes
    fit = STL(values, period=CYCLE, seasonal=same_each_cycle, seasonal_deg=0, robust=True).fit()
    if not _comes_back(values - np.asarray(fit.trend, dtype=np.float64)):
        return None
    season = np.asarray(fit.seasonal, dtype=np.float64).reshape(-1, CYCLE).mean(axis=0)
    centred: Floats = season - season.mean()
    return centred


def _comes_back(values: Floats) -> bool:
    """Whether the same week differs less from year to year than the weeks of a year differ from each other.

    On ranks, so that one odd week decides nothing. Reference: Conover & Iman (1981), "Rank transformations as a bridge
    between parametric and nonparametric statistics".
    """
    from scipy.stats import f_oneway, rankdata

    by_year = rankdata(values.reshape(-1, CYCLE), axis=1)
    if (by_year == by_year[0]).all():
        return True
    return bool(f_oneway(*by_year.T).pvalue < _REPEATS)
