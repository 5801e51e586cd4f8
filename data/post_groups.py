"""Own posts added up by topic, by tag and as paid posts, per account and day (`rollup_group`): no page scans posts.

A post is in one group of "topic" (`NO_TOPIC` when it is about none) and in those of all its tags. However many of these
are tags of paid posts, it is in the one group of "paid" once. A post of which the topic is not known yet, or that
nobody tagged, is in no group: unknown is not none.
"""

from collections.abc import Callable, Sequence
from typing import Any

import pandas as pd
from sqlalchemy import Connection, Select, delete, exists, func, literal, or_, select, tuple_

from data import bulk
from data.rollup_sums import group_sums
from data.schema import post, post_score, post_tag, rollup_group, tag
from data.scoring.rollups import NO_TOPIC
from data.staging import fill, on_touched_day, touched_day
from data.touched_posts import touched_posts

TOPIC, TAG, PAID = "topic", "tag", "paid"
"""The dimensions of `rollup_group`."""

OF_TAGS = (TAG, PAID)
"""Those that change with the tags of posts."""

EVERY = (TOPIC, *OF_TAGS)

IS_PAID = 1
"""The only `value` of "paid"."""

_DAYS_AT_ONCE = 100_000

BELONGS = ("rule", "hand")
"""Ways in which a post belongs to a tag (`post_tag.how`); the third, "not", says that it does not."""


def count_touched(connection: Connection, days: pd.DataFrame, dimensions: tuple[str, ...] = EVERY) -> None:
    """Count the days in `touched_day` anew, given once more as `days` (`account_id`, `day`)."""
    if any(_anything(connection, dimension) for dimension in dimensions):
        count(connection, touched_posts(connection, days), dimensions)


def count(connection: Connection, posts: pd.DataFrame, dimensions: tuple[str, ...] = EVERY) -> None:
    """The same with the posts of those days, where they are at hand (`data.touched_posts`)."""
    own = posts[~posts["is_reply"]]
    for dimension in dimensions:
        if _anything(connection, dimension):
            _forget(connection, dimension)
            members = bulk.read(connection, _MEMBERS[dimension]())
            rows = group_sums(own.merge(members, on="id").sort_values("id"))
            bulk.write(connection, rollup_group, rows, fixed=(("dimension", dimension),))


def days_of(connection: Connection, tags: Sequence[int]) -> pd.DataFrame:
    """The days (`account_id`, `day`) on which posts belong to any of these tags."""
    tagged = select(post.c.account_id, post.c.day).distinct().join(post_tag, post_tag.c.post_id == post.c.id)
    held = tagged.where(post_tag.c.tag_id.in_(tags), post_tag.c.how.in_(BELONGS))
    return bulk.read(connection, held).astype("int64").sort_values(["account_id", "day"])


def count_paid(connection: Connection, days: pd.DataFrame) -> None:
    """Count the paid posts of these days anew, when tags changed their kind or go: others may still hold them."""
    for start in range(0, len(days), _DAYS_AT_ONCE):
        part = days.iloc[start : start + _DAYS_AT_ONCE]
        connection.execute(delete(touched_day))
        fill(connection, touched_day, part)
        count_touched(connection, part, (PAID,))


def _anything(connection: Connection, dimension: str) -> bool:
    """Whether posts are in a group, or were."""
    source = {TOPIC: select(post_score.c.id), TAG: select(post_tag.c.post_id), PAID: _PAID_TAGS}[dimension]
    counted = exists().where(rollup_group.c.dimension == dimension)
    return bool(connection.scalar(select(or_(exists(source), counted))))


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


def _paid() -> Select[Any]:
    members = select(post.c.id, literal(IS_PAID).label("value")).select_from(touched_day)
    paid = select(post_tag.c.post_id).where(post_tag.c.tag_id.in_(_PAID_TAGS), post_tag.c.how.in_(BELONGS))
    return members.join(post, on_touched_day(post)).where(post.c.id.in_(paid))


_PAID_TAGS = select(tag.c.id).where(tag.c.kind == "paid")
_MEMBERS: dict[str, Callable[[], Select[Any]]] = {TOPIC: _by_topic, TAG: _by_tag, PAID: _paid}
