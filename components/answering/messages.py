"""Single messages of citizens, to answer or to say what they are. Texts are masked, and shown as they are."""

from collections.abc import Sequence
from dataclasses import dataclass

import streamlit as st

from components.escape import plain
from components.i18n import _
from components.select import select
from components.words import platform_name
from metrics.needs_reply import INTENTS

_LONGEST = 600


@dataclass(frozen=True)
class Item:
    """A message: where, when, what it says, the post it stands under, and what it is taken for.

    `facts` are further words about it, such as for how long it has waited.
    """

    key: tuple[int, int]
    account: str
    platform: str
    when: str
    text: str
    link: str
    intent: str
    facts: tuple[str, ...] = ()


@dataclass(frozen=True)
class Said:
    """What the reader says that a message is."""

    key: tuple[int, int]
    intent: str


def message_list(name: str, items: Sequence[Item], *, confirm: bool = False) -> Said | None:
    """Draw the messages, each with the list of what it can be; what the reader just said about one.

    With `confirm` each has a button that says that the class is right, for checking a sample.
    """
    said = None
    words = {code: _(label) for code, label in INTENTS.items()}
    for item in items:
        with st.container(border=True, gap="xxsmall", key=f"message_{name}_{item.key[0]}_{item.key[1]}"):
            said = _draw(name, item, words, confirm) or said
    return said


def _draw(name: str, item: Item, words: dict[str, str], confirm: bool) -> Said | None:
    platform = platform_name(item.platform)
    account = _("{account} on {platform}", account=plain(item.account), platform=platform)
    st.caption(" · ".join([account, item.when, *item.facts]))
    st.markdown(plain(item.text, _LONGEST) or _("(no text)"))
    key = f"{name}_{item.key[0]}_{item.key[1]}"
    with st.container(horizontal=True, vertical_alignment="bottom"):
        chosen = select(_("This is"), words, item.intent, key=f"intent_{key}", width=180)
        right = confirm and st.button(_("That is right"), key=f"right_{key}", icon=":material/check:")
        if item.link.startswith("https://"):
            text = _("Open the post on {platform}", platform=platform)
            st.link_button(text, item.link, icon=":material/open_in_new:", type="tertiary")
    if chosen != item.intent or right:
        return Said(item.key, chosen)
    return None
