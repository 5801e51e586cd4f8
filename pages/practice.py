"""Which posts did better than could be expected, and what can others copy? With the leave of their departments."""

import streamlit as st

from components import notice
from components.address import choose_one
from components.i18n import _, say
from components.page import finding, page
from components.practice.not_judged import not_judged
from components.progress import Tell
from components.welcome import no_data
from data import standouts
from metrics.expectation.finding import headline
from metrics.words import N_, Message
from pages import _numbers as numbers
from pages._context import access, demo, engine, filters
from pages._jobs import start
from pages._practice import numbers as practice
from pages._practice.candidates import candidates_section
from pages._practice.deciding import PLACE
from pages._practice.shared import shared_section

VIEWS = {"shared": N_("Examples that departments share"), "candidates": N_("Candidates, for their own department")}
_DOING = Message("judging_posts", N_("What could be expected of posts is worked out"))


def main() -> None:
    """Draw the page: the finding, then the gallery or the candidates."""
    place = page(
        _("Good practice"),
        question=_("Which posts did better than could be expected, and what can others copy? Decide what to try."),
        demo=demo(),
    )
    asked = filters()
    if asked is None:
        no_data("data.py")
        return
    found = practice.counted(asked)
    finding(place, " ".join(say(sentence) for sentence in headline(found)))
    notice.show(PLACE)
    _judge_again()
    view = choose_one("view", _("Show"), list(VIEWS), "shared", lambda code: _(VIEWS[code]), 380)
    draw = shared_section if view == "shared" else candidates_section
    draw(asked, numbers.source(asked), found)


def _judge_again() -> None:
    """Say when something changed since the posts were judged, and judge them when somebody asks for it."""
    known = practice.is_fitted()
    if practice.is_up_to_date() or not not_judged(not known, access().may("write")):
        return
    store, who = engine(), access()

    def task(tell: Tell) -> Message:
        standouts.refresh(store, who, tell)
        return Message("posts_judged", N_("Posts are held against what could be expected of them."))

    if not start(who, _DOING, task):
        notice.leave(PLACE, _("Other work is being done now. Try again when it is over."), "problem")
    st.rerun()


main()
