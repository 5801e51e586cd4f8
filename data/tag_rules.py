"""Which posts belong to tags by their rules, inside the transaction that changed the posts."""

from dataclasses import replace as changed
from typing import Any

import numpy as np
import pandas as pd
from sqlalchemy import Connection, Row, delete, exists, not_, select, update

from data import bulk
from data.schema import account, post, post_tag, tag
from data.staging import POSTS, on_touched_day, touched_day
from metrics.campaigns.rules import GONE, Rules
from metrics.campaigns.tag import Tag

RULE, HAND, NOT = "rule", "hand", "not"
"""How a post belongs to a tag, or that a person said that it does not."""

IN, OUT = "in", "out"
"""Whether it belonged to it before a person changed that after the expectation was registered."""

READ = ("id", "account_id", "day", "type", "text")
"""The columns of posts that rules look at."""


def follow_rules(connection: Connection, posts: pd.DataFrame) -> None:
    """Bring the tags of these posts up to date, which are all posts of the days in `touched_day`."""
    ruled = [tag_of(row) for row in connection.execute(select(tag).where(tag.c.rules != Rules().text()))]
    if ruled:
        replace(connection, ruled, posts)


def replace(connection: Connection, ruled: list[Tag], posts: pd.DataFrame) -> pd.DataFrame:
    """The same for some tags only; the days (`account_id`, `day`) on which something changed."""
    ids = [one.id for one in ruled]
    on_days = select(post_tag.c.tag_id, post_tag.c.post_id, post_tag.c.how, post.c.account_id, post.c.day)
    on_days = on_days.join(post, post.c.id == post_tag.c.post_id).join(touched_day, on_touched_day(post))
    known = bulk.read(connection, on_days.where(post_tag.c.tag_id.in_(ids)))
    said = known[known["how"] != RULE][["tag_id", "post_id"]]
    before = known[known["how"] == RULE].drop(columns="how")
    after = _without(_held(connection, ruled, posts), said)
    gone, new = _without(before, after), _without(after, before)
    for one in ids:
        keys = gone.loc[gone["tag_id"] == one, "post_id"].tolist()
        for start in range(0, len(keys), bulk.CHUNK):
            here = post_tag.c.post_id.in_(keys[start : start + bulk.CHUNK])
            connection.execute(delete(post_tag).where(post_tag.c.tag_id == one, here))
    bulk.write(connection, post_tag, new[["tag_id", "post_id"]], fixed=(("how", RULE),))
    return pd.concat([gone, new])[["account_id", "day"]].drop_duplicates()


def forget_gone(connection: Connection) -> None:
    """Forget what rules said of posts in `changed_post` that are no longer there; what a person said stays."""
    gone = select(POSTS.changed.c.id).where(not_(exists().where(post.c.id == POSTS.changed.c.id)))
    connection.execute(delete(post_tag).where(post_tag.c.how == RULE, post_tag.c.post_id.in_(gone)))


def forget_accounts(connection: Connection) -> None:
    """Take accounts that are gone out of the rules: another one can get the same number.

    A rule that names no other account holds nothing from then on (`GONE`), and does not begin to hold those of all.
    """
    known = set(connection.scalars(select(account.c.id)))
    for id, text in connection.execute(select(tag.c.id, tag.c.rules)).all():
        rules = Rules.read(text)
        left = tuple(one for one in rules.accounts if one in known) or (GONE,)
        if rules.accounts and left != rules.accounts:
            kept = changed(rules, accounts=left).text()
            connection.execute(update(tag).where(tag.c.id == id).values(rules=kept))


def with_platform(connection: Connection, posts: pd.DataFrame) -> pd.DataFrame:
    """Posts with the column `platform`."""
    platforms = dict(connection.execute(select(account.c.id, account.c.platform)).all())
    return posts.assign(platform=posts["account_id"].map(platforms))


def tag_of(row: Row[Any]) -> Tag:
    """A row of the table as a tag."""
    return Tag(**{**row._asdict(), "rules": Rules.read(row.rules), "is_demo": bool(row.is_demo)})


def _held(connection: Connection, ruled: list[Tag], posts: pd.DataFrame) -> pd.DataFrame:
    own = with_platform(connection, posts[posts["type"] != "reply"])
    found = [pd.DataFrame({"tag_id": [], "post_id": [], "account_id": [], "day": []}, dtype="int64")]
    for one in ruled:
        held = own[one.rules.hold(own)][["id", "account_id", "day"]].astype("int64")
        found.append(held.rename(columns={"id": "post_id"}).assign(tag_id=np.int64(one.id)))
    return pd.concat(found, ignore_index=True)


def _without(rows: pd.DataFrame, others: pd.DataFrame) -> pd.DataFrame:
    """Rows of which the tag and the post are not among others."""
    keys, among = (pd.MultiIndex.from_frame(one[["tag_id", "post_id"]].astype("int64")) for one in (rows, others))
    return rows[~keys.isin(among)]
