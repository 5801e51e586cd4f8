"""What the values of a norm must be like."""

from functools import cache

import holidays as calendars

from data.errors import StoreError
from data.settings import check_opening_hours, check_time_zone
from metrics.norms import LONGEST, UNITS, Norm
from metrics.periods import from_iso
from metrics.words import N_, Message

_DAYS = range(7_305, 47_482)  # 1990 to 2099
_LONGEST_SOURCE = 500


def check_norm(norm: Norm, valid_from: int) -> None:
    """Stop with a `StoreError` at the first value of a norm that cannot be.

    >>> check_norm(Norm("working_days", 1.5), 20_000)
    Traceback (most recent call last):
    data.errors.StoreError: Working days are counted whole: write 1, 2 or 3, not 1.5.
    """
    _check_amount(norm)
    if norm.target is not None and not 0 < norm.target <= 1:
        text = N_("The promised share must be more than 0 and at most 100 %. Leave it empty when none was promised.")
        raise StoreError(Message("norm_target", text))
    check_time_zone(norm.time_zone)
    check_opening_hours(norm.opening_hours)
    if not norm.opening_hours:
        text = N_("There are no opening hours. Fill them in for at least one weekday.")
        raise StoreError(Message("norm_hours", text))
    if norm.holidays and norm.holidays not in known_calendars():
        text = N_("There are no public holidays known for “{code}”. Choose a country from the list.")
        raise StoreError(Message("norm_holidays", text, {"code": norm.holidays}))
    if len(norm.source) > _LONGEST_SOURCE:
        text = N_("The source is too long: at most {n} characters.")
        raise StoreError(Message("norm_source", text, {"n": _LONGEST_SOURCE}))
    if valid_from not in _DAYS:
        text = N_("The first day of a norm must be from 1990 to 2099.")
        raise StoreError(Message("norm_day", text))
    if norm.source_date is not None and from_iso(norm.source_date) is None:
        text = N_("“{value}” is not a date. Write year-month-day, for example 2027-01-31.")
        raise StoreError(Message("norm_source_date", text, {"value": norm.source_date}))


@cache
def known_calendars() -> frozenset[str]:
    """The countries, and parts of countries ("DE-BY"), whose public holidays are known.

    >>> {"NL", "DE-BY", "GB"} <= known_calendars(), "NLD" in known_calendars()
    (True, False)
    """
    countries = calendars.list_supported_countries(include_aliases=False)
    parts = {f"{country}-{part}" for country, its in countries.items() for part in its}
    return frozenset(countries) | parts


def _check_amount(norm: Norm) -> None:
    if norm.unit not in UNITS:
        raise StoreError(Message("norm_unit", N_("Choose how time is counted: hours, working hours or working days.")))
    most = LONGEST[norm.unit]
    if not 0 < norm.amount <= most:  # also when it is no number at all
        text = N_("The amount of time must be more than 0 and at most {most}.")
        raise StoreError(Message("norm_amount", text, {"most": int(most)}))
    if norm.unit == "working_days" and norm.amount != int(norm.amount):
        raise StoreError(Message("norm_whole_days", N_("Working days are counted whole: write 1, 2 or 3, not 1.5.")))
