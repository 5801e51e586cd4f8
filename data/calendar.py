"""Calendar columns: the day, weekday, hour and month of a moment in the organisation's time zone.

They are computed once, at import, so that no query needs a date function. Reading a file needs them too, without a
store: this module knows none.
"""

import numpy as np
import pandas as pd


def calendar(published_ts: "pd.Series[int]", precision: "pd.Series[str]", zone: str) -> pd.DataFrame:
    """Columns `day`, `dow` (0 Monday), `hour` (missing where only the day is known) and `month` (202609).

    `published_ts` is seconds since 1970 in UTC. Where `precision` is "day" it is midnight UTC of the day that the
    platform named, and that day stays what it is in every time zone.

    >>> ts = pd.Series([1_782_856_800, 1_782_864_000])
    >>> calendar(ts, pd.Series(["minute", "day"]), "Europe/Amsterdam").to_dict("list")
    {'day': [20635, 20635], 'dow': [2, 2], 'hour': [0, None], 'month': [202607, 202607]}
    """
    moments = pd.to_datetime(published_ts.astype("int64"), unit="s", utc=True)
    local = moments.dt.tz_convert(zone).dt.tz_localize(None)
    whole_day = (precision == "day").to_numpy(bool)
    shown = local.where(~whole_day, moments.dt.tz_localize(None))
    day = shown.to_numpy().astype("datetime64[D]").astype(np.int64)
    columns = {
        "day": day,
        "dow": (day + 3) % 7,
        "hour": shown.dt.hour.astype("Int64").mask(whole_day),
        "month": shown.dt.year * 100 + shown.dt.month,
    }
    return pd.DataFrame(columns, index=published_ts.index)


def day_number(dates: "pd.Series[str]") -> "pd.Series[int]":
    """Days since 1970-01-01 of dates written as YYYY-MM-DD.

    >>> day_number(pd.Series(["1970-01-01", "2026-09-30"])).tolist()
    [0, 20726]
    """
    days = pd.to_datetime(dates, format="%Y-%m-%d").to_numpy().astype("datetime64[D]").astype(np.int64)
    return pd.Series(days, index=dates.index)
