"""Finding topics again in what the list does not match: what is known of the last time, and the button."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

import streamlit as st

from components.i18n import _, ngettext
from components.topics.words import KINDS, language_name
from metrics.text.topics.steady import WORDS, steadiness

_FEWEST, _MOST, _USUAL = 2, 40, 10


@dataclass(frozen=True)
class FoundRow:
    """A search for topics that is in use: in which language ("" for all), when, in how many messages, how steady."""

    language: str
    kind: str
    when: datetime
    n: int
    k: int
    stability: float
    drifted: bool


@dataclass(frozen=True)
class FindWish:
    """That somebody wants topics to be found; `k` in each language, None: as many as are steady."""

    k: int | None


def drift_note(rows: Sequence[FoundRow]) -> None:
    """Say that new messages fit the found topics less well, where that is so."""
    if any(row.drifted for row in rows):
        st.warning(
            _("New messages fit the found topics less well than before. Find topics again, below on this page."),
            icon=":material/trending_down:",
        )


def find_form(rows: Sequence[FoundRow], fewest: int, busy: bool) -> FindWish | None:
    """Draw what the last search found, and the form that starts another one; `busy`: other work is being done."""
    st.markdown(
        _(
            "The words of the list are looked for first. Messages that hold none of them can be grouped by what they "
            "have in common. Each group becomes a topic, called by its typical words until you name it. Names, owners "
            "and pins stay with a topic that is found again."
        )
    )
    if rows:
        st.markdown("\n".join(f"- {_found_words(row)}" for row in rows))
    else:
        st.markdown(_("No topics were found yet. That takes at least {n} such messages in one language.", n=fewest))
    with st.form("topics_find", border=False):
        chosen = st.checkbox(_("I choose how many topics"), key="topics_choose_k")
        k = st.number_input(
            _("Topics in each language"),
            _FEWEST,
            _MOST,
            _USUAL,
            key="topics_k",
            width=220,
            help=_("Counts only when the box above is ticked. Else there are as many as are found again and again."),
        )
        label = _("Find topics again") if rows else _("Find topics")
        pressed = st.form_submit_button(label, key="topics_find_go", icon=":material/search:", disabled=busy)
    return FindWish(int(k) if chosen else None) if pressed else None


def _found_words(row: FoundRow) -> str:
    where = language_name(row.language) if row.language else _("All languages")
    steady = _(WORDS[steadiness(row.stability)])
    return ngettext(
        "{where}: {n} topic, found on {day} in {messages} messages, {kind}. How steady the group is: {steady}.",
        "{where}: {n} topics, found on {day} in {messages} messages, {kind}. How steady the groups are: {steady}.",
        row.k,
        where=where,
        day=row.when.date(),
        messages=row.n,
        kind=_(KINDS[row.kind]),
        steady=steady,
    )
