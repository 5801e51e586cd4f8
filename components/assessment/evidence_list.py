"""What supports an answer: documents and measured figures, with a form for one more document."""

from collections.abc import Callable, Sequence
from urllib.parse import urlsplit

import streamlit as st

from components import notice
from components.escape import bare, plain
from components.i18n import _, day
from metrics.maturity.answers import Evidence
from metrics.periods import from_iso

_TITLE, _LINK, _ROLE = 200, 500, 100


def evidence_list(
    key: str, known: Sequence[Evidence], save: Callable[[tuple[Evidence, ...]], None], *, disabled: bool
) -> None:
    """Draw what is known, each with a button to remove it; `save` gets what is left."""
    st.markdown(f"**{_('Evidence')}**")
    if not known:
        st.caption(_("None yet. An answer of level 2 or higher asks for a document."))
    for place, one in enumerate(known):
        with st.container(horizontal=True, vertical_alignment="center", key=f"{key}_evidence_{place}"):
            st.markdown(_in_words(one), width="stretch")
            if one.kind == "document" and is_web_address(one.link):
                st.link_button(_("Open"), one.link, key=f"{key}_open_{place}", help=bare(one.link, _LINK))
            st.button(
                _("Remove"),
                key=f"{key}_remove_{place}",
                type="tertiary",
                on_click=save,
                args=(tuple(known[:place]) + tuple(known[place + 1 :]),),
                disabled=disabled,
            )


def document_form(
    key: str, known: Sequence[Evidence], save: Callable[[tuple[Evidence, ...]], None], *, disabled: bool
) -> None:
    """Draw the form for one more document; what was typed stays until it is saved."""
    turn = f"{key}_document_turn"
    name = f"{key}_document_{st.session_state.get(turn, 0)}"
    with st.form(f"{name}_form", border=False):
        st.text_input(_("Title of the document"), key=f"{name}_title", max_chars=_TITLE)
        st.text_input(_("Link (optional)"), key=f"{name}_link", max_chars=_LINK, placeholder="https://")
        st.text_input(
            _("Role of its owner (optional)"),
            key=f"{name}_role",
            max_chars=_ROLE,
            help=_("A role, not a name: “head of communication”."),
        )
        st.text_input(_("Last reviewed on (year-month-day, optional)"), key=f"{name}_day", max_chars=10)
        st.form_submit_button(
            _("Add the document"),
            key=f"{name}_add",
            icon=":material/add:",
            on_click=_add,
            args=(key, name, tuple(known), save),
            disabled=disabled,
        )
    notice.show(f"{key}_document")


def is_web_address(link: str) -> bool:
    """Whether a link may be followed: it leads to a web site and runs nothing.

    >>> is_web_address("https://waterstad.example/plan"), is_web_address("javascript:alert(1)")
    (True, False)
    """
    try:
        parts = urlsplit(link)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.hostname)


def _in_words(one: Evidence) -> str:
    title = f"**{plain(one.title, _TITLE)}**"
    if one.kind == "figure":
        taken = from_iso(one.taken)
        parts = [plain(one.value, _TITLE), plain(one.period, _TITLE)]
        parts += [_("noted on {day}", day=day(taken))] if taken else []
    else:
        reviewed = from_iso(one.review_date)
        parts = [plain(one.owner_role, _ROLE)]
        parts += [_("reviewed on {day}", day=day(reviewed))] if reviewed else []
        parts += [plain(one.link, 60)] if one.link and not is_web_address(one.link) else []
    return " · ".join([title, *filter(None, parts)])


def _add(key: str, name: str, known: tuple[Evidence, ...], save: Callable[[tuple[Evidence, ...]], None]) -> None:
    title, link, role, reviewed = (
        str(st.session_state.get(f"{name}_{part}", "")).strip() for part in ("title", "link", "role", "day")
    )
    place = f"{key}_document"
    if not title:
        notice.leave(place, _("Fill in the title of the document."), "problem")
    elif link and not is_web_address(link):
        notice.leave(place, _("A link starts with https:// or http://. Change it, or leave it empty."), "problem")
    elif reviewed and from_iso(reviewed) is None:
        text = _("“{value}” is not a date. Write year-month-day, for example 2027-01-31.", value=plain(reviewed, 40))
        notice.leave(place, text, "problem")
    else:
        st.session_state[f"{key}_document_turn"] = st.session_state.get(f"{key}_document_turn", 0) + 1
        save((*known, Evidence("document", title, link, role, reviewed)))
