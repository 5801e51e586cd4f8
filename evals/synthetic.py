"""A store of any size for timing: five years of a made-up organisation, the same rows for the same seed.

10 % of the rows are posts, 75 % citizens' comments and 15 % own replies; 30 departments, 6 platforms, 120 accounts
(four each), a website per department, followers and visitors of every day. Counts are heavy-tailed, as real ones
are, and each platform leaves out the counts it does not report. The texts say nothing.
"""

import sys
import time
from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from sqlalchemy import Connection, Engine, insert, select, text

from data import bulk, rollups
from data.calendar import calendar
from data.schema import (
    account,
    account_day,
    comment,
    department,
    import_batch,
    observation,
    post,
    setting,
    site,
    site_day,
)
from data.staging import workbench
from data.store import write_transaction
from metrics.measures import COUNTS
from metrics.periods import Period

NEWEST = 20_726  # 30 September 2026
SPAN = Period(NEWEST - 5 * 365, NEWEST)
_DEPARTMENTS, _ACCOUNTS = 30, 120
_PLATFORMS = ("facebook", "instagram", "x", "linkedin", "youtube", "tiktok")
_NOT_REPORTED = {"instagram": ("clicks",), "x": ("reach",), "youtube": ("reach", "clicks"), "tiktok": ("reach",)}
_TYPICAL = dict(zip(COUNTS, (900, 600, 25, 4, 5, 12, 2, 300, 1), strict=True))  # the middle post
_SPREAD = 1.2  # sigma of the lognormal counts
_CHUNK = 100_000
_SEEN_AGAIN = 20  # one of so many posts is in a second kind of file
_DAY = 86_400
_ZONE = "Europe/Amsterdam"
_SEED = 1
_MADE = "synthetic_rows"

Ints = NDArray[np.int64]


@dataclass(frozen=True)
class _Threads:
    """The posts that comments hang under."""

    id: Ints
    account_id: Ints
    published_ts: Ints


def rows_in(engine: Engine) -> int:
    """How many rows `fill` put in a store; 0 when it did not, or was interrupted."""
    with engine.connect() as connection:
        return int(connection.scalar(select(setting.c.value).where(setting.c.key == _MADE)) or 0)


