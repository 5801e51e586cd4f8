"""What connections there are, and what their runs did."""

import json
from collections.abc import Mapping
from dataclasses import fields
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Connection, Engine, and_, or_, select

from data.access import Access
from data.connections.records import ApiConnection, Run
from data.connections.rules import free_name, variable_name
from data.errors import StoreError
from data.messages_json import message_from_json
from data.queries import scope
from data.schema import api_connection, sync_run
from metrics.periods import from_iso
from metrics.words import N_, Message

_COLUMNS = tuple(api_connection.c[one.name] for one in fields(ApiConnection))
"""Never the column `secret`."""
_OF_RUNS = tuple(sync_run.c[one.name] for one in fields(Run))
_WARNED_DAYS = 14


def listed(engine: Engine, access: Access) -> tuple[ApiConnection, ...]:
    """The connections that this user may see, by name."""
    with engine.connect() as connection:
        return found(connection, access)


def one(engine: Engine, access: Access, id: int) -> ApiConnection:
    """The connection with this number; `StoreError` when it is not there any more."""
    with engine.connect() as connection:
        return get(connection, access, id)


def named(engine: Engine, access: Access, name: str) -> ApiConnection:
    """The connection that people call so, in capitals or not; `StoreError` when there is none."""
    wanted = variable_name(" ".join(name.split()))
    for each in listed(engine, access):
        if variable_name(each.name) == wanted:
            return each
    text = N_("There is no connection called “{name}”. See the list: python -m loaders connections")
    raise StoreError(Message("unknown_connection", text, {"name": name}))


def free(engine: Engine, access: Access, name: str) -> str:
    """The name as a new connection may have it; `StoreError` when it is taken or unfit."""
    access.require("read")
    with engine.connect() as connection:
        return free_name(connection, name)


def runs(engine: Engine, access: Access, connection_id: int | None = None, limit: int = 20) -> tuple[Run, ...]:
    """The newest runs, of one connection or of all that this user may see, newest first."""
    query = select(*_OF_RUNS).join(api_connection, api_connection.c.id == sync_run.c.connection_id)
    query = query.where(*_in_scope(access)).order_by(sync_run.c.started_ts.desc(), sync_run.c.id.desc()).limit(limit)
    if connection_id is not None:
        query = query.where(sync_run.c.connection_id == connection_id)
    with engine.connect() as connection:
        return tuple(_run(row) for row in connection.execute(query).mappings())


def expires_soon(connection: ApiConnection, today: date) -> Message | None:
    """What to tell of a secret that ends within 14 days, or has ended; None otherwise."""
    until = from_iso(connection.secret_until or "")
    if until is None or (until - today).days > _WARNED_DAYS:
        return None
    values = {"name": connection.name, "day": until}
    if until < today:
        text = N_("The secret of “{name}” ended on {day}. Make a new one at the platform, and replace it here.")
        return Message("secret_ended", text, values)
    text = N_("The secret of “{name}” ends on {day}. Make a new one at the platform, and replace it here.")
    return Message("secret_ends", text, values)


def found(connection: Connection, access: Access, *conditions: ColumnElement[bool]) -> tuple[ApiConnection, ...]:
    """The connections in scope that meet some conditions, within a transaction."""
    query = select(*_COLUMNS).where(*_in_scope(access), *conditions).order_by(api_connection.c.name)
    return tuple(_connection(row) for row in connection.execute(query).mappings())


def get(connection: Connection, access: Access, id: int) -> ApiConnection:
    """One connection in scope, within a transaction; it must exist."""
    rows = found(connection, access, api_connection.c.id == id)
    if not rows:
        raise StoreError(Message("no_connection", N_("This connection no longer exists. Load the page again.")))
    return rows[0]


def _in_scope(access: Access) -> list[ColumnElement[bool]]:
    accounts = scope.of_accounts(api_connection.c.account_id, access)
    sites = scope.of_sites(api_connection.c.site_id, access)
    return [or_(and_(*accounts), and_(*sites))] if accounts else []


def _connection(row: Mapping[Any, Any]) -> ApiConnection:
    problem = None if row["problem"] is None else message_from_json(json.loads(row["problem"]))
    return ApiConnection(**{**row, "texts": bool(row["texts"]), "problem": problem})


def _run(row: Mapping[Any, Any]) -> Run:
    return Run(**{**row, "problems": tuple(map(message_from_json, json.loads(row["problems"])))})
