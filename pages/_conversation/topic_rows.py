"""The list of topics in the reader's words, read once for each state of the store."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

import streamlit as st

from components.i18n import _, language
from components.topics.find import FoundRow
from components.topics.list import TopicRow
from data import topics
from data.store import version
from data.topics import Listed, Topic
from pages._context import access, department_names, engine


@dataclass(frozen=True)
class TopicList:
    """The topics that messages can be about, those that are left out, and the searches that found some."""

    stored: Listed
    rows: tuple[TopicRow, ...]
    left_out: tuple[TopicRow, ...]
    fits: tuple[FoundRow, ...]

    @property
    def without(self) -> int:
        """Messages about none of the topics."""
        return self.stored.without


def topic_list_now() -> TopicList:
    """The list as it is stored, in the reader's language."""
    store = engine()
    topics.ready(store)  # it may change the store, and with that its version
    stored = _stored((str(store.url), version(store)))
    names = department_names()
    shown = stored.shown()
    here = {one.id for one in shown}
    left_out = [one for one in stored.groups.topics.values() if one.id not in here]
    fits = tuple(
        FoundRow(
            one.language,
            one.kind,
            datetime.fromtimestamp(one.made_ts, UTC),
            one.n,
            one.topics,
            one.stability,
            topics.drifted(one),
        )
        for one in stored.fits
        if one.splits is None
    )
    rows = tuple(_row(one, stored, names) for one in shown)
    return TopicList(stored, rows, tuple(_row(one, stored, names) for one in left_out), fits)


def _row(one: Topic, stored: Listed, departments: Mapping[int, str]) -> TopicRow:
    code = language()
    known_by = (one.words.get(code), one.typical.get(code), *one.words.values(), *one.typical.values())
    words = next(filter(None, known_by), ())
    owner = departments.get(one.owner_id, "") if one.owner_id is not None else ""
    n = stored.sizes.get(one.id, 0)
    return TopicRow(
        one.id, one.label(code), one.origin, n, owner, one.stability, tuple(words), one.pinned, _state(one, stored)
    )


def _state(one: Topic, stored: Listed) -> str:
    """Why no message is about a topic; or of which other one it is a part."""
    code, groups = language(), stored.groups
    root = groups.root(one.id)
    if root != one.id:
        return _("counts as “{topic}”", topic=groups.topics[root].label(code))
    if one.is_off:
        return _("switched off")
    if one.part_of is not None:
        return _("part of “{topic}”", topic=groups.topics[one.part_of].label(code))
    return ""


@st.cache_resource(max_entries=8, show_spinner=False)
def _stored(key: tuple[str, int]) -> Listed:
    return topics.listed(engine(), access())
