"""How a connection is, in one word, and when it counts as fresh."""

from datetime import datetime, timedelta

from components.connections.view import State
from components.i18n import _
from metrics.words import N_

_WORDS: dict[State, tuple[str, str]] = {
    "fresh": (N_("Fresh"), "check_circle"),
    "new": (N_("Not run yet"), "hourglass_empty"),
    "running": (N_("Running now"), "sync"),
    "late": (N_("Late"), "schedule"),
    "waiting": (N_("Waits for the platform"), "hourglass_top"),
    "paused": (N_("Paused"), "pause_circle"),
    "broken": (N_("Needs you"), "error"),
}
_SENTENCES: dict[State, str] = {
    "new": N_("It has not run yet. Press “Run now”."),
    "late": N_("Its last good run is too long ago. Press “Run now”, and see what it says."),
    "waiting": N_("The platform asks to wait. It goes on by itself."),
    "paused": N_("It is paused. Press “Go on” when it should fetch again."),
    "broken": N_("It cannot fetch anything. Test it to see why."),
}
EVERY = {
    60: N_("Every hour"),
    360: N_("Every 6 hours"),
    1440: N_("Once a day"),
    10080: N_("Once a week"),
}
"""How often a connection can fetch, by minutes."""


def state_of(
    status: str, *, problem: bool, running: bool, last_good: datetime | None, every_minutes: int, now: datetime
) -> State:
    """How a connection is. It is late when its last good run is more than two turns and an hour ago.

    >>> from datetime import UTC
    >>> now = datetime(2026, 9, 30, 12, tzinfo=UTC)
    >>> known = {"problem": False, "running": False, "every_minutes": 60, "now": now}
    >>> state_of("active", last_good=now - timedelta(hours=2), **known)
    'fresh'
    >>> state_of("active", last_good=now - timedelta(hours=4), **known)
    'late'
    """
    if running:
        return "running"
    if status == "paused":
        return "paused"
    if status == "broken":
        return "broken"
    if problem:
        return "waiting"
    if last_good is None:
        return "new"
    return "fresh" if now - last_good <= timedelta(minutes=2 * every_minutes + 60) else "late"


def state_words(state: State) -> str:
    """A state with its icon, as Markdown: nobody needs a colour to tell it."""
    word, icon = _WORDS[state]
    return f":material/{icon}: {_(word)}"


def state_sentence(state: State) -> str:
    """What a state means, and what to do; nothing where there is nothing to do."""
    return _(_SENTENCES[state]) if state in _SENTENCES else ""


def every_word(minutes: int) -> str:
    """How often, in words."""
    return _(EVERY[minutes]) if minutes in EVERY else _("Every {n} minutes", n=minutes)
