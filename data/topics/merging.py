"""Two topics that are one: messages of the first count as those of the second, until that is taken back."""

from sqlalchemy import Engine, update

from data.access import Access
from data.errors import StoreError
from data.schema import topic
from data.topics.changing import by, editing, existing
from data.topics.groups import Groups
from data.topics.seeding import raise_version
from data.topics.topic import all_topics
from metrics.words import N_, Message


def merge(engine: Engine, access: Access, source: int, into: int) -> None:
    """Let messages about `source` count as being about `into`. Both keep their words; it can be taken back.

    Raises `StoreError` when the two are one already, or when `into` is switched off; `AccessDeniedError`.
    """
    with editing(engine, access) as connection:
        for one in (source, into):
            existing(connection, one)
        groups = Groups(all_topics(connection))
        if groups.root(into) == groups.root(source):
            raise StoreError(Message("topic_same", N_("These two topics are one already. Choose another topic.")))
        if groups.counts_as(into) is None:
            text = N_("A topic that is switched off takes no others in. Bring it back first.")
            raise StoreError(Message("topic_off", text))
        if groups.topics[into].part_of == source:
            text = N_("This topic is a part of the other one. Take the split back instead.")
            raise StoreError(Message("topic_part", text))
        target = groups.root(into)
        connection.execute(update(topic).where(topic.c.id == source).values(merged_into=target, **by(access)))
        raise_version(connection)


def unmerge(engine: Engine, access: Access, id: int) -> None:
    """Let a topic that was merged into another stand by itself again."""
    with editing(engine, access) as connection:
        if existing(connection, id).merged_into is not None:
            connection.execute(update(topic).where(topic.c.id == id).values(merged_into=None, **by(access)))
            raise_version(connection)
