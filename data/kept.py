"""Values that the product remembers among the settings, as JSON."""

import json
from typing import Any

from sqlalchemy import Connection, delete, insert, select

from data.schema import setting


def kept(connection: Connection, key: str, otherwise: Any = None) -> Any:
    """The value that was kept under a key; `otherwise` when there is none."""
    text = connection.scalar(select(setting.c.value).where(setting.c.key == key))
    return otherwise if text is None else json.loads(text)


def keep(connection: Connection, key: str, value: Any) -> None:
    """Keep a value under a key, in place of the one before; None forgets it."""
    connection.execute(delete(setting).where(setting.c.key == key))
    if value is not None:
        connection.execute(insert(setting).values(key=key, value=json.dumps(value, ensure_ascii=False)))
