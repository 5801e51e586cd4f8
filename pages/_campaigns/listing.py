"""The list of campaigns and the other tags, and the form for a new one."""

import streamlit as st

from components.campaigns.form import TagWish, tag_form
from components.campaigns.result_table import result_table
from components.campaigns.words import about, name_of
from components.escape import plain
from components.i18n import _
from data.filters import Filters
from data.tags import add_tag
from pages import _numbers as numbers
from pages._campaigns.changing import save, show_preview
from pages._campaigns.known import all_tags, offered, results
from pages._context import access, all_dates, department_names, engine, settings
from pages._work import turn


def listing() -> None:
    """Draw what there is, and the form to add a tag."""
    dates, found = all_dates(), results()
    if found and dates is not None:
        result_table(found, numbers.source(Filters(dates)), settings().time_zone)
    others = [one for one in all_tags() if one.kind != "campaign"]
    if others:
        st.header(_("Other tags"), anchor=False)
        departments = department_names()
        for one in others:
            st.markdown(f"- **{plain(name_of(one))}**: {about(one, departments)}")
    if not all_tags():
        st.info(_("No tags yet. Add one for a campaign, or for the posts you paid for."), icon=":material/info:")
        st.markdown(
            _(
                "A tag holds posts by a rule (words, hashtags, accounts, days) or by hand. Write down what you "
                "expect of a campaign before its first day. Later you see here whether it came true."
            )
        )
    with st.expander(_("Add a campaign or a tag"), icon=":material/add:", expanded=not all_tags()):
        sent = tag_form(f"new_{turn()}", TagWish(), offered())
        if sent is not None:
            wish, what = sent
            if what == "preview":
                show_preview(wish.rules)
            else:
                save(lambda: _added(wish))


def _added(wish: TagWish) -> str:
    add_tag(
        engine(),
        access(),
        wish.name,
        wish.kind,
        wish.rules,
        department_id=wish.department_id,
        utm_campaign=wish.utm_campaign,
        first_day=wish.first_day,
        last_day=wish.last_day,
    )
    return _("“{name}” is added. Choose it above to see its posts.", name=plain(wish.name))
