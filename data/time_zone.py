"""The organisation's time zone: that in which days begin and hours are counted."""

import json

from sqlalchemy import Connection, select

from data.schema import setting

DEFAULT_ZONE = "Europe/Amsterdam"


def organisation_zone(connection: Connection) -> str:
    """The organisation's time zone, as the settings have it."""
    stored = connection.scalar(select(setting.c.value).where(setting.c.key == "settings"))
    zone: str = json.loads(stored)["time_zone"] if stored else DEFAULT_ZONE
    return zone
