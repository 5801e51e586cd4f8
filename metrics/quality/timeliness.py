"""Timeliness: whether the data of an account reach over the period, and whether it fell silent by its own rhythm."""

from collections.abc import Mapping
from typing import Any

from metrics.periods import Period, to_date
from metrics.quality.limits import SLACK
from metrics.quality.verdict import Reason
from metrics.words import N_, Message


def reasons(account: Mapping[str, Any], period: Period, *, silent: bool) -> list[Reason]:
    """A reason when its data stop before the end, start after the beginning, or it fell silent.

    `account` is a row of `data.queries.coverage`: first_day, newest_day, covered_until and days_since_newest (NaN
    where unknown). `silent` is what `metrics.signals.dormancy` says. "Now" is the last day that its imports say
    anything about, never the wall clock: what is not loaded is no silence.
    """
    found = []
    if account["covered_until"] < period.last - SLACK:
        found.append(_stops(int(account["covered_until"]), period))
    if account["first_day"] > period.first + SLACK:
        found.append(_starts(int(account["first_day"])))
    if silent:
        found.append(_silent(account))
    return found


def _stops(until: int, period: Period) -> Reason:
    day = to_date(until)
    if until < period.first:
        message = Message("stops", N_("Its data stop on {day}, before the period begins."), {"day": day})
    else:
        message = Message("stops", N_("Its data stop on {day}, before the period ends."), {"day": day})
    todo = Message(
        "export_from_stop", N_("Load an export from {day} to {last}."), {"day": day, "last": to_date(period.last)}
    )
    return Reason("timeliness", "stops", "do_not_compare", message, todo)


def _starts(first: int) -> Reason:
    message = Message("starts", N_("Its first post is of {day}, after the period began."), {"day": to_date(first)})
    todo = Message("export_before_start", N_("Load an older export. If the account is new, choose a later period."))
    return Reason("timeliness", "starts", "partial", message, todo)


def _silent(account: Mapping[str, Any]) -> Reason:
    gap = max(1, round(float(account["median_gap"])))
    message = Message(
        "silent",
        N_("No post for {days} days; it usually posts every day."),
        {"days": int(account["days_since_newest"]), "n": gap},
        plural=N_("No post for {days} days; it usually posts every {n} days."),
        count=gap,
    )
    todo = Message(
        "complete_or_close", N_("Ask whether its last exports are complete. If so: post again, or close the account.")
    )
    return Reason("timeliness", "silent", "partial", message, todo)
