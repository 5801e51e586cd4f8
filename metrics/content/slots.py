"""The six times of posting that are told apart: weekday or weekend, morning, afternoon or evening.

Finer times would each hold too few posts to say anything. Posts of the night (0 to 6 o'clock) belong to none: few are
posted then, most of them about something that could not wait.
"""

import numpy as np
import pandas as pd

from metrics.words import N_

SLOTS: dict[str, str] = {
    "week_morning": N_("weekday, morning"),
    "week_afternoon": N_("weekday, afternoon"),
    "week_evening": N_("weekday, evening"),
    "weekend_morning": N_("weekend, morning"),
    "weekend_afternoon": N_("weekend, afternoon"),
    "weekend_evening": N_("weekend, evening"),
}
"""The slots, and what people call them. Morning is 6 to 12, afternoon 12 to 18, evening 18 to 24 o'clock."""

_CODES = np.array(list(SLOTS), dtype=object)
_SATURDAY = 5
_HOURS, _FIRST_HOUR = 6, 6


def slots(day: "pd.Series[int]", hour: "pd.Series[int]") -> "pd.Series[str]":
    """The slot of each post, by its day (days since 1970) and hour; missing at night and where the hour is.

    >>> slots(pd.Series([20726, 20729, 20729]), pd.Series([8, 23, 3], dtype="Int64")).tolist()
    ['week_morning', 'weekend_evening', nan]
    """
    hours = hour.to_numpy(np.float64, na_value=np.nan)
    weekend = (day.to_numpy(np.int64) + 3) % 7 >= _SATURDAY
    known = hours >= _FIRST_HOUR
    place = np.where(known, hours, _FIRST_HOUR).astype(np.int64) // _HOURS - 1
    return pd.Series(_CODES[place + 3 * weekend], index=day.index, dtype="str").where(known)
