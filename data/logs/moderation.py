"""The log of removals of comments: counts with their reason, kept by hand. Never a comment, never its author.

`data.logs.moderation_files` stores what comes from a file.
"""

import time
from collections.abc import Mapping
from datetime import date
from typing import Any

import pandas as pd
from sqlalchemy import Connection, Engine, delete, insert, select, update

from data.access import Access
from data.errors import StoreError
from data.logs.checks import clean_text, one_of, require_account, require_entry, today
from data.queries import scope
from data.queries.frames import read
from data.schema import account, department, moderation
from data.store import writing
from metrics.moderation import ACTIONS, REASONS
from metrics.periods import Period, to_day
from metrics.words import N_, Message

_TYPES = {
    **dict.fromkeys(("id", "account_id", "department_id", "day"), "int64"),
    **dict.fromkeys(("platform", "account", "department", "action", "reason", "rule"), "str"),
    **dict.fromkeys(("n", "appealed", "reversed"), "int64"),
    **dict.fromkeys(("source", "who"), "str"),
    "is_demo": "bool",
}
_MOST = 1_000_000  # comments in one row; more is a slip


def removals(engine: Engine, access: Access, period: Period | None = None) -> pd.DataFrame:
    """The log as far as this user may see it, newest first; `period` keeps only the days in it.

    Columns: id, account_id, department_id, day, platform, account and department (names), action, reason, rule ("" when
    none was cited), n, appealed, reversed, source (the file, "" by hand), who, is_demo.
    """
    statement = (
        select(
            moderation,
            account.c.department_id,
            account.c.platform,
            account.c.name.label("account"),
            department.c.name.label("department"),
        )
        .join(account, account.c.id == moderation.c.account_id)
        .join(department, department.c.id == account.c.department_id)
        .where(*scope.of_accounts(moderation.c.account_id, access))
        .order_by(moderation.c.day.desc(), moderation.c.id.desc())
    )
    if period is not None:
        statement = statement.where(moderation.c.day.between(period.first, period.last))
    frame = read(engine, statement, _TYPES)
    return frame.assign(rule=frame["rule"].fillna(""))


def add_removal(
    engine: Engine,
    access: Access,
    account_id: int,
    day: date,
    action: str,
    reason: str = "",
    rule: str = "",
    n: int = 1,
    appealed: int = 0,
    reversed: int = 0,  # noqa: A002 - the column's name
) -> int:
    """Add a removal of `n` comments; its id. Raises `StoreError` for values that cannot be or a day to come."""
    given = {"account_id": account_id, "day": to_day(day), "action": action, "reason": reason, "rule": rule}
    given |= {"n": n, "appealed": appealed, "reversed": reversed}
    with writing(engine) as connection:
        require_account(connection, access, account_id)
        values = {**checked(given, today(connection)), "source": "", "who": access.who, "made_ts": int(time.time())}
        return int(connection.scalars(insert(moderation).values(values).returning(moderation.c.id)).one())


def follow_up(engine: Engine, access: Access, id: int, appealed: int, reversed: int) -> None:  # noqa: A002
    """Write down how many people objected to a removal, and how many comments came back."""
    with writing(engine) as connection:
        require_entry(connection, access, moderation, id)
        before = connection.execute(select(moderation).where(moderation.c.id == id)).mappings().one()
        checked({**before, "appealed": appealed, "reversed": reversed}, today(connection))
        values = {"appealed": appealed, "reversed": reversed}
        connection.execute(update(moderation).where(moderation.c.id == id).values(values))


def remove_removal(engine: Engine, access: Access, id: int) -> None:
    """Take one row out of the log."""
    with writing(engine) as connection:
        require_entry(connection, access, moderation, id)
        connection.execute(delete(moderation).where(moderation.c.id == id))


def insert_removals(connection: Connection, rows: list[dict[str, Any]]) -> None:
    """Add rows that were checked, inside a transaction."""
    if rows:
        connection.execute(insert(moderation), rows)


def checked(values: Mapping[str, Any], newest: int) -> dict[str, Any]:
    """The values of a row as the table keeps them. Raises `StoreError` at the first that cannot be.

    >>> row = {"day": 20000, "action": "hidden", "reason": "spam", "rule": " 4 ", "n": 2, "appealed": 0, "reversed": 0}
    >>> checked(row, newest=20700)["rule"]
    '4'
    """
    one_of(values["action"], tuple(ACTIONS))
    one_of(values["reason"], tuple(REASONS))
    if values["day"] > newest:
        raise StoreError(Message("future_day", N_("This day has yet to come. Check the date.")))
    if not 1 <= values["n"] <= _MOST:
        raise StoreError(Message("no_number", N_("Write how many comments were removed: 1 or more.")))
    for name in ("appealed", "reversed"):
        if not 0 <= values[name] <= values["n"]:
            text = N_("There cannot be more appeals or comments put back than removals. Check the numbers.")
            raise StoreError(Message("too_many_appeals", text))
    return {**values, "rule": clean_text(values["rule"] or "") or None}
