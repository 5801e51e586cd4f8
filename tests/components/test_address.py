"""Choices in the address: stable codes, read from links, undone together. The browser's side is in tests/browser."""

import pytest
from streamlit.testing.v1 import AppTest

from tests.late import Late


def page() -> None:
    """A page with one choice of each kind; the frame carries one of them."""
    import streamlit as st

    from components.address import carry, choose_many, choose_one, forget, go

    carry(["spice"])
    one = choose_one("fruit", "Fruit", ["apple", "pear", "plum"], "apple", lambda code: code.title())
    many = choose_many("spice", "Spices", ["salt", "dill", "mint"], lambda code: code.title(), "All spices")
    st.button("Reset", key="reset", on_click=forget, args=[("fruit", "spice")])
    st.button("Recipe", key="recipe", on_click=go, kwargs={"fruit": "pear", "spice": "salt-dill"})
    st.button("Nothing", key="nothing")
    st.text(f"{one} {many}")


@pytest.fixture
def at() -> AppTest:
    """The page, not yet run."""
    return AppTest.from_function(page, default_timeout=30)


def in_the_address(at: AppTest) -> dict[str, str]:
    """What the browser is told to write."""
    return {field.key: field.value for field in at.text_input if field.key and field.value}


def test_defaults_are_not_in_the_address(at: AppTest) -> None:
    at.run()
    assert at.text[0].value == "apple ()"
    assert in_the_address(at) == {}


def test_a_link_chooses(at: AppTest) -> None:
    at.query_params["fruit"], at.query_params["spice"] = "pear", "mint-salt"
    at.run()
    assert at.text[0].value == "pear ('salt', 'mint')"
    assert at.selectbox(key="fruit_box").value == "pear"


def test_codes_that_do_not_exist_are_left_out(at: AppTest) -> None:
    at.query_params["fruit"], at.query_params["spice"] = "stone", "mint-<script>"
    at.run()
    assert at.text[0].value == "apple ('mint',)"


def test_a_choice_is_written_as_its_code(at: AppTest) -> None:
    at.run()
    at.selectbox(key="fruit_box").set_value("pear")
    at.multiselect(key="spice_box").set_value(["dill", "mint"]).run()
    assert at.text[0].value == "pear ('dill', 'mint')"
    assert in_the_address(at) == {"fruit": "pear", "spice": "dill-mint"}
    at.selectbox(key="fruit_box").set_value("apple").run()
    assert in_the_address(at) == {"spice": "dill-mint"}


def test_reset_brings_the_defaults_back(at: AppTest) -> None:
    at.query_params["fruit"], at.query_params["spice"] = "pear", "mint"
    at.run()
    at.button[0].click().run()
    assert at.text[0].value == "apple ()"
    assert in_the_address(at) == {}


def test_a_link_of_another_page_counts_before_what_was_chosen_and_only_once(at: AppTest) -> None:
    at.run()
    at.selectbox(key="fruit_box").set_value("pear")
    at.multiselect(key="spice_box").set_value(["dill"]).run()
    at.query_params["to_fruit"], at.query_params["to_spice"] = "apple", "salt-<b>"
    at.run()
    assert at.text[0].value == "apple ('salt',)"
    assert not [name for name in at.query_params if name.startswith("to_")]
    at.multiselect(key="spice_box_1").set_value(["mint"]).run()
    assert at.text[0].value == "apple ('mint',)"


def test_what_a_button_chose_survives_a_click_on_the_page_before_it(at: AppTest) -> None:
    at.run()
    before = Late(at)
    at.button(key="recipe").click().run()
    for _ in range(2):
        before.press("nothing")
        assert at.text[0].value == "pear ('salt', 'dill')"
        assert in_the_address(at) == {"fruit": "pear", "spice": "salt-dill"}
    before = Late(at)
    at.button(key="reset").click().run()
    before.press("nothing")
    assert at.text[0].value == "apple ()"
    assert in_the_address(at) == {}


def test_what_a_reader_chooses_counts_on_the_page_before_it_too(at: AppTest) -> None:
    at.run()
    before = Late(at)
    at.button(key="recipe").click().run()
    before.box("fruit_box").string_value = "Plum"
    before.press("nothing")
    assert at.text[0].value == "plum ('salt', 'dill')"


def test_a_reader_who_thinks_again_at_once_is_heard(at: AppTest) -> None:
    at.run()
    before = Late(at)
    at.selectbox(key="fruit_box").set_value("pear").run()
    before.press("nothing")
    assert at.text[0].value == "apple ()"


def test_the_box_of_a_reader_stays_the_same_box(at: AppTest) -> None:
    at.run()
    for fruit in ("pear", "plum", "apple"):
        at.selectbox(key="fruit_box").set_value(fruit).run()
    at.multiselect(key="spice_box").set_value(["mint", "salt"]).run()
    assert at.multiselect(key="spice_box").value == ["salt", "mint"]
