"""Texts that a search found: where and when, with the words that were searched for in bold."""

from collections.abc import Sequence
from dataclasses import dataclass

import streamlit as st

from components.escape import marked, plain
from components.i18n import _, day, ngettext
from components.words import platform_name
from metrics.text.searching import SHORTEST_BEGINNING, Term, places

_LONGEST = 600


@dataclass(frozen=True)
class FoundText:
    """An own post or a citizen's message: of which account, when, what it says, and the link to the post."""

    is_post: bool
    account: str
    platform: str
    when: str
    text: str
    link: str


def found_list(found: Sequence[FoundText], wanted: Sequence[Term]) -> None:
    """Draw the texts, one card each."""
    for place, item in enumerate(found):
        with st.container(border=True, gap="xxsmall", key=f"card_found_{place}"):
            _draw(item, wanted)


def counted(n: int, more: bool, first: int, last: int) -> str:
    """How many texts were found, and from which days they are."""
    days = {"first": day(first), "last": day(last)}
    if more:
        return _("**More than {n} texts hold these words.** The newest {n} are from {first} to {last}.", n=n, **days)
    return ngettext(
        "**{n} text holds these words.** It is from {last}.",
        "**{n} texts hold these words.** They are from {first} to {last}.",
        n,
        **days,
    )


def tips() -> str:
    """How to search, as a list."""
    lines = [
        _("**parking permit** finds texts with both words, in any order."),
        _("**“parking permit”** in quotes finds the words next to each other."),
        _(
            "**park\\*** finds every word that begins like this. The star needs {n} letters before it.",
            n=SHORTEST_BEGINNING,
        ),
        _("**parking -permit** finds texts with the first word and without the second."),
        _("Capitals and accents make no difference."),
    ]
    return "\n".join(f"- {line}" for line in lines)


def nothing_found() -> str:
    """What to try when no text holds the words, as a list."""
    lines = [
        _("Choose a longer period, or all dates."),
        _("Use fewer words, or the beginning of a word with a star: **park\\***."),
        _("Take away the choice of a topic, a tone, departments or platforms."),
    ]
    return "\n".join(f"- {line}" for line in lines)


def _draw(item: FoundText, wanted: Sequence[Term]) -> None:
    platform = platform_name(item.platform)
    kind = _("Own post") if item.is_post else _("Message of a citizen")
    account = _("{account} on {platform}", account=plain(item.account), platform=platform)
    st.caption(" · ".join([kind, account, item.when]))
    st.markdown(marked(item.text, lambda shown: places(shown, wanted), _LONGEST))
    if item.link.startswith("https://"):
        text = _("Open the post on {platform}", platform=platform)
        st.link_button(text, item.link, icon=":material/open_in_new:", type="tertiary")
