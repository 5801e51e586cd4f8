"""The topics of the store."""

import json
from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import Engine, select

from data.access import Access
from data.schema import topic


@dataclass(frozen=True)
class Topic:
    """A topic."""

    id: int
    origin: str
    name: str | None
    typical: Mapping[str, tuple[str, ...]]
    owner_id: int | None
    stability: float | None

    def label(self, language: str) -> str:
        """What it is called in a language."""
        return self.name or ", ".join(self.typical.get(language, ())[:3]) or f"#{self.id}"


def topics(engine: Engine, access: Access) -> tuple[Topic, ...]:
    """The active topics."""
    access.require("read")
    names = ("id", "origin", "name", "typical", "owner_id", "stability")
    query = select(*(topic.c[name] for name in names)).where(topic.c.status == "active", topic.c.merged_into.is_(None))
    with engine.connect() as connection:
        rows = connection.execute(query.order_by(topic.c.id)).mappings().all()
    return tuple(
        Topic(**{**row, "typical": {code: tuple(words) for code, words in json.loads(row["typical"]).items()}})
        for row in rows
    )
