"""What a department does with a post that did well: share it with a lesson, or keep it to itself."""

from dataclasses import dataclass
from typing import Literal

import streamlit as st

from components.escape import spoken
from components.i18n import _
from components.practice.cards import Example


@dataclass(frozen=True)
class Decision:
    """What somebody decided about a post."""

    what: Literal["share", "keep", "withdraw"]
    lesson: str = ""


def lesson_form(one: Example, key: str, longest: int) -> Decision | None:
    """Draw the form of a candidate; the decision once it is made."""
    label = _("Decide about this post")
    with st.expander(label, key=f"{key}_box", on_change="rerun", icon=":material/edit:") as box:
        if not box.open:
            return None
        with st.form(key, border=False):
            st.caption(
                _(
                    "Ask {department} first: an example is shown to everybody who uses this product, with the leave of "
                    "the department.",
                    department=spoken(one.department, 80),
                )
            )
            lesson = st.text_area(
                _("What can others take from it? In the words of the department."),
                key=f"{key}_lesson",
                max_chars=longest,
                height=100,
                placeholder=_("For example: we asked one clear question, and answered within the hour."),
            )
            with st.container(horizontal=True):
                share = st.form_submit_button(
                    _("The department agrees: share it"), key=f"{key}_share", type="primary", icon=":material/share:"
                )
                keep = st.form_submit_button(_("Keep it to ourselves"), key=f"{key}_keep", icon=":material/lock:")
    if share:
        return Decision("share", lesson)
    return Decision("keep") if keep else None


def take_back(key: str) -> Decision | None:
    """Draw the button that takes a decision back."""
    pressed = st.button(_("Take this decision back"), key=key, type="tertiary", icon=":material/undo:")
    return Decision("withdraw") if pressed else None
