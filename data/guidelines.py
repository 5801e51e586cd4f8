"""The versions of the organisation's guidelines: of everybody, of a department, of one account; each from a day on.

The most specific one holds: an account follows its own guideline, else that of its department, else the
organisation's. It replaces the wider one as a whole, so a department that differs in one rule has all rules in it.
"""

import time
from datetime import date
from typing import Any

from sqlalchemy import Connection, Engine, Row, delete, insert, select

from data.access import Access
from data.errors import StoreError
from data.queries import scope
from data.registers.department_register import require_all_departments, require_department
from data.schema import account, department, guideline
from data.store import writing
from data.texts import one_line, storable
from metrics.guidelines.content import Guideline, Use, from_json, to_json
from metrics.guidelines.elements import ELEMENTS
from metrics.guidelines.parameters import ParameterError
from metrics.guidelines.versions import Version
from metrics.periods import to_day
from metrics.words import N_, Message

LONGEST = 5_000
"""Characters of the text of one element."""
_FIRST, _LAST = date(2000, 1, 1), date(2100, 1, 1)


def guidelines(engine: Engine, access: Access) -> list[Version]:
    """The versions that this user may see, the newest first. Raises `AccessDeniedError`."""
    statement = select(guideline).where(*scope.of_versions(guideline, access))
    statement = statement.order_by(guideline.c.valid_from.desc(), guideline.c.id.desc())
    with engine.connect() as connection:
        return [_version(row) for row in connection.execute(statement)]


def save_guideline(
    engine: Engine,
    access: Access,
    content: Guideline,
    valid_from: date,
    department_id: int | None = None,
    account_id: int | None = None,
    is_demo: bool = False,
) -> int:
    """Store a new version, of a department, an account or (with neither) the organisation; its id.

    Earlier versions stay, so old periods keep the guideline of their day. Raises `StoreError` for a content or day
    that cannot be, and `AccessDeniedError`.
    """
    clean = checked(content)
    if not _FIRST <= valid_from <= _LAST:
        text = N_("A guideline cannot hold from {day}. Choose a day between 2000 and 2100.")
        raise StoreError(Message("guideline_day", text, {"day": valid_from}))
    _require(access, department_id, account_id)
    with writing(engine) as connection:
        if account_id is not None:
            require_department(access, _owner(connection, account_id))
        elif department_id is not None:
            _existing(connection.scalar(select(department.c.id).where(department.c.id == department_id)))
        values = {"valid_from": to_day(valid_from), "content": to_json(clean), "who": access.who}
        values |= {"department_id": department_id, "account_id": account_id, "is_demo": int(is_demo)}
        made = insert(guideline).values(**values, made_ts=int(time.time())).returning(guideline.c.id)
        return int(connection.scalars(made).one())


def remove_guideline(engine: Engine, access: Access, id: int) -> None:
    """Remove a version; what held before it then holds longer. Raises `StoreError` when it is gone already."""
    access.require("write")
    with writing(engine) as connection:
        row = connection.execute(select(guideline).where(guideline.c.id == id)).one_or_none()
        if row is None:
            raise _gone()
        owner = row.department_id if row.account_id is None else _owner(connection, row.account_id)
        _require(access, owner, None)
        connection.execute(delete(guideline).where(guideline.c.id == id))


def checked(content: Guideline) -> Guideline:
    """The guideline as it is stored: values cleaned, stray spaces gone. Raises `StoreError` for what cannot be.

    Rules and elements that this version does not know stay as they are.
    """
    title = one_line(content.title)
    if not title:
        raise StoreError(Message("guideline_title", N_("The guideline has no title. Fill one in.")))
    for code, text in content.prose.items():
        if len(text) > LONGEST:
            element = Message(code, ELEMENTS[code].title) if code in ELEMENTS else code
            words = N_("The text of “{element}” is too long: write at most {n} characters.")
            raise StoreError(Message("guideline_prose", words, {"element": element, "n": LONGEST}))
    prose = {code: clean for code, text in content.prose.items() if (clean := storable(text).strip())}
    return Guideline(title[:200], prose, tuple(map(_checked_use, content.uses)), content.more)


def _checked_use(use: Use) -> Use:
    rule = use.definition
    if rule is None:
        return use
    try:
        return Use(use.rule, {**use.values, **rule.clean(use.values)}, use.more)
    except ParameterError as error:
        raise StoreError(error.message) from error


def _version(row: Row[Any]) -> Version:
    try:
        content = from_json(row.content)
    except ValueError:  # changed outside the product: the page still opens, and says so by its empty title
        content = Guideline()
    return Version(
        row.id, row.department_id, row.account_id, row.valid_from, content, row.who, row.made_ts, bool(row.is_demo)
    )


def _owner(connection: Connection, account_id: int) -> int:
    return _existing(connection.scalar(select(account.c.department_id).where(account.c.id == account_id)))


def _require(access: Access, department_id: int | None, account_id: int | None) -> None:
    if department_id is not None:
        require_department(access, department_id)
    elif account_id is None:
        require_all_departments(access)
    else:
        access.require("write")


def _existing(found: Any) -> int:
    if found is None:
        raise _gone()
    return int(found)


def _gone() -> StoreError:
    return StoreError(Message("guideline_gone", N_("This no longer exists. Load the page again.")))
