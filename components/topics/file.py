"""The list of topics as a file: save it, change it in an editor, load it."""

from collections.abc import Callable
from typing import TYPE_CHECKING

import streamlit as st

from components.download import file_button
from components.i18n import _

if TYPE_CHECKING:
    from streamlit.runtime.uploaded_file_manager import UploadedFile

_NAME = "topics.yaml"


def topics_file(make: Callable[[], bytes], turn: int) -> bytes | None:
    """Draw the button that saves the list and the uploader; the content of a file once it should be loaded."""
    st.markdown(
        _(
            "The topics that are known by words, as a file: change it in a text editor, or share it with another "
            "organisation. Loading a file adds and changes topics. Topics that are not in it stay as they are."
        )
    )
    file_button("topics_yaml", _("Download the topics (YAML)"), _NAME, "application/yaml", make)
    with st.form(f"topics_file_{turn}", border=False):
        file: UploadedFile | None = st.file_uploader(
            _("File with topics (YAML)"), type=["yaml", "yml"], key=f"topics_upload_{turn}"
        )
        pressed = st.form_submit_button(_("Load this file"), key=f"topics_load_{turn}", icon=":material/upload:")
    if pressed and file is None:
        st.error(_("Choose a file first."), icon=":material/error:")
    return file.getvalue() if pressed and file is not None else None
