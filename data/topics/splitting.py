"""A topic that holds too much, taken apart: its messages are grouped, and each group is a topic of its own."""

from sqlalchemy import Connection, Engine, select

from data.access import Access
from data.bulk import Progress, silent
from data.errors import StoreError
from data.locks import only_one
from data.registers.department_register import require_all_departments
from data.schema import topic_model
from data.store import writing
from data.topics.changing import editing, existing
from data.topics.fits import CURRENT, current_fits
from data.topics.fitting import WORK
from data.topics.groups import Groups
from data.topics.learning import MOST, keep_groups, learn, within
from data.topics.leaving import take_split_back
from data.topics.looking import look_again
from data.topics.seeding import raise_version
from data.topics.texts import about, counted_languages
from data.topics.topic import all_topics
from metrics.words import N_, Message

FEWEST_EACH = 20
"""Messages for each part."""
MOST_PARTS = 8


def split(engine: Engine, access: Access, id: int, k: int, progress: Progress = silent) -> int:
    """Split a topic into `k` parts in each language that has enough messages about it; how many parts there are now.

    A message of which the part is not clear stays with the topic. Raises `StoreError`, and `AccessDeniedError`.
    """
    from data import scoring  # it assigns messages to topics, so it knows this package

    require_all_departments(access)
    if not 2 <= k <= MOST_PARTS:
        text = N_("A topic is split into 2 to {most} parts.")
        raise StoreError(Message("topic_parts", text, {"most": MOST_PARTS}))
    with only_one(engine, WORK, access.who):
        with engine.connect() as connection:
            existing(connection, id)
            _check(connection, id)
            texts = {code: about(connection, code, [id], MOST)["text"] for code in counted_languages(connection)}
        enough = {code: those for code, those in texts.items() if len(those) >= k * FEWEST_EACH}
        if not enough:
            words = N_("Too few messages are about this topic. {k} parts need {n} messages in one language.")
            raise StoreError(Message("topic_split_few", words, {"k": k, "n": k * FEWEST_EACH}))
        learned = learn(enough, k, within(progress, 0.1, 0.4))
        with writing(engine) as connection:
            existing(connection, id)
            for one in learned:
                keep_groups(connection, access, one, splits=id)
            raise_version(connection)
            parts = sum(one.topics for one in current_fits(connection) if one.splits == id)
        scoring.score(engine, access, within(progress, 0.4, 0.9))
        look_again(engine, access, anew=True)
        progress(1.0)
    return parts


def unsplit(engine: Engine, access: Access, id: int) -> None:
    """Take a split back: messages of the parts are messages of the topic again, and the parts go."""
    with editing(engine, access) as connection:
        existing(connection, id)
        if take_split_back(connection, id):
            raise_version(connection)


def _check(connection: Connection, id: int) -> None:
    split_now = select(topic_model.c.id).where(topic_model.c.splits == id, topic_model.c.status == CURRENT)
    if connection.execute(split_now).first() is not None:
        raise StoreError(Message("topic_split", N_("This topic is split already. Take that back first.")))
    if Groups(all_topics(connection)).counts_as(id) != id:
        text = N_("This topic is switched off or merged into another one, so no message is about it.")
        raise StoreError(Message("topic_not_shown", text))
