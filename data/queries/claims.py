"""What claims are checked against and no other query tells: from rollups and registers, bounded each.

No statement here scans posts or comments over all time.
"""

import json
from collections.abc import Iterable
from typing import Any

import pandas as pd
from sqlalchemy import BigInteger, Connection, Engine, case, cast, exists, func, select

from data.access import Access
from data.filters import Filters
from data.importing import DONE
from data.queries import scope
from data.queries.frames import read
from data.queries.sums import sums
from data.schema import (
    account,
    action,
    action_change,
    audience,
    comment,
    import_batch,
    label,
    message_label,
    moderation,
    rollup_hour,
)
from metrics.periods import Period, from_iso, to_day

DECIDED = ("planned", "doing", "done")
"""The states of an action about which somebody decided."""
NEWEST = 2_000
"""How many messages a look at stored texts takes at most."""
_FIRST_STEP = 7  # days
_HOURS = tuple(f"{side}{hour:02}" for side in "pc" for hour in range(24))


def hours(engine: Engine, access: Access, filters: Filters) -> pd.DataFrame:
    """Own posts and citizens' messages of the period by hour of the day: account_id, p00..p23, c00..c23.

    Those of which only the day is known are not in it. One statement; raises `AccessDeniedError`.
    """
    statement = (
        select(rollup_hour.c.account_id, *(cast(func.sum(rollup_hour.c[one]), BigInteger).label(one) for one in _HOURS))
        .where(rollup_hour.c.day.between(filters.period.first, filters.period.last))
        .where(*scope.of_accounts(rollup_hour.c.account_id, access, filters.departments, filters.platforms))
        .group_by(rollup_hour.c.account_id)
    )
    return read(engine, statement, dict.fromkeys(("account_id", *_HOURS), "int64"))


def removals(engine: Engine, access: Access, filters: Filters) -> pd.DataFrame:
    """Removals in the period: account_id, n, with a house rule (cited), objected to (appealed), put back (reversed).

    Accounts without a line in the log have no row. One statement; raises `AccessDeniedError`.
    """
    log = moderation.c
    counted = {
        "n": log.n,
        "cited": case((func.coalesce(log.rule, "") != "", log.n), else_=0),
        "appealed": log.appealed,
        "reversed": log.reversed,
    }
    statement = (
        select(log.account_id, *(cast(func.sum(one), BigInteger).label(name) for name, one in counted.items()))
        .where(log.day.between(filters.period.first, filters.period.last))
        .where(*scope.of_accounts(log.account_id, access, filters.departments, filters.platforms))
        .group_by(log.account_id)
    )
    return read(engine, statement, dict.fromkeys(("account_id", *counted), "int64"))


def with_audience(engine: Engine, access: Access) -> frozenset[int]:
    """The accounts of which an export about the audience was loaded. Raises `AccessDeniedError`."""
    known = exists().where(audience.c.account_id == account.c.id)
    statement = select(account.c.id).where(known, *scope.of_accounts(account.c.id, access))
    with engine.connect() as connection:
        return frozenset(connection.scalars(statement))


def messages_before(engine: Engine, access: Access, day: int, last: int) -> pd.DataFrame:
    """Messages of citizens up to `last`, and those before `day` that are still kept: account_id, messages, expired.

    Counted from rollups; whether an account still has any is looked up in the messages, because rollups may stay when
    messages are removed. Raises `AccessDeniedError`.
    """
    wanted = ("comments_in",)
    every, old = (
        frame.loc[frame["period"] == "current", ["account_id", "comments_in"]]
        for frame in (sums(engine, access, Filters(Period(0, until)), "window", wanted) for until in (last, day - 1))
    )
    with engine.connect() as connection:
        left = _still_there(connection, old.loc[old["comments_in"] > 0, "account_id"], day)
    expired = old.assign(expired=old["comments_in"].where(old["account_id"].isin(left), 0)).drop(columns="comments_in")
    found = every.rename(columns={"comments_in": "messages"}).merge(expired, on="account_id", how="left")
    return found.fillna({"expired": 0}).astype("int64")


