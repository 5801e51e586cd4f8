"""Adding, changing and removing actions; every change is kept with its old value."""

import time
from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection, Engine, delete, insert, select, update

from data.access import Access
from data.actions.checks import check_control, checked, existing, keep
from data.errors import StoreError
from data.owned import require_fields, require_owner
from data.schema import action, action_change
from data.store import writing
from metrics.actions.action import FIELDS, LOCKED, MEASURED, Direction, Reason, Status
from metrics.words import N_, Message


def add_action(
    engine: Engine,
    access: Access,
    title: str,
    *,
    assessment_id: int | None = None,
    question: str = "",
    reason: Reason = "own",
    department_id: int | None = None,
    owner_role: str = "",
    status: Status = "idea",
    due_day: int | None = None,
    metric: str | None = None,
    direction: Direction | None = None,
    control_id: int | None = None,
    is_demo: bool = False,
    made_ts: int | None = None,
) -> int:
    """Put an action in the plan; its id. The comparison can be filled in here and registered later.

    Raises `StoreError` for values that cannot be, and for an action of a question that is in the plan already under
    this title; `AccessDeniedError` for a department that this user may not change. `made_ts` is for made-up actions.
    """
    given = {"title": title, "assessment_id": assessment_id, "question": question, "reason": reason}
    given |= {"department_id": department_id, "owner_role": owner_role, "status": status, "due_day": due_day}
    given |= {"metric": metric, "direction": direction, "control_id": control_id, "start_day": None, "expectation": ""}
    require_owner(access, department_id)
    with writing(engine) as connection:
        values = checked(connection, access, given)
        check_control(department_id, control_id)
        _require_new(connection, values)
        made = int(time.time()) if made_ts is None else made_ts
        row = {**values, "who": access.who, "made_ts": made, "is_demo": int(is_demo)}
        id = int(connection.scalars(insert(action).values(row).returning(action.c.id)).one())
        keep(connection, access, id, {}, {"status": status}, made)
        return id


def change_action(engine: Engine, access: Access, id: int, changes: Mapping[str, Any]) -> None:
    """Change some fields of an action; the others stay as they are, also when somebody else just changed them.

    Raises `StoreError` for values that cannot be, and for what is locked once the comparison is registered.
    """
    require_fields(changes, (*FIELDS, *MEASURED), "an action")
    with writing(engine) as connection:
        before = existing(connection, access, id)
        values = checked(connection, access, changes)
        different = {name: value for name, value in values.items() if value != before[name]}
        if not different:
            return
        if "department_id" in different:
            require_owner(access, different["department_id"])
        if before["registered_ts"] is not None and different.keys() & LOCKED:
            text = N_("The comparison of this action is registered, so it cannot be changed. Add a new action instead.")
            raise StoreError(Message("action_locked", text))
        after = {**before, **different}
        check_control(after["department_id"], after["control_id"])
        connection.execute(update(action).where(action.c.id == id).values(different))
        keep(connection, access, id, before, different)


def remove_action(engine: Engine, access: Access, id: int) -> None:
    """Take an action out of the plan, with its history. A registered one stays: it can be dropped, in the open."""
    with writing(engine) as connection:
        if existing(connection, access, id)["registered_ts"] is not None:
            text = N_(
                "The comparison of this action is registered, so it stays in the plan. Set it to “Dropped” instead."
            )
            raise StoreError(Message("action_registered", text))
        connection.execute(delete(action_change).where(action_change.c.action_id == id))
        connection.execute(delete(action).where(action.c.id == id))


def _require_new(connection: Connection, values: Mapping[str, Any]) -> None:
    """Two people, or two clicks, do not take the same suggestion twice."""
    if not values["question"]:
        return
    same = [action.c[name] == values[name] for name in ("question", "title")]
    assessment = values["assessment_id"]
    same.append(action.c.assessment_id.is_(None) if assessment is None else action.c.assessment_id == assessment)
    if connection.scalar(select(action.c.id).where(*same, action.c.status != "dropped")) is not None:
        raise StoreError(Message("action_known", N_("This action is in the plan already.")))
