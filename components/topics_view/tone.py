"""The tone of the messages on one topic, as the machine counts it."""

import pandas as pd
import streamlit as st

from components.chart import below
from components.i18n import _, number
from components.number_table import Table
from components.source import Source
from components.table import html_table
from components.topics_view.words import TONE_WORDS
from metrics.text.tone import TONES
from metrics.topics.sizes import Size


def tone_card(size: Size, source: Source) -> None:
    """How many messages the machine counts in each tone; no percentage, because nobody checked it here."""
    negative = size.tones[next(iter(TONES))]
    title = _("Tone: too few messages to tell")
    if negative is not None:
        title = _("Machine count: {k} of {n} messages sound negative", k=negative, n=size.messages)
    with st.container(border=True, gap="xsmall", key="card_topic_tone"):
        st.header(title, anchor=False)
        st.caption(
            _(
                "The tone of the message, not what its author thinks of you. The machine makes mistakes: label "
                "messages to get percentages with an interval."
            )
        )
        html_table(_tones(size), title)
        table = Table(lambda: _tones(size), lambda: _raw_tones(size))
        below("topic-tone", _("Tone, as the machine counts"), table, source)


def _tones(size: Size) -> pd.DataFrame:
    rows = [
        {_("Tone"): _(label), _("Messages"): _("not shown") if (n := size.tones[code]) is None else number(n)}
        for code, label in TONE_WORDS.items()
    ]
    return pd.DataFrame(rows)


def _raw_tones(size: Size) -> pd.DataFrame:
    rows = [{_("Tone"): _(label), _("Messages"): size.tones[code]} for code, label in TONE_WORDS.items()]
    return pd.DataFrame(rows, dtype=object)
