"""What rose and what fell, and how many topics were compared for it."""

from collections.abc import Hashable, Mapping

import pandas as pd
import streamlit as st

from components.chart import below
from components.escape import plain
from components.i18n import _, ngettext, share
from components.kept import kept
from components.number_table import Table
from components.source import Source
from components.table import html_table
from components.topics_view.topic_list import Known
from metrics.topics.changes import Shift


def changes_card(shifts: Mapping[int, Shift], known: Mapping[int, Known], source: Source, key: Hashable) -> None:
    """Draw the topics that changed clearly; the file has every topic that was compared."""
    clear = {topic: shift for topic, shift in shifts.items() if shift.direction != "unclear"}
    title = _title(clear, known)
    with st.container(border=True, gap="xsmall", key="card_topic_changes"):
        st.header(title, anchor=False)
        st.caption(_rule(len(clear), len(shifts)))
        if clear:
            html_table(kept((key, "topic changes"), lambda: _words(clear, known)), title)
        if shifts:
            below("topic-changes", _("Change of topics"), Table(_nothing, lambda: _raw(shifts, known)), source)


def _title(clear: Mapping[int, Shift], known: Mapping[int, Known]) -> str:
    rose, fell = (
        tuple(plain(known[topic].name) for topic, shift in clear.items() if shift.direction == direction)
        for direction in ("up", "down")
    )
    if rose and fell:
        return _("Rose: {rose}. Fell: {fell}.", rose=rose, fell=fell)
    if rose:
        return _("Rose: {rose}", rose=rose)
    return _("Fell: {fell}", fell=fell) if fell else _("No topic rose or fell clearly")


def _rule(clear: int, compared: int) -> str:
    if not compared:
        return _("Nothing was compared: six full weeks of messages are needed in this period and in the one before.")
    counted = ngettext(
        "{k} of {n} topic that was compared with the period before changed clearly.",
        "{k} of {n} topics that were compared with the period before changed clearly.",
        compared,
        k=clear,
    )
    rule = _(
        "Clear is what busy weeks and chance rarely show, with this many topics tested at once, and at least 5% more "
        "or less than before."
    )
    return f"{counted} {rule}"


def _words(clear: Mapping[int, Shift], known: Mapping[int, Known]) -> pd.DataFrame:
    rows = [
        {
            _("Topic"): plain(known[topic].name),
            _("Change"): _("rose") if shift.direction == "up" else _("fell"),
            _("This period"): _of(shift.now, shift.n_now),
            _("The period before"): _of(shift.before, shift.n_before),
        }
        for topic, shift in clear.items()
    ]
    return pd.DataFrame(rows)


def _of(value: float, n: int) -> str:
    return ngettext("{share}, {n} message", "{share}, {n} messages", n, share=share(value))


def _nothing() -> pd.DataFrame:
    return pd.DataFrame()


def _raw(shifts: Mapping[int, Shift], known: Mapping[int, Known]) -> pd.DataFrame:
    words = {"up": _("rose"), "down": _("fell"), "unclear": _("no clear change")}
    rows = [
        {
            _("Topic"): known[topic].name,
            _("Change"): words[shift.direction],
            _("Share in this period"): shift.now,
            _("Messages in this period"): shift.n_now,
            _("Share in the period before"): shift.before,
            _("Messages in the period before"): shift.n_before,
            _("p of the change"): shift.p,
        }
        for topic, shift in shifts.items()
    ]
    return pd.DataFrame(rows, dtype=object)
