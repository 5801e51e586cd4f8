"""Own posts added up by topic and by tag, per account and day (`rollup_group`), so that no page scans posts.

A post is in one group of "topic" (`NO_TOPIC` when it is about none) and in those of all its tags. A post of which the
topic is not known yet, or that nobody tagged, is in no group: unknown is not none.
"""

from collections.abc import Callable
from typing import Any

import pandas as pd
from sqlalchemy import Connection, Select, delete, exists, func, or_, select, tuple_

from data import bulk
from data.rollup_sums import group_sums
from data.schema import post, post_score, post_tag, rollup_group
from data.scoring.rollups import NO_TOPIC
from data.staging import on_touched_day, touched_day
from data.touched_posts import touched_posts

TOPIC, TAG = "topic", "tag"
"""The dimensions of `rollup_group`."""

BELONGS = ("rule", "hand")
"""Ways in which a post belongs to a tag (`post_tag.how`); the third, "not", says that it does not."""


def count_touched(connection: Connection, days: pd.DataFrame, dimensions: tuple[str, ...] = (TOPIC, TAG)) -> None:
    """Count the days in `touched_day` anew, given once more as `days` (`account_id`, `day`)."""
    if any(_anything(connection, dimension) for dimension in dimensions):
        count(connection, touched_posts(connection, days), dimensions)


def count(connection: Connection, posts: pd.DataFrame, dimensions: tuple[str, ...] = (TOPIC, TAG)) -> None:
    """The same with the posts of those days, where they are at hand (`data.touched_posts`)."""
    own = posts[~posts["is_reply"]]
    for dimension in dimensions:
        if _anything(connection, dimension):
            _forget(connection, dimension)
            members = bulk.read(connection, _MEMBERS[dimension]())
            rows = group_sums(own.merge(members, on="id").sort_values("id"))
            bulk.write(connection, rollup_group, rows, fixed=(("dimension", dimension),))


def _anything(connection: Connection, dimension: str) -> bool:
    """Whether posts are in a group, or were."""
    source = {TOPIC: post_score, TAG: post_tag}[dimension]
    counted = exists().where(rollup_group.c.dimension == dimension)
    return bool(connection.scalar(select(or_(exists(select(source)), counted))))


def _forget(connection: Connection, dimension: str) -> None:
    pair = tuple_(rollup_group.c.day, rollup_group.c.account_id)
    days = select(touched_day.c.day, touched_day.c.account_id)
    connection.execute(delete(rollup_group).where(rollup_group.c.dimension == dimension, pair.in_(days)))


def _by_topic() -> Select[Any]:
    topic = func.coalesce(post_score.c.topic_id, NO_TOPIC).label("value")
    members = select(post.c.id, topic).select_from(touched_day).join(post, on_touched_day(post))
    return members.join(post_score, post_score.c.id == post.c.id)


def _by_tag() -> Select[Any]:
    members = select(post.c.id, post_tag.c.tag_id.label("value")).select_from(touched_day)
    tagged = members.join(post, on_touched_day(post)).join(post_tag, post_tag.c.post_id == post.c.id)
    return tagged.where(post_tag.c.how.in_(BELONGS))


_MEMBERS: dict[str, Callable[[], Select[Any]]] = {TOPIC: _by_topic, TAG: _by_tag}
