"""What the last fit rested on, so that the next one can tell whether anything changed since."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Engine, func, select

from data.access import Access
from data.importing import UNDONE
from data.kept import keep, kept
from data.schema import import_batch, post, post_score
from data.time_zone import organisation_zone
from data.topics.seeding import topics_version

EDITION = 1
"""To be raised when the same posts get other expectations."""
_KEY = "standouts"


@dataclass(frozen=True)
class Fitted:
    """The days of the posts that were judged, and how many on each platform; other platforms have too few."""

    first: int
    last: int
    platforms: Mapping[str, int]


def fitted(engine: Engine, access: Access) -> Fitted | None:
    """What posts were last held against; None while that was never worked out."""
    access.require("read")
    with engine.connect() as connection:
        found = kept(connection, _KEY)
    return None if found is None else Fitted(found["first"], found["last"], found["platforms"])


def is_up_to_date(engine: Engine, access: Access) -> bool:
    """Whether nothing changed since that could change which posts stand out."""
    access.require("read")
    with engine.connect() as connection:
        return same_as_now(connection, state(connection))


def state(connection: Connection) -> dict[str, int | str]:
    """Everything that posts, their hours and their topics follow from, as values that change with it."""
    undone = select(func.count()).select_from(import_batch).where(import_batch.c.status == UNDONE)
    version = topics_version(connection)
    grouped = select(func.count()).select_from(post_score).where(post_score.c.topics_version == version)
    return {
        "edition": EDITION,
        "imports": connection.scalar(select(func.max(import_batch.c.id))) or 0,
        "undone": connection.scalar(undone) or 0,
        "posts": connection.scalar(select(func.count()).select_from(post)) or 0,
        "topics": version,
        "grouped": connection.scalar(grouped) or 0,  # a fit while posts wait for their topics is not the last one
        "zone": organisation_zone(connection),
    }


def same_as_now(connection: Connection, now: Mapping[str, int | str]) -> bool:
    """Whether the last fit saw the store in this state."""
    found: Any = kept(connection, _KEY)
    return found is not None and found["state"] == now


def forget(connection: Connection) -> None:
    """Judge all posts the next time: imports are gone without a trace, and others can get their numbers."""
    keep(connection, _KEY, None)


def remember(connection: Connection, seen: Mapping[str, int | str], what: Fitted) -> None:
    """Keep what a fit rested on."""
    said = {"first": what.first, "last": what.last, "platforms": dict(what.platforms)}
    keep(connection, _KEY, {"state": dict(seen), **said})
