"""The list of topics."""

from dataclasses import dataclass

from sqlalchemy import Engine, select

from data.access import Access
from data.schema import topic


@dataclass(frozen=True)
class Topic:
    """What messages can be about."""

    id: int
    name: str | None

    def label(self, language: str) -> str:
        """What it is called in a language."""
        return self.name or f"{self.id} ({language})"


def topics(engine: Engine, access: Access) -> tuple[Topic, ...]:
    """The topics that are in use."""
    access.require("read")
    with engine.connect() as connection:
        rows = connection.execute(select(topic.c.id, topic.c.name).where(topic.c.status == "active")).all()
    return tuple(Topic(row.id, row.name) for row in rows)
