"""What a department decides about one of its posts, and what to say of that."""

from components.i18n import _
from components.practice.lesson_form import Decision
from data import practice
from pages._context import access, engine
from pages._work import attempt

PLACE = "practice"
"""Where the page says what a button did."""


def decide(post: int, decision: Decision | None) -> None:
    """Store a decision, if one was made."""
    if decision is not None:
        attempt(PLACE, lambda: _decided(post, decision))


def _decided(post: int, decision: Decision) -> str:
    store, who = engine(), access()
    match decision.what:
        case "share":
            practice.share(store, who, post, decision.lesson)
            return _("The post is shared as an example.")
        case "keep":
            practice.keep_to_ourselves(store, who, post)
            return _("The post is kept to the department itself.")
        case "withdraw":
            practice.withdraw(store, who, post)
            return _("The decision is taken back. The post is a candidate again.")
