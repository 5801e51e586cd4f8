"""Reading the plan, as far as somebody may see it."""

import json
from typing import Any

from sqlalchemy import Engine, Row, select

from data.access import Access
from data.owned import seen
from data.schema import action, action_change
from metrics.actions.action import Action, ActionChange


def actions(engine: Engine, access: Access, assessment_id: int | None = None) -> list[Action]:
    """The actions of the departments that this user may see and of the whole organisation, the newest first.

    `assessment_id` keeps those that came from one assessment.
    """
    statement = select(action).where(*seen(action, access)).order_by(action.c.id.desc())
    if assessment_id is not None:
        statement = statement.where(action.c.assessment_id == assessment_id)
    with engine.connect() as connection:
        return [_action(row) for row in connection.execute(statement)]


def history(engine: Engine, access: Access, action_id: int | None = None) -> list[ActionChange]:
    """Every change of the actions that this user may see, or of one, the newest first."""
    statement = select(action_change).join(action).where(*seen(action, access)).order_by(action_change.c.id.desc())
    if action_id is not None:
        statement = statement.where(action_change.c.action_id == action_id)
    with engine.connect() as connection:
        return [
            ActionChange(row.action_id, row.field, value(row.old), value(row.new), row.who, row.made_ts)
            for row in connection.execute(statement)
        ]


def value(stored: str | None) -> Any:
    """A value of the history; None where there was none."""
    return None if stored is None else json.loads(stored)


def _action(row: Row[Any]) -> Action:
    return Action(**{**row._asdict(), "is_demo": bool(row.is_demo)})
