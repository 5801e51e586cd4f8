"""How the organisation answers, per period and account: from the rollups of conversations."""

from typing import Any

import numpy as np
import pandas as pd
from sqlalchemy import Engine, Select, cast, func, select

from data.access import Access
from data.filters import Filters
from data.queries import parts, scope
from data.queries.frames import named, read
from data.queries.windows import By, first_of, month_number, whole_months, windows
from data.schema import account, answered_until, conversation, rollup_answer, rollup_answer_hour, rollup_answer_month
from metrics.slices import ANSWERS, OWNER

_OWNER = {"period": "int64", "account_id": "int64", "department_id": "int64", "platform": "str"}
MONTHS = parts.Grain(rollup_answer, rollup_answer_month, rollup_answer_month.c.month, month_number, whole_months, 30)
_HOURS = tuple(f"{side}{hour:02}" for side in "adkr" for hour in range(24))
_HOUR = 3600


def answers(engine: Engine, access: Access, filters: Filters, by: By) -> pd.DataFrame:
    """`Slice.answers`: the sums of conversations per period and account.

    Accounts with conversations at any time have a row in each period, with zeros when there was nothing in it; accounts
    without have none. Two statements; raises `AccessDeniedError`.
    """
    added = parts.add_up(parts.by_day_and_month(MONTHS, filters.period, by), access, filters, list(ANSWERS))
    statement = (
        select(*added.c, account.c.department_id, account.c.platform)
        .join(account, account.c.id == added.c.account_id)
        .where(account.c.id.in_(select(answered_until.c.account_id)))
    )
    frame = read(engine, statement, _OWNER | dict.fromkeys(ANSWERS, "int64"))
    if by == "month":
        frame["period"] = frame["period"].map({month: first_of(month) for month in frame["period"].unique()})
    labels = [window.label for window in windows(filters.period, by)]
    full = _with_zeros(frame, read(engine, _known(access, filters), _KNOWN), labels)
    return named(full) if by == "window" else full


_KNOWN = {name: dtype for name, dtype in _OWNER.items() if name != "period"}


def _known(access: Access, filters: Filters) -> Select[Any]:
    known = select(answered_until.c.account_id)
    here = scope.of_accounts(account.c.id, access, filters.departments, filters.platforms)
    return select(account.c.id.label("account_id"), account.c.department_id, account.c.platform).where(
        account.c.id.in_(known), *here
    )


def _with_zeros(frame: pd.DataFrame, known: pd.DataFrame, labels: list[int]) -> pd.DataFrame:
    every = known.merge(pd.DataFrame({"period": labels}, dtype="int64"), how="cross")
    key = ["period", "account_id"]
    sums = frame.set_index(key)[list(ANSWERS)].reindex(pd.MultiIndex.from_frame(every[key]), fill_value=0)
    return pd.concat([every[list(OWNER)], sums.reset_index(drop=True)], axis="columns")


def waiting(engine: Engine, access: Access, filters: Filters, by: By) -> pd.DataFrame:
    """`Slice.waiting`: questions without an answer, by how long they had waited when the data of their account end.

    To the half hour. From the index of waiting conversations alone; two statements; raises `AccessDeniedError`.
    """
    asked = sorted(windows(filters.period, by), key=lambda window: window.period.first)
    first, last = asked[0].period.first, max(window.period.last for window in asked)
    here = scope.of_accounts(conversation.c.account_id, access, filters.departments, filters.platforms)
    half_hour = _HOUR // 2
    began = conversation.c.asked_ts - conversation.c.asked_ts % half_hour
    statement = (
        select(conversation.c.account_id, conversation.c.day, began.label("began"), func.count().label("n"))
        .where(conversation.c.answered_ts.is_(None), conversation.c.hour.is_not(None))
        .where(conversation.c.day.between(first, last), *here)
        .group_by(conversation.c.account_id, conversation.c.day, began)
    )
    rows = read(engine, statement, dict.fromkeys(("account_id", "day", "began", "n"), "int64"))
    until = read(engine, _until(access, filters), {**_KNOWN, "until_ts": "int64"})
    rows = rows.merge(until, on="account_id")
    place = np.searchsorted([window.period.first for window in asked], rows["day"].to_numpy(), side="right") - 1
    labels = np.array([window.label for window in asked], dtype=np.int64)
    rows["period"] = labels[place]
    rows["age_s"] = (rows["until_ts"] - rows["began"] - half_hour // 2).clip(lower=0)
    frame = rows[[*OWNER, "age_s", "n"]]
    return named(frame) if by == "window" else frame


def _until(access: Access, filters: Filters) -> Select[Any]:
    newest = func.max(answered_until.c.until_ts).label("until_ts")
    here = scope.of_accounts(account.c.id, access, filters.departments, filters.platforms)
    return (
        select(account.c.id.label("account_id"), account.c.department_id, account.c.platform, newest)
        .join(answered_until, answered_until.c.account_id == account.c.id)
        .where(*here)
        .group_by(account.c.id, account.c.department_id, account.c.platform)
    )


def hours(engine: Engine, access: Access, filters: Filters) -> pd.DataFrame:
    """Questions and replies by weekday and hour of the organisation's time zone, per account.

    Columns: account_id, department_id, platform, dow (0 Monday), then a00..a23 questions, d00..d23 of these with a
    deadline that has passed, k00..k23 of these answered in time, r00..r23 replies. One statement; raises
    `AccessDeniedError`.
    """
    here = scope.of_accounts(rollup_answer_hour.c.account_id, access, filters.departments, filters.platforms)
    dow = ((rollup_answer_hour.c.day + 3) % 7).label("dow")
    sums = [cast(func.sum(rollup_answer_hour.c[name]), rollup_answer_hour.c[name].type).label(name) for name in _HOURS]
    added = (
        select(rollup_answer_hour.c.account_id, dow, *sums)
        .where(rollup_answer_hour.c.day.between(filters.period.first, filters.period.last), *here)
        .group_by(rollup_answer_hour.c.account_id, dow)
        .subquery()
    )
    statement = select(*added.c, account.c.department_id, account.c.platform).join(
        account, account.c.id == added.c.account_id
    )
    return read(engine, statement, {**_KNOWN, "dow": "int64", **dict.fromkeys(_HOURS, "int64")})


def cases(engine: Engine, access: Access, filters: Filters) -> pd.DataFrame:
    """The conversations of the period, for calculations that are asked for: what another norm would change.

    Columns: account_id, department_id, asked_ts, answered_ts (NaN while waiting), due_ts, until_ts; only those whose
    time is known. Reads conversations, so no page asks for it by itself.
    """
    until = _until(access, filters).subquery()
    names = ("account_id", "day", "asked_ts", "answered_ts", "due_ts")
    statement = (
        select(*(conversation.c[name] for name in names), until.c.department_id, until.c.until_ts)
        .join(until, until.c.account_id == conversation.c.account_id)
        .where(conversation.c.hour.is_not(None))
        .where(conversation.c.day.between(filters.period.first, filters.period.last))
    )
    whole = dict.fromkeys(("account_id", "department_id", "day", "asked_ts", "until_ts"), "int64")
    return read(engine, statement, {**whole, "answered_ts": "float64", "due_ts": "float64"})
