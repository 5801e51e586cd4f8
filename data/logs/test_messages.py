"""The mystery shopper's log: questions that staff asked as a test, and what came of them.

Times come in on the organisation's clock and are kept in UTC. An answer has a time, and only an answer has one: that a
message was picked up is no answer, so when that happened belongs in the note.
"""

import time
from collections.abc import Mapping
from datetime import datetime
from typing import Any

import pandas as pd
from sqlalchemy import Connection, Engine, delete, insert, select, update

from data.access import Access
from data.errors import StoreError
from data.logs.checks import clean_text, one_of, require_account, require_entry, seconds
from data.queries import scope
from data.queries.frames import read
from data.schema import account, department, test_message
from data.store import writing
from metrics.shopper import OUTCOMES, WITH_ANSWER
from metrics.words import N_, Message

_TYPES = {
    **dict.fromkeys(("id", "account_id", "department_id", "asked_ts"), "int64"),
    **dict.fromkeys(("platform", "account", "department", "question"), "str"),
    "answered_ts": "float64",
    **dict.fromkeys(("outcome", "note", "who"), "str"),
    "is_demo": "bool",
}
_CHANGEABLE = {"account_id", "asked", "question", "outcome", "answered", "note"}


def test_messages(engine: Engine, access: Access) -> pd.DataFrame:
    """The log as far as this user may see it, newest first.

    Columns: id, account_id, department_id, asked_ts, platform, account and department (names), question, answered_ts
    (NaN: none), outcome, note, who, is_demo.
    """
    statement = (
        select(
            test_message,
            account.c.department_id,
            account.c.platform,
            account.c.name.label("account"),
            department.c.name.label("department"),
        )
        .join(account, account.c.id == test_message.c.account_id)
        .join(department, department.c.id == account.c.department_id)
        .where(*scope.of_accounts(test_message.c.account_id, access))
        .order_by(test_message.c.asked_ts.desc(), test_message.c.id.desc())
    )
    return read(engine, statement, _TYPES)


def add_test_message(
    engine: Engine,
    access: Access,
    account_id: int,
    asked: datetime,
    question: str,
    outcome: str = "none",
    answered: datetime | None = None,
    note: str = "",
) -> int:
    """Add a test message; its id. The answer can be filled in later, with `change_test_message`.

    Times without a zone are on the organisation's clock. Raises `StoreError` for a time that has yet to come, an
    answer before its question, an answer without a time, or no question.
    """
    given = {"account_id": account_id, "asked": asked, "question": question}
    given |= {"outcome": outcome, "answered": answered, "note": note}
    with writing(engine) as connection:
        require_account(connection, access, account_id)
        values = _checked(_cleaned(connection, given))
        made = {**values, "who": access.who, "made_ts": int(time.time())}
        return int(connection.scalars(insert(test_message).values(made).returning(test_message.c.id)).one())


def change_test_message(engine: Engine, access: Access, id: int, **changes: Any) -> None:
    """Change account_id, asked, question, outcome, answered or note. Raises `StoreError` as adding does."""
    unknown = changes.keys() - _CHANGEABLE
    if unknown:
        raise TypeError(f"not a part of a test message that can change: {', '.join(sorted(unknown))}")
    with writing(engine) as connection:
        require_entry(connection, access, test_message, id)
        if "account_id" in changes:
            require_account(connection, access, changes["account_id"])
        before = connection.execute(select(test_message).where(test_message.c.id == id)).mappings().one()
        values = _cleaned(connection, changes)
        _checked({**before, **values})
        if values:
            connection.execute(update(test_message).where(test_message.c.id == id).values(values))


def remove_test_message(engine: Engine, access: Access, id: int) -> None:
    """Take a test message out of the log."""
    with writing(engine) as connection:
        require_entry(connection, access, test_message, id)
        connection.execute(delete(test_message).where(test_message.c.id == id))


def _cleaned(connection: Connection, given: Mapping[str, Any]) -> dict[str, Any]:
    """What people gave, as the table keeps it."""
    values = {name: given[name] for name in ("account_id", "outcome") if name in given}
    for name, column in (("asked", "asked_ts"), ("answered", "answered_ts")):
        if name in given:
            values[column] = None if given[name] is None else seconds(connection, given[name])
    if "question" in given:
        values["question"] = clean_text(given["question"])
    if "note" in given:
        values["note"] = clean_text(given["note"] or "") or None
    return values


def _checked(values: dict[str, Any]) -> dict[str, Any]:
    """The whole message, which must make sense."""
    one_of(values["outcome"], tuple(OUTCOMES))
    if not values["question"]:
        raise StoreError(Message("no_question", N_("Write what was asked.")))
    answered, has_answer = values["answered_ts"], values["outcome"] in WITH_ANSWER
    if has_answer and answered is None:
        raise StoreError(Message("no_answer_time", N_("Fill in when the answer came.")))
    if answered is not None and not has_answer:
        text = N_(
            "A time of an answer does not go with this outcome. Picked up is not answered: write in the note when that "
            "happened, and leave the time of the answer empty."
        )
        raise StoreError(Message("answer_without_answer", text))
    if answered is not None and answered < values["asked_ts"]:
        raise StoreError(Message("answer_first", N_("The answer is earlier than the question. Check both times.")))
    return values
