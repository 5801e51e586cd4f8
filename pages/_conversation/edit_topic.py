"""One topic of the list: its form, and what else can be done with it."""

from collections.abc import Callable

import streamlit as st

from components.escape import plain
from components.first_drawn import first_drawn
from components.i18n import _, language
from components.select import distinct
from components.topics.actions import TopicAction, merge_form, split_form, take_back
from components.topics.form import TopicWish, changes_of, topic_form
from components.topics.list import topic_names
from components.topics.words import count_words, listed, origin_words
from data import topics
from data.settings import LANGUAGES
from data.topics import Topic
from data.topics.splitting import FEWEST_EACH, MOST_PARTS
from pages._context import access, department_names, engine
from pages._conversation.topic_rows import TopicList
from pages._conversation.topic_work import change, split
from pages._work import turn


def edit_topic(found: TopicList, id: int) -> None:
    """Draw what is known of a topic, its form, and the buttons for merging, splitting and taking back."""
    groups = found.stored.groups
    one = groups.topics[id]
    st.markdown(_facts(one, found.stored.sizes.get(id, 0)))
    key = f"topic_{id}_{turn()}"
    start = first_drawn(f"{key}_pinned", _wish(one))
    usual = {code: _usual(one, code) for code in LANGUAGES}
    wish = topic_form(key, start, LANGUAGES, department_names(), _("Save this topic"), usual)
    if wish is not None:
        changes = changes_of(start, wish)
        change(lambda: _changed(one, changes))
    merged = {other.id: other.label(language()) for other in groups.merged_into(id)}
    if one.merged_into is not None:
        merged = {id: one.label(language())}
    parts = sum(fit.topics for fit in found.stored.fits if fit.splits == id)
    action = take_back(key, merged, parts, one.code is not None)
    if groups.counts_as(id) == id:
        others = topic_names([row for row in found.rows if row.id != id])
        action = merge_form(key, distinct(others)) or action
        if not parts:
            action = split_form(key, MOST_PARTS, FEWEST_EACH) or action
    if action is not None:
        _do(one, action)


def _facts(one: Topic, n: int) -> str:
    """What people cannot change about a topic, in a line."""
    typical = one.typical.get(language()) or next(filter(None, one.typical.values()), ())
    facts = [_("Messages: {n}", n=count_words(n)), origin_words(one.origin)]
    if typical:
        facts.append(_("typical words: {words}", words=listed(typical)))
    if one.who:
        facts.append(_("last changed by {who}", who=plain(one.who)))
    return " · ".join(facts)


def _wish(one: Topic) -> TopicWish:
    return TopicWish(dict(one.given), one.words, one.excluded, one.owner_id, one.pinned, one.is_off)


def _usual(one: Topic, code: str) -> str:
    """What a topic is called in a language when nobody names it."""
    return one.label(code) if code not in one.given else ""


def _changed(one: Topic, changes: dict[str, object]) -> str:
    topics.change_topic(engine(), access(), one.id, changes)
    return _("The topic is saved.") if changes else _("Nothing was changed.")


def _do(one: Topic, action: TopicAction) -> None:
    store, who = engine(), access()
    tasks: dict[str, tuple[Callable[[], None], str]] = {
        "merge": (lambda: topics.merge(store, who, one.id, action.other), _("The topics are merged.")),
        "unmerge": (lambda: topics.unmerge(store, who, action.other), _("The topic stands by itself again.")),
        "unsplit": (lambda: topics.unsplit(store, who, one.id), _("The split is taken back.")),
        "restore_words": (lambda: topics.restore_words(store, who, one.id), _("The words of the list are back.")),
    }
    if action.kind == "split":
        split(one.id, action.parts)
        return
    task, done = tasks[action.kind]

    def doing() -> str:
        task()
        return done

    change(doing)
