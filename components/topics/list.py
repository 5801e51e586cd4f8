"""The list of topics as a table."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pandas as pd
import streamlit as st

from components.escape import bare, plain
from components.i18n import _, ngettext, share
from components.table import html_table
from components.topics.words import count_words, listed, origin_words, steady_words

_FIRST, _WORDS = 12, 4


@dataclass(frozen=True)
class TopicRow:
    """A topic as the list shows it. `state` says what is special: switched off, or part of another one."""

    id: int
    name: str
    origin: str
    n: int
    owner: str = ""
    stability: float | None = None
    words: tuple[str, ...] = ()
    pinned: bool = False
    state: str = ""

    def choice(self) -> str:
        """The topic in a list to choose from."""
        name = bare(self.name, 60)
        return f"{name} ({self.state})" if self.state else name


def finding_of_list(rows: Sequence[TopicRow], without: int) -> str:
    """What the list says in one or two sentences: how much of the conversation it covers, and what nobody owns."""
    total = sum(row.n for row in rows) + without
    if total == 0:
        return ngettext(
            "{n} topic is ready. No message was assigned to a topic yet.",
            "{n} topics are ready. No message was assigned to a topic yet.",
            len(rows),
        )
    owned = sum(bool(row.owner) for row in rows)
    covered = _(
        "{share} of {n} messages are about one of {topics} topics.",
        share=share(1 - without / total),
        n=total,
        topics=len(rows),
    )
    return f"{covered} " + ngettext(
        "{n} topic has a department that owns it.", "{n} topics have a department that owns them.", owned
    )


def topic_list(rows: Sequence[TopicRow], left_out: Sequence[TopicRow]) -> None:
    """Draw the largest topics, the others on demand, and those that are switched off or merged into another one."""
    html_table(_table(rows[:_FIRST]), _("The largest topics, with their messages, owner and words"))
    if len(rows) > _FIRST:
        label = ngettext("Show {n} more topic", "Show {n} more topics", len(rows) - _FIRST)
        with st.expander(label, key="topics_more", on_change="rerun", icon=":material/list:") as box:
            if box.open:
                html_table(_table(rows[_FIRST:]), _("The other topics, with their messages, owner and words"))
    if left_out:
        label = _("Switched off or merged into another topic ({n})", n=len(left_out))
        with st.expander(label, key="topics_left_out", icon=":material/visibility_off:"):
            st.markdown("\n".join(f"- {plain(row.name)}: {plain(row.state, 200)}" for row in left_out))


def topic_names(rows: Sequence[TopicRow]) -> Mapping[int, str]:
    """Topics to choose from, by id."""
    return {row.id: row.choice() for row in rows}


def _table(rows: Sequence[TopicRow]) -> pd.DataFrame:
    cells = [
        {
            _("Topic"): f":material/keep: {plain(row.name)}" if row.pinned else plain(row.name),
            _("Messages"): count_words(row.n),
            _("Department"): plain(row.owner) or "–",
            _("Comes from"): origin_words(row.origin),
            _("Found again"): steady_words(row.stability),
            _("Words"): listed(row.words, _WORDS),
        }
        for row in rows
    ]
    return pd.DataFrame(cells, dtype="object")
