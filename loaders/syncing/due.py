"""Which connections want a run, and which were told to wait."""

from sqlalchemy import Engine

from data.access import Access
from data.connections import ApiConnection, listed

SOON = 15 * 60
"""Seconds after which a platform that did not answer is asked again."""


def due(engine: Engine, access: Access, now: int) -> tuple[int, ...]:
    """The connections that want a run at a moment (seconds)."""
    return tuple(
        connection.id
        for connection in listed(engine, access)
        if connection.status == "active" and (connection.next_ts is None or connection.next_ts <= now)
    )


def waits(connection: ApiConnection, now: int) -> bool:
    """Whether the platform said to come back much later than at this moment (seconds): a quota is used up."""
    return connection.problem is not None and connection.next_ts is not None and connection.next_ts > now + SOON
