"""What people answered, planned and agreed for a department, when it goes up in another one."""

from sqlalchemy import Connection, delete, exists, select, update

from data.schema import action, partner, respondent


def move_references(connection: Connection, source: int, target: int) -> None:
    """Let the respondents, actions and partners of `source` be those of `target`."""
    _move_respondents(connection, source, target)
    for column in (action.c.department_id, action.c.control_id):
        connection.execute(update(action).where(column == source).values({column.name: target}))
    alone = action.c.control_id == action.c.department_id  # nothing is left to compare it with
    connection.execute(update(action).where(alone).values(control_id=None))
    _move_partners(connection, source, target)


def _move_respondents(connection: Connection, source: int, target: int) -> None:
    """A role that answered for both keeps both answers: the moved one gets a number."""
    rows = connection.execute(select(respondent).where(respondent.c.department_id.in_((source, target)))).all()
    taken = {(row.assessment_id, row.role.casefold()) for row in rows if row.department_id == target}
    for row in (row for row in rows if row.department_id == source):
        role, number = row.role, 2
        while (row.assessment_id, role.casefold()) in taken:
            role, number = f"{row.role} ({number})", number + 1
        taken.add((row.assessment_id, role.casefold()))
        moved = update(respondent).where(respondent.c.id == row.id)
        connection.execute(moved.values(department_id=target, role=role))


def _move_partners(connection: Connection, source: int, target: int) -> None:
    """Nobody is a partner of themselves, and a pair that both had stays once, as `target` agreed it."""
    for own, other in (
        (partner.c.department_id, partner.c.partner_id),
        (partner.c.partner_id, partner.c.department_id),
    ):
        same = partner.alias()
        had = exists().where(same.c[own.name] == target, same.c[other.name] == other)
        gone = delete(partner).where(own == source, (other.in_((source, target))) | had)
        connection.execute(gone)
        connection.execute(update(partner).where(own == source).values({own.name: target}))
