"""Numbers, days and periods in both languages."""

from datetime import date

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from components import formats
from metrics.periods import Period, to_day


@pytest.mark.parametrize(
    ("value", "english", "dutch"),
    [
        (12345, "12,345", "12.345"),  # counts and line numbers are exact
        (np.int64(1284), "1,284", "1.284"),
        (12345.0, "12,300", "12.300"),  # measured values are not
        (4.0, "4", "4"),
        (0.03456, "0.0346", "0,0346"),
        (-1284.6, "-1,280", "-1.280"),
        (0, "0", "0"),
    ],
)
def test_numbers(value: float, english: str, dutch: str) -> None:
    assert formats.number(value, "en") == english
    assert formats.number(value, "nl") == dutch


@pytest.mark.parametrize(
    ("share", "english", "dutch"),
    [
        (0.5712, "57.1%", "57,1%"),
        (0.5, "50%", "50%"),
        (1, "100%", "100%"),
        (0.00123, "0.123%", "0,123%"),
        (0, "0%", "0%"),
    ],
)
def test_shares(share: float, english: str, dutch: str) -> None:
    assert formats.percent(share, "en") == english
    assert formats.percent(share, "nl") == dutch


@given(st.floats(min_value=1e-6, max_value=1e12))
def test_rounding_keeps_three_digits(value: float) -> None:
    assert formats.rounded(value) == pytest.approx(value, rel=5e-3)
    assert formats.rounded(formats.rounded(value)) == formats.rounded(value)


def test_days_are_european_in_both_languages() -> None:
    assert formats.day(date(2026, 6, 29), "en") == "29 June 2026"
    assert formats.day(date(2026, 6, 29), "nl") == "29 juni 2026"


def test_a_period_names_the_year_once_unless_there_are_two() -> None:
    one_year = Period(to_day(date(2026, 6, 29)), to_day(date(2026, 9, 27)))
    two_years = Period(to_day(date(2025, 12, 29)), to_day(date(2026, 1, 4)))
    assert formats.range_ends(one_year, "nl") == ("29 juni", "27 september 2026")
    assert formats.range_ends(two_years, "en") == ("29 December 2025", "4 January 2026")


def test_only_whole_weeks_from_monday_count_as_weeks() -> None:
    monday = to_day(date(2026, 6, 29))
    assert formats.full_weeks(Period(monday, monday + 13)) == 2
    assert formats.full_weeks(Period(monday + 1, monday + 14)) is None
