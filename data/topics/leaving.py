"""What becomes of found topics that a new fit does not find again."""

from collections.abc import Collection

from sqlalchemy import Connection, delete, select, update

from data.schema import topic, topic_model
from data.topics.checks import in_all_languages
from data.topics.fits import CURRENT, replace_fits
from data.topics.groups import Groups
from data.topics.topic import Topic, all_topics, words_text
from metrics.text.topics.match import normalised


def leave(connection: Connection, ids: Collection[int]) -> tuple[str, ...]:
    """Let these topics go; what those are called that stay, known by their typical words from now on.

    One stays when people made something of it: a name, an owner, words, a pin, or a topic merged into it.
    """
    stay: list[str] = []
    for number in ids:
        groups = Groups(all_topics(connection))
        if number not in groups.topics:  # it was a part of one that went before
            continue
        take_split_back(connection, number)
        one = groups.topics[number]
        if is_touched(groups, one):
            _keep_by_words(connection, groups, one)
            stay.append(in_all_languages(one))
        else:
            connection.execute(delete(topic).where(topic.c.id == number))
    return tuple(stay)


def take_split_back(connection: Connection, id: int) -> bool:
    """Let messages of the parts of a topic be messages of the topic again; whether it was split."""
    split = topic_model.c.splits == id
    fits = connection.scalars(select(topic_model.c.id).where(split, topic_model.c.status == CURRENT)).all()
    for part in connection.scalars(select(topic.c.id).where(topic.c.model_id.in_(fits))).all():
        take_split_back(connection, part)
        connection.execute(update(topic).where(topic.c.merged_into == part).values(merged_into=id))
        connection.execute(delete(topic).where(topic.c.id == part))
    connection.execute(update(topic).where(topic.c.id == id, topic.c.merged_into == id).values(merged_into=None))
    replace_fits(connection, fits)
    return bool(fits)


def is_touched(groups: Groups, one: Topic) -> bool:
    """Whether people made something of a topic that should not get lost."""
    made = one.given or one.pinned or one.owner_id is not None or any(one.words.values())
    return bool(made) or any(other.merged_into == one.id for other in groups.topics.values())


def _keep_by_words(connection: Connection, groups: Groups, one: Topic) -> None:
    words = one.words if any(one.words.values()) else _free(groups, one)
    values = {"words": words_text(words), "model_id": None, "place": None, "stability": None}
    connection.execute(update(topic).where(topic.c.id == one.id).values(values))


def _free(groups: Groups, one: Topic) -> dict[str, tuple[str, ...]]:
    """The typical words of a topic that no other topic is known by."""
    taken = {
        (code, normalised(word)) for other in groups.matched() for code, words in other.words.items() for word in words
    }
    return {
        code: tuple(word for word in words if (code, normalised(word)) not in taken)
        for code, words in one.typical.items()
    }
