"""Changes of the list of topics, and the work in the background that follows them."""

from collections.abc import Callable
from typing import Any

import streamlit as st

from components import notice
from components.i18n import _
from components.progress import Tell
from data import scoring, topics
from data.access import Access
from data.topics import Fitted
from metrics.words import N_, Message
from pages._context import access, engine
from pages._jobs import follow, start
from pages._work import attempt

PLACE = "topics"
"""Where the page says what a button did."""
FINDING = Message("finding_topics", N_("Topics are being found"))
SPLITTING = Message("splitting_topic", N_("A topic is being split"))
ASSIGNING = Message("assigning_topics", N_("Messages are assigned to the changed topics"))


def change(task: Callable[[], str]) -> None:
    """Change the list, say what came of it, and have messages assigned again where that is needed."""

    def changed() -> str:
        before = _version()
        done = task()
        return done if _version() == before else f"{done} {_assign()}"

    attempt(PLACE, changed)


def find_again(k: int | None) -> None:
    """Find topics in the background."""
    store, who = engine(), access()
    _begin(who, FINDING, lambda tell: _fitted(topics.fit(store, who, tell, k)))


def split(id: int, parts: int) -> None:
    """Split a topic in the background."""
    store, who = engine(), access()

    def task(tell: Tell) -> Message:
        made = topics.split(store, who, id, parts, tell)
        text = N_("The topic is split into {n} parts. Look at each of them, and give it a name.")
        return Message("topic_split_done", text, {"n": made})

    _begin(who, SPLITTING, task)


def _assign() -> str:
    """Begin to assign messages again; what to say of that."""
    store, who = engine(), access()
    return follow(
        who,
        ASSIGNING,
        lambda tell: scoring.score(store, who, tell),
        Message("topics_assigned", N_("All messages are assigned to the topics as they are now.")),
        now=_("Messages are assigned to the changed topics now; figures follow."),
        later=_("Figures follow when the work that is being done now is over."),
    )


def _begin(who: Access, doing: Message, task: Callable[[Tell], Message]) -> None:
    if not start(who, doing, task):
        notice.leave(PLACE, _("Other work is being done now. Try again when it is over."), "problem")
    st.rerun()


def _fitted(done: Fitted) -> Message:
    """What came of finding topics, in words."""
    if not done.found:
        text = N_("No topics were found: no language has enough messages without a topic.")
        return Message("topics_not_found", text)
    values: dict[str, Any] = {"n": sum(done.found.values()), "known": done.known, "few": sum(done.too_few.values())}
    if done.by_words:
        text = N_(
            "{n} topics were found, {known} of them known before. Left out: {few} messages, because too few are in "
            "their language. Not found again, and now known by their typical words: {names}."
        )
        return Message("topics_found_and_kept", text, values | {"names": done.by_words})
    text = N_(
        "{n} topics were found, {known} of them known before. Left out: {few} messages, because too few are in their "
        "language."
    )
    return Message("topics_found", text, values)


def _version() -> int:
    with engine().connect() as connection:
        return topics.topics_version(connection)
