"""How long figures that were fetched may be kept by the terms of their platform, and taking out what is older.

What an export brought is the organisation's own file and stays. What a connection brought is taken out as an undo does:
the store becomes what the newer runs say. A post that no newer run showed is gone with it.
"""

import time
from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import Engine, select

from data.access import Access
from data.importing import DONE
from data.schema import import_batch
from data.settings import read_settings
from data.undo import undo

DAY = 24 * 3600


@dataclass(frozen=True)
class Term:
    """Days that figures may be kept without asking again, unless the setting `amended` is on."""

    days: int
    amended: str


TERMS: Mapping[str, Term] = {"youtube": Term(30, "youtube_amendment")}
"""By platform; APIS 0.2. A whole run must come more often than the shortest of them."""


def expired(engine: Engine, access: Access, now: int | None = None) -> tuple[int, ...]:
    """The numbers of the imports that may be kept no longer, oldest first."""
    settings = read_settings(engine, access)
    moment = int(time.time()) if now is None else now
    found: list[int] = []
    with engine.connect() as connection:
        for platform, term in TERMS.items():
            if not getattr(settings, term.amended):
                fetched = import_batch.c.connection_id.is_not(None) & (import_batch.c.status == DONE)
                old = import_batch.c.observed_ts < moment - term.days * DAY
                query = select(import_batch.c.id).where(fetched, old, import_batch.c.platform == platform)
                found += connection.scalars(query.order_by(import_batch.c.id))
    return tuple(found)


def enforce(engine: Engine, access: Access, now: int | None = None) -> int:
    """Take out what may be kept no longer; how many imports that were. Safe to interrupt and repeat."""
    access.require("write")
    numbers = expired(engine, access, now)
    for number in numbers:
        undo(engine, access, number)
    return len(numbers)
