"""The norms of the organisation: versions, each for somebody and from a day on.

A change moves deadlines of the past, so in its transaction the conversations that it is about are judged anew.
"""

import time
from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd
from sqlalchemy import Connection, Engine, delete, insert, select

from data import bulk
from data.access import Access
from data.answering.judge import judge_again
from data.errors import StoreError
from data.norm_rows import values_of, version_of
from data.norm_rules import check_norm
from data.norm_segments import fallback, segments
from data.owned import require_known
from data.queries.scope import of_versions
from data.registers.department_register import require_department
from data.schema import account, department, norm
from data.staging import workbench
from data.store import write_transaction
from metrics.norms import Norm
from metrics.norms.versions import Scope, Segment
from metrics.words import N_, Message

_COLUMNS = {
    "id": "int64",
    "scope": "str",  # account, department, organisation
    "account_id": "Int64",
    "department_id": "Int64",
    "name": "str",  # of the account or department; empty for the organisation
    "platform": "str",
    "valid_from": "int64",
    "norm": "object",  # metrics.norms.Norm
    "who": "str",
    "is_demo": "bool",
}


def norms(engine: Engine, access: Access) -> pd.DataFrame:
    """The versions that concern accounts this user may see: the organisation's, departments' and accounts', newest
    first within each.

    Columns: id, scope (organisation, department, account), account_id, department_id, name, platform, valid_from (day
    number), norm (`metrics.norms.Norm`), who, is_demo.
    """
    of_account = account.alias()
    statement = (
        select(norm, department.c.name.label("department"), of_account.c.name.label("account"), of_account.c.platform)
        .outerjoin(department, department.c.id == norm.c.department_id)
        .outerjoin(of_account, of_account.c.id == norm.c.account_id)
        .where(*of_versions(norm, access))
    )
    with engine.connect() as connection:
        rows = [_row(row) for row in connection.execute(statement).mappings()]
    rows.sort(key=lambda row: (_SCOPES.index(row["scope"]), row["name"].casefold(), row["name"], -row["valid_from"]))
    return pd.DataFrame(rows, columns=list(_COLUMNS)).astype(_COLUMNS)


def add_norm(
    engine: Engine,
    access: Access,
    scope: Scope,
    valid_from: int,
    new: Norm,
    is_demo: bool = False,
    progress: bulk.Progress = bulk.silent,
) -> int:
    """Add a version for a scope from a day on; its id. Questions from that day on are judged by it.

    Raises `StoreError` for a value that cannot be and for a second version of a scope on one day, and
    `AccessDeniedError`: a norm of the organisation is for administrators, others are for who may change the department.
    """
    check_norm(new, valid_from)
    with workbench(engine) as connection, write_transaction(connection):
        accounts = _require_scope(connection, access, scope)
        _require_free_day(connection, scope, valid_from)
        values = values_of(new) | {"account_id": scope.account_id, "department_id": scope.department_id}
        values |= {"valid_from": valid_from, "who": access.who, "made_ts": int(time.time()), "is_demo": int(is_demo)}
        made = int(connection.scalars(insert(norm).values(values).returning(norm.c.id)).one())
        judge_again(connection, accounts, progress)
    return made


def remove_norm(
    engine: Engine,
    access: Access,
    id: int,
    progress: bulk.Progress = bulk.silent,
) -> None:
    """Remove a version: questions of its days are judged by the one before it, or by the norm of a wider scope.

    Raises `StoreError` when it is gone already, and `AccessDeniedError` as adding does.
    """
    with workbench(engine) as connection, write_transaction(connection):
        columns = select(norm.c.account_id, norm.c.department_id).where(norm.c.id == id)
        found = connection.execute(columns).one_or_none()
        if found is None:
            access.require("write")
            raise StoreError(Message("no_norm", N_("This norm no longer exists. Load the page again.")))
        accounts = _require_scope(connection, access, Scope(*found))
        connection.execute(delete(norm).where(norm.c.id == id))
        judge_again(connection, accounts, progress)


def fallback_norm(engine: Engine, access: Access) -> Norm:
    """The norm of days for which nobody set one."""
    access.require("read")
    with engine.connect() as connection:
        return fallback(connection)


_SCOPES = ("organisation", "department", "account")


def _row(row: Mapping[Any, Any]) -> dict[str, Any]:
    version = version_of(row)
    kind = "organisation" if row["department_id"] is None else "department"
    shared = {
        "scope": "account" if row["account_id"] is not None else kind,
        "name": row["account"] or row["department"] or "",
        "platform": row["platform"] or "",
        "norm": version.norm,
    }
    return {name: shared.get(name, row.get(name)) for name in _COLUMNS}


def _require_scope(connection: Connection, access: Access, scope: Scope) -> list[int]:
    """The accounts that a scope is about; this user must have the right to change its norm."""
    access.require("write")
    if scope.account_id is not None:
        owner = connection.scalar(select(account.c.department_id).where(account.c.id == scope.account_id))
        if owner is None:
            raise StoreError(Message("no_account", N_("This account no longer exists. Load the page again.")))
        require_department(access, owner)
        return [scope.account_id]
    accounts = select(account.c.id).order_by(account.c.id)
    if scope.department_id is None:
        access.require("administer")
        return list(connection.scalars(accounts))
    require_known(connection, scope.department_id)
    require_department(access, scope.department_id)
    return list(connection.scalars(accounts.where(account.c.department_id == scope.department_id)))


def _require_free_day(connection: Connection, scope: Scope, day: int) -> None:
    same = (
        norm.c.account_id.is_not_distinct_from(scope.account_id),
        norm.c.department_id.is_not_distinct_from(scope.department_id),
    )
    if connection.scalar(select(norm.c.id).where(norm.c.valid_from == day, *same)) is not None:
        text = N_("There is already a norm from this day on. Remove it first, or choose another day.")
        raise StoreError(Message("norm_day_taken", text))


def segments_of_accounts(engine: Engine, access: Access, account_ids: Sequence[int]) -> dict[int, list[Segment]]:
    """The norms of these accounts in order of time, for a page (`data.norm_segments.segments`)."""
    access.require("read")
    with engine.connect() as connection:
        return segments(connection, account_ids)
