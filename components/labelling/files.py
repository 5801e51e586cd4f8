"""Labels as a file: one to keep or to give to a colleague, and one to take over."""

from collections.abc import Callable

import streamlit as st

from components.download import file_button
from components.i18n import _


def download(name: str, make: Callable[[], bytes]) -> None:
    """The button that saves the labels; `name` is the file name."""
    st.markdown(
        _(
            "The file holds the answers and a number for each message, and neither texts nor names. Only a store with "
            "the same messages can use it."
        )
    )
    file_button("labels_file", _("Download the labels (CSV)"), name, "text/csv", make)


def upload() -> bytes | None:
    """The form that takes a file; its content once the button is pressed."""
    with st.form("labels_upload_form", clear_on_submit=True, border=False):
        file = st.file_uploader(_("File with labels (CSV)"), key="labels_upload")
        pressed = st.form_submit_button(_("Add the labels of this file"), key="labels_merge", icon=":material/merge:")
    if pressed and file is None:
        st.error(_("Choose a file first."), icon=":material/error:")
    return file.getvalue() if pressed and file is not None else None
