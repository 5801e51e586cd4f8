"""What the organisation may promise, with the evidence, in both languages; and whether it held, month by month."""

from collections.abc import Mapping

import pandas as pd
import streamlit as st

from components import time_axis
from components.catalogues import languages, name_of
from components.chart import below
from components.i18n import _, say, say_in
from components.number_table import Table
from components.source import Source
from components.table import html_table
from components.values import full_words
from metrics.periods import to_date
from metrics.registry import metrics
from metrics.responsiveness.kept import WORDS, Check
from metrics.responsiveness.promise import Promise


def promise_card(found: Promise) -> None:
    """Draw the sentence that may be published, in every language, or the refusal and what would have to change."""
    with st.container(border=True, gap="xsmall", key="card_promise"):
        st.header(say(found.message), anchor=False)
        if found.evidence is not None:
            st.markdown(say(found.evidence))
        if found.seconds is not None:
            for code in languages():
                st.markdown(f"**{name_of(code)}**")
                st.code(say_in(code, found.message), language=None, wrap_lines=True)
        if found.change is not None:
            st.markdown(say(found.change))


def months_card(title: str, checks: Mapping[int, Check], source: Source) -> None:
    """Draw month by month whether a promise was kept, as a table; `checks` by the first day of the month."""
    with st.container(border=True, gap="xsmall", key="card_promise_months"):
        st.header(title, anchor=False)
        html_table(_words(checks), title)
        below("promise-by-month", title, Table(lambda: _words(checks), lambda: _raw(checks)), source)


def _words(checks: Mapping[int, Check]) -> pd.DataFrame:
    metric = metrics()["within_norm"]
    rows = [
        {
            _("Month"): time_axis.name_of(first, "month"),
            _("Verdict"): _(WORDS[check.verdict]),
            _("Within the promised time"): full_words(metric, check.share),
        }
        for first, check in sorted(checks.items(), reverse=True)
    ]
    return pd.DataFrame(rows)


def _raw(checks: Mapping[int, Check]) -> pd.DataFrame:
    rows = [
        {
            _("Month"): to_date(first).isoformat()[:7],
            _("Verdict"): check.verdict,
            _("In time"): check.in_time,
            _("n"): check.share.n,
            _("Share (0 to 1)"): check.share.value,
            _("Lowest of the 95% interval"): check.share.low,
            _("Highest of the 95% interval"): check.share.high,
        }
        for first, check in sorted(checks.items())
    ]
    return pd.DataFrame(rows, dtype=object)
