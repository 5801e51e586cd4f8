"""How the topics came about, and how steady they are, in words."""

from collections.abc import Sequence
from dataclasses import dataclass

import streamlit as st

from components.i18n import _, ngettext, number
from components.topics.words import KINDS, language_name, steady_words


@dataclass(frozen=True)
class Grouping:
    """A grouping of messages in which topics were found: how, in which language ("": all), of how many messages."""

    kind: str
    language: str
    n: int
    stability: float


def stability_tile(groupings: Sequence[Grouping], listed: int, found: int) -> None:
    """A card that says how steady the topics are: those of the list always are, found ones as far as was measured."""
    with st.container(border=True, height="stretch", gap="xxsmall", key="card_tile_stability"):
        st.metric(_("Stability of found topics"), _word(groupings))
        st.markdown(_made_of(listed, found))
        if groupings:
            st.caption(" · ".join(_each(one) for one in groupings))
        with st.popover(_("How is this calculated?"), type="tertiary", key="how_stability"):
            st.markdown(_explained(groupings))


def _word(groupings: Sequence[Grouping]) -> str:
    """The word of the least steady grouping."""
    worst = min((one.stability for one in groupings), default=None)
    return _("none found yet") if worst is None else steady_words(worst).partition(":")[0]


def _made_of(listed: int, found: int) -> str:
    return _("{listed} topics by their words on your list, {found} found in the messages", listed=listed, found=found)


def _each(one: Grouping) -> str:
    return _("{where}: {value} of 1", where=_where(one), value=number(round(one.stability, 2)))


def _where(one: Grouping) -> str:
    return language_name(one.language) if one.language else _("all languages")


def _explained(groupings: Sequence[Grouping]) -> str:
    lines = [
        _(
            "Topics of the list are matched by their words, first. What is left over is grouped. The grouping is made "
            "three times, each time on 80% of the messages; stability says how alike the three are (adjusted Rand "
            "index: 1 is the same, 0 is chance). From 0.7 we call it steady, from 0.5 fair, below that shaky: another "
            "run may group differently. These limits are a judgement."
        )
    ]
    for one in groupings:
        how = _(KINDS[one.kind])
        lines.append(
            ngettext(
                "- {where}: grouped {how}, from {n} message; {word}.",
                "- {where}: grouped {how}, from {n} messages; {word}.",
                one.n,
                where=_where(one),
                how=how,
                word=steady_words(one.stability),
            )
        )
    return "\n".join([lines[0], "", *lines[1:]])
