"""One chart: its finding as a sentence, the figure, the numbers as a table and as CSV, and where they come from."""

from collections.abc import Callable, Iterable
from dataclasses import replace

import plotly.graph_objects as go
import streamlit as st

from components.differences import calculation
from components.download import csv_button
from components.escape import plain
from components.figures.style import CONFIG
from components.i18n import _
from components.number_table import Table
from components.source import Source, source_line
from components.table import show_as_table
from metrics.estimate import Estimate
from metrics.registry import Metric


def chart_card(
    name: str,
    *,
    metric: Metric,
    estimates: Iterable[Estimate],
    title: str,
    subtitle: str,
    figure: go.Figure | None,
    table: Table,
    alt: str,
    source: Source,
    empty: str = "",
) -> None:
    """Draw a chart with everything that belongs to it.

    `name` is a code: the key of the card and the name of the CSV. The chart shows `estimates` of `metric`. `title` is
    the finding, `subtitle` says measure, unit, who, period and n; both are Markdown. `alt` is the finding as plain
    text. Without a figure the card says `empty`: why there is nothing to draw.
    """
    figure_card(
        name,
        measure=_(metric.label),
        title=title,
        subtitle=subtitle,
        figure=figure,
        table=table,
        alt=alt,
        source=source,
        empty=empty,
        how=lambda: calculation(name, metric, estimates, source),
    )


def figure_card(
    name: str,
    *,
    measure: str,
    title: str,
    subtitle: str,
    figure: go.Figure | None,
    table: Table,
    alt: str,
    source: Source,
    how: Callable[[], None],
    empty: str = "",
    above: Callable[[], None] | None = None,
) -> None:
    """The same for numbers that are no metric of the registry: `measure` names them, `how` draws how they are made.

    `above` draws what has to be known before looking at the figure, such as what its points mean.
    """
    with st.container(border=True, gap="xsmall", key=f"card_chart_{name}"):
        st.header(title, anchor=False)
        st.caption(subtitle)
        if above is not None:
            above()
        if figure is None:
            st.info(empty, icon=":material/info:")
        else:
            st.plotly_chart(figure, theme=None, key=f"figure_{name}", config=CONFIG, alt=alt)
        show_as_table(name, table.words, alt)
        how()
        below(name, measure, table, source)


def below(name: str, measure: str, table: Table, source: Source) -> None:
    """What stands under every chart and table: where the numbers come from, and the CSV."""
    origin, download = st.columns([4, 1], vertical_alignment="center")
    typed = replace(source, organisation=plain(source.organisation), besides=plain(source.besides, 400))
    origin.caption(source_line(typed))
    with download.container(horizontal=True, horizontal_alignment="right"):
        csv_button(name, measure, source, table.raw)
