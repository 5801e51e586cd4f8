"""The filter bar: what it offers, what it answers, what it says."""

import pytest
from streamlit.testing.v1 import AppTest

from components.filters import Choice, chosen_departments, in_words
from metrics.periods import Period

NAMES = {3: "parks *green*", 1: "Roads", 2: "Águas"}


def bar() -> None:
    """A page with the bar alone."""
    import streamlit as st

    from components.address import carry
    from components.filters import KEYS, filter_bar

    carry(KEYS)
    st.text(repr(filter_bar({3: "parks", 1: "Roads", 2: "Zoo"}, ["facebook", "x"], (19_600, 20_726))))


@pytest.fixture
def at() -> AppTest:
    """The bar, not yet drawn."""
    return AppTest.from_function(bar, default_timeout=30)


def test_the_default_is_everything_in_the_last_13_full_weeks(at: AppTest) -> None:
    at.run()
    assert at.text[0].value == repr(Choice(Period(20633, 20723)))


def test_departments_are_offered_in_alphabetical_order_whatever_their_case(at: AppTest) -> None:
    assert at.run().multiselect(key="dept_box").options == ["parks", "Roads", "Zoo"]


def test_the_bar_answers_with_codes_and_says_them_in_words(at: AppTest) -> None:
    at.query_params["period"], at.query_params["dept"], at.query_params["platform"] = "2026-q2", "3-1", "x"
    at.run()
    assert at.text[0].value == repr(Choice(Period(20544, 20634), (3, 1), ("x",)))
    assert at.caption[0].value == "Showing 1 April to 30 June 2026, for parks and Roads, on X."


def test_a_link_may_ask_for_any_two_dates(at: AppTest) -> None:
    at.query_params["period"] = "2026-01-05..2026-03-29"
    at.run()
    assert "Period(first=20458, last=20541)" in at.text[0].value
    assert at.selectbox(key="period_box").value == "2026-01-05..2026-03-29"
    assert at.caption[0].value.startswith("Showing 12 weeks, 5 January to 29 March 2026")


def test_a_department_that_was_removed_is_dropped_from_the_choice(at: AppTest) -> None:
    at.query_params["dept"] = "99"
    assert "departments=None" in at.run().text[0].value


def test_reset(at: AppTest) -> None:
    at.query_params["period"] = "all"
    at.run()
    at.button(key="filter_reset").click().run()
    assert at.text[0].value == repr(Choice(Period(20633, 20723)))


def test_names_from_the_store_are_harmless_in_the_sentence() -> None:
    choice = Choice(Period(20633, 20723), (3,))
    assert r"parks \*green\*" in in_words(choice, NAMES)
    assert chosen_departments(choice, NAMES) == ("parks *green*",)
