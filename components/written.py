"""The end of a form in which people say something in their own words: a field for a few lines, and the button."""

import streamlit as st


def written(
    key: str, label: str, button: str, *, icon: str, hint: str, start: str = "", longest: int = 1000
) -> str | None:
    """Draw the field and the button of a form; what was written once the form is sent, which may be nothing."""
    text = st.text_area(label, start, key=f"{key}_note", max_chars=longest, height=80, help=hint)
    return text if st.form_submit_button(button, key=f"{key}_go", icon=icon) else None
