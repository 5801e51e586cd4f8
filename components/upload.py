"""Step 1 of loading: choose files."""

from typing import TYPE_CHECKING

import streamlit as st

from components.i18n import _

if TYPE_CHECKING:
    from streamlit.runtime.uploaded_file_manager import UploadedFile


def step(number: int, title: str) -> None:
    """The heading of a step."""
    st.header(f"{number}. {title}", anchor=False)


def choose_files(turn: int, limit: int) -> "list[UploadedFile]":
    """Draw the uploader; the files that are in it. Another `turn` starts with an empty one; `limit` is in MB."""
    return st.file_uploader(
        _("CSV, Excel, JSON or zip, at most {n} MB each. Choose or drop as many files as you like.", n=limit),
        accept_multiple_files=True,
        key=f"uploads_{turn}",
    )
