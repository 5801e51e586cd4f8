"""Whom own posts and own replies name: departments and stakeholder organisations, as the dimension "named" of
`rollup_content`.

`value` is "department:<id>" or "stakeholder:<id>"; n counts own posts and own replies that name it, `total` the
replies among them. An account that names its own department names nobody. A reply that came both as a post and as a
comment counts once. The names are those of today: when one changes, everything is searched again.
"""

import hashlib
import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import pandas as pd
from sqlalchemy import ColumnElement, Connection, Engine, Select, Table, and_, delete, exists, insert, not_, or_, select

from data import bulk
from data.pseudonyms import pseudonym, secret_key
from data.schema import account, comment, department, post, rollup_content, setting, stakeholder
from data.staging import fill, on_touched_day, touched_day, workbench
from data.store import write_transaction
from metrics.content.naming import Name, Naming

NAMED = "named"
"""The dimension of `rollup_content`."""

WRITTEN = ("account_id", "day", "text", "mentions")
"""What is read of each post and reply."""

_COUNTED = "named_by"  # in the settings: the names with which everything was counted
_DAYS_AT_ONCE = 5_000


@dataclass(frozen=True)
class Names:
    """Who can be named, by which names, and which department and platform each account is of."""

    names: tuple[Name, ...]
    departments: tuple[tuple[int, str], ...]  # of accounts: the target that is their own department
    platforms: tuple[tuple[int, str], ...]

    @property
    def anybody(self) -> bool:
        """Whether an account can name anybody else."""
        return len({name.target for name in self.names}) > 1 and bool(self.departments)

    @property
    def fingerprint(self) -> str:
        """The same for the same names, accounts and departments only."""
        return hashlib.sha256(repr(self).encode()).hexdigest()

    @property
    def naming(self) -> Naming:
        """The names, ready to be looked up."""
        return _naming(self.names)


def read_names(connection: Connection) -> Names:
    """The names of departments, the handles of accounts, and the names of stakeholder organisations."""
    found = [
        Name(f"department:{number}", name)
        for number, name in connection.execute(select(department.c.id, department.c.name).order_by(department.c.id))
    ]
    query = select(account.c.id, account.c.department_id, account.c.platform, account.c.handle).order_by(account.c.id)
    accounts = connection.execute(query).all()
    for _, owner, _, handle in accounts:
        found += _handles(f"department:{owner}", f"@{handle}")  # a plain one is often the name of the town
    organisations = select(stakeholder.c.id, stakeholder.c.name, stakeholder.c.names).order_by(stakeholder.c.id)
    for number, name, names in connection.execute(organisations):
        for one in (name, *json.loads(names)):
            found += _handles(f"stakeholder:{number}", one)
    return Names(
        tuple(dict.fromkeys(found)),
        tuple((number, f"department:{owner}") for number, owner, _, _ in accounts),
        tuple((number, platform) for number, _, platform, _ in accounts),
    )


def _handles(target: str, text: str) -> Iterator[Name]:
    """A name, or a handle if it begins with @; on Mastodon, `@name` may stand for `@name@server`."""
    plain = text.strip().removeprefix("@").strip()
    yield Name(target, plain, handle=text.strip().startswith("@"))
    local, at, _server = plain.partition("@")
    if at and local:
        yield Name(target, local, handle=True)


def write_named(connection: Connection, posts: pd.DataFrame, names: Names) -> None:
    """Add the rows of the touched days, of which `posts` are the posts (columns `WRITTEN` and `is_reply`)."""
    if names.anybody:
        replies = bulk.read(connection, _own_comments()).assign(is_reply=True)
        rows = _rows(pd.concat([posts, replies], ignore_index=True), names)
        bulk.write(connection, rollup_content, rows, fixed=(("dimension", NAMED),))


def _rows(written: pd.DataFrame, names: Names) -> pd.DataFrame:
    hits = dict.fromkeys([*names.naming.found(written["text"]), *_mentioned(written, names)])
    frame = pd.DataFrame(hits.keys(), columns=["place", "value"]).astype({"place": "int64", "value": "str"})
    at = frame["place"].to_numpy()
    frame = frame.assign(
        day=written["day"].to_numpy("int64")[at],
        account_id=written["account_id"].to_numpy("int64")[at],
        total=written["is_reply"].to_numpy("float64")[at],
    )
    frame = frame[frame["value"] != frame["account_id"].map(dict(names.departments))]
    counted = frame.groupby(["day", "account_id", "value"])["total"].agg(["size", "sum"]).reset_index()
    counted = counted.rename(columns={"size": "n", "sum": "total"})
    return counted.assign(squares=counted["total"])


