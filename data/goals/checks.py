"""What the values of a goal and of its numbers must be, and who may change them."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection, select

from data.access import Access
from data.errors import StoreError
from data.logs.checks import one_of
from data.owned import line_of, require_known, require_owner
from data.schema import goal
from metrics.goals.goal import DIRECTIONS, LONGEST_TITLE, STATUSES, level_of
from metrics.goals.levels import LEVELS
from metrics.goals.target import can_be
from metrics.registry import metrics, offered
from metrics.words import N_, Message

LONGEST = {"name": 200, "source": 300}
"""Characters of the texts of a goal and of its numbers."""


def existing_goal(connection: Connection, access: Access, id: int) -> Mapping[str, Any]:
    """The stored values of a goal that this user may change. Raises `StoreError` when it is gone."""
    row = connection.execute(select(goal).where(goal.c.id == id)).mappings().one_or_none()
    if row is None:
        raise StoreError(Message("no_goal", N_("This goal no longer exists. Load the page again.")))
    require_owner(access, row["department_id"])
    return dict(row)


def checked_goal(connection: Connection, values: Mapping[str, Any]) -> dict[str, Any]:
    """The values as the table keeps them. Raises `StoreError` at the first that cannot be."""
    found = dict(values)
    if "title" in found:
        found["title"] = line_of(found["title"], LONGEST_TITLE)
        if not found["title"]:
            raise StoreError(Message("goal_title", N_("The goal has no words. Write what you want to reach.")))
    if "status" in found:
        one_of(found["status"], tuple(STATUSES))
    require_known(connection, found.get("department_id"))
    return found


def checked_kpi(values: Mapping[str, Any]) -> dict[str, Any]:
    """All values of a number as the table keeps them; one of the registry gets its name and level from there."""
    found = dict(values)
    known = metrics().get(found["metric"] or "")
    if found["metric"] is not None and known not in offered():
        raise StoreError(Message("no_metric", N_("This number is not known. Choose another.")))
    one_of(found["direction"], tuple(DIRECTIONS))
    one_of(found["level"], tuple(LEVELS))
    found["level"] = level_of(found["metric"], found["level"])
    found |= {name: "" if known else line_of(found[name], LONGEST[name]) for name in ("name", "source")}
    if known is None and not found["name"]:
        raise StoreError(Message("kpi_name", N_("This number has no name. Write what is counted, and in what.")))
    if known is None and not found["source"]:
        text = N_("Write where this number is measured: a survey, a register, a file, and who has it.")
        raise StoreError(Message("kpi_source", text))
    if found["target"] is not None and not can_be(known, found["target"]):
        text = N_("This target cannot be reached. A percentage is from 0 to 100, and most other numbers are 0 or more.")
        raise StoreError(Message("kpi_target", text))
    return found
