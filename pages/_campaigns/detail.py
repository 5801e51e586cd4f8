"""One tag: what came of it, its posts, and how to change it."""

import streamlit as st

from components.campaigns.cards import posts_card, visits_card
from components.campaigns.expectation_form import Expected, expectation_form
from components.campaigns.form import TagWish, tag_form
from components.campaigns.words import about, registered_words, rule_words, verdict_words
from components.escape import plain
from components.i18n import _, say
from data.filters import Filters
from data.tags import change_tag, register_expectation, remove_tag
from metrics.campaigns.results import Result, changed_words
from metrics.campaigns.tag import Tag
from pages import _numbers as numbers
from pages._campaigns.by_hand import posts_section
from pages._campaigns.changing import find_again, save, show_preview
from pages._campaigns.known import not_applied, of_tag, offered, period_of, today
from pages._context import access, department_names, engine, settings
from pages._guidelines.judged import key_of_store
from pages._work import turn


def detail(tag: Tag) -> None:
    """Draw everything about one tag."""
    found, evidence = of_tag(tag)
    st.header(plain(tag.name), anchor=False)
    st.caption(about(tag, department_names()))
    if tag.id in not_applied():
        st.warning(_("Not all posts were held against its rule yet: numbers can be too low."), icon=":material/info:")
        if st.button(_("Find its posts"), icon=":material/refresh:"):
            find_again()
    if tag.kind == "campaign":
        _verdict(found)
    period = period_of(tag)
    if period is not None and found.posts:
        source = numbers.source(Filters(period))
        posts_card(found, evidence, source, (key_of_store(), tag))
    if period is not None and tag.utm_campaign:
        visits_card(found, evidence, numbers.source(Filters(period)), (key_of_store(), tag))
    posts_section(tag)
    _change(tag)


def _verdict(found: Result) -> None:
    tag, zone = found.tag, settings().time_zone
    with st.container(border=True, gap="xsmall", key="card_campaign_verdict"):
        if tag.is_registered:
            st.markdown(f"**{verdict_words(found)}.** {say(found.why)}")
            if (changed := changed_words(found)) is not None:
                st.warning(say(changed), icon=":material/front_hand:")
            st.markdown(registered_words(tag, zone))
            st.caption(_("Other things happen on the same days: this says what was seen, not what brought it about."))
            return
        st.markdown(_("**Nobody wrote down what was expected**, so it cannot be said whether it did what it should."))
        if tag.first_day is None or tag.last_day is None:
            st.markdown(_("Fill in its first and last day below; then you can write an expectation."))
            return
        with st.expander(_("Write what you expect"), icon=":material/lock:"):
            expected = expectation_form(f"expect_{tag.id}_{turn()}", today() < tag.first_day)
            if expected is not None:
                save(lambda: _registered(tag, expected))


def _registered(tag: Tag, expected: Expected) -> str:
    register_expectation(engine(), access(), tag.id, expected.measure, expected.n or None, expected.words)
    return _("The expectation is registered and locked.")


def _change(tag: Tag) -> None:
    known = offered()
    with st.expander(_("Change this tag"), icon=":material/edit:"):
        st.caption(rule_words(tag, known.accounts, known.platforms))
        start = TagWish(
            *(tag.name, tag.kind, tag.department_id, tag.rules, tag.utm_campaign or "", tag.first_day, tag.last_day)
        )
        sent = tag_form(f"tag_{tag.id}_{turn()}", start, known, tag.is_registered)
        if sent is not None:
            wish, what = sent
            if what == "preview":
                show_preview(wish.rules)
            else:
                save(lambda: _changed(tag, wish))
    if not tag.is_registered:
        with st.expander(_("Remove this tag"), icon=":material/delete:"):
            st.markdown(_("The posts stay; what was put in or taken out by hand is lost."))
            if st.button(_("Remove this tag for good"), key=f"remove_{tag.id}"):
                save(lambda: _removed(tag))


def _changed(tag: Tag, wish: TagWish) -> str:
    change_tag(engine(), access(), tag.id, {**vars(wish)})
    return _("The tag is changed.")


def _removed(tag: Tag) -> str:
    remove_tag(engine(), access(), tag.id)
    return _("The tag is removed.")
