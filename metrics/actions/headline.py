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
    found = [_counted("under_way", N_("{n} action is under way."), N_("{n} actions are under way."), doing)]
    if late:
        found.append(_counted("late", N_("{n} action is late."), N_("{n} actions are late."), late))
    if below:
        text = N_("{n} item is below your target and has no action yet.")
        many = N_("{n} items are below your target and have no action yet.")
        found.append(_counted("below", text, many, below))
    if contradicted:
        text = N_("{n} item reaches your target, but data disagree and it has no action yet.")
        many = N_("{n} items reach your target, but data disagree and they have no action yet.")
        found.append(_counted("contradicted", text, many, contradicted))
    return tuple(found)


def _counted(code: str, one: str, many: str, n: int) -> Message:
    return Message(code, one, {"n": n}, plural=many, count=n)
