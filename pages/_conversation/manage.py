"""The list of topics: rename, merge, split, pin, own; find new ones."""

import streamlit as st

from components import notice
from components.escape import plain
from components.i18n import _
from components.select import distinct
from components.source import Source
from components.topics.file import topics_file
from components.topics.find import drift_note, find_form
from components.topics.form import TopicWish, topic_form
from components.topics.list import finding_of_list, topic_list, topic_names
from data import topics
from data.filters import Filters
from data.questionnaire.own_yaml import decoded
from data.settings import LANGUAGES
from data.topics.files import merge_file, to_file
from data.topics.learning import FEWEST
from pages._context import access, department_names, engine
from pages._conversation.edit_topic import edit_topic
from pages._conversation.topic_rows import TopicList, topic_list_now
from pages._conversation.topic_work import PLACE, change, find_again
from pages._jobs import job_section, running
from pages._work import turn


def manage_section(asked: Filters, source: Source) -> None:
    """Draw the list with what it covers, then what can be changed; the filters do not narrow it."""
    found = topic_list_now()
    st.header(_("List of topics"), anchor=False)
    notice.show(PLACE)
    st.markdown(finding_of_list(found.rows, found.without))
    job_section()
    drift_note(found.fits)
    topic_list(found.rows, found.left_out)
    if not access().may("write"):
        return
    _change_one(found)
    _add()
    with st.expander(_("Find topics in the other messages"), key="topics_find_box", icon=":material/search:"):
        wish = find_form(found.fits, FEWEST, running())
    if wish is not None:
        find_again(wish.k)
    with st.expander(_("The list as a file"), key="topics_file_box", icon=":material/folder:"):
        _file()


def _change_one(found: TopicList) -> None:
    """The choice of a topic, and its form under it."""
    st.subheader(_("Change a topic"), anchor=False)
    names = distinct(topic_names([*found.rows, *found.left_out]))
    chosen = st.selectbox(
        _("Topic to change"),
        list(names),
        index=None,
        format_func=names.__getitem__,
        key="topic_to_change",
        placeholder=_("Choose from the list"),
    )
    if chosen is not None:
        edit_topic(found, chosen)


def _add() -> None:
    with st.expander(_("Add a topic"), key="topics_add_box", icon=":material/add:"):
        wish = topic_form(f"topic_new_{turn()}", TopicWish(), LANGUAGES, department_names(), _("Add this topic"))
    if wish is not None:
        change(lambda: _added(wish))


def _added(wish: TopicWish) -> str:
    topics.add(engine(), access(), wish.names, wish.words, owner_id=wish.owner_id)
    return _("The topic is added.")


def _file() -> None:
    store, who = engine(), access()  # the browser fetches the file outside the run of the page
    content = topics_file(lambda: to_file(store, who), turn())
    if content is not None:
        change(lambda: _loaded(content))


def _loaded(content: bytes) -> str:
    done = merge_file(engine(), access(), decoded(content))
    told = _("Topics added: {added}. Topics changed: {changed}.", added=done.added, changed=done.changed)
    if not done.unknown_departments:
        return told
    unknown = _("Not known here, so without an owner: {names}.", names=tuple(map(plain, done.unknown_departments)))
    return f"{told} {unknown}"
