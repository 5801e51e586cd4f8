"""A norm in one phrase."""

from dataclasses import replace
from math import ceil

from metrics.norms.norm import Norm
from metrics.words import N_, Message, Share

_LIMITS = {
    "minutes": Message("within_minutes", N_("within {n} minute, all days"), plural=N_("within {n} minutes, all days")),
    "hours": Message("within_hours", N_("within {n} hour, all days"), plural=N_("within {n} hours, all days")),
    "working_hours": Message(
        "within_working_hours", N_("within {n} working hour"), plural=N_("within {n} working hours")
    ),
    "working_days": Message("within_working_days", N_("within {n} working day"), plural=N_("within {n} working days")),
}
_SHARES = {
    "minutes": Message(
        "share_within_minutes",
        N_("{share} within {n} minute, all days"),
        plural=N_("{share} within {n} minutes, all days"),
    ),
    "hours": Message(
        "share_within_hours", N_("{share} within {n} hour, all days"), plural=N_("{share} within {n} hours, all days")
    ),
    "working_hours": Message(
        "share_within_working_hours",
        N_("{share} within {n} working hour"),
        plural=N_("{share} within {n} working hours"),
    ),
    "working_days": Message(
        "share_within_working_days",
        N_("{share} within {n} working day"),
        plural=N_("{share} within {n} working days"),
    ),
}


def norm_words(norm: Norm) -> Message:
    """What a norm promises, as people say it.

    >>> norm_words(Norm("working_hours", 4, 0.8)).english()
    '80 % within 4 working hours'
    >>> norm_words(Norm("working_days", 1)).english(), norm_words(Norm("hours", 24)).english()
    ('within 1 working day', 'within 24 hours, all days')
    >>> norm_words(Norm("hours", 0.25, 0.9)).english()
    '90 % within 15 minutes, all days'
    """
    in_minutes = norm.unit == "hours" and norm.amount < 1
    unit = "minutes" if in_minutes else norm.unit
    n = round(norm.amount * 60 if in_minutes else norm.amount, 2)
    whole = int(n) if n == int(n) else n
    count = ceil(n)  # 1.5 takes the form of 2
    if norm.target is None:
        return replace(_LIMITS[unit], values={"n": whole}, count=count)
    return replace(_SHARES[unit], values={"n": whole, "share": Share(norm.target)}, count=count)
