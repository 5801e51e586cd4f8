"""What notes beside a chart have in common: whose they are, who sees them, and what can be written."""

from datetime import date

from sqlalchemy import ColumnElement, Connection, Table, or_, select

from data.access import Access
from data.actions.checks import require_owner
from data.errors import StoreError
from data.logs.checks import clean_text
from data.schema import department
from data.texts import one_line
from metrics.periods import to_day
from metrics.words import N_, Message

_FIRST, _LAST = to_day(date(2000, 1, 1)), to_day(date(2100, 1, 1))


def seen(noted: Table, access: Access) -> list[ColumnElement[bool]]:
    """Conditions that keep what concerns departments this user may see, and what concerns everybody."""
    access.require("read")
    allowed = access.narrow(None)
    if allowed is None:
        return []
    return [or_(noted.c.department_id.is_(None), noted.c.department_id.in_(sorted(allowed)))]


def require_place(connection: Connection, access: Access, department_id: int | None) -> None:
    """Stop unless this user may write something down for a department that exists; None: for the whole organisation."""
    require_owner(access, department_id)
    if department_id is not None and connection.scalar(select(department.c.id).filter_by(id=department_id)) is None:
        raise StoreError(Message("no_department", N_("This department no longer exists. Load the page again.")))


def require_day(day: int) -> None:
    """Stop with `StoreError` for a day that no data can have."""
    if not _FIRST <= day <= _LAST:
        raise StoreError(Message("day_out_of_range", N_("This day cannot be. Choose a day between 2000 and 2100.")))


def line_of(text: str, longest: int) -> str:
    """A text on one line, without spaces around it. Raises `StoreError` for one that is too long.

    >>> line_of("  Storm \\n Ciara ", 40)
    'Storm Ciara'
    """
    clean = one_line(clean_text(text))
    if len(clean) > longest:
        words = N_("This text has {n} characters. Write at most {most}.")
        raise StoreError(Message("text_too_long", words, {"n": len(clean), "most": longest}))
    return clean
