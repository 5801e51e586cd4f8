"""When actions are due, and which are late."""

from metrics.actions.action import Action
from metrics.words import N_, Message


def is_late(action: Action, today: int) -> bool:
    """Whether its day has passed while it is still open; on the day itself it is not late yet."""
    return action.is_open and action.due_day is not None and action.due_day < today


def due_words(action: Action, today: int) -> Message:
    """How many days there are left, or how late it is. An action that is done or dropped is never late."""
    if not action.is_open:
        return Message("closed", N_("Nothing left to do"))
    if action.due_day is None:
        return Message("no_date", N_("No date"))
    left = action.due_day - today
    if left == 0:
        return Message("due_today", N_("Due today"))
    if left > 0:
        return Message("due", N_("Due in {n} day"), {"n": left}, plural=N_("Due in {n} days"), count=left)
    return Message("late", N_("{n} day late"), {"n": -left}, plural=N_("{n} days late"), count=-left)
