"""The posts of a tag, and those that a rule would hold."""

from dataclasses import dataclass
from typing import Any

import pandas as pd
from sqlalchemy import Connection, Engine, Select, and_, select

from data import bulk
from data.access import Access
from data.post_groups import BELONGS
from data.queries import scope
from data.queries.frames import read
from data.schema import account, post, post_tag
from data.tag_rules import NOT
from data.tags.checks import checked_rules
from metrics.campaigns.rules import Rules

EXAMPLES = 3
_AT_ONCE = 50_000
_SHOWN = {
    **dict.fromkeys(("id", "account_id", "day", "published_ts"), "int64"),
    **dict.fromkeys(("account", "platform", "type"), "str"),
    **dict.fromkeys(("text", "permalink", "how"), "object"),
}


@dataclass(frozen=True)
class Held:
    """What a rule holds: how many posts, and the newest of them (columns of `members`, without `how`)."""

    n: int
    examples: pd.DataFrame


def members(engine: Engine, access: Access, id: int, most: int = 200) -> pd.DataFrame:
    """The newest posts of a tag in sight, and those that were taken out of it by hand.

    Columns: id, account_id, day, published_ts, account, platform, type, text, permalink, how (rule, hand, not).
    """
    tagged = and_(post_tag.c.post_id == post.c.id, post_tag.c.tag_id == id)
    query = _shown(access).add_columns(post_tag.c.how).join(post_tag, tagged)
    query = (
        query.where(post_tag.c.how.in_((*BELONGS, NOT)), *scope.of_tags(post_tag.c.tag_id, access))
        .order_by(post.c.published_ts.desc(), post.c.id)
        .limit(most)
    )
    return read(engine, query, _SHOWN)


def preview(engine: Engine, access: Access, rules: Rules) -> Held:
    """How many own posts in sight a rule holds now, and the newest three of them. Raises `StoreError`.

    Reads the texts of posts, the newest first: for a person who asks, not for every change of a form.
    """
    access.require("write")
    with engine.connect() as connection:
        wanted = checked_rules(connection, rules)
        found = _held(connection, access, wanted)
    newest = found["id"].tolist()[:EXAMPLES]
    columns = {name: kind for name, kind in _SHOWN.items() if name != "how"}
    query = _shown(access).where(post.c.id.in_(newest)).order_by(post.c.published_ts.desc(), post.c.id)
    return Held(len(found), read(engine, query, columns))


def _held(connection: Connection, access: Access, rules: Rules) -> pd.DataFrame:
    found, before = [pd.DataFrame({"id": []}, dtype="Int64")], None
    while True:
        query = _posts(access, rules)
        if before is not None:
            query = query.where((post.c.day < before[0]) | ((post.c.day == before[0]) & (post.c.id < before[1])))
        rows = bulk.read(connection, query.limit(_AT_ONCE))
        if len(rows):
            found.append(rows.loc[rules.hold(rows), ["id"]])
        if len(rows) < _AT_ONCE:
            return pd.concat(found, ignore_index=True)
        before = (int(rows["day"].iloc[-1]), int(rows["id"].iloc[-1]))


def _posts(access: Access, rules: Rules) -> Select[Any]:
    """Own posts that the rule may hold, the newest first; what it says of words is not looked at yet."""
    names = ("id", "text", "account_id", "type", "day")
    query = select(*(post.c[name] for name in names), account.c.platform).join(account)
    query = query.where(post.c.type != "reply", *scope.of_accounts(post.c.account_id, access))
    for column, allowed in ((post.c.account_id, rules.accounts), (account.c.platform, rules.platforms)):
        query = query.where(column.in_(allowed)) if allowed else query
    query = query.where(post.c.day >= rules.first_day) if rules.first_day is not None else query
    query = query.where(post.c.day <= rules.last_day) if rules.last_day is not None else query
    return query.order_by(post.c.day.desc(), post.c.id.desc())


def _shown(access: Access) -> Select[Any]:
    columns = [post.c[name] for name in ("id", "account_id", "day", "published_ts")]
    rest = [post.c[name] for name in ("type", "text", "permalink")]
    shown = select(*columns, account.c.name.label("account"), account.c.platform, *rest).join(account)
    return shown.where(post.c.type != "reply", *scope.of_accounts(post.c.account_id, access))
