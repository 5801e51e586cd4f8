"""Step 1 of loading: choose files, and find out which files to make."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import pandas as pd
import streamlit as st

from components.i18n import _
from components.load_words import kind_word, platform_word
from components.table import html_table

if TYPE_CHECKING:
    from streamlit.runtime.uploaded_file_manager import UploadedFile


def step(number: int, title: str) -> None:
    """The heading of a step."""
    st.header(f"{number}. {title}", anchor=False)


def choose_files(turn: int) -> "list[UploadedFile]":
    """Draw the uploader; the files that are in it. Another `turn` starts with an empty one."""
    step(1, _("Choose your export files"))
    return st.file_uploader(
        _("Files from your platforms: CSV, Excel, JSON or ZIP. Choose as many as you like."),
        accept_multiple_files=True,
        key=f"uploads_{turn}",
    )


def formats_help(formats: Sequence[tuple[str, str, str]]) -> None:
    """Which exports are recognised, as (platform, kind, description)."""
    with st.expander(_("Which files can I use?"), icon=":material/help:"):
        table = pd.DataFrame(
            [(platform_word(platform), kind_word(kind), what) for platform, kind, what in formats],
            columns=[_("Platform"), _("Holds"), _("Export")],
        )
        html_table(table, _("Exports that are recognised"))
        st.markdown(
            _("Any other table works as well: you say once what its columns mean, and save that for next time.")
        )
