"""One topic: its numbers side by side, its typical words, and what the organisation posted about it."""

from collections.abc import Sequence
from dataclasses import dataclass

import streamlit as st

from components.escape import plain
from components.i18n import _, day, ngettext, number
from components.table_facts import fact_row
from components.topics.words import origin_words
from components.topics_view.topic_list import Known
from components.topics_view.words import change_words, share_words, waiting_words
from components.words import platform_name
from metrics.topics.sizes import Size

_LONGEST = 400


@dataclass(frozen=True)
class OwnPost:
    """A post of the organisation: where, on which day, what it says, how many reactions it got (None: not known)."""

    account: str
    platform: str
    day: int
    text: str
    link: str
    interactions: int | None


def topic_facts(size: Size, known: Known, origin: str) -> None:
    """The numbers of a topic side by side."""
    facts = [
        (_("Share of the messages"), share_words(size.share)),
        (_("Messages"), number(size.messages)),
        (_("Since the period before"), change_words(size.shift)),
        (_("Questions without an answer"), waiting_words(size)),
        (_("Owner"), plain(known.owner) or _("nobody yet")),
        (_("Where the topic comes from"), origin_words(origin)),
    ]
    fact_row(facts)


def typical_words(words: Sequence[str]) -> None:
    """Words that set the messages of the topic apart; each is used in five messages or more."""
    st.header(_("Typical words"), anchor=False)
    if words:
        st.markdown(", ".join(plain(word, 40) for word in words))
        st.caption(_("Words that are used here more than elsewhere, each in at least five messages."))
    else:
        st.caption(_("No word is used in five messages or more, or the words were not worked out yet."))


def own_posts(posts: Sequence[OwnPost], name: str = "") -> None:
    """Posts of the organisation on the topic, those with most reactions first; `name` tells several lists apart."""
    st.header(_("What you posted about it"), anchor=False)
    if not posts:
        st.info(_("You posted nothing about this topic in this period. That can be a finding in itself."))
        return
    st.caption(_("Your own posts with most likes, comments and shares."))
    for number_, one in enumerate(posts):
        platform = platform_name(one.platform)
        reactions = (
            _("reactions not known")
            if one.interactions is None
            else ngettext("{n} reaction", "{n} reactions", one.interactions)
        )
        account = _("{account} on {platform}", account=plain(one.account), platform=platform)
        with st.container(border=True, gap="xxsmall", key=f"card_own_post_{name}{number_}"):
            st.caption(" · ".join([account, day(one.day), reactions]))
            st.markdown(plain(one.text, _LONGEST))
            if one.link.startswith("https://"):
                text = _("Open the post on {platform}", platform=platform)
                st.link_button(text, one.link, icon=":material/open_in_new:", type="tertiary")
