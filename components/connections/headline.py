"""The finding of the page: how many connections are fresh, and what to do about the first one that is not."""

from collections.abc import Sequence

from components.connections.states import state_sentence
from components.connections.view import ConnectionView, State
from components.escape import plain
from components.i18n import _, ngettext, say

_FINE: tuple[State, ...] = ("fresh", "running")
_WORST_FIRST: tuple[State, ...] = ("broken", "late", "waiting", "new", "paused")
_LONG = 600


def headline(connections: Sequence[ConnectionView]) -> str:
    """One sentence on all connections, as Markdown; one on the worst of them where one needs attention."""
    n, fine = len(connections), sum(one.state in _FINE for one in connections)
    if n == fine:
        return ngettext("The connection is fresh.", "All {n} connections are fresh.", n)
    worst = in_order(connections)[0]
    return ngettext(
        "{k} of {n} connection is fresh. {name}: {remedy}",
        "{k} of {n} connections are fresh. {name}: {remedy}",
        n,
        k=fine,
        name=plain(worst.name, 60),
        remedy=remedy(worst),
    )


def in_order(connections: Sequence[ConnectionView]) -> list[ConnectionView]:
    """Those that need attention first, then by name."""
    order = {state: place for place, state in enumerate((*_WORST_FIRST, *_FINE))}
    return sorted(connections, key=lambda one: (order[one.state], one.name.casefold()))


def remedy(one: ConnectionView) -> str:
    """What is wrong with a connection and what to do, as Markdown; nothing where all is well.

    What stopped a connection that was paused since is still told, because it comes back with it.
    """
    if one.problem is not None:
        return plain(say(one.problem), _LONG)
    return state_sentence(one.state)


def purpose() -> str:
    """What the page is for, where there is no connection."""
    return _(
        "There are no connections. You can do without: exports stay the main way in. A connection fetches fresh "
        "figures of one account from its platform by itself. Nothing leaves this machine unless you add one here."
    )
