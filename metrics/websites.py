"""Totals, daily averages and latest counts of the organisation's websites."""

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


def latest_count(data: Slice, metric: str) -> Estimate:
    """What stood on each website on its last day with data, summed over websites: for counts that are read off.

    Such a count holds all that came before, so days without data need no note.
    """
    rows = _rows(data, metric)
    if rows.empty:
        return Estimate(None, reason=no_website_data(metric))
    return Estimate(float(rows["latest"].sum()), n=int(rows["days"].sum()), platforms=PLATFORMS)


def _rows(data: Slice, metric: str) -> pd.DataFrame:
    """One row for each website, whether the slice holds one period or several weeks."""
    rows = data.sites[(data.sites["metric"] == metric) & (data.sites["days"] > 0)].sort_values("period")
    return rows.groupby("site_id", as_index=False).agg({"value": "sum", "days": "sum", "latest": "last"})


def _gaps(rows: pd.DataFrame, days: int) -> tuple[Message, ...]:
    """A note when days are missing, so that a gap is not read as a fall."""
    expected, present = days * len(rows), int(rows["days"].sum())
    if present >= expected:
        return ()
    text = N_("Data of {n} of the {expected} days; the other days are missing, not zero.")
    return (Message("days_missing", text, {"n": present, "expected": expected}),)
