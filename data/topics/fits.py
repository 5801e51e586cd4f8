"""The fits that topics are found by, in the store."""

import time
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, insert, select, update

from data.access import Access
from data.schema import topic, topic_model
from metrics.text.topics.model import TopicModel

CURRENT, REPLACED = "current", "replaced"


@dataclass(frozen=True)
class Fit:
    """A fit that is in use: of which language ("" for all), or of which topic it splits the messages.

    `places` are the topics of its groups, in order; None for a group of which the topic has gone.
    """

    id: int
    kind: str
    language: str
    splits: int | None
    n: int
    k: int
    stability: float
    drift: float | None
    content: bytes
    places: tuple[int | None, ...]
    made_ts: int = 0

    @property
    def topics(self) -> int:
        """How many topics it found."""
        return sum(one is not None for one in self.places)


def current_fits(connection: Connection) -> tuple[Fit, ...]:
    """The fits that messages are assigned by, with the topics of their groups."""
    query = select(topic_model).where(topic_model.c.status == CURRENT).order_by(topic_model.c.id)
    columns = (topic.c.model_id, topic.c.place, topic.c.id)
    at = {(model, place): number for model, place, number in connection.execute(select(*columns))}
    return tuple(
        Fit(
            *(row.id, row.kind, row.language, row.splits, row.n, row.k, row.stability, row.drift, row.content),
            tuple(at.get((row.id, place)) for place in range(row.k)),
            row.made_ts,
        )
        for row in connection.execute(query)
    )


def keep_fit(
    connection: Connection, access: Access, model: TopicModel, language: str, n: int, splits: int | None = None
) -> int:
    """Store a fit of `n` messages; its id."""
    made = insert(topic_model).values(
        kind=model.kind,
        language=language,
        splits=splits,
        status=CURRENT,
        n=n,
        k=model.k,
        stability=model.stability,
        content=model.to_bytes(),
        who=access.who,
        made_ts=int(time.time()),
    )
    return int(connection.scalars(made.returning(topic_model.c.id)).one())


def replace_fits(connection: Connection, ids: Sequence[int]) -> None:
    """Take fits out of use. What they were is kept, but for what they learned."""
    gone = update(topic_model).where(topic_model.c.id.in_(ids))
    connection.execute(gone.values(status=REPLACED, content=b""))
