"""The list of topics as pages read it."""

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import Engine, func, select

from data.access import Access
from data.queries import scope
from data.schema import rollup_topic_month
from data.topics.fits import Fit, current_fits
from data.topics.groups import Groups
from data.topics.seeding import ready
from data.topics.topic import Topic, all_topics


@dataclass(frozen=True)
class Listed:
    """Every topic, how many messages are about each (0: about none, `without`), and the fits that found them."""

    groups: Groups
    sizes: Mapping[int, int]
    without: int
    fits: tuple[Fit, ...]

    def shown(self) -> tuple[Topic, ...]:
        """The topics that messages can be about: pinned ones first, then the largest."""
        return tuple(sorted(self.groups.shown(), key=lambda one: (not one.pinned, -self.sizes.get(one.id, 0), one.id)))


def topics(engine: Engine, access: Access) -> tuple[Topic, ...]:
    """The topics that messages can be about, in order of id; puts the list that ships in the store where it is not."""
    access.require("read")
    ready(engine)
    with engine.connect() as connection:
        return Groups(all_topics(connection)).shown()


def listed(engine: Engine, access: Access) -> Listed:
    """The whole list, with the number of messages of the departments that this user may see."""
    access.require("read")
    ready(engine)
    total = func.sum(rollup_topic_month.c.messages)
    query = select(rollup_topic_month.c.topic_id, total).group_by(rollup_topic_month.c.topic_id)
    query = query.where(*scope.of_accounts(rollup_topic_month.c.account_id, access))
    with engine.connect() as connection:
        sizes = {number: int(n) for number, n in connection.execute(query)}
        return Listed(Groups(all_topics(connection)), sizes, sizes.pop(0, 0), current_fits(connection))
