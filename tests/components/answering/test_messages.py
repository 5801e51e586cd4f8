"""Single messages: masked words as they are, what each is taken for, and what the reader says about one."""

from streamlit.testing.v1 import AppTest


def draw() -> None:
    import streamlit as st

    from components.answering.messages import Item, message_list

    items = [
        Item((1, 2), "*Parking*", "x", "1 July 2026 12:00", "**Waarom** <b>x</b>?", "https://x.example/1", "question"),
        Item((1, 3), "Parking", "x", "1 July 2026 13:00", "", "javascript:alert(1)", "thanks", ("not due yet",)),
        Item((1, 4), "Parking", "x", "1 July 2026 14:00", "a" * 5_000, "", "complaint"),
    ]
    st.session_state["said"] = message_list("list", items, confirm=st.session_state.get("confirm", False))


def page(confirm: bool = False) -> AppTest:
    at = AppTest.from_function(draw, default_timeout=30)
    at.session_state["confirm"] = confirm
    at.run()
    assert not at.exception
    return at


def test_messages_are_shown_escaped_cut_and_with_their_facts() -> None:
    at = page()
    texts = [one.value for one in at.markdown]
    assert texts[0] == r"\*\*Waarom\*\* \<b\>x\</b\>?"
    assert texts[1] == r"(no text)"
    assert len(texts[2]) == 600 and texts[2].endswith("…")
    assert [one.value for one in at.caption] == [
        r"\*Parking\* on X · 1 July 2026 12:00",
        "Parking on X · 1 July 2026 13:00 · not due yet",
        "Parking on X · 1 July 2026 14:00",
    ]


def test_only_an_address_of_the_web_is_a_link() -> None:
    links = page().get("link_button")
    assert [one.proto.url for one in links] == ["https://x.example/1"]


def test_nothing_is_said_until_somebody_says_it() -> None:
    at = page()
    assert at.session_state["said"] is None
    assert [box.value for box in at.selectbox] == ["question", "thanks", "complaint"]
    assert not at.button, "only a sample asks whether the rules are right"


def test_another_class_is_what_the_reader_said() -> None:
    at = page()
    at.selectbox(key="intent_list_1_3").set_value("request").run()
    said = at.session_state["said"]
    assert (said.key, said.intent) == ((1, 3), "request")


def test_in_a_sample_the_rules_can_be_right() -> None:
    at = page(confirm=True)
    at.button(key="right_list_1_4").click().run()
    said = at.session_state["said"]
    assert (said.key, said.intent) == ((1, 4), "complaint")
