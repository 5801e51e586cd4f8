"""Tables that everyone can read: real HTML, in an expander that only does its work when it is open."""

from collections.abc import Callable

import pandas as pd
import streamlit as st

from components.i18n import _


def show_as_table(key: str, words: Callable[[], pd.DataFrame], alt: str) -> None:
    """The numbers of a chart as a table of words; `words` is only called when the reader opens it."""
    with st.expander(_("Show as table"), key=f"table_{key}", on_change="rerun", icon=":material/table:") as box:
        if box.open:
            html_table(words(), alt)


def html_table(words: pd.DataFrame, alt: str) -> None:
    """A table of texts that screen readers read cell by cell. Names from the data must be `escape.plain`."""
    st.table(words, border="horizontal", hide_index=True, alt=alt)
