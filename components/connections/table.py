"""All connections as a table: how each is in words, its runs, and what to do about it."""

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from components.connections.headline import in_order, remedy
from components.connections.states import state_words
from components.connections.times import next_words, when
from components.connections.used import used_words
from components.connections.view import ConnectionView
from components.escape import plain
from components.i18n import _, number
from components.table import html_table


def connection_table(connections: Sequence[ConnectionView]) -> None:
    """Draw the table, those that need attention first."""
    with st.container(key="card_connections", border=True):
        st.header(_("Your connections"), anchor=False)
        rows = [_row(one) for one in in_order(connections)]
        html_table(pd.DataFrame(rows, dtype="object"), _("Your connections"))


def _row(one: ConnectionView) -> dict[str, str]:
    """A row in words, escaped."""
    whose = " · ".join(plain(text, 60) for text in (one.platform, one.account, one.whose) if text)
    told = remedy(one)
    return {
        _("Connection"): f"**{plain(one.name, 60)}**  \n:small[{whose}]",
        _("Status"): f"{state_words(one.state)}  \n:small[{told}]" if told else state_words(one.state),
        _("Last run"): when(one.last),
        _("Next run"): next_words(one),
        _("Rows of the last run"): "–" if one.rows is None else number(one.rows),
        _("Used"): used_words(one.quota, one.cost, one.budget),
    }
