"""What is measured says more than how many people look."""

from metrics.claims.check import ClaimCheck, document
from metrics.claims.facts import Facts
from metrics.claims.verdict import Verdict, counted, saying
from metrics.registry import metrics
from metrics.words import N_

BREADTH = frozenset({"likes", "applause", "popularity_p1", "popularity_p2", "popularity_p3"})
"""Likes in all their forms; with everything about followers, views and posts these are the breadth."""
_BROAD_GROUPS = frozenset({"audience", "activity", "video", "website"})


def is_broad(metric: str) -> bool:
    """Whether a metric says no more than how many people follow, look or like, or how much was posted.

    >>> [is_broad(metric) for metric in ("likes", "audience", "within_norm", "conversation_depth")]
    [True, True, False, False]
    """
    known = metrics().get(metric)
    return known is None or metric in BREADTH or known.group in _BROAD_GROUPS


def _check(facts: Facts) -> Verdict:
    """The metrics that rules of the guidelines, actions of the plan and goals look at: one beyond breadth is enough."""
    if not facts.indicators:
        return document(N_("No guideline rule, action or goal measures anything yet. Show your list of indicators."))
    beyond = sum(not is_broad(metric) for metric in facts.indicators)
    say = saying(
        {"k": beyond, "n": len(facts.indicators)},
        agree=N_("{k} of {n} measures in your guidelines, actions and goals say more than followers, likes and posts."),
        disagree=N_("The measures in your guidelines, actions and goals ({n}) only count followers, likes and posts."),
    )
    return counted(beyond > 0, beyond, len(facts.indicators), say)


CHECK = ClaimCheck(
    id="indicators_beyond_reach",
    claim=N_("We measure more than followers and likes."),
    needs=N_("Rules in a guideline, or actions or goals with a measure."),
    todo=N_("Add a rule on answers to the guideline, or an action that is measured by answers or conversations."),
    from_level=3,
    page="guidelines",
    check=_check,
)
