"""How the organisation answers, per period and account: from the rollups of conversations."""

from collections.abc import Collection
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from sqlalchemy import Engine, Select, func, select

from data.access import Access
from data.filters import Filters
from data.queries import parts, scope
from data.queries.folded import folded
from data.queries.frames import first_days, joined, named, read, unfolded
from data.queries.owners import OWNER, places, taken
from data.queries.windows import By, month_number, whole_months, whole_weeks, windows
from data.schema import (
    account,
    answered_until,
    conversation,
    rollup_answer,
    rollup_answer_month,
    rollup_answer_week,
)
from metrics.periods import week_start
from metrics.slices import ANSWERS

WEEKS = parts.Grain(rollup_answer, rollup_answer_week, rollup_answer_week.c.week, week_start, whole_weeks, 7)
MONTHS = parts.Grain(rollup_answer, rollup_answer_month, rollup_answer_month.c.month, month_number, whole_months, 30)
_HALF_HOUR = 1800
_Ints = NDArray[np.int64]


def answers(
    engine: Engine, access: Access, filters: Filters, by: By, columns: Collection[str] = ANSWERS
) -> pd.DataFrame:
    """`Slice.answers`: the sums of conversations per period and account, or only those named in `columns`.

    Accounts with conversations at any time have a row in each period, with zeros when there was nothing in it; accounts
    without have none. At most two statements; raises `AccessDeniedError`.
    """
    wanted = [name for name in ANSWERS if name in columns]
    labels = [window.label for window in windows(filters.period, by)]
    known = read(engine, _known(access, filters), OWNER)
    names = ("account_id", *wanted)
    if not wanted or known.empty:
        rows = {name: np.zeros(0, dtype=np.int64) for name in ("period", *names)}
    elif by == "window":
        added = parts.add_up(parts.of_windows(windows(filters.period, by), (MONTHS,)), access, filters, wanted)
        frame = read(engine, select(*added.c), dict.fromkeys(("period", *names), "int64"))
        rows = {name: frame[name].to_numpy(np.int64) for name in frame.columns}
    else:
        rows = folded(engine, parts.of_grain(WEEKS if by == "week" else MONTHS, filters.period), access, filters, names)
        if by == "month":
            rows["period"] = first_days(rows["period"])
    full = _with_zeros(rows, known, labels, wanted)
    return named(full) if by == "window" else full


def _known(access: Access, filters: Filters) -> Select[Any]:
    known = select(answered_until.c.account_id)
    here = scope.of_accounts(account.c.id, access, filters.departments, filters.platforms)
    return (
        select(account.c.id.label("account_id"), account.c.department_id, account.c.platform)
        .where(account.c.id.in_(known), *here)
        .order_by(account.c.id)
    )


def _with_zeros(rows: dict[str, _Ints], known: pd.DataFrame, labels: list[int], wanted: list[str]) -> pd.DataFrame:
    """A row for each account that is known, which are in order of their number, and each label."""
    order, who = np.argsort(labels), places(known, rows["account_id"])
    at = order[np.searchsorted(labels, rows["period"], sorter=order)]
    here = who >= 0
    cell = who[here] * len(labels) + at[here]
    size = len(known) * len(labels)
    columns = taken(known, np.repeat(np.arange(len(known)), len(labels)))
    sums = {name: np.bincount(cell, weights=rows[name][here], minlength=size).astype(np.int64) for name in wanted}
    periods = np.tile(np.array(labels, dtype=np.int64), len(known))
    return pd.DataFrame({"period": periods, **columns, **sums})


def waiting(engine: Engine, access: Access, filters: Filters, by: By) -> pd.DataFrame:
    """`Slice.waiting`: questions without an answer, by how long they had waited when the data of their account end.

    To the half hour. From the index of waiting conversations alone, which is read on day by day; two statements;
    raises `AccessDeniedError`.
    """
    asked = sorted(windows(filters.period, by), key=lambda window: window.period.first)
    first, last = asked[0].period.first, max(window.period.last for window in asked)
    here = scope.of_accounts(conversation.c.account_id, access, filters.departments, filters.platforms)
    names = ("account_id", "asked_ts")
    statement = (
        select(conversation.c.day, *(joined(conversation.c[name]).label(name) for name in names))
        .where(conversation.c.answered_ts.is_(None), conversation.c.hour.is_not(None))
        .where(conversation.c.day.between(first, last), *here)
        .group_by(conversation.c.day)
    )
    rows = unfolded(read(engine, statement, {"day": "int64", **dict.fromkeys(names, "object")}), names)
    until = read(engine, _until(access, filters).order_by(account.c.id), {**OWNER, "until_ts": "int64"})
    owner, began = places(until, rows["account_id"]), rows["asked_ts"] // _HALF_HOUR
    place = np.searchsorted([window.period.first for window in asked], rows["day"], side="right") - 1
    cells = np.sort(((began * len(asked) + place) * len(until) + owner)[owner >= 0])
    at = np.flatnonzero(np.diff(cells, prepend=-1))
    rest, owner = np.divmod(cells[at], max(len(until), 1))
    began, place = np.divmod(rest, len(asked))
    age_s = until["until_ts"].to_numpy()[owner] - began * _HALF_HOUR - _HALF_HOUR // 2
    labels = np.array([window.label for window in asked], dtype=np.int64)
    columns = {"period": labels[place], **taken(until, owner)}
    frame = pd.DataFrame({**columns, "age_s": age_s.clip(min=0), "n": np.diff(at, append=len(cells))})
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
