"""Adding, changing and removing connections. Only an administrator may."""

import json
import time
from typing import Any

from sqlalchemy import Connection, Engine, delete, func, insert, select, update

from data.access import Access
from data.connections.reading import get
from data.connections.records import ApiConnection, New
from data.connections.rules import checked, free_name, require_owner
from data.connections.secrets import sealed, shown_end
from data.messages_json import message_to_json
from data.schema import account, api_connection, import_batch, sync_page, sync_run
from data.store import writing
from data.syncing.alone import alone
from data.syncing.basis import ASKED
from data.syncing.runs import forget_open

_CHANGEABLE = {"name", "target", "upstream_id", "account_id", "site_id", "texts", "since", "every_minutes", "budget"}
_CHANGEABLE |= {"status", "problem", "next_ts", "secret_until"}

_ASKS_ANEW = {"texts", "since", "every_minutes", "budget"}
"""Of these another value makes the next run due at once: it has other things to do, or may do what it could not."""


def add(engine: Engine, access: Access, new: New) -> int:
    """Add a connection, due at once; its number, which no removed connection had.

    Raises `StoreError` when the name is taken, the account is on another platform or a value cannot be.
    """
    access.require("administer")
    values = checked({name: value for name, value in vars(new).items() if name not in ("platform", "secret")})
    values |= {"secret": sealed(new.secret, new.connector, new.host), "secret_end": shown_end(new.secret)}
    values |= {"texts": int(new.texts), "status": "active", "who": access.who, "made_ts": int(time.time())}
    with writing(engine) as connection:
        require_owner(connection, access, new.account_id, new.site_id, new.platform)
        values |= {"id": _next_id(connection), "name": free_name(connection, new.name)}
        connection.execute(insert(api_connection).values(values))
    return int(values["id"])


def change(engine: Engine, access: Access, id: int, **fields: Any) -> None:
    """Change fields of a connection; `problem` is a `Message` or None.

    Connector and host stay, so that a secret never goes to another server; `replace_secret` is for the secret.
    Raises `StoreError` as adding does.
    """
    unknown = fields.keys() - _CHANGEABLE
    if unknown:
        raise TypeError(f"not a field of a connection that can change: {', '.join(sorted(unknown))}")
    access.require("administer")
    with writing(engine) as connection:
        _change(connection, access, get(connection, access, id), fields)


def pause(engine: Engine, access: Access, id: int) -> None:
    """Fetch nothing any more until it is resumed."""
    change(engine, access, id, status="paused", next_ts=None)


def resume(engine: Engine, access: Access, id: int) -> None:
    """Fetch again, at once; also after what was broken is mended."""
    change(engine, access, id, status="active", problem=None, next_ts=None)


def replace_secret(engine: Engine, access: Access, id: int, secret: str, until: str | None = None) -> None:
    """Keep another secret, which ends on an ISO date; an empty one forgets it. What was broken is tried again."""
    access.require("administer")
    with writing(engine) as connection:
        before = get(connection, access, id)
        fields: dict[str, Any] = {"secret": sealed(secret, before.connector, before.host)}
        fields |= {"secret_end": shown_end(secret), "secret_until": until}
        if before.status == "broken":
            fields |= {"status": "active", "problem": None, "next_ts": None}
        _change(connection, access, before, fields)


def remove(engine: Engine, access: Access, id: int) -> None:
    """Remove a connection with its secret and its runs; what was imported stays.

    Raises `StoreError` while a run of it is going on.
    """
    access.require("administer")
    with alone(engine, id), writing(engine) as connection:
        get(connection, access, id)
        of_it = select(sync_run.c.id).where(sync_run.c.connection_id == id)
        connection.execute(delete(sync_page).where(sync_page.c.run_id.in_(of_it)))
        connection.execute(delete(sync_run).where(sync_run.c.connection_id == id))
        connection.execute(delete(api_connection).where(api_connection.c.id == id))


def _change(connection: Connection, access: Access, before: ApiConnection, fields: dict[str, Any]) -> None:
    values = checked(fields)
    if "name" in values:
        values["name"] = free_name(connection, values["name"], besides=before.id)
    if fields.keys() & {"account_id", "site_id"}:
        owner = {"account_id": before.account_id, "site_id": before.site_id} | fields
        platform = _platform(connection, before)
        require_owner(connection, access, owner["account_id"], owner["site_id"], platform)
    if "texts" in values:
        values["texts"] = int(values["texts"])
    if fields.keys() & _ASKS_ANEW and "next_ts" not in fields:
        values["next_ts"] = None
    if values.get("problem") is not None:
        values["problem"] = json.dumps(message_to_json(values["problem"]), ensure_ascii=False)
    if any(values[name] != getattr(before, name) for name in values.keys() & set(ASKED)):
        forget_open(connection, before.id)  # what was fetched is not what is asked for now
    if values:
        connection.execute(update(api_connection).where(api_connection.c.id == before.id).values(values))


def _platform(connection: Connection, before: ApiConnection) -> str:
    """The platform that a connection fetches from; "" for a website, so that it stays one."""
    return connection.scalar(select(account.c.platform).where(account.c.id == before.account_id)) or ""


def _next_id(connection: Connection) -> int:
    """A number that no connection has or had: imports keep that of a connection that was removed."""
    highest = (func.max(api_connection.c.id), func.max(import_batch.c.connection_id))
    return 1 + max(connection.scalar(select(number)) or 0 for number in highest)
