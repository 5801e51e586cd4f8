"""The times to an answer calculated from every single question, beside those from the stored counts."""

from collections.abc import Mapping

import pandas as pd
import streamlit as st

from components.chart import below
from components.i18n import _
from components.number_table import Table
from components.source import Source
from components.table import html_table
from components.values import full_words
from metrics.estimate import Estimate
from metrics.registry import metrics


def exact_wanted() -> bool:
    """Draw the button; whether it was just pressed."""
    return st.button(
        _("Calculate exactly"),
        key="exact",
        icon=":material/calculate:",
        help=_(
            "The times on this page are read from counts in steps of 4% and are within 2% of the exact ones. This "
            "reads every question of the period, which takes longer."
        ),
    )


def exact_card(found: Mapping[str, tuple[Estimate, Estimate]], source: Source) -> None:
    """Draw the table; `found` has by metric the number of the page and the exact one."""
    title = _("Time to an answer, calculated exactly")
    with st.container(border=True, gap="xsmall", key="card_exact"):
        st.header(title, anchor=False)
        st.caption(_("From the time of every single question and answer, those still waiting included (Kaplan-Meier)."))
        words = _words(found)
        html_table(words, title)
        below("exact", title, Table(lambda: words, lambda: _raw(found)), source)


def _words(found: Mapping[str, tuple[Estimate, Estimate]]) -> pd.DataFrame:
    rows = [
        {
            _("Number"): _(metrics()[name].label),
            _("On this page"): full_words(metrics()[name], usual),
            _("Calculated exactly"): full_words(metrics()[name], exact),
        }
        for name, (usual, exact) in found.items()
    ]
    return pd.DataFrame(rows)


def _raw(found: Mapping[str, tuple[Estimate, Estimate]]) -> pd.DataFrame:
    """In seconds."""
    rows = [
        {
            _("Number"): _(metrics()[name].label),
            _("Metric code"): name,
            _("On this page"): usual.value,
            _("Calculated exactly"): exact.value,
            _("Lowest of the 95% interval"): exact.low,
            _("Highest of the 95% interval"): exact.high,
            _("n"): exact.n,
        }
        for name, (usual, exact) in found.items()
    ]
    return pd.DataFrame(rows, dtype=object)
