"""Published figures of other governments, each with of whom, when, how many and how well it is known."""

from dataclasses import replace

import pandas as pd
import streamlit as st

from components.download import csv_button
from components.i18n import _, ngettext
from components.source import Source
from components.table import html_table
from metrics.benchmarks import BENCHMARKS, STRENGTHS


def benchmarks_card(source: Source) -> None:
    """Draw the table: context, not a target."""
    title = _("What others measured")
    with st.container(border=True, gap="xsmall", key="card_benchmarks"):
        st.header(title, anchor=False)
        st.markdown(
            ngettext(
                "{n} published figure on sending and answering.",
                "{n} published figures on sending and answering.",
                len(BENCHMARKS),
            )
        )
        st.caption(
            _(
                "They are context, not a target: most are old, of other platforms, and measured in another way than "
                "here. Your own figures are never part of them."
            )
        )
        html_table(_to_read(), title)
        csv_button("benchmarks", title, replace(source, demo=False), in_words)  # never made up


def _to_read() -> pd.DataFrame:
    """The same in three columns, so that it fits a telephone."""
    rows = [
        (
            _("{what}: **{value}** ({unit})", what=_(one.what), value=_(one.value), unit=_(one.unit)),
            _("{population}. {year}, {n}.", population=_(one.population), year=_(one.year), n=_n_words(one.n)),
            _("{source}. How well it is known: {strength}", source=one.source, strength=_(STRENGTHS[one.strength])),
        )
        for one in BENCHMARKS
    ]
    return pd.DataFrame(rows, columns=[_("What"), _("Of whom, year and n"), _("Source")], dtype="object")


def _n_words(n: int | None) -> str:
    return _("n = {n}", n=n) if n else _("n not given")


def in_words() -> pd.DataFrame:
    """A row for each figure."""
    return pd.DataFrame(
        [
            {
                _("What"): _(one.what),
                _("Value"): _(one.value),
                _("Unit"): _(one.unit),
                _("Of whom"): _(one.population),
                _("Year"): _(one.year),
                _("n"): str(one.n) if one.n else _("n not given"),
                _("Source"): one.source,
                _("How well it is known"): _(STRENGTHS[one.strength]),
            }
            for one in BENCHMARKS
        ]
    )
