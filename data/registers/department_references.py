"""What people answered, planned and agreed for a department, when it goes up in another one."""

import json
import time
from collections import defaultdict
from collections.abc import Callable, Set

from sqlalchemy import Connection, and_, delete, insert, select, update

from data.schema import action, action_change, baseline, event, goal, partner, respondent, tag, topic
from metrics.goals.goal import LONGEST_TITLE
from metrics.maturity.answers import LONGEST_ROLE


def move_references(connection: Connection, source: int, target: int, who: str) -> None:
    """Let what belongs to `source` (respondents, actions, goals, tags, partners, topics, ...) belong to `target`.

    An action that would be compared with its own department loses the comparison; its history says so. What both had
    under one name keeps apart by a number, but what happened to both happened once.
    """
    _move_respondents(connection, source, target)
    _number_goals(connection, source, target)
    _drop_twin_events(connection, source, target)
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
    taken: defaultdict[int, set[str]] = defaultdict(set)
    for row in (row for row in rows if row.department_id == target):
        taken[row.assessment_id].add(row.role.casefold())
    for row in (row for row in rows if row.department_id == source):
        role = _numbered(row.role, LONGEST_ROLE, taken[row.assessment_id], str.casefold)
        taken[row.assessment_id].add(role.casefold())
        moved = update(respondent).where(respondent.c.id == row.id)
        connection.execute(moved.values(department_id=target, role=role))


def _number_goals(connection: Connection, source: int, target: int) -> None:
    active = select(goal.c.id, goal.c.title).where(goal.c.status == "active")
    taken = {row.title for row in connection.execute(active.where(goal.c.department_id == target))}
    for row in connection.execute(active.where(goal.c.department_id == source)).all():
        title = _numbered(row.title, LONGEST_TITLE, taken)
        taken.add(title)
        connection.execute(update(goal).where(goal.c.id == row.id).values(title=title))


def _drop_twin_events(connection: Connection, source: int, target: int) -> None:
    """Of an event that both noted one stays: a real one, which would go with the demo otherwise."""
    twin = event.alias()
    alike = (event.c[name] == twin.c[name] for name in ("kind", "name", "first_day", "last_day"))
    pairs = select(event.c.id, event.c.is_demo, twin.c.id.label("twin"), twin.c.is_demo.label("twin_is_demo"))
    pairs = pairs.join(twin, and_(*alike)).where(event.c.department_id == source, twin.c.department_id == target)
    for mine, is_demo, other, other_is_demo in connection.execute(pairs).all():
        gone = other if other_is_demo and not is_demo else mine
        connection.execute(delete(event).where(event.c.id == gone))


def _numbered(name: str, longest: int, taken: Set[str], alike: Callable[[str], str] = str) -> str:
    """A name that is not taken yet, by a number at its end; `taken` has names as `alike` writes them."""
    found, number = name, 2
    while alike(found) in taken:
        ending = f" ({number})"
        found, number = name[: longest - len(ending)] + ending, number + 1
    return found


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
