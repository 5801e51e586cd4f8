"""What the rows of a run rest on: whose figures were asked for, with texts or without, and how rows were made of them.

When any of it changes, rows from before and after are not of one kind: the run begins anew.
"""

import json
from collections.abc import Mapping
from hashlib import sha256
from typing import Any

from sqlalchemy import Connection, select

from data.errors import StoreError
from data.pseudonyms import secret_key
from data.schema import api_connection
from data.time_zone import organisation_zone
from metrics.words import N_, Message

CHANGED = "basis_changed"
"""The code of the error that a changed basis raises."""

ASKED = ("connector", "host", "target", "upstream_id", "account_id", "site_id", "texts", "since")
"""Columns of a connection that say what is asked for."""


def basis(connection: Connection, asked: Mapping[str, Any]) -> str:
    """A code for what was asked, with the time zone and the key of pseudonyms that rows are made with now."""
    values = [int(asked[name]) if name == "texts" else asked[name] for name in ASKED]
    key = sha256(secret_key()).hexdigest()
    return sha256(json.dumps([*values, organisation_zone(connection), key]).encode()).hexdigest()


def require_basis(connection: Connection, connection_id: int, known: str) -> None:
    """Stop with `StoreError` unless a run of a connection still rests on what it rested on when it began."""
    columns = [api_connection.c[name] for name in ASKED]
    row = connection.execute(select(*columns).where(api_connection.c.id == connection_id)).mappings().one()
    if basis(connection, {**row}) != known:
        text = N_("The connection or the settings were changed during the run. Nothing of it is kept; it begins anew.")
        raise StoreError(Message(CHANGED, text))
