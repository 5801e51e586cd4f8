"""What others would report, beside the figure that counts everybody."""

from collections.abc import Mapping

import pandas as pd
import streamlit as st

from components.chart import below
from components.i18n import _, duration, percent
from components.number_table import Table
from components.source import Source
from components.table import html_table
from components.values import basis_words, reason_words
from metrics.estimate import Estimate
from metrics.registry import Metric, metrics
from metrics.responsiveness.others import Pair


def others_card(found: Mapping[str, Pair], source: Source) -> None:
    """Draw the figures in both ways as one small table, under a sentence that says which is which."""
    title = _title(found)
    with st.container(border=True, gap="xsmall", key="card_others"):
        st.header(title, anchor=False)
        st.caption(
            _(
                "Many tools leave unanswered questions out of their averages. Whoever answers only the easy questions "
                "then looks fast. Answerable counts everybody."
            )
        )
        html_table(_words(found), title)
        below("others", title, Table(lambda: _words(found), lambda: _raw(found)), source)


def _title(found: Mapping[str, Pair]) -> str:
    pair = found["in_time"]
    if pair.others.value is None or pair.honest.value is None:
        return _("What others would report")
    return _(
        "Others would report {others} answered in time; counting everybody it is {honest}",
        others=percent(pair.others.value, 2),
        honest=percent(pair.honest.value, 2),
    )


def _metric(name: str) -> Metric:
    return metrics()["within_norm" if name == "in_time" else "response_median"]


def _cell(name: str, one: Estimate) -> str:
    if one.value is None:
        return reason_words(one)
    return percent(one.value, 2) if name == "in_time" else duration(one.value)


def _words(found: Mapping[str, Pair]) -> pd.DataFrame:
    rows = [
        {
            _("Figure"): _(pair.label),
            _("As others report it (answered only)"): _cell(name, pair.others),
            _("Counting everybody"): _cell(name, pair.honest),
            _("Rests on"): basis_words(_metric(name), pair.honest),
        }
        for name, pair in found.items()
    ]
    return pd.DataFrame(rows)


def _raw(found: Mapping[str, Pair]) -> pd.DataFrame:
    """Shares as fractions of 1, times in seconds."""
    rows = [
        {
            _("Figure"): _(pair.label),
            _("As others report it (answered only)"): pair.others.value,
            _("n of that"): pair.others.n,
            _("Counting everybody"): pair.honest.value,
            _("Lowest of the 95% interval"): pair.honest.low,
            _("Highest of the 95% interval"): pair.honest.high,
            _("n"): pair.honest.n,
        }
        for pair in found.values()
    ]
    return pd.DataFrame(rows, dtype=object)
