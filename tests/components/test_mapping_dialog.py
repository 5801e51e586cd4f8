"""The mapping dialog: what is chosen in the lists is what comes out, and the preview follows."""

from streamlit.testing.v1 import AppTest


def dialog() -> None:
    import pandas as pd
    import streamlit as st

    from components.load_view import Refusal
    from components.mapping_dialog import MappingPreview, mapping_dialog
    from components.mapping_form import Columns, MappingValues
    from metrics.words import Message

    columns = Columns(
        {"when": "2026-02-13", "words": "*Hello*", "n": "3"},
        {"posts": ("text", "published_at", "likes"), "account_days": ("date", "followers")},
        {"posts": ("published_at",), "account_days": ("date",)},
    )

    def preview(values: MappingValues) -> MappingPreview:
        if "published_at" not in values.columns:
            return MappingPreview(problem=Message("p", "The mapping does not say which column is the date."))
        rows = pd.DataFrame({"Text": [values.columns.get("text", "–")]})
        return MappingPreview(rows, [Refusal(2, "n", Message("r", "Not a number."))])

    start = MappingValues("x", "posts", {"published_at": "when"}, date_format="%Q", name="Ours")
    asked = mapping_dialog(columns, start, [], preview, lambda values: values.name, "m", saved=True)
    st.session_state["asked"] = asked


def run() -> AppTest:
    at = AppTest.from_function(dialog).run()
    assert not at.exception
    return at


def test_what_is_needed_comes_first() -> None:
    labels = [box.label for box in run().selectbox]
    assert labels[2] == "Date and time (needed)"


def test_the_preview_follows_the_choice_and_escapes_it() -> None:
    at = run()
    at.selectbox(key="m_posts_text").set_value("words").run()
    assert at.table[0].value.iloc[0, 0] == "words"
    assert "1 of the first rows is left out." in at.warning[0].value


def test_using_gives_the_mapping_as_it_stands() -> None:
    at = run()
    at.selectbox(key="m_posts_likes").set_value("n").run()
    at.button(key="m_use").click().run()
    asked = at.session_state["asked"]
    assert asked.do == "use"
    assert asked.values.columns == {"published_at": "when", "likes": "n"}


def test_an_incomplete_mapping_cannot_be_used() -> None:
    at = run()
    at.selectbox(key="m_posts_published_at").set_value("").run()
    assert at.button(key="m_use").disabled
    assert "which column is the date" in at.warning[0].value


def test_other_rows_have_other_fields() -> None:
    at = run()
    at.selectbox(key="m_kind").set_value("account_days").run()
    assert "m_account_days_followers" in [box.key for box in at.selectbox]


def test_saving_needs_a_name() -> None:
    at = run()
    at.text_input(key="m_name").set_value(" ").run()
    at.button(key="m_save").click().run()
    assert at.error[0].value == "Give the mapping a name first."
    assert at.session_state["asked"] is None


def test_a_saved_mapping_can_be_forgotten() -> None:
    at = run()
    at.button(key="m_forget").click().run()
    assert at.session_state["asked"].do == "forget"
