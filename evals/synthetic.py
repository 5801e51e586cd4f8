"""A store of any size for timing: five years of a made-up organisation, the same rows for the same seed.

10 % of the rows are posts, 75 % citizens' comments and 15 % own replies; 30 departments, 6 platforms, 120 accounts
(four each), a website per department, followers and visitors of every day. Counts are heavy-tailed, as real ones
are, and each platform leaves out the counts it does not report. What stands under the posts is in `evals.threads`,
what was declared and assessed in `evals.declared`, what they are about in `evals.scores`, their tags in `evals.tagged`.
"""

import sys
import time

import numpy as np
import pandas as pd
from sqlalchemy import Connection, Engine, insert, select, text

from data import account_imports, answering, bulk, rollups, site_weeks
from data.answering import until
from data.schema import (
    account,
    account_day,
    comment,
    department,
    import_batch,
    moderation,
    observation,
    post,
    setting,
    site,
    site_day,
)
from data.staging import workbench
from data.store import write_transaction
from evals.declared import declare
from evals.scores import Scores, scores
from evals.sentences import POSTS, made_up
from evals.tagged import tagged
from evals.threads import ZONE, Threads, comments, items
from metrics.measures import COUNTS
from metrics.periods import Period

EDITION = 8
"""To be raised when the same seed gives other rows: kept stores are then made anew."""
NEWEST = 20_726  # 30 September 2026
SPAN = Period(NEWEST - 5 * 365, NEWEST)
_DEPARTMENTS, _ACCOUNTS = 30, 120
_PLATFORMS = ("facebook", "instagram", "x", "linkedin", "youtube", "tiktok")
_NOT_REPORTED = {"instagram": ("clicks",), "x": ("reach",), "youtube": ("reach", "clicks"), "tiktok": ("reach",)}
_TYPICAL = dict(zip(COUNTS, (900, 600, 25, 4, 5, 12, 2, 300, 1), strict=True))  # the middle post
_SPREAD = 1.2  # sigma of the lognormal counts
_TYPES = ("post", "image", "video", "link")
_SEEN_AGAIN = 20  # one of so many posts is in a second kind of file
_DAY = 86_400
_SEED = 1
_MADE = "synthetic_rows"


def rows_in(engine: Engine) -> int:
    """How many rows `fill` put in a store; 0 when it did not, or was interrupted."""
    with engine.connect() as connection:
        return int(connection.scalar(select(setting.c.value).where(setting.c.key == _MADE)) or 0)


def fill(engine: Engine, rows: int, scored: bool = True) -> None:
    """Put `rows` posts, comments and replies in an empty store, with everything that rests on them: all or nothing.

    Without scores of what they are about where not `scored`.
    """
    random = np.random.default_rng(_SEED)
    with workbench(engine) as connection, write_transaction(connection):
        _tell("registers, followers, visitors and removals")
        _registers(connection)
        _days(connection, random)
        _removals(connection)
        _tell("posts")
        about = scores(connection, np.random.default_rng(_SEED)) if scored else None
        threads, days = _posts(connection, random, rows // 10, about)
        _tell("comments and replies")
        touched = [days]
        for part in comments(random, rows - len(threads.id), threads, SPAN.last * _DAY):
            bulk.write(connection, comment, part)
            if about:
                about.of_messages(connection, part)
            touched.append(part[["account_id", "day"]].drop_duplicates())
        _tell("rollups")
        rollups.refresh(connection, pd.concat(touched))
        account_imports.rebuild(connection)
        site_weeks.rebuild(connection)
        _tell("conversations")
        until.remember(connection, 1, range(1, _ACCOUNTS + 1), NEWEST, (NEWEST + 1) * _DAY, ZONE)
        answering.rebuild(connection, own=days)
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
    declare(connection, _DEPARTMENTS, _PLATFORMS, NEWEST)


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


def _removals(connection: Connection) -> None:
    """A line of the log per account and four weeks."""
    days = np.arange(SPAN.first, SPAN.last + 1, 28)
    frame = pd.DataFrame({"account_id": np.repeat(np.arange(1, _ACCOUNTS + 1), len(days))})
    frame["day"] = np.tile(days, _ACCOUNTS)
    frame["n"] = frame.index % 7 + 1
    frame["appealed"], frame["reversed"] = frame.index % 2, 0
    said = (("action", "hidden"), ("reason", "spam"), ("source", ""), ("who", "synthetic"))
    bulk.write(connection, moderation, frame, fixed=(*said, ("made_ts", (NEWEST + 1) * _DAY)))


def _posts(
    connection: Connection, random: np.random.Generator, count: int, about: Scores | None
) -> tuple[Threads, pd.DataFrame]:
    """Write posts; they, and the days of accounts that have any."""
    weights = random.lognormal(0, 0.7, _ACCOUNTS)
    found = Threads(
        id=np.sort(random.integers(0, 2**63 - 1, count)),
        account_id=random.choice(np.arange(1, _ACCOUNTS + 1), count, p=weights / weights.sum()),
        published_ts=random.integers(SPAN.first * _DAY, SPAN.last * _DAY, count),
    )
    platforms = np.array([platform_of(one) for one in range(1, _ACCOUNTS + 1)])[found.account_id - 1]
    frame = items(found.id, found.account_id, found.published_ts, made_up(random, POSTS, count))
    frame["type"] = random.choice(_TYPES, count)
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
    if about:
        about.of_posts(connection, frame)
    tagged(connection, frame, SPAN.last)
    seen = frame[["id", "import_id", *COUNTS, "missing"]]
    bulk.write(connection, observation, seen)
    bulk.write(connection, observation, seen[::_SEEN_AGAIN].assign(import_id=2))
    return found, frame[["account_id", "day"]].drop_duplicates()
