"""One chart: its finding as a sentence, the figure, the numbers as a table and as CSV, and where they come from."""

from collections.abc import Callable, Hashable

import plotly.graph_objects as go
import streamlit as st

from components.download import csv_button
from components.figures.style import CONFIG
from components.i18n import language
from components.number_table import Table
from components.source import Source, source_line
from components.table import show_as_table


def chart_card(
    name: str,
    *,
    title: str,
    subtitle: str,
    figure: go.Figure | None,
    table: Table,
    alt: str,
    source: Source,
    empty: str = "",
) -> None:
    """Draw a chart with everything that belongs to it.

    `name` is a code: the key of the card and the name of the CSV. `title` is the finding, `subtitle` says measure,
    unit, who, period and n; both are Markdown. `alt` is the finding as plain text. Without a figure the card says
    `empty`: why there is nothing to draw and what to do.
    """
    with st.container(border=True, key=f"card_chart_{name}"):
        st.header(title, anchor=False)
        st.caption(subtitle)
        if figure is None:
            st.info(empty, icon=":material/info:")
        else:
            st.plotly_chart(figure, theme=None, key=f"figure_{name}", config=CONFIG, alt=alt)
        show_as_table(name, table.words, alt)
        origin, download = st.columns([4, 1], vertical_alignment="center")
        origin.caption(source_line(source))
        with download:
            csv_button(name, title, source, table.raw)


def kept(key: Hashable, draw: Callable[[], go.Figure]) -> go.Figure:
    """A figure, drawn once for a key and a language; the key holds whatever the figure depends on.

    Drawing takes 20 to 60 ms, taking a figure from the cache next to nothing.
    """
    return _kept((key, language()), draw)


@st.cache_resource(show_spinner=False, max_entries=300)
def _kept(key: Hashable, _draw: Callable[[], go.Figure]) -> go.Figure:
    return _draw()
