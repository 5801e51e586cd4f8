"""What people answered, planned and agreed for a department, when it goes up in another one."""

import json
import time

from sqlalchemy import Connection, delete, insert, select, update

from data.schema import action, action_change, baseline, event, goal, partner, respondent, tag, topic
from metrics.maturity.answers import LONGEST_ROLE


def move_references(connection: Connection, source: int, target: int, who: str) -> None:
    """Let what belongs to `source` (respondents, actions, goals, tags, partners, topics, ...) belong to `target`.

    An action that would be compared with its own department loses the comparison; its history says so.
    """
    _move_respondents(connection, source, target)
    owned = [table.c.department_id for table in (action, baseline, event, goal, tag)]
    for column in (*owned, action.c.control_id, topic.c.owner_id):
        connection.execute(update(column.table).where(column == source).values({column.name: target}))
    _drop_own_controls(connection, target, who)
    _move_partners(connection, source, target)


def _drop_own_controls(connection: Connection, target: int, who: str) -> None:
    alone = action.c.control_id == action.c.department_id
    lost = connection.scalars(select(action.c.id).where(alone)).all()
    row = {"field": "control_id", "old": json.dumps(target), "new": None, "who": who, "made_ts": int(time.time())}
    for one in lost:
        connection.execute(insert(action_change).values(row | {"action_id": one}))
    connection.execute(update(action).where(alone).values(control_id=None))


def _move_respondents(connection: Connection, source: int, target: int) -> None:
    """A role that answered for both keeps both answers: the moved one gets a number."""
    rows = connection.execute(select(respondent).where(respondent.c.department_id.in_((source, target)))).all()
    taken = {(row.assessment_id, row.role.casefold()) for row in rows if row.department_id == target}
    for row in (row for row in rows if row.department_id == source):
        role, number = row.role, 2
        while (row.assessment_id, role.casefold()) in taken:
            ending = f" ({number})"
            role, number = row.role[: LONGEST_ROLE - len(ending)] + ending, number + 1
        taken.add((row.assessment_id, role.casefold()))
        moved = update(respondent).where(respondent.c.id == row.id)
        connection.execute(moved.values(department_id=target, role=role))


def _move_partners(connection: Connection, source: int, target: int) -> None:
    """What `source` agreed with others, `target` has agreed now; of two agreements with one the more frequent stays.

    One of the demo gives way to a real one, which would go with the demo otherwise.
    """
    either = partner.c.department_id.in_([source, target]) | partner.c.partner_id.in_([source, target])
    agreed: dict[tuple[int, int], tuple[bool, int]] = {}
    for *pair, times, is_demo in connection.execute(select(partner).where(either)):
        one, other = (target if number == source else number for number in pair)
        if one != other:
            agreed[one, other] = max((not is_demo, times), agreed.get((one, other), (False, 0)))
    connection.execute(delete(partner).where(either))
    for (one, other), (is_real, times) in agreed.items():
        values = {"department_id": one, "partner_id": other, "times_a_quarter": times, "is_demo": int(not is_real)}
        connection.execute(insert(partner).values(values))
