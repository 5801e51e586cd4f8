"""The posts of the days in `touched_day`, with all that the sums over them need."""

from dataclasses import dataclass
from typing import Any

import pandas as pd
from sqlalchemy import Connection, Select, and_, case, func, select

from data import bulk
from data.content import PICTURES
from data.daily import FOLLOWERS
from data.rollup_sums import followers_on
from data.schema import account_day, comment, post
from data.staging import on_touched_day, touched_day
from metrics.measures import COUNTS


@dataclass(frozen=True)
class Fresh:
    """Posts that an import has just added, still at hand: they need not be read back.

    They are all posts that have `import_id` as the import they were first seen in.
    """

    import_id: int
    posts: pd.DataFrame


def touched_posts(connection: Connection, days: pd.DataFrame, fresh: Fresh | None = None) -> pd.DataFrame:
    """The posts of the touched `days` (`account_id`, `day`), also own replies (`is_reply`), in the order of their ids.

    Sums of fractions depend on the order, and an undo must give the same ones. Besides columns of `post` there are
    `own_replies`, how many of its comments are known to be own ones, and `followers` of the account on its day.
    """
    posts = bulk.read(connection, _posts(fresh.import_id if fresh else None))
    if fresh:
        here = fresh.posts.assign(is_reply=(fresh.posts["type"] == "reply").astype("int64"))
        posts = pd.concat([posts, here[posts.columns].merge(days, on=["account_id", "day"])])
    posts = posts.merge(bulk.read(connection, _own_replies()), on="id", how="left").sort_values("id")
    posts = posts.assign(is_reply=posts["is_reply"].to_numpy(bool))
    return posts.assign(followers=followers_on(posts, bulk.read(connection, _followers())))


def _posts(but_of: int | None) -> Select[Any]:
    is_reply = case((post.c.type == "reply", 1), else_=0).label("is_reply")
    names = ("id", "account_id", "day", "hour", "type", "text", "mentions", *PICTURES, *COUNTS)
    columns = [post.c[name] for name in names]
    posts = select(*columns, is_reply).join(touched_day, on_touched_day(post))
    return posts if but_of is None else posts.where(post.c.import_id != but_of)


def _own_replies() -> Select[Any]:
    """Few days are looked up by the index that starts with `post_id`; for very many, one pass over it is faster."""
    under = and_(comment.c.post_id == post.c.id, comment.c.is_own == 1)
    counted = select(post.c.id, func.count().label("own_replies")).join(touched_day, on_touched_day(post))
    return counted.join(comment, under).group_by(post.c.id)


def _followers() -> Select[Any]:
    known = select(account_day.c.account_id, account_day.c.day, account_day.c.value)
    accounts = select(touched_day.c.account_id)
    return known.where(account_day.c.metric == FOLLOWERS, account_day.c.account_id.in_(accounts))
