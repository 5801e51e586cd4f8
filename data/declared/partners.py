"""Which departments said to work with which others, and how often a quarter that should show."""

from collections.abc import Iterable
from typing import NamedTuple

import pandas as pd
from sqlalchemy import ColumnElement, Connection, Engine, select

from data.access import Access
from data.declared.lists import check_size, save_list
from data.errors import StoreError
from data.queries.frames import read
from data.registers.department_register import require_department
from data.schema import department, partner
from data.store import writing
from metrics.words import N_, Message

MOST_TIMES = 1_000


class Partner(NamedTuple):
    """A department that works with another one, the partner; that shows in posts so many times a quarter."""

    department_id: int
    partner_id: int
    times_a_quarter: int


def partners(engine: Engine, access: Access) -> pd.DataFrame:
    """What departments that this user may see agreed with others.

    Columns: department_id, partner_id, times_a_quarter.
    """
    access.require("read")
    statement = select(partner).where(*_in_scope(access)).order_by(partner.c.department_id, partner.c.partner_id)
    return read(engine, statement, dict.fromkeys(Partner._fields, "int64"))


def save_partners(engine: Engine, access: Access, agreed: Iterable[Partner], is_demo: bool = False) -> None:
    """Make these the agreements of all departments that this user may change.

    An agreement is of one department: when both say so, it is in the list twice. Raises `StoreError` for a department
    with itself, two agreements of one with the same partner, and a number of times that cannot be; `AccessDeniedError`.
    """
    access.require("write")
    rows = list(agreed)
    check_size(rows)
    for row in rows:
        require_department(access, row.department_id)
    with writing(engine) as connection:
        _check(connection, rows)
        wanted = {row[:2]: {"times_a_quarter": row.times_a_quarter} for row in rows}
        save_list(connection, partner, wanted, is_demo, _in_scope(access))


def _in_scope(access: Access) -> list[ColumnElement[bool]]:
    allowed = access.narrow(None)
    return [] if allowed is None else [partner.c.department_id.in_(sorted(allowed))]


def _check(connection: Connection, rows: list[Partner]) -> None:
    names = {row.id: row.name for row in connection.execute(select(department))}
    seen = set()
    for row in rows:
        if not {row.department_id, row.partner_id} <= names.keys():
            raise StoreError(Message("no_department", N_("This department no longer exists. Load the page again.")))
        values = {"department": names[row.department_id], "partner": names[row.partner_id]}
        if row.department_id == row.partner_id:
            text = N_("“{department}” cannot be its own partner. Choose another department.")
            raise StoreError(Message("own_partner", text, values))
        if row[:2] in seen:
            text = N_("“{department}” with “{partner}” is in the list twice. Remove one.")
            raise StoreError(Message("partner_twice", text, values))
        if not 1 <= row.times_a_quarter <= MOST_TIMES:
            text = N_("“{department}” with “{partner}”: the times a quarter must be from 1 to {most}.")
            raise StoreError(Message("partner_times", text, values | {"most": MOST_TIMES}))
        seen.add(row[:2])
