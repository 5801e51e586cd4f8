"""What do citizens talk about, and in which tone? Topics, tones and signals, and the work that keeps them right."""

import streamlit as st

from components import notice
from components.address import choose_one
from components.answering.nothing_known import nothing_known
from components.i18n import _, say
from components.page import finding, page
from components.topics_view.unscored import unscored_note
from components.welcome import no_data
from data import scoring
from metrics.words import N_
from pages import _numbers as numbers
from pages._context import access, answers, demo, engine, filters
from pages._conversation import numbers as topics
from pages._conversation.labels import labels_section
from pages._conversation.manage import manage_section
from pages._conversation.search import search_section
from pages._conversation.signals import signals_section
from pages._conversation.tone import tone_section
from pages._conversation.topics import topic_choice, topics_section
from pages._no_answers import bring_answers
from pages._work import work

VIEWS = {
    "topics": N_("Topics"),
    "tone": N_("Tone"),
    "signals": N_("Signals"),
    "search": N_("Search"),
    "labels": N_("Label messages"),
    "manage": N_("List of topics"),
}
NEED_NO_MESSAGES = ("search", "manage")
"""Views that show something while no messages of citizens are loaded."""
_SECTIONS = {
    "tone": tone_section,
    "signals": signals_section,
    "search": search_section,
    "labels": labels_section,
    "manage": manage_section,
}
_PLACE = "scoring"


def main() -> None:
    """Draw the page; under the finding the reader chooses what to see."""
    place = page(
        _("Conversation"),
        question=_("What do citizens talk about, and in which tone? Decide what to answer, and who takes it up."),
        demo=demo(),
    )
    asked = filters()
    if asked is None:
        no_data("data.py")
        return
    seen = topics.view(asked)
    finding(place, _first_sentence(seen))
    st.caption(
        _(
            "People who write on social media are not the residents: read this as what is said to you here, not as "
            "what the city thinks."
        )
    )
    _unscored(seen.unscored)
    with st.container(horizontal=True):
        view = choose_one("view", _("Show"), list(VIEWS), "topics", _view, 300)
        topic = topic_choice(seen) if view == "topics" else None
    source = numbers.source(asked)
    if answers(asked).empty and view not in NEED_NO_MESSAGES:
        nothing_known(bring_answers(), "data.py")
    elif view == "topics":
        topics_section(asked, source, seen, topic)
    else:
        _SECTIONS[view](asked, source)


def _first_sentence(seen: topics.View) -> str:
    if not seen.found.messages and seen.unscored:
        return _("The messages have no topics yet.")
    return say(seen.sentence)


def _unscored(n: int) -> None:
    """Say that texts wait for their topic, and work them out when somebody asks for it."""
    notice.show(_PLACE)
    if n and unscored_note(n, access().may("write")):
        doing = _("Topics and tones are worked out")
        done = _("Topics and tones are worked out, and all figures count by them.")
        work(_PLACE, doing, lambda tell: scoring.score(engine(), access(), tell), done)


def _view(code: str) -> str:
    return _(VIEWS[code])


main()
