"""The list of signals: a card for each, those that somebody has seen, and all of them as a table."""

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd
import streamlit as st

from components.address import sent_along
from components.change.icons import icons_row
from components.escape import bare, plain, unmarked
from components.i18n import _, day, say
from components.written import written
from metrics.change.reading import variation_words
from metrics.periods import to_date
from metrics.signals.listing import Signal

LONGEST = 500
"""Characters of a note."""


@dataclass(frozen=True)
class Note:
    """What somebody said of a signal: `id` to take it back, and when, as a day."""

    id: int
    text: str
    who: str
    day: int


def signal_item(signal: Signal, turn: int, before: Note | None, may_write: bool) -> str | None:
    """Draw a signal with what to do, a link to its chart and the form to acknowledge it; the note that was sent.

    `before` is what was said of the same series in an earlier week.
    """
    name = signal.series.replace(":", "_")
    with st.container(border=True, key=f"card_signal_{name}", gap="small"):
        st.markdown(f"**{say(signal.sentence)}**")
        icons_row(signal.reading)
        st.markdown(say(signal.what_to_do))
        if before is not None:
            st.caption(_("Earlier, on {day}: {note}", day=day(before.day), note=plain(before.text, LONGEST)))
        label = _("See the chart") if signal.metric is not None else _("See the messages")
        st.page_link(
            f"{signal.page}.py",
            label=label,
            icon=":material/monitoring:",
            query_params=sent_along(signal.address),
        )
        if may_write:
            return _form(f"seen_{name}_{turn}")
    return None


def _form(key: str) -> str | None:
    with st.expander(_("Acknowledge"), icon=":material/done:"), st.form(key, border=False):
        return written(
            key,
            _("What you found, or what you do about it"),
            _("Acknowledge this signal"),
            icon=":material/done:",
            hint=_("For others who read this list. Write no names of people."),
            longest=LONGEST,
        )


def seen_list(seen: Sequence[tuple[Signal, Note]], may_write: bool) -> int | None:
    """Draw the signals that somebody acknowledged, folded; the id of what is taken back."""
    chosen = None
    with st.expander(_("Acknowledged ({n})", n=len(seen)), icon=":material/done_all:"):
        for signal, note in seen:
            with st.container(key=f"seen_{note.id}", gap="xxsmall"):
                st.markdown(f"**{say(signal.sentence)}**")
                st.markdown(plain(note.text, LONGEST))
                st.caption(_("Acknowledged by {who} on {day}.", who=plain(note.who), day=day(note.day)))
                label = _("Put it back in the list")
                if may_write and st.button(label, key=f"take_back_{note.id}", icon=":material/undo:"):
                    chosen = note.id
    return chosen


def words(rows: Sequence[tuple[Signal, Note | None]]) -> pd.DataFrame:
    """The list as people read it."""
    return pd.DataFrame(
        {
            _("Signal"): say(signal.sentence),
            _("Change"): say(variation_words(signal.reading)),
            _("What to do"): say(signal.what_to_do),
            _("Acknowledged"): "" if note is None else plain(note.text, LONGEST),
        }
        for signal, note in rows
    )


def raw(rows: Sequence[tuple[Signal, Note | None]]) -> pd.DataFrame:
    """The list as programs read it."""
    return pd.DataFrame(
        {
            "series": signal.series,
            "day": to_date(signal.day).isoformat(),
            "change": signal.reading.variation,
            "p_corrected": float(f"{signal.chance:.2g}"),
            "signal": unmarked(say(signal.sentence)),
            "acknowledged": "" if note is None else bare(note.text, LONGEST),
        }
        for signal, note in rows
    )
