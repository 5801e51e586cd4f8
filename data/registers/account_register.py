"""The accounts of the organisation on the platforms."""

from typing import Any

import pandas as pd
from sqlalchemy import Connection, Engine, delete, insert, select, update
from sqlalchemy.exc import IntegrityError

from data import bulk, standout_rows
from data.access import Access
from data.answering.judge import judge_again
from data.errors import StoreError
from data.naming import naming_anew
from data.queries import scope
from data.queries.frames import read
from data.registers.account_rules import checked
from data.registers.department_register import require_department
from data.schema import account, api_connection, assignment, department, guideline, norm
from data.signal_series_of import forget_gone
from data.store import writing
from data.tag_rules import forget_accounts
from metrics.words import N_, Message

_CHANGEABLE = {"department_id", "handle", "name", "owner_role", "purpose", "objective", "status", "review_date"}
_TYPES = {"id": "int64", "department_id": "int64", "is_demo": "bool"}


def accounts(engine: Engine, access: Access) -> pd.DataFrame:
    """The accounts that this user may see, by department, platform and handle.

    Columns: those of the table `account`, then department (its name).
    """
    statement = (
        select(account, department.c.name.label("department"))
        .join(department)
        .where(*scope.of_accounts(account.c.id, access))
        .order_by(department.c.name, account.c.platform, account.c.handle)
    )
    return read(engine, statement, {column: _TYPES.get(column, "str") for column in (*account.c.keys(), "department")})


def add_account(
    engine: Engine,
    access: Access,
    department_id: int,
    platform: str,
    handle: str,
    name: str | None = None,
    owner_role: str | None = None,
    purpose: str | None = None,
    status: str = "active",
    review_date: str | None = None,
    is_demo: bool = False,
    objective: str | None = None,
    search: bool = True,
    progress: bulk.Progress = bulk.silent,
) -> int:
    """Add an account; its id. Without a name it is called by its handle. `objective`: `metrics.claims.objectives`.

    `search` and `progress` are as of adding a department. Raises `StoreError` for a value that cannot be, or when the
    platform already has this handle.
    """
    require_department(access, department_id)
    values = {"department_id": department_id, "platform": platform, "handle": handle, "name": name or handle}
    values |= {"owner_role": owner_role, "purpose": purpose, "status": status, "review_date": review_date}
    values |= {"objective": objective}
    with naming_anew(engine, progress) if search else writing(engine) as connection:
        return insert_account(connection, values | {"is_demo": int(is_demo)})


def update_account(
    engine: Engine,
    access: Access,
    id: int,
    progress: bulk.Progress = bulk.silent,
    **columns: Any,
) -> None:
    """Change columns of an account: department_id, handle, name, owner_role, purpose, objective, status, review_date.

    The platform cannot change: the keys of its posts are made of it. Raises `StoreError` as adding does.
    """
    unknown = columns.keys() - _CHANGEABLE
    if unknown:
        raise TypeError(f"not a column of an account that can change: {', '.join(sorted(unknown))}")
    with naming_anew(engine, progress) as connection:
        require_department(access, _department_of(connection, id))
        if "department_id" in columns:
            require_department(access, columns["department_id"])
        change_account(connection, id, columns)


def delete_account(
    engine: Engine,
    access: Access,
    id: int,
    progress: bulk.Progress = bulk.silent,
) -> None:
    """Remove an account that was added by mistake, with its guidelines.

    Raises `StoreError` when it has data or a connection: close it instead.
    """
    with naming_anew(engine, progress) as connection:
        require_department(access, _department_of(connection, id))
        if connection.scalar(select(api_connection.c.id).where(api_connection.c.account_id == id).limit(1)):
            text = N_("A connection fetches the figures of this account. Remove the connection first.")
            raise StoreError(Message("account_connected", text))
        for kept in (assignment, norm, guideline):
            connection.execute(delete(kept).where(kept.c.account_id == id))
        standout_rows.follow(connection)
        try:
            connection.execute(delete(account).where(account.c.id == id))
        except IntegrityError as error:
            text = N_("This account has data, so it cannot be removed. Undo its imports first, or set it to closed.")
            raise StoreError(Message("account_has_data", text)) from error
        forget_gone(connection)
        forget_accounts(connection)


def insert_account(connection: Connection, values: dict[str, Any]) -> int:
    """Add an account inside a transaction; its id."""
    clean = checked(values)
    _require_free(connection, clean["platform"], clean["handle"])
    return int(connection.scalars(insert(account).values(clean).returning(account.c.id)).one())


def change_account(connection: Connection, id: int, values: dict[str, Any]) -> None:
    """Change an account inside a transaction on a workbench: in another department another norm may count."""
    clean = checked(values)
    if "handle" in clean:
        platform = connection.scalars(select(account.c.platform).where(account.c.id == id)).one()
        _require_free(connection, platform, clean["handle"], besides=id)
    if clean:
        connection.execute(update(account).where(account.c.id == id).values(clean))
    if "department_id" in clean:
        judge_again(connection, [id])


def find_account(connection: Connection, platform: str, handle: str) -> int | None:
    """The account with this handle on a platform, in capitals or not."""
    rows = connection.execute(select(account.c.id, account.c.handle).where(account.c.platform == platform))
    return next((id for id, taken in rows if taken.casefold() == handle.casefold()), None)


def _department_of(connection: Connection, id: int) -> int:
    found = connection.scalar(select(account.c.department_id).where(account.c.id == id))
    if found is None:
        raise StoreError(Message("no_account", N_("This account no longer exists. Load the page again.")))
    return int(found)


def _require_free(connection: Connection, platform: str, handle: str, besides: int | None = None) -> None:
    if find_account(connection, platform, handle) not in (None, besides):
        text = N_("There is already an account “{handle}” on {platform}.")
        raise StoreError(Message("handle_taken", text, {"handle": handle, "platform": platform}))