@contextmanager
def naming_anew(engine: Engine, progress: bulk.Progress = bulk.silent) -> Iterator[Connection]:
    """Like `data.store.writing`, on a workbench, for changes of names: then everything is searched for them again."""
    with workbench(engine) as connection, write_transaction(connection):
        yield connection
        follow(connection, progress)


def follow(connection: Connection, progress: bulk.Progress = bulk.silent) -> None:
    """Count the dimension anew when the names are no longer those it was counted with.

    For a transaction on a workbench that changed names, or added what names somebody.
    """
    names = read_names(connection)
    if not is_counted(connection, names):
        _recount(connection, names, progress)
        connection.execute(delete(setting).where(setting.c.key == _COUNTED))
        connection.execute(insert(setting).values(key=_COUNTED, value=f'"{names.fingerprint}"'))
    progress(1.0)


def is_counted(connection: Connection, names: Names) -> bool:
    """Whether the dimension was counted with these names."""
    known = connection.scalar(select(setting.c.value).where(setting.c.key == _COUNTED))
    return known == f'"{names.fingerprint}"'


def _recount(connection: Connection, names: Names, progress: bulk.Progress) -> None:
    connection.execute(delete(rollup_content).where(rollup_content.c.dimension == NAMED))
    if not names.anybody:
        return
    days = _days(connection)
    for start in range(0, len(days), _DAYS_AT_ONCE):
        part = days.iloc[start : start + _DAYS_AT_ONCE]
        connection.execute(delete(touched_day))
        fill(connection, touched_day, part)
        posts = bulk.read(connection, _posts())
        posts = posts.assign(is_reply=posts["type"] == "reply").drop(columns="type")
        write_named(connection, posts, names)
        progress((start + len(part)) / len(days))


def _days(connection: Connection) -> pd.DataFrame:
    days = [
        bulk.read(connection, select(table.c.account_id, table.c.day).where(_says_something(table)).distinct())
        for table in (post, comment)
    ]
    return pd.concat(days).astype("int64").drop_duplicates().sort_values(["account_id", "day"])


def _posts() -> Select[Any]:
    columns = (*(post.c[name] for name in WRITTEN), post.c.type)
    return select(*columns).join(touched_day, on_touched_day(post)).where(_says_something(post))


def _own_comments() -> Select[Any]:
    """The own replies on touched days that came as comments only."""
    twice = exists().where(
        post.c.id == comment.c.id, post.c.account_id == comment.c.account_id, post.c.day == comment.c.day
    )
    said = select(*(comment.c[name] for name in WRITTEN)).join(touched_day, on_touched_day(comment))
    return said.where(_says_something(comment), not_(twice))


def _says_something(table: Table) -> ColumnElement[bool]:
    """Own words only: a message of a citizen names nobody here."""
    says = or_(table.c.text.is_not(None), table.c.mentions.is_not(None))
    return and_(says, table.c.is_own == 1) if table is comment else says


def _mentioned(written: pd.DataFrame, names: Names) -> Iterator[tuple[int, str]]:
    """Whom the mentions of each reply name: own accounts are in clear, the handles of others are codes."""
    told = written["mentions"].notna().to_numpy(bool)
    if not told.any():
        return
    platforms = dict(names.platforms)
    codes = _codes(secret_key(), names.names, tuple(sorted(set(platforms.values()))))
    accounts = written["account_id"].to_numpy("int64")
    for place in told.nonzero()[0].tolist():
        platform = platforms[accounts[place]]
        for one in json.loads(written["mentions"].iloc[place]):
            for target in codes.get((platform, one.casefold()), ()):
                yield place, target


@lru_cache(maxsize=4)
def _codes(key: bytes, names: tuple[Name, ...], platforms: tuple[str, ...]) -> dict[tuple[str, str], set[str]]:
    """Who is meant by a mention on a platform, in clear or as a code; only names without spaces can be handles."""
    found: dict[tuple[str, str], set[str]] = {}
    for target, text, _handle in names:
        if text and not any(map(str.isspace, text)):
            for platform in platforms:
                for said in (f"@{text.casefold()}", pseudonym(key, platform, text)):
                    found.setdefault((platform, said), set()).add(target)
    return found


@lru_cache(maxsize=4)
def _naming(names: tuple[Name, ...]) -> Naming:
    return Naming(names)
