"""Whom to ask, with which secret; and a test whether they answer."""

from datetime import datetime
from zoneinfo import ZoneInfo

from sqlalchemy import Engine

from data.access import Access
from data.connections import ApiConnection, one, secret_of
from data.errors import StoreError
from loaders.apis import Connector, connectors
from loaders.apis.client import ApiError, Client
from loaders.apis.client.hosts import checked_host
from loaders.apis.client.waiting import PATIENCE
from loaders.apis.connector import Found, Target
from loaders.terms import forbidden
from metrics.words import N_, Message

_IN_PAGE = 10
"""Seconds that a person waits for a test."""


def connector_of(connection: ApiConnection) -> Connector:
    """The connector of a connection; `StoreError` when this version of the product has it no more."""
    found = connectors().get(connection.connector)
    if found is None:
        text = N_("This version of Answerable cannot fetch from “{connector}”. Remove the connection.")
        raise StoreError(Message("no_connector", text, {"connector": connection.connector}))
    return found


def require_allowed(engine: Engine, access: Access, connector: Connector) -> None:
    """Stop with `ApiError` where the platform's terms forbid any use until somebody says that they do not."""
    if reason := forbidden(engine, access, connector):
        raise ApiError("broken", reason)


def target_of(engine: Engine, connection: ApiConnection, client: Client) -> Target:
    """The account at the platform, with its secret."""
    return Target(client.host, connection.target, connection.upstream_id, secret_of(engine, connection))


def client_of(connector: Connector, host: str, patience: float = PATIENCE) -> Client:
    """The client for the host of a platform, or for the one that a person typed.

    `patience`: the longest wait (seconds) that a server may ask for.
    """
    return Client(connector.host or checked_host(host), connector.manners, patience=patience)


def tried(connector: Connector, host: str, account: str, secret: str) -> Found:
    """What a platform says of an account; nothing is stored. Raises `ApiError`."""
    client = client_of(connector, host, _IN_PAGE)
    return connector.check(client, Target(client.host, account.strip(), "", secret.strip()))


def test(engine: Engine, access: Access, connector_id: str, host: str, account: str, secret: str) -> Found:
    """The same for a connector that may be used. Raises `ApiError`, `StoreError`."""
    connector = connectors()[connector_id]
    require_allowed(engine, access, connector)
    return tried(connector, host, account, secret)


def check(engine: Engine, access: Access, connection_id: int) -> Found:
    """What the platform says of the account of a connection now. Raises `ApiError`, `StoreError`."""
    connection = one(engine, access, connection_id)
    connector = connector_of(connection)
    require_allowed(engine, access, connector)
    client = client_of(connector, connection.host, _IN_PAGE)
    return same_account(connection, connector.check(client, target_of(engine, connection, client)))


def same_account(connection: ApiConnection, found: Found) -> Found:
    """What was found, unless the name belongs to somebody else by now (`ApiError`)."""
    if connection.upstream_id and found.upstream_id != connection.upstream_id:
        text = N_(
            "“{account}” is another account now than when this connection was made. If that is right, remove the "
            "connection and make a new one."
        )
        raise ApiError("broken", Message("other_account", text, {"account": connection.target}))
    return found


def today(zone: str) -> str:
    """The date in a time zone, as YYYY-MM-DD."""
    return datetime.now(ZoneInfo(zone)).date().isoformat()
