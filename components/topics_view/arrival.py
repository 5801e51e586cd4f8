"""Where messages arrive, beside the department whose matter their topic is."""

from collections.abc import Hashable, Mapping, Sequence

import pandas as pd
import streamlit as st

from components.chart import below
from components.escape import plain
from components.i18n import _
from components.kept import kept
from components.number_table import Table
from components.source import Source
from components.table import html_table
from components.topics_view.topic_list import Known
from components.topics_view.words import messages_words, share_words
from metrics.topics.owners import Arrival


def arrival_card(found: Sequence[Arrival], known: Mapping[int, Known], source: Source, key: Hashable) -> None:
    """Draw the table of topics that have an owner, by name."""
    listed = sorted((one for one in found if one.topic in known), key=lambda one: known[one.topic].name.casefold())
    away = [plain(known[one.topic].name) for one in listed if one.mostly_elsewhere]
    title = (
        _("Mostly at other departments than the owner: {topics}", topics=tuple(away))
        if away
        else _("Messages arrive where their topic belongs, as far as is clear")
    )
    with st.container(border=True, gap="xsmall", key="card_topic_arrival"):
        st.header(title, anchor=False)
        st.caption(_("The owner of a topic is chosen in the list of topics. “Elsewhere”: at accounts of others."))
        html_table(kept((key, "topic arrival"), lambda: _words(listed, known)), title)
        table = Table(lambda: _words(listed, known), lambda: _raw(listed, known))
        below("topic-arrival", _("Where messages on a topic arrive"), table, source)


def _words(found: Sequence[Arrival], known: Mapping[int, Known]) -> pd.DataFrame:
    rows = [
        {
            _("Topic"): plain(known[one.topic].name),
            _("Owner"): plain(known[one.topic].owner),
            _("Arrives elsewhere"): share_words(one.elsewhere),
            _("Rests on"): messages_words(one.elsewhere.n),
        }
        for one in found
    ]
    return pd.DataFrame(rows)


def _raw(found: Sequence[Arrival], known: Mapping[int, Known]) -> pd.DataFrame:
    rows = [
        {
            _("Topic"): known[one.topic].name,
            _("Owner"): known[one.topic].owner,
            _("Share that arrives elsewhere (0 to 1)"): one.elsewhere.value,
            _("Lowest of the 95% interval"): one.elsewhere.low,
            _("Highest of the 95% interval"): one.elsewhere.high,
            _("n"): one.elsewhere.n,
        }
        for one in found
    ]
    return pd.DataFrame(rows, dtype=object)
