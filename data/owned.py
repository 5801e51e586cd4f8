"""What belongs to a department or to the whole organisation: who sees it, who may change it, what can be written.

So it is with actions, goals, tags, events and decisions.
"""

from collections.abc import Collection, Iterable
from datetime import date

from sqlalchemy import ColumnElement, Connection, Table, or_, select

from data.access import Access
from data.errors import StoreError
from data.logs.checks import clean_text
from data.registers.department_register import require_all_departments, require_department
from data.schema import department
from data.texts import one_line
from metrics.periods import to_day
from metrics.words import N_, Message

_FIRST, _LAST = to_day(date(2000, 1, 1)), to_day(date(2100, 1, 1))


def seen(owned: Table, access: Access) -> list[ColumnElement[bool]]:
    """Conditions that keep what is of departments this user may see, and what is of the whole organisation.

    Raises `AccessDeniedError` without the right to read.
    """
    access.require("read")
    allowed = access.narrow(None)
    if allowed is None:
        return []
    return [or_(owned.c.department_id.is_(None), owned.c.department_id.in_(sorted(allowed)))]


def require_owner(access: Access, department_id: int | None) -> None:
    """Stop with `AccessDeniedError` unless this user may change what is of a department (None: of everybody)."""
    if department_id is None:
        require_all_departments(access)
    else:
        require_department(access, department_id)


def require_place(connection: Connection, access: Access, department_id: int | None) -> None:
    """Stop unless this user may write something down for a department that exists; None: for the whole organisation."""
    require_owner(access, department_id)
    require_known(connection, department_id)


def require_known(connection: Connection, department_id: int | None) -> None:
    """Stop with `StoreError` for a department that is gone; None is the whole organisation."""
    if department_id is not None and connection.scalar(select(department.c.id).filter_by(id=department_id)) is None:
        raise StoreError(Message("no_department", N_("This department no longer exists. Load the page again.")))


def require_day(day: int) -> None:
    """Stop with `StoreError` for a day that no data can have."""
    if not _FIRST <= day <= _LAST:
        raise StoreError(Message("day_out_of_range", N_("This day cannot be. Choose a day between 2000 and 2100.")))


def require_fields(changes: Iterable[str], fields: Collection[str], what: str) -> None:
    """Raise `ValueError` for names that are no fields of `what` ("a goal"): a slip in the program.

    >>> require_fields(["title", "colour"], ["title", "status"], "a goal")
    Traceback (most recent call last):
    ValueError: a goal has no ['colour'] to change; give some of ['status', 'title']
    """
    if unknown := set(changes) - set(fields):
        raise ValueError(f"{what} has no {sorted(unknown)} to change; give some of {sorted(fields)}")


def line_of(text: str, longest: int) -> str:
    """A text on one line, without spaces around it. Raises `StoreError` for one that is too long.

    >>> line_of("  Storm \\n Ciara ", 40)
    'Storm Ciara'
    """
    return short(one_line(clean_text(text)), longest)


def short(text: str, longest: int) -> str:
    """The same text. Raises `StoreError` when it is too long."""
    if len(text) > longest:
        words = N_("This text has {n} characters. Write at most {most}.")
        raise StoreError(Message("text_too_long", words, {"n": len(text), "most": longest}))
    return text
