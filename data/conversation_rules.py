"""The rule of the organisation about when messages of one person are one conversation."""

import json

from sqlalchemy import Connection, select

from data.schema import setting
from metrics.responsiveness.conversations import WINDOW_HOURS


def window_hours(connection: Connection) -> float:
    """After how many hours without a message another one is a new conversation, as the settings have it."""
    stored = connection.scalar(select(setting.c.value).where(setting.c.key == "settings"))
    return float(json.loads(stored).get("conversation_hours", WINDOW_HOURS) if stored else WINDOW_HOURS)
