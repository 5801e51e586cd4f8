"""Who answers: roles, for a department or for the whole organisation."""

import time

from sqlalchemy import Connection, Engine, insert, select, update

from data.access import Access
from data.assessments.scope import open_assessment, open_respondent, require_department_of, seen
from data.errors import StoreError
from data.owned import require_known
from data.schema import respondent
from data.store import writing
from data.texts import one_line
from metrics.maturity.answers import LONGEST_ROLE, Respondent
from metrics.words import N_, Message


def respondents(engine: Engine, access: Access, assessment_id: int) -> list[Respondent]:
    """Who takes part, in the order in which they came. Raises `AccessDeniedError`."""
    statement = select(respondent).where(respondent.c.assessment_id == assessment_id, *seen(access))
    with engine.connect() as connection:
        return [
            Respondent(row.id, row.assessment_id, row.department_id, row.role)
            for row in connection.execute(statement.order_by(respondent.c.id))
        ]


def add_respondent(engine: Engine, access: Access, assessment_id: int, department_id: int | None, role: str) -> int:
    """Let a role take part, for a department or (None) the whole organisation; its id.

    A role that takes part already is the same one: somebody who comes back goes on where they were. Raises
    `StoreError` for something that is no role, and `AccessDeniedError`.
    """
    require_department_of(access, department_id)
    clean = check_role(role)
    with writing(engine) as connection:
        open_assessment(connection, assessment_id)
        return find_or_add(connection, assessment_id, department_id, clean)


def rename_respondent(engine: Engine, access: Access, respondent_id: int, role: str) -> None:
    """Another name for a role; its answers stay with it. Raises `StoreError` when that role takes part already."""
    access.require("write")
    clean = check_role(role)
    with writing(engine) as connection:
        row = open_respondent(connection, access, respondent_id)
        taken = _find(connection, row.assessment_id, row.department_id, clean)
        if taken not in (None, respondent_id):
            raise StoreError(Message("role_taken", N_("This role takes part already. Choose another name.")))
        connection.execute(update(respondent).where(respondent.c.id == respondent_id).values(role=clean))


def find_or_add(connection: Connection, assessment_id: int, department_id: int | None, role: str) -> int:
    """The respondent with this role, added when it is new."""
    found = _find(connection, assessment_id, department_id, role)
    if found is not None:
        return found
    require_known(connection, department_id)
    values = {"assessment_id": assessment_id, "department_id": department_id, "role": role, "made_ts": int(time.time())}
    return int(connection.scalars(insert(respondent).values(values).returning(respondent.c.id)).one())


def check_role(role: str) -> str:
    """The role without stray spaces. Raises `StoreError` for an empty or long one, and for an address.

    >>> check_role("  Web care   lead ")
    'Web care lead'
    """
    clean = one_line(role)
    if not 0 < len(clean) <= LONGEST_ROLE or "@" in clean:
        words = N_("Write a role of at most {most} characters, such as “webcare team lead”: no name and no address.")
        raise StoreError(Message("role", words, {"most": LONGEST_ROLE}))
    return clean


def _find(connection: Connection, assessment_id: int, department_id: int | None, role: str) -> int | None:
    rows = connection.execute(
        select(respondent.c.id, respondent.c.role).where(
            respondent.c.assessment_id == assessment_id,
            respondent.c.department_id.is_not_distinct_from(department_id),
        )
    )
    return next((id for id, taken in rows if taken.casefold() == role.casefold()), None)
