"""What the terms of a platform forbid until the organisation says that it has a contract."""

from sqlalchemy import Engine

from data.access import Access
from data.settings import read_settings
from loaders.apis import Connector
from metrics.words import N_, Message


def forbidden(engine: Engine, access: Access, connector: Connector) -> Message | None:
    """Why a platform may not be asked at all; None when it may."""
    if not connector.only_with or getattr(read_settings(engine, access), connector.only_with):
        return None
    text = N_(
        "The terms of {name} forbid this, unless your organisation has a contract. If you have one, say so on the page "
        "Connections: choose {name} there."
    )
    return Message("forbidden_by_terms", text, {"name": connector.name})
