"""Totals and daily averages of the organisation's websites."""

import pandas as pd

from metrics.estimate import Estimate
from metrics.reasons import no_website_data
from metrics.slices import Slice
from metrics.words import N_, Message

PLATFORMS = ("website",)


def site_total(data: Slice, metric: str) -> Estimate:
    """The sum over days and websites; `n` is the number of days with data, of all websites together."""
    rows = _rows(data, metric)
    if rows.empty:
        return Estimate(None, reason=no_website_data(metric))
    n = int(rows["days"].sum())
    return Estimate(float(rows["value"].sum()), n=n, platforms=PLATFORMS, notes=_gaps(rows, data.days))


def average_day(data: Slice, metric: str) -> Estimate:
    """The average day of each website, summed over websites: for counts of people, which do not add up over days."""
    rows = _rows(data, metric)
    if rows.empty:
        return Estimate(None, reason=no_website_data(metric))
    value = float((rows["value"] / rows["days"]).sum())
    return Estimate(value, n=int(rows["days"].sum()), platforms=PLATFORMS, notes=_gaps(rows, data.days))


def _rows(data: Slice, metric: str) -> pd.DataFrame:
    rows = data.sites[(data.sites["metric"] == metric) & (data.sites["days"] > 0)]
    return rows.groupby("site_id", as_index=False)[["value", "days"]].sum()


def _gaps(rows: pd.DataFrame, days: int) -> tuple[Message, ...]:
    """A note when days are missing, so that a gap is not read as a fall."""
    expected, present = days * len(rows), int(rows["days"].sum())
    if present >= expected:
        return ()
    text = N_("Data of {n} of the {expected} days; the other days are missing, not zero.")
    return (Message("days_missing", text, {"n": present, "expected": expected}),)
