"""What the values of an action must be, and who may change it."""

import json
import time
from collections.abc import Mapping
from datetime import date
from typing import Any

from sqlalchemy import Connection, insert, select

from data.access import Access, AccessDeniedError
from data.errors import StoreError
from data.logs.checks import clean_text, one_of
from data.registers.department_register import require_all_departments, require_department
from data.schema import action, action_change, assessment, department
from data.texts import one_line
from metrics.actions.action import DIRECTIONS, REASONS, STATUSES
from metrics.periods import to_day
from metrics.registry import metrics
from metrics.words import N_, Message

LONGEST = {"title": 300, "owner_role": 120, "question": 60, "expectation": 1000}
"""Characters of the texts of an action."""
_FIRST, _LAST = to_day(date(2000, 1, 1)), to_day(date(2100, 1, 1))


def checked(connection: Connection, access: Access, values: Mapping[str, Any]) -> dict[str, Any]:
    """The values as the table keeps them. Raises `StoreError` at the first that cannot be, and `AccessDeniedError`."""
    found = dict(values)
    for name in LONGEST.keys() & found.keys():
        found[name] = _text(name, found[name])
    if not found.get("title", "?"):
        raise StoreError(Message("action_title", N_("The action has no title. Write what has to be done.")))
    for name, allowed in (("status", STATUSES), ("reason", REASONS)):
        if name in found:
            one_of(found[name], tuple(allowed))
    if found.get("direction") is not None:
        one_of(found["direction"], tuple(DIRECTIONS))
    if found.get("metric") is not None and found["metric"] not in metrics():
        raise StoreError(Message("no_metric", N_("This number is not known. Choose another.")))
    for name in {"due_day", "start_day"} & found.keys():
        if found[name] is not None and not _FIRST <= found[name] <= _LAST:
            raise StoreError(Message("action_day", N_("This day cannot be. Choose a day between 2000 and 2100.")))
    _owners(connection, access, found)
    return found


def check_control(department_id: int | None, control_id: int | None) -> None:
    """Stop when an action would be compared with itself, or when nothing is left to compare it with."""
    if control_id is None:
        return
    if department_id is None:
        text = N_("An action of the whole organisation cannot be compared with one of its departments.")
        raise StoreError(Message("whole_control", text))
    if control_id == department_id:
        text = N_("A department cannot be compared with itself. Choose another one.")
        raise StoreError(Message("own_control", text))


def require_owner(access: Access, department_id: int | None) -> None:
    """Stop with `AccessDeniedError` unless this user may change the actions of a department (None: of everybody)."""
    if department_id is None:
        require_all_departments(access)
    else:
        require_department(access, department_id)


def existing(connection: Connection, access: Access, id: int) -> Mapping[str, Any]:
    """The stored values of an action that this user may change. Raises `StoreError` when it is gone."""
    row = connection.execute(select(action).where(action.c.id == id)).mappings().one_or_none()
    if row is None:
        raise StoreError(Message("no_action", N_("This action is no longer in the plan. Load the page again.")))
    require_owner(access, row["department_id"])
    return dict(row)


def keep(
    connection: Connection,
    access: Access,
    action_id: int,
    old: Mapping[str, Any],
    new: Mapping[str, Any],
    ts: int | None = None,
) -> None:
    """Write down what changed, one row for each field of `new`; `ts` is now unless it is made up."""
    row = {"action_id": action_id, "who": access.who, "made_ts": int(time.time()) if ts is None else ts}
    changes = [row | {"field": name, "old": _stored(old.get(name)), "new": _stored(new[name])} for name in new]
    if changes:
        connection.execute(insert(action_change), changes)


def _stored(value: Any) -> str | None:
    return None if value is None else json.dumps(value, ensure_ascii=False)


def _text(name: str, text: str) -> str:
    clean = clean_text(text)
    if name != "expectation":
        clean = one_line(clean)
    if len(clean) > LONGEST[name]:
        words = N_("This text has {n} characters. Write at most {most}.")
        raise StoreError(Message("text_too_long", words, {"n": len(clean), "most": LONGEST[name]}))
    return clean


def _owners(connection: Connection, access: Access, values: Mapping[str, Any]) -> None:
    """The departments and the assessment must exist; who is compared must be in sight."""
    if values.get("department_id") is not None:
        _one(connection, department.c.id, values["department_id"])
    control = values.get("control_id")
    if control is not None:
        _one(connection, department.c.id, control)
        if access.departments is not None and control not in access.departments:
            raise AccessDeniedError(f"{access.who} may not see department {control}")
    if values.get("assessment_id") is not None:
        _one(connection, assessment.c.id, values["assessment_id"])


def _one(connection: Connection, column: Any, id: int) -> None:
    if connection.scalar(select(column).where(column == id)) is None:
        raise StoreError(Message("action_owner_gone", N_("This no longer exists. Load the page again.")))
