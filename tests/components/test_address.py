"""Choices in the address: read once, written as codes, undone together. The browser's side is in tests/browser."""

import pytest
from streamlit.testing.v1 import AppTest


def page() -> None:
    """A page with one choice of each kind."""
    import streamlit as st

    from components.address import choose_one, forget, pick_many, remember

    one = choose_one("fruit", "Fruit", ["apple", "pear"], "apple", lambda code: code.title())
    many = pick_many("spice", "Spices", ["salt", "dill", "mint"], lambda code: code.title(), "All spices")
    remember({"spice": many})
    st.button("Reset", on_click=forget, args=[("fruit", "spice")])
    st.text(f"{one} {many}")


@pytest.fixture
def at() -> AppTest:
    """The page, not yet run."""
    return AppTest.from_function(page, default_timeout=30)


def test_defaults_are_not_in_the_address(at: AppTest) -> None:
    at.run()
    assert at.text[0].value == "apple ()"
    assert dict(at.query_params) == {}


def test_a_link_chooses(at: AppTest) -> None:
    at.query_params["fruit"], at.query_params["spice"] = "pear", ["mint", "salt"]
    at.run()
    assert at.text[0].value == "pear ('salt', 'mint')"


def test_codes_that_do_not_exist_are_left_out_and_leave_the_address(at: AppTest) -> None:
    at.query_params["fruit"], at.query_params["spice"] = "stone", ["mint", "<script>"]
    at.run()
    assert at.text[0].value == "apple ('mint',)"
    assert dict(at.query_params) == {"spice": "mint"}


def test_a_choice_is_written_as_its_code(at: AppTest) -> None:
    at.run()
    at.selectbox(key="fruit").set_value("pear")
    at.multiselect(key="spice").set_value(["dill"]).run()
    assert dict(at.query_params) == {"fruit": "pear", "spice": "dill"}
    at.selectbox(key="fruit").set_value("apple").run()
    assert dict(at.query_params) == {"spice": "dill"}


def test_the_widget_is_ahead_of_an_address_that_comes_late(at: AppTest) -> None:
    """Two quick clicks: the second run still brings the address of before the first."""
    at.query_params["fruit"] = "apple"
    at.run()
    at.selectbox(key="fruit").set_value("pear").run()
    at.query_params["fruit"] = "apple"
    at.multiselect(key="spice").set_value(["mint"]).run()
    assert at.text[0].value == "pear ('mint',)"


def test_reset_brings_the_defaults_back(at: AppTest) -> None:
    at.query_params["fruit"], at.query_params["spice"] = "pear", ["mint"]
    at.run()
    at.button[0].click().run()
    assert at.text[0].value == "apple ()"
    assert dict(at.query_params) == {}
