"""A field for a day as people type it, year-month-day."""

import streamlit as st

from components.i18n import _
from components.log_fields import typed_day
from metrics.periods import to_date, to_day


def day_field(label: str, start: int | None, key: str) -> str:
    """Draw a field for a day; what was typed."""
    return st.text_input(
        label,
        "" if start is None else to_date(start).isoformat(),
        key=key,
        max_chars=10,
        placeholder=_("YYYY-MM-DD"),
        help=_("Year-month-day, for example {day}.", day="2027-01-31"),
    )


def read_day(typed: str) -> int | None:
    """The day number of what was typed; None when it is no day.

    >>> read_day("2026-09-30"), read_day("soon")
    (20726, None)
    """
    found = typed_day(typed)
    return None if found is None else to_day(found)


def needed_day(typed: str, problem: str) -> int | None:
    """The same of a day that must be there: `problem` is said in place where it cannot be read."""
    found = read_day(typed)
    if found is None:
        st.error(problem, icon=":material/error:")
    return found
