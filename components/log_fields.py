"""What the forms of the logs share: moments, days and numbers as people type them, and shares in words."""

from datetime import date, datetime

from components.escape import plain
from components.i18n import _, say, share
from metrics.estimate import Estimate
from metrics.periods import from_iso


def moment(typed: str) -> datetime | None:
    """The moment that somebody typed as year-month-day hour:minute; None when it is none.

    >>> moment("2026-03-31 9:05"), moment("31 March")
    (datetime.datetime(2026, 3, 31, 9, 5), None)
    """
    try:
        return datetime.strptime(" ".join(typed.split()), "%Y-%m-%d %H:%M")  # noqa: DTZ007 - the store knows the zone
    except ValueError:
        return None


def no_moment(typed: str) -> str:
    """What is wrong with a moment that cannot be read."""
    if not typed.strip():
        return _("Fill in the date and the time of the question, for example 2027-01-31 14:05.")
    value = plain(typed, 40)
    return _("“{value}” is not a date with a time. Write it like 2027-01-31 14:05.", value=value)


def written(when: datetime) -> str:
    """A moment as `moment` reads it.

    >>> written(datetime(2026, 3, 31, 9, 5))
    '2026-03-31 09:05'
    """
    return when.strftime("%Y-%m-%d %H:%M")


def typed_day(typed: str) -> date | None:
    """The day that somebody typed as year-month-day; None when it is none.

    >>> typed_day(" 2026-03-31 "), typed_day("31-3")
    (datetime.date(2026, 3, 31), None)
    """
    return from_iso(typed.strip())


def typed_number(typed: str) -> int | None:
    """A whole number of at most six figures; None for anything else.

    >>> typed_number(" 12 "), typed_number("-1"), typed_number("two")
    (12, None, None)
    """
    digits = typed.strip()
    return int(digits) if digits.isascii() and digits.isdigit() and len(digits) <= 6 else None


def share_words(estimate: Estimate) -> str:
    """A share with its interval, or why there is none."""
    if estimate.value is None or estimate.low is None or estimate.high is None:
        return say(estimate.reason) if estimate.reason else _("Not available")
    return _(
        "{share} ({low} to {high})",
        share=share(estimate.value),
        low=share(estimate.low),
        high=share(estimate.high),
    )
