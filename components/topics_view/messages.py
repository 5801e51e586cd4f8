"""The messages on a topic, masked, for those who may read them."""

from collections.abc import Sequence
from dataclasses import dataclass

import streamlit as st

from components.escape import plain
from components.i18n import _
from components.words import platform_name
from metrics.text.tone import LEANING, TONES

_LONGEST = 600


@dataclass(frozen=True)
class TopicMessage:
    """A message: where, when, what it says, the post it stands under, and whether it waits for an answer.

    `tone` is a number of the store (`metrics.text.tone`), None when not scored.
    """

    key: tuple[int, int]
    account: str
    platform: str
    when: str
    text: str
    link: str
    tone: int | None
    waits: bool


def topic_message_list(messages: Sequence[TopicMessage]) -> None:
    """Draw the messages; those that wait for an answer say so."""
    for one in messages:
        platform = platform_name(one.platform)
        account = _("{account} on {platform}", account=plain(one.account), platform=platform)
        with st.container(border=True, gap="xxsmall", key=f"card_message_{one.key[0]}_{one.key[1]}"):
            waits = [f":orange-badge[{_('waits for an answer')}]"] if one.waits else []
            st.caption(" · ".join([account, one.when, _tone(one.tone), *waits]))
            st.markdown(plain(one.text, _LONGEST) or _("(no text)"))
            if one.link.startswith("https://"):
                text = _("Open the post on {platform}", platform=platform)
                st.link_button(text, one.link, icon=":material/open_in_new:", type="tertiary")


def _tone(tone: int | None) -> str:
    """What the machine says of the tone, in words."""
    if tone is None:
        return _("tone not scored")
    label = _(list(TONES.values())[tone % LEANING]).lower()
    return _("tone: {tone}", tone=label) if tone < LEANING else _("tone unsure, rather {tone}", tone=label)
