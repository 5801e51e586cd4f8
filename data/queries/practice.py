"""Posts that exceed their range, those that departments share, and how many posts were judged."""

from collections.abc import Collection

import pandas as pd
from sqlalchemy import ColumnElement, Engine, Select, func, select

from data.access import Access
from data.filters import Filters
from data.queries import scope
from data.queries.frames import empty, read
from data.schema import account, department, post, post_score, practice, rollup_day, standout

SHARED, KEPT = "shared", "kept"
"""What a department decided about a post: shown to everybody, or kept to itself."""

_NUMBERS = ("interactions", "expected", "low", "high", "surprise")
_EXCEEDING = {
    "post_id": "int64",
    "account_id": "int64",
    "department_id": "int64",
    "department": "str",
    "day": "int64",
    "interactions": "int64",
    "surprise": "float64",
    "status": "object",
}
_CARD = {
    "post_id": "int64",
    "department": "str",
    "account": "str",
    "platform": "str",
    "day": "int64",
    "dow": "int64",
    "type": "str",
    "text": "object",
    "permalink": "object",
    "topic_id": "float64",
    **dict.fromkeys(_NUMBERS, "float64"),
    "status": "object",
    "lesson": "object",
    "who": "object",
    "made_ts": "float64",
}


def exceeding(engine: Engine, access: Access, filters: Filters) -> pd.DataFrame:
    """Posts that got more than their 95 % range, of the departments that this user may see, without their texts.

    Columns: post_id, account_id, department_id, department (its name), day, interactions, surprise, status ("shared",
    "kept" or None: nobody decided). One statement; raises `AccessDeniedError`.
    """
    statement = (
        select(standout.c.post_id, post.c.account_id, account.c.department_id, post.c.day)
        .add_columns(department.c.name.label("department"))
        .add_columns(standout.c.interactions, standout.c.surprise, practice.c.status)
        .join_from(standout, post, post.c.id == standout.c.post_id)
        .join(account, account.c.id == post.c.account_id)
        .join(department, department.c.id == account.c.department_id)
        .outerjoin(practice, practice.c.post_id == standout.c.post_id)
        .where(standout.c.day.between(filters.period.first, filters.period.last))
        .where(*scope.of_accounts(post.c.account_id, access, filters.departments, filters.platforms))
    )
    return read(engine, statement, _EXCEEDING)


def shared(engine: Engine, access: Access, filters: Filters) -> pd.DataFrame:
    """The posts that departments show to everybody, the newest first, as `cards` gives them.

    Their leave counts for every reader, also one who sees only some departments otherwise. One statement; raises
    `AccessDeniedError`.
    """
    access.require("read")
    asked: list[ColumnElement[bool]] = [post.c.day.between(filters.period.first, filters.period.last)]
    if filters.departments is not None:
        asked.append(account.c.department_id.in_(filters.departments))
    if filters.platforms is not None:
        asked.append(account.c.platform.in_(filters.platforms))
    these = post.c.id.in_(select(practice.c.post_id).where(practice.c.status == SHARED))  # few: looked up by key
    statement = _cards().where(these, *asked)
    return read(engine, statement.order_by(post.c.day.desc(), post.c.id), _CARD)


def cards(engine: Engine, access: Access, posts: Collection[int]) -> pd.DataFrame:
    """Everything that a card shows of these posts: of whom, when, the text, the numbers and what was decided.

    Only posts of departments that this user may see. One statement; raises `AccessDeniedError`.
    """
    if not posts:
        access.require("read")
        return empty(_CARD)
    statement = _cards().where(post.c.id.in_(list(posts)), *scope.of_accounts(post.c.account_id, access))
    return read(engine, statement.order_by(post.c.day.desc(), post.c.id), _CARD)


def judged(engine: Engine, access: Access, filters: Filters) -> pd.DataFrame:
    """How many own posts with known interactions each platform has in the period: platform, n. From the rollups."""
    statement = (
        select(account.c.platform, func.sum(rollup_day.c.interactions_n).label("n"))
        .join_from(rollup_day, account, account.c.id == rollup_day.c.account_id)
        .where(rollup_day.c.day.between(filters.period.first, filters.period.last))
        .where(*scope.of_accounts(rollup_day.c.account_id, access, filters.departments, filters.platforms))
        .group_by(account.c.platform)
    )
    return read(engine, statement, {"platform": "str", "n": "int64"})


def _cards() -> Select[tuple[object, ...]]:
    names = ("day", "dow", "type", "text", "permalink")
    return (
        select(post.c.id.label("post_id"), department.c.name.label("department"), account.c.name.label("account"))
        .add_columns(account.c.platform, *(post.c[name] for name in names), post_score.c.topic_id)
        .add_columns(*(standout.c[name] for name in _NUMBERS))
        .add_columns(*(practice.c[name] for name in ("status", "lesson", "who", "made_ts")))
        .join_from(post, account, account.c.id == post.c.account_id)
        .join(department, department.c.id == account.c.department_id)
        .outerjoin(standout, standout.c.post_id == post.c.id)
        .outerjoin(practice, practice.c.post_id == post.c.id)
        .outerjoin(post_score, post_score.c.id == post.c.id)
    )
