"""The finding of the plan: what is under way, what is late, and what is missing."""

from collections.abc import Iterable, Sequence

from metrics.actions.action import Action
from metrics.actions.deadlines import is_late
from metrics.actions.suggestions import Item
from metrics.words import N_, Message


def headline(actions: Iterable[Action], items: Sequence[Item], today: int) -> tuple[Message, ...]:
    """The plan in one to four sentences; `items` are the questions for which the assessment suggests something."""
    known = list(actions)
    if not known and not items:
        return (Message("empty", N_("There are no actions yet.")),)
    doing = sum(one.status == "doing" for one in known)
    late = sum(is_late(one, today) for one in known)
    open_items = [item for item in items if not item.covered]
    below = sum(item.below for item in open_items)
    contradicted = sum(not item.below for item in open_items)
    found = [_doing(doing)]
    if late:
        found.append(_late(late))
    if below:
        found.append(_below(below))
    if contradicted:
        found.append(_contradicted(contradicted))
    return tuple(found)


def _doing(n: int) -> Message:
    return Message(
        "under_way",
        N_("{n} action is under way."),
        {"n": n},
        plural=N_("{n} actions are under way."),
        count=n,
    )


def _late(n: int) -> Message:
    return Message("late", N_("{n} action is late."), {"n": n}, plural=N_("{n} actions are late."), count=n)


def _below(n: int) -> Message:
    return Message(
        "below",
        N_("{n} item is below your target and has no action yet."),
        {"n": n},
        plural=N_("{n} items are below your target and have no action yet."),
        count=n,
    )


def _contradicted(n: int) -> Message:
    return Message(
        "contradicted",
        N_("{n} item reaches your target, but data disagree and it has no action yet."),
        {"n": n},
        plural=N_("{n} items reach your target, but data disagree and they have no action yet."),
        count=n,
    )
