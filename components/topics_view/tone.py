"""The tone of the messages on one topic: as the machine counts it, and as labels of people correct that."""

from collections.abc import Mapping

import pandas as pd
import streamlit as st

from components.chart import below
from components.i18n import _, number, share
from components.number_table import Table
from components.source import Source
from components.table import html_table
from components.topics_view.words import TONE_WORDS, share_words
from metrics.estimate import Estimate
from metrics.text.tone import TONES
from metrics.topics.sizes import Size

Shares = Mapping[str, Estimate]
"""The share of each tone with its interval; empty while too few messages are labelled."""


def tone_card(size: Size, shares: Shares, source: Source) -> None:
    """Draw the counts; percentages only where labels of people corrected them."""
    title = _title(size, shares)
    with st.container(border=True, gap="xsmall", key="card_topic_tone"):
        st.header(title, anchor=False)
        st.caption(_("The tone of the message, not what its author thinks of you."))
        st.caption(
            _("The shares are corrected by the messages that people labelled here; the counts are the machine's.")
            if shares
            else _("The machine makes mistakes: label messages to get percentages with an interval.")
        )
        table = Table(lambda: _words(size, shares), lambda: _raw(size, shares))
        html_table(table.words(), title)
        below("topic-tone", _("Tone, as the machine counts"), table, source)


def _title(size: Size, shares: Shares) -> str:
    code = next(iter(TONES))
    found, counted = shares.get(code), size.tones[code]
    if found is not None and found.low is not None and found.high is not None:
        return _(
            "Between {low} and {high} of the messages sound negative", low=share(found.low), high=share(found.high)
        )
    if counted is None:
        return _("Tone: too few messages to tell")
    return _("Machine count: {k} of {n} messages sound negative", k=counted, n=size.messages)


def _words(size: Size, shares: Shares) -> pd.DataFrame:
    rows = []
    for code, label in TONE_WORDS.items():
        n = size.tones[code]
        row = {_("Tone"): _(label), _("Messages"): _("not shown") if n is None else number(n)}
        if shares:
            row[_("Share, corrected by labels")] = share_words(shares[code]) if code in shares else "–"
        rows.append(row)
    return pd.DataFrame(rows)


def _raw(size: Size, shares: Shares) -> pd.DataFrame:
    rows = []
    for code, label in TONE_WORDS.items():
        found = shares.get(code)
        row: dict[str, object] = {_("Tone"): _(label), _("Messages"): size.tones[code]}
        row |= {
            _("Share, corrected by labels (0 to 1)"): found.value if found else None,
            _("Lowest of the 95% interval"): found.low if found else None,
            _("Highest of the 95% interval"): found.high if found else None,
        }
        rows.append(row)
    return pd.DataFrame(rows, dtype=object)