def fill(engine: Engine, rows: int) -> None:
    """Put `rows` posts, comments and replies in an empty store, with everything that rests on them: all or nothing."""
    random = np.random.default_rng(_SEED)
    with workbench(engine) as connection, write_transaction(connection):
        _tell("registers, followers and visitors")
        _registers(connection)
        _days(connection, random)
        _tell("posts")
        threads = _posts(connection, random, rows // 10)
        _tell("comments and replies")
        touched = _comments(connection, random, rows - len(threads.id), threads)
        _tell("rollups")
        rollups.refresh(connection, touched)
        connection.execute(insert(setting).values(key=_MADE, value=str(rows)))
    if engine.dialect.name == "postgresql":  # what its autovacuum would have done within a minute
        with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            connection.execute(text("VACUUM ANALYZE"))


def _tell(what: str) -> None:
    print(f"{time.strftime('%X')} {what}", file=sys.stderr)


def _registers(connection: Connection) -> None:
    departments = [{"id": one, "name": f"Department {one:02}"} for one in range(1, _DEPARTMENTS + 1)]
    connection.execute(insert(department), departments)
    accounts = [
        {"id": one + 1, "department_id": one % _DEPARTMENTS + 1, "platform": platform_of(one + 1)}
        | {"handle": f"account{one + 1}", "name": f"Account {one + 1}"}
        for one in range(_ACCOUNTS)
    ]
    connection.execute(insert(account), accounts)
    sites = [{"id": one, "department_id": one, "host": f"site{one:02}.example"} for one in range(1, _DEPARTMENTS + 1)]
    connection.execute(insert(site), sites)
    batch = dict.fromkeys(("file_name", "file_hash", "format", "who"), "synthetic") | {"report": "{}"}
    batch |= {"platform": "other", "kind": "posts", "status": "done"}
    numbers = {**dict.fromkeys(("inserted", "updated", "unchanged"), 0), "covered_until": NEWEST}
    moments = dict.fromkeys(("imported_ts", "observed_ts"), (NEWEST + 1) * _DAY)
    first = {"id": 1, **batch, **numbers, **moments}
    again = {**first, "id": 2, "format": "synthetic again", "unchanged": 1}  # it brought posts known before
    connection.execute(insert(import_batch), [first, again])


def platform_of(account_id: int) -> str:
    """The platform of an account: each department has four accounts on different platforms."""
    one = account_id - 1
    return _PLATFORMS[(one // _DEPARTMENTS + one) % len(_PLATFORMS)]


def _days(connection: Connection, random: np.random.Generator) -> None:
    days = np.arange(SPAN.first, SPAN.last + 1)
    for table, owner, count, metrics in (
        (account_day, "account_id", _ACCOUNTS, ("followers", "page_views")),
        (site_day, "site_id", _DEPARTMENTS, ("visitors", "page_views", "downloads")),
    ):
        for metric in metrics:
            values = random.lognormal(7, 1, count)[:, None] * (1 + np.arange(len(days)) / len(days) / 2)
            frame = {"day": np.tile(days, count), owner: np.repeat(np.arange(1, count + 1), len(days))}
            bulk.write(connection, table, pd.DataFrame({**frame, "metric": metric, "value": values.round().ravel()}))


def _posts(connection: Connection, random: np.random.Generator, count: int) -> _Threads:
    weights = random.lognormal(0, 0.7, _ACCOUNTS)
    found = _Threads(
        id=np.sort(random.integers(0, 2**63 - 1, count)),
        account_id=random.choice(np.arange(1, _ACCOUNTS + 1), count, p=weights / weights.sum()),
        published_ts=random.integers(SPAN.first * _DAY, SPAN.last * _DAY, count),
    )
    platforms = np.array([platform_of(one) for one in range(1, _ACCOUNTS + 1)])[found.account_id - 1]
    frame = _items(found.id, found.account_id, found.published_ts, "Post")
    frame["type"] = "post"
    letters = np.full((count, len(COUNTS)), ".", dtype="U1")
    popular = random.lognormal(0, _SPREAD, count)
    for place, name in enumerate(COUNTS):
        absent = np.isin(platforms, [platform for platform, names in _NOT_REPORTED.items() if name in names])
        values = random.poisson(popular * _TYPICAL[name])
        frame[name] = pd.array(values, dtype="Int64")
        frame.loc[absent, name] = pd.NA
        letters[absent, place] = "p"
    frame["missing"] = ["".join(row) for row in letters]
    frame["views_definition"] = np.where(np.isin(platforms, ["facebook", "instagram"]), "views", "impressions")
    bulk.write(connection, post, frame)
    seen = frame[["id", "import_id", *COUNTS, "missing"]]
    bulk.write(connection, observation, seen)
    bulk.write(connection, observation, seen[::_SEEN_AGAIN].assign(import_id=2))
    return found


def _comments(connection: Connection, random: np.random.Generator, count: int, threads: _Threads) -> pd.DataFrame:
    """Write comments and replies; the days of accounts that have any of these, or posts."""
    popular = random.pareto(1.5, len(threads.id)) + 0.1
    shares = popular / popular.sum()
    newest = SPAN.last * _DAY
    touched = [_touched(threads.account_id, threads.published_ts)]
    for start in range(0, count, _CHUNK):
        size = min(_CHUNK, count - start)
        under = np.sort(random.choice(len(threads.id), size, p=shares))
        delays = (random.lognormal(9.5, 1.5, size)).astype(np.int64)
        moments = np.minimum(threads.published_ts[under] + delays, newest)
        ids = random.integers(0, 2**63 - 1, size)
        own = random.random(size) < 15 / 90
        frame = _items(ids, threads.account_id[under], moments, "Comment")
        frame["post_id"] = threads.id[under]
        frame["is_own"] = own.astype(np.int64)
        frame["parent_id"] = pd.array(np.where(own, np.roll(ids, 1), 0), dtype="Int64")
        frame.loc[~own, "parent_id"] = pd.NA
        frame["author"] = [None if mine else f"{one:024x}" for mine, one in zip(own, ids, strict=True)]
        frame["likes"] = random.poisson(random.lognormal(0, 1, size))
        bulk.write(connection, comment, frame)
        touched.append(_touched(frame["account_id"].to_numpy(), moments))
    return pd.concat(touched).drop_duplicates()


def _items(ids: Ints, accounts: Ints, moments: Ints, word: str) -> pd.DataFrame:
    """What posts and comments have in common."""
    frame = pd.DataFrame({"id": ids, "account_id": accounts, "published_ts": moments, "precision": "minute"})
    frame["external_id"] = frame["id"].astype("str")
    frame["text"] = f"{word} " + frame["external_id"] + " with some words, about as long as people write them."
    frame["import_id"] = 1
    return pd.concat([frame, calendar(frame["published_ts"], frame["precision"], _ZONE)], axis="columns")


def _touched(accounts: Ints, moments: Ints) -> pd.DataFrame:
    precision = pd.Series(["minute"] * len(moments), dtype="str")
    days = calendar(pd.Series(moments), precision, _ZONE)["day"]
    return pd.DataFrame({"account_id": accounts, "day": days.to_numpy()}).drop_duplicates()
