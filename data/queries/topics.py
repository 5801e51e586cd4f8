"""What messages are about: sums per topic from the rollups, own posts on one, and how topics were found."""

from collections.abc import Collection
from typing import Literal

import numpy as np
import pandas as pd
from sqlalchemy import ColumnElement, Engine, case, func, literal, or_, select

from data.access import Access
from data.filters import Filters
from data.queries import parts, scope
from data.queries.folded import added_up, folded
from data.queries.frames import first_days, named, read
from data.queries.owners import OWNER
from data.queries.windows import By, month_number, whole_months
from data.schema import account, post, post_score, rollup_topic, rollup_topic_month, topic_model
from metrics.measures import INTERACTION_PARTS

SUMS: tuple[str, ...] = tuple(column.name for column in rollup_topic.columns if not column.primary_key)
"""What can be summed: messages, by tone, complaints, questions and own posts (`data.schema`)."""

Per = Literal["account", "topic"]
MONTHS = parts.Grain(rollup_topic, rollup_topic_month, rollup_topic_month.c.month, month_number, whole_months, 30)
_POST = {
    "id": "int64",
    "account": "str",
    "platform": "str",
    "day": "int64",
    "text": "object",
    "permalink": "object",
    "interactions": "float64",
}
_MODEL = {"kind": "str", "language": "str", "n": "int64", "k": "int64", "stability": "float64", "drift": "float64"}


def topic_sums(
    engine: Engine,
    access: Access,
    filters: Filters,
    by: By,
    *,
    columns: Collection[str] = SUMS,
    per: Per = "account",
    accounts: Collection[int] | None = None,
) -> pd.DataFrame:
    """What citizens wrote about each topic, per period and account.

    Columns: period, account_id, department_id, platform, topic_id (0: of no topic), then the sums of `rollup_topic`, or
    only those named in `columns`. With `per` "topic" all accounts are added up, far fewer rows over many weeks;
    the three columns about the account are then left out. `accounts` leaves only these in. `period` is "current" or
    "previous" for windows, else the first day of the week or month. One statement; raises `AccessDeniedError`.
    """
    wanted = [name for name in SUMS if name in columns]
    of_period = parts.by_day_and_month(MONTHS, filters.period, by)
    if per == "account":
        frame = _per_account(engine, of_period, access, filters, wanted, accounts)
    else:
        rows = folded(engine, of_period, access, filters, ("topic_id", *wanted), accounts)
        frame = pd.DataFrame(added_up(rows, "topic_id", wanted))
    if by == "window":
        return named(frame)
    if by == "month":
        frame["period"] = first_days(frame["period"].to_numpy(np.int64))
    return frame


def _per_account(
    engine: Engine,
    of_period: list[parts.Part],
    access: Access,
    filters: Filters,
    wanted: list[str],
    accounts: Collection[int] | None,
) -> pd.DataFrame:
    keys = ("account_id", "topic_id")
    added = parts.summed(parts.rows_of(of_period, access, filters, (*keys, *wanted), accounts), wanted, keys)
    owner = (account.c.department_id, account.c.platform)
    statement = select(*added.c, *owner).join(account, account.c.id == added.c.account_id)
    return read(engine, statement, {"period": "int64", **OWNER, **dict.fromkeys(("topic_id", *wanted), "int64")})


def topic_posts(engine: Engine, access: Access, filters: Filters, topic_id: int, rows: int = 3) -> pd.DataFrame:
    """The organisation's own posts on a topic that got the most likes, comments and shares; replies are left out.

    Columns: id, account, platform, day, text, permalink, interactions (NaN when none of the three is known). One
    statement; raises `AccessDeniedError`.
    """
    about = post.c.id.in_(select(post_score.c.id).where(post_score.c.topic_id == topic_id))
    return _posts(engine, access, filters, about, rows)


def account_posts(engine: Engine, access: Access, filters: Filters, account_id: int, rows: int = 3) -> pd.DataFrame:
    """The same of one account, on whatever topic."""
    return _posts(engine, access, filters, post.c.account_id == account_id, rows)


def _posts(engine: Engine, access: Access, filters: Filters, which: ColumnElement[bool], rows: int) -> pd.DataFrame:
    known = or_(*(post.c[name].is_not(None) for name in INTERACTION_PARTS))
    added = sum((func.coalesce(post.c[name], 0) for name in INTERACTION_PARTS), start=literal(0))
    interactions = case((known, added))
    statement = (
        select(post.c.id, account.c.name.label("account"), account.c.platform, post.c.day, post.c.text)
        .add_columns(post.c.permalink, interactions.label("interactions"))
        .join_from(post, account, account.c.id == post.c.account_id)
        .where(which, post.c.type != "reply", post.c.text.is_not(None))
        .where(post.c.day.between(filters.period.first, filters.period.last))
        .where(*scope.of_accounts(post.c.account_id, access, filters.departments, filters.platforms))
        .order_by(func.coalesce(interactions, -1).desc(), post.c.day.desc(), post.c.id)
        .limit(rows)
    )
    return read(engine, statement, _POST)


def topic_models(engine: Engine, access: Access) -> pd.DataFrame:
    """The groupings of messages in use: kind (tfidf, semantic), language ("": all), n, k, stability, drift.

    `n` is the number of messages it was found in, `drift` NaN while it was not measured. Groupings that split one
    topic are left out. Raises `AccessDeniedError`.
    """
    access.require("read")
    statement = (
        select(*(topic_model.c[name] for name in _MODEL))
        .where(topic_model.c.status == "current", topic_model.c.splits.is_(None))
        .order_by(topic_model.c.language, topic_model.c.id)
    )
    return read(engine, statement, _MODEL)
