"""Periods by code: the days they stand for, and that every code that is offered can be used."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from components import period_codes
from metrics.periods import Period, to_date, to_day

FIRST, NEWEST = to_day(date(2023, 10, 1)), to_day(date(2026, 9, 30))
spans = st.tuples(st.integers(14000, 22000), st.integers(0, 4000)).map(lambda pair: (pair[0], pair[0] + pair[1]))


@pytest.mark.parametrize(
    ("code", "first", "last"),
    [
        ("4w", "2026-08-31", "2026-09-27"),
        ("13w", "2026-06-29", "2026-09-27"),
        ("2026-q3", "2026-07-01", "2026-09-30"),
        ("2025-q4", "2025-10-01", "2025-12-31"),
        ("2025", "2025-01-01", "2025-12-31"),
        ("2026", "2026-01-01", "2026-09-30"),
        ("all", "2023-10-01", "2026-09-30"),
        ("2026-01-05..2026-03-29", "2026-01-05", "2026-03-29"),
    ],
)
def test_days_of_a_code(code: str, first: str, last: str) -> None:
    period = period_codes.resolve(code, FIRST, NEWEST)
    assert period is not None
    assert (to_date(period.first).isoformat(), to_date(period.last).isoformat()) == (first, last)


@pytest.mark.parametrize(
    "code", ["", "5w", "w", "2026-q5", "2019", "2031-q1", "0000-q1", "yesterday", "2026-02-30..2026-03-01", "-1w"]
)
def test_what_is_no_period_of_the_data_is_none(code: str) -> None:
    assert period_codes.resolve(code, FIRST, NEWEST) is None


@given(spans)
def test_every_code_on_offer_is_a_period_with_a_name(span: tuple[int, int]) -> None:
    for code in period_codes.codes(*span):
        period = period_codes.resolve(code, *span)
        assert period is not None, code
        assert period.days > 0
        assert period_codes.name(code)
        assert code.endswith("w") or (period.first >= span[0] and period.last <= span[1])


@given(spans)
def test_the_default_period_has_data(span: tuple[int, int]) -> None:
    period = period_codes.resolve(period_codes.default(*span), *span)
    assert period is not None
    assert period.first <= span[1]
    assert period.last >= span[0]


@given(st.text(max_size=30))
def test_any_text_in_the_address_is_answered(code: str) -> None:
    found = period_codes.resolve(code, FIRST, NEWEST)
    assert found is None or isinstance(found, Period)
