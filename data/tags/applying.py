"""Going over all posts when the rule of a tag has changed: some days at a time, each in a transaction of its own."""

import pandas as pd
from sqlalchemy import Connection, Engine, delete, select

from data import bulk, post_groups
from data.access import Access
from data.kept import keep, kept
from data.queries import scope
from data.schema import account, post, post_tag, tag
from data.staging import fill, on_touched_day, touched_day, workbench
from data.store import write_transaction
from data.tag_rules import READ, RULE, replace, tag_of
from metrics.campaigns.rules import Rules
from metrics.campaigns.tag import Tag

_UNFINISHED = "tags_to_apply"
_DAYS_AT_ONCE = 5_000


def apply(engine: Engine, access: Access, progress: bulk.Progress = bulk.silent) -> None:
    """Find the posts of every tag of which the rule has changed.

    Broken off at any moment, the next call does it again for the tags that are not done. Pages show what is done.
    """
    access.require("write")
    while True:
        with engine.connect() as connection:
            wanted = _wanted(connection)
        if not wanted:
            break
        for number, rules in wanted.items():
            _apply(engine, number, rules, progress)
    progress(1.0)


def unfinished(engine: Engine, access: Access) -> frozenset[int]:
    """The tags in sight of which the rule has changed and not all posts were looked at since."""
    query = select(tag.c.id).where(*scope.of_tags(tag.c.id, access))
    with engine.connect() as connection:
        return frozenset(_wanted(connection)) & frozenset(connection.scalars(query))


def want(connection: Connection, id: int, rules: Rules | None) -> None:
    """Note that the posts of a tag must be found by this rule, or (None) that they need not."""
    wanted = {str(number): text for number, text in _wanted(connection).items() if number != id}
    if rules is not None:
        wanted[str(id)] = rules.text()
    keep(connection, _UNFINISHED, wanted or None)


def _wanted(connection: Connection) -> dict[int, str]:
    return {int(number): text for number, text in kept(connection, _UNFINISHED, {}).items()}


def _apply(engine: Engine, id: int, rules: str, progress: bulk.Progress) -> None:
    with workbench(engine) as connection:
        with connection.begin():
            days = _days(connection, id, Rules.read(rules))
        for start in range(0, len(days), _DAYS_AT_ONCE):
            with write_transaction(connection):
                one = _as_it_is(connection, id)
                if one is None:
                    want(connection, id, None)  # it went with the demo
                    return
                _go_over(connection, one, days.iloc[start : start + _DAYS_AT_ONCE])
            progress(min(1.0, (start + _DAYS_AT_ONCE) / len(days)))
        with write_transaction(connection):
            if _wanted(connection).get(id) == rules:  # else it was changed meanwhile, and waits again
                want(connection, id, None)


def _as_it_is(connection: Connection, id: int) -> Tag | None:
    row = connection.execute(select(tag).where(tag.c.id == id)).one_or_none()
    return None if row is None else tag_of(row)


def _go_over(connection: Connection, one: Tag, days: pd.DataFrame) -> None:
    _touch(connection, days)
    posts = bulk.read(connection, select(*(post.c[name] for name in READ)).join(touched_day, on_touched_day(post)))
    changed = replace(connection, [one], posts)
    if len(changed):
        _touch(connection, changed)
        post_groups.count_touched(connection, changed, post_groups.OF_TAGS)


def _touch(connection: Connection, days: pd.DataFrame) -> None:
    connection.execute(delete(touched_day))
    fill(connection, touched_day, days.astype("int64"))


def _days(connection: Connection, id: int, rules: Rules) -> pd.DataFrame:
    """The days of accounts on which a post can belong to a tag by its rule, or does until now."""
    here = select(post.c.account_id, post.c.day).distinct()
    was = here.join(post_tag, post_tag.c.post_id == post.c.id).where(post_tag.c.tag_id == id, post_tag.c.how == RULE)
    found = [bulk.read(connection, was)]
    if rules.any:
        if rules.accounts:
            here = here.where(post.c.account_id.in_(rules.accounts))
        if rules.platforms:
            here = here.where(
                post.c.account_id.in_(select(account.c.id).where(account.c.platform.in_(rules.platforms)))
            )
        if rules.first_day is not None:
            here = here.where(post.c.day >= rules.first_day)
        if rules.last_day is not None:
            here = here.where(post.c.day <= rules.last_day)
        found.append(bulk.read(connection, here))
    return pd.concat(found).astype("int64").drop_duplicates().sort_values(["account_id", "day"])
