"""A draft becomes a version with a date; a version that was a mistake can be removed."""

from dataclasses import replace
from datetime import UTC, datetime

import streamlit as st

from components import notice
from components.escape import bare, plain
from components.i18n import _, day, say
from components.select import select_or_none
from data.errors import StoreError
from data.guidelines import remove_guideline, save_guideline
from metrics.periods import from_iso
from pages._context import access, engine
from pages._guidelines.draft import Draft, drop
from pages._guidelines.judged import versions
from pages._guidelines.reading import whose_words


def save_form(place: str, current: Draft) -> None:
    """Draw the form that saves the draft as a new version; older ones stay."""
    with st.container(key="text_guideline_save"), st.form(f"guideline_save_{current.turn}"):
        title = st.text_input(_("Title"), current.content.title, key=f"guideline_title_{current.turn}", max_chars=200)
        today = datetime.now(UTC).date().isoformat()
        typed = st.text_input(
            _("Valid from (year-month-day)"), today, key=f"guideline_from_{current.turn}", max_chars=10
        )
        pressed = st.form_submit_button(
            _("Save as a new version"), key="guideline_save", type="primary", icon=":material/save:"
        )
    if not pressed:
        return
    begins = from_iso(typed.strip())
    if begins is None:
        text = _("“{value}” is not a date. Write year-month-day, for example 2027-01-31.", value=plain(typed, 40))
        notice.tell(text, "problem")
        return
    department, account = current.scope
    try:
        content = replace(current.content, title=title)
        save_guideline(engine(), access(), content, begins, department_id=department, account_id=account)
    except StoreError as error:
        notice.tell(plain(say(error.message), 500), "problem")
        return
    drop()
    notice.leave(place, _("The guideline is saved. It holds from {day}.", day=day(begins)))
    st.rerun()


def removal(place: str) -> None:
    """Draw the removal of a version, when there is one."""
    known = {
        version.id: _(
            "{title}, for {whose}, from {day}, saved by {who}",
            title=bare(version.content.title, 80),
            whose=whose_words(version.scope),
            day=day(version.valid_from),
            who=bare(version.who, 60),
        )
        for version in versions()
    }
    if not known:
        return
    with st.expander(_("Remove a version"), icon=":material/delete:"):
        st.caption(_("For mistakes only. A guideline that no longer holds is followed by a new version instead."))
        chosen = select_or_none(_("Version to remove"), known, key="guideline_remove")
        if (
            st.button(_("Remove this version"), key="guideline_remove_go", disabled=chosen is None)
            and chosen is not None
        ):
            try:
                remove_guideline(engine(), access(), chosen)
                notice.leave(place, _("The version is removed."))
            except StoreError as error:
                notice.leave(place, plain(say(error.message), 500), "problem")
            st.rerun()
