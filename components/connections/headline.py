"""The finding of the page: how many connections are fresh, and what to do about the first one that is not."""

from collections.abc import Sequence

from components.connections.states import state_sentence
from components.connections.times import next_words, when
from components.connections.view import ConnectionView, State
from components.escape import plain
from components.i18n import _, ngettext, say

_FINE: tuple[State, ...] = ("fresh", "running")
_WORST_FIRST: tuple[State, ...] = ("broken", "late", "waiting", "new", "paused")
_LONG = 600


def headline(connections: Sequence[ConnectionView]) -> str:
    """How all connections are, as Markdown: how fresh, and until when; or the worst of them and what to do."""
    n, fine = len(connections), sum(one.state in _FINE for one in connections)
    worst = in_order(connections)[0]
    name = plain(worst.name, 60)
    if n == 1 and worst.state == "running":
        return _("News of {name} is being fetched now.", name=name)
    if n == fine:
        head = _("All {n} connections are fresh.", n=n) if n > 1 else _("{name} is fresh.", name=name)
        return f"{head} {_runs(connections)}"
    if n == 1:
        return _("{name} is not fresh. {remedy}", name=name, remedy=remedy(worst))
    return _("{k} of {n} connections are fresh. {name}: {remedy}", k=fine, n=n, name=name, remedy=remedy(worst))


def _runs(connections: Sequence[ConnectionView]) -> str:
    """What the last runs of fresh connections fetched, and when the next one is."""
    over = [one for one in connections if one.state != "running"]
    ran = [one.last for one in over if one.last is not None]
    if not ran:
        return _("Runs are going on now.")
    first = min(over, key=lambda one: one.next.timestamp() if one.next else 0.0)
    rows, values = sum(one.rows or 0 for one in over), {"when": when(min(ran)), "next": next_words(first)}
    if len(connections) == 1:
        return ngettext(
            "Its last run, on {when}, fetched {n} row. Next run: {next}.",
            "Its last run, on {when}, fetched {n} rows. Next run: {next}.",
            rows,
            **values,
        )
    return ngettext(
        "Their last runs fetched {n} row, the oldest on {when}. Next run: {next}.",
        "Their last runs fetched {n} rows, the oldest on {when}. Next run: {next}.",
        rows,
        **values,
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
