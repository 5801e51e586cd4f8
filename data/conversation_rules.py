"""The rules of the organisation about conversations."""

import json

from sqlalchemy import Connection, select

from data.schema import setting
from metrics.responsiveness.conversations import STANDARD, Rules


def conversation_rules(connection: Connection) -> Rules:
    """When messages are one conversation and what replies answer, as the settings have it."""
    stored = connection.scalar(select(setting.c.value).where(setting.c.key == "settings"))
    values = json.loads(stored) if stored else {}
    return Rules(
        float(values.get("conversation_hours", STANDARD.window_hours)),
        bool(values.get("loose_replies", STANDARD.loose_replies)),
    )