def _still_there(connection: Connection, accounts: Iterable[int], before: int) -> set[int]:
    """Those of these accounts with a message of a citizen from before a day.

    Looked up from that day back, in ever longer steps: most accounts are found in the first one, and the index of days
    is read once at most. A look for each account would read it from the beginning for each.
    """
    wanted, found = set(accounts), set[int]()
    first = connection.scalar(select(func.min(comment.c.day)))
    until, days = before, _FIRST_STEP
    while wanted and first is not None and until > first:
        inside = comment.c.day.between(until - days, until - 1) & (comment.c.is_own == 0)
        seen = select(comment.c.account_id).distinct().where(inside, comment.c.account_id.in_(sorted(wanted)))
        found |= set(connection.scalars(seen))
        wanted -= found
        until, days = until - days, 2 * days
    return found


def newest_messages(engine: Engine, access: Access, most: int = NEWEST) -> pd.DataFrame:
    """The newest messages of citizens as they are stored: account_id, text, author. For a look that shows none of them.

    One statement, along the index of days; raises `AccessDeniedError` without the right to read texts.
    """
    access.require("texts")
    statement = (
        select(comment.c.account_id, comment.c.text, comment.c.author)
        .where(comment.c.is_own == 0, *scope.of_accounts(comment.c.account_id, access))
        .order_by(comment.c.day.desc(), comment.c.account_id.desc())
        .limit(most)
    )
    return read(engine, statement, {"account_id": "int64", "text": "object", "author": "object"})


def actions(engine: Engine, access: Access) -> pd.DataFrame:
    """The action plan: department_id (NaN: of the organisation), metric, status, decided_ts (NaN: not decided).

    Decided is the last moment at which an action was made, registered or changed. One statement over the plan, which is
    written by hand; raises `AccessDeniedError`.
    """
    access.require("read")
    changed = (
        select(action_change.c.action_id, func.max(action_change.c.made_ts).label("changed_ts"))
        .group_by(action_change.c.action_id)
        .subquery()
    )
    seen = access.narrow(None)
    here = [] if seen is None else [action.c.department_id.is_(None) | action.c.department_id.in_(sorted(seen))]
    statement = select(action, changed.c.changed_ts).outerjoin(changed, changed.c.action_id == action.c.id).where(*here)
    stamps = ("made_ts", "registered_ts", "changed_ts")
    columns = {"department_id": "float64", "metric": "object", "status": "str", **dict.fromkeys(stamps, "float64")}
    found = read(engine, statement, columns)
    decided = found[list(stamps)].max(axis="columns").where(found["status"].isin(DECIDED))
    return found.drop(columns=list(stamps)).assign(decided_ts=decided)


def imports(engine: Engine, access: Access) -> pd.DataFrame:
    """What the load reports say: kind, rows, sourced (bool), first (NaN when unknown), covered_until, imported_ts.

    Sourced: the file, the form it was read as and the moment its numbers were true are known. One statement over the
    imports; raises `AccessDeniedError`.
    """
    access.require("read")
    texts, numbers = ("kind", "file_name", "format"), ("observed_ts", "covered_until", "imported_ts")
    names = (*texts, *numbers, "report")
    dtypes = dict.fromkeys(texts, "str") | dict.fromkeys(numbers, "int64")
    statement = select(*(import_batch.c[name] for name in names)).where(import_batch.c.status == DONE)
    found = read(engine, statement, {**dtypes, "report": "object"})
    said = [json.loads(report or "{}") for report in found.pop("report")]
    return pd.DataFrame(
        {
            "kind": found["kind"],
            "rows": pd.Series([int(one.get("rows_kept", 0)) for one in said], dtype="int64"),
            "sourced": (found["file_name"] != "") & (found["format"] != "") & (found["observed_ts"] > 0),
            "first": pd.Series([_first(one) for one in said], dtype="float64"),
            "covered_until": found["covered_until"],
            "imported_ts": found["imported_ts"],
        }
    )


def _first(report: dict[str, Any]) -> float:
    """The first day of a load report, to the day; NaN when it has none."""
    day = from_iso(str(report.get("first") or "")[:10])
    return float("nan") if day is None else float(to_day(day))


def labels(engine: Engine, access: Access) -> int:
    """How many messages of one random sample people have labelled: the largest there is. Raises `AccessDeniedError`.

    A sample is a round of labelling, or the messages that the page Responsiveness draws to check the rules with.
    """
    access.require("read")
    drawn = select(func.count()).select_from(message_label).where(message_label.c.drawn == 1)
    rounds = select(func.count(label.c.place.distinct())).group_by(label.c.round_id)
    with engine.connect() as connection:
        return max([int(connection.scalar(drawn) or 0), *map(int, connection.scalars(rounds))])
