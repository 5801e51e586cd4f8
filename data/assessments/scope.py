"""Which respondents a user may see and change: those of their departments, and with all departments everybody."""

from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, select

from data.access import Access, AccessDeniedError
from data.errors import StoreError
from data.schema import assessment, respondent
from metrics.words import N_, Message

OPEN, CLOSED = "open", "closed"


def seen(access: Access) -> list[ColumnElement[bool]]:
    """Conditions that keep the respondents of this user; none for all. Raises `AccessDeniedError`."""
    access.require("read")
    allowed = access.narrow(None)
    return [] if allowed is None else [respondent.c.department_id.in_(sorted(allowed))]


def require_department_of(access: Access, department_id: int | None) -> None:
    """Stop with `AccessDeniedError` unless this user may answer for this department, or for everybody (None)."""
    access.require("write")
    if access.departments is not None and department_id not in access.departments:
        raise AccessDeniedError(f"{access.who} may not answer for department {department_id}")


def open_assessment(connection: Connection, assessment_id: int) -> Row[Any]:
    """The assessment, which must be there and open."""
    row = existing(connection, assessment_id)
    if row.status != OPEN:
        words = N_("This assessment is closed. Open it again to change answers.")
        raise StoreError(Message("assessment_closed", words))
    return row


def existing(connection: Connection, assessment_id: int) -> Row[Any]:
    """The assessment; it must be there."""
    row = connection.execute(select(assessment).where(assessment.c.id == assessment_id)).one_or_none()
    if row is None:
        raise StoreError(Message("no_assessment", N_("This assessment no longer exists. Load the page again.")))
    return row


def open_respondent(connection: Connection, access: Access, respondent_id: int) -> Row[Any]:
    """A respondent for whom this user may answer now: there, and of an open assessment."""
    row = connection.execute(select(respondent).where(respondent.c.id == respondent_id)).one_or_none()
    if row is None:
        raise StoreError(Message("no_respondent", N_("This role no longer takes part. Load the page again.")))
    require_department_of(access, row.department_id)
    open_assessment(connection, row.assessment_id)
    return row
