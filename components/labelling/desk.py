"""One message at a time: what it says, a button for each answer, and how far the labeller is.

Each answer has a key of its own (1, 2, 3, ..., and 0 for the one that stands apart). Keys of one character get in the
way of speech input, so they can be switched off (WCAG 2.1.4).
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import streamlit as st

from components.escape import plain
from components.i18n import _
from components.words import platform_name
from metrics.text.labels import OTHER

_LONGEST = 2_000
_UNDO = "U"


@dataclass(frozen=True)
class LabelItem:
    """A message to label: its place in the round, where and when it was written, and what it says (masked)."""

    place: int
    account: str
    platform: str
    when: str
    text: str


def progress(done: int, total: int) -> None:
    """How far the labeller is."""
    st.progress(min(done / total, 1.0) if total else 0.0, text=_("{done} of {total} labelled", done=done, total=total))


def keys_switch() -> bool:
    """Whether keys without Ctrl or Alt give answers; the reader decides."""
    return st.toggle(_("Answer with the keys on the buttons"), value=True, key="label_keys")


def desk(
    item: LabelItem,
    number: int,
    question: str,
    answers: Mapping[str, str],
    say: Callable[[str], None],
    undo: Callable[[], None] | None,
    *,
    keys: bool,
) -> None:
    """Draw message `number` with a button for each answer; `say` gets the code of the one that is pressed."""
    with st.container(border=True, gap="small", key="card_label"):
        st.subheader(_("Message {number}", number=number), anchor=False)
        account = _("{account} on {platform}", account=plain(item.account), platform=platform_name(item.platform))
        st.caption(" · ".join([account, item.when]))
        with st.container(key="text_label"):
            st.markdown(plain(item.text, _LONGEST) or _("(no text)"))
        st.markdown(f"**{question}**")
        with st.container(horizontal=True):
            for code, key in shortcuts(answers).items():
                _answer(code, answers[code], key if keys else None, say)
    if undo is not None:
        text = _("Take back the last label")
        shortcut = _UNDO if keys else None
        st.button(text, key="label_undo", icon=":material/undo:", type="tertiary", shortcut=shortcut, on_click=undo)


def _answer(code: str, label: str, key: str | None, say: Callable[[str], None]) -> None:
    st.button(_(label), key=f"label_as_{code}", shortcut=key, on_click=say, args=(code,))


def shortcuts(answers: Mapping[str, str]) -> dict[str, str]:
    """The key of each answer: its place, and 0 for "not about us, or cannot tell".

    >>> shortcuts({"negative": "Negative", "neutral": "Neutral", "other": "Other"})
    {'negative': '1', 'neutral': '2', 'other': '0'}
    """
    return {code: "0" if code == OTHER else str(place) for place, code in enumerate(answers, start=1)}
