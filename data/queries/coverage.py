"""What the store holds: from when to when, of which accounts, and how completely."""

from typing import Any

import pandas as pd
from sqlalchemy import (
    Engine,
    ScalarSelect,
    Select,
    Subquery,
    and_,
    exists,
    func,
    select,
    union_all,
)

from data.access import Access
from data.filters import Filters
from data.queries import parts, scope
from data.queries.frames import read
from data.queries.holding import account_imports
from data.queries.rhythm import rhythm
from data.queries.windows import CURRENT, Window
from data.schema import (
    account,
    account_day,
    department,
    import_batch,
    observation,
    post,
    rollup_day,
    site_day,
)
from metrics.measures import COUNTS

_REPORTED = [f"{name}_n" for name in COUNTS]
_COVERAGE: dict[str, str] = {
    "account_id": "int64",
    "department_id": "int64",
    **dict.fromkeys(("platform", "handle", "name", "status"), "str"),
    **dict.fromkeys(("first_day", "newest_day", "imported_ts", "covered_until", "posts", *_REPORTED), "float64"),
}


def span(engine: Engine, access: Access) -> tuple[int, int] | None:
    """The first and the newest day of anything in the store; None when it is empty."""
    scoped = (
        (rollup_day.c.day, scope.of_accounts(rollup_day.c.account_id, access)),
        (account_day.c.day, scope.of_accounts(account_day.c.account_id, access)),
        (site_day.c.day, scope.of_sites(site_day.c.site_id, access)),
    )
    # One subquery per bound: an index answers a lone min or max at once, and both together by reading it all.
    bounds = union_all(
        *(
            select(
                select(func.min(day)).where(*seen).scalar_subquery().label("first"),
                select(func.max(day)).where(*seen).scalar_subquery().label("newest"),
            )
            for day, seen in scoped
        )
    ).subquery()
    with engine.connect() as connection:
        first, newest = connection.execute(select(func.min(bounds.c.first), func.max(bounds.c.newest))).one()
    return None if first is None else (first, newest)


def coverage(engine: Engine, access: Access, filters: Filters) -> pd.DataFrame:
    """How complete and how fresh the data of each account is, so that a gap does not look like a fall.

    One row per registered account in scope, also without data. Columns: account_id, department_id, platform,
    handle, name, status; first_day and newest_day of its posts and replies over all time; imported_ts of the newest
    import that holds its newest post; covered_until, the last day that the imports with posts or days of the account
    say anything about; days_since_newest, from the newest post to that day (never the wall clock: what is not loaded
    is no silence); posts in the period; `<count>_n`, how many of them report each count; median_gap and longest_gap,
    the days between its posts. NaN where there is nothing. Two statements; raises `AccessDeniedError`.
    """
    known = freshness(engine, access, filters)
    return known.merge(rhythm(engine, access, filters), how="left", left_on="account_id", right_index=True)


def freshness(engine: Engine, access: Access, filters: Filters) -> pd.DataFrame:
    """The part of `coverage` that says how far the data of each account reach and what they report. One statement."""
    frame = read(engine, _statement(access, filters), _COVERAGE)
    frame["days_since_newest"] = (frame["covered_until"] - frame["newest_day"]).clip(lower=0)
    return frame


def has_demo(engine: Engine, access: Access) -> bool:
    """Whether the demo city is in the store."""
    access.require("read")
    with engine.connect() as connection:
        return bool(connection.scalar(select(exists().where(department.c.is_demo == 1))))


def _statement(access: Access, filters: Filters) -> Select[Any]:
    period = parts.of_windows([Window(CURRENT, filters.period)])
    added = parts.add_up(period, access, filters, ["posts", *_REPORTED])
    own, reach = post.alias("own"), _reach(access, filters)
    first, newest = (
        select(end(own.c.day)).where(own.c.account_id == account.c.id).correlate(account).scalar_subquery()
        for end in (func.min, func.max)
    )
    return (
        select(
            account.c.id.label("account_id"),
            *(account.c[name] for name in ("department_id", "platform", "handle", "name", "status")),
            first.label("first_day"),
            newest.label("newest_day"),
            _imported_ts(newest).label("imported_ts"),
            reach.c.covered_until,
            *(added.c[name] for name in ("posts", *_REPORTED)),
        )
        .outerjoin(added, added.c.account_id == account.c.id)
        .outerjoin(reach, reach.c.account_id == account.c.id)
        .where(*scope.of_accounts(account.c.id, access, filters.departments, filters.platforms))
    )


def _reach(access: Access, filters: Filters) -> Subquery:
    """The last day that the imports of each account cover: all imports that show a post or a day of it."""
    held = account_imports(access, filters)
    return (
        select(held.c.account_id, func.max(import_batch.c.covered_until).label("covered_until"))
        .join_from(held, import_batch, import_batch.c.id == held.c.import_id)
        .group_by(held.c.account_id)
        .subquery()
    )


def _imported_ts(newest: ScalarSelect[int]) -> ScalarSelect[int]:
    """When the newest import with an account's newest post was made, which stands for the account.

    An import without that post adds no news. Asked per account, this takes a few steps in indexes; a join would
    read all posts.
    """
    mine = and_(post.c.account_id == account.c.id, post.c.day == newest)
    imports = post.join(observation, observation.c.id == post.c.id)
    return (
        select(func.max(import_batch.c.imported_ts))
        .select_from(imports.join(import_batch, import_batch.c.id == observation.c.import_id))
        .where(mine)
        .correlate(account)
        .scalar_subquery()
    )
