"""Departments and accounts from one CSV file, so that nobody has to type them in one by one."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Engine, RowMapping, select

from data import bulk
from data.access import Access
from data.naming import naming_anew
from data.registers.account_register import change_account, find_account, insert_account
from data.registers.account_rules import InvalidValueError, checked
from data.registers.department_register import find_department, insert_department, require_all_departments
from data.registers.register_table import REQUIRED, rows
from data.schema import account
from metrics.words import N_, Message

_WORDS = {
    "platform": {"twitter": "x", "x (twitter)": "x", "site": "website", "anders": "other", "overig": "other"},
    "status": {"actief": "active", "slapend": "dormant", "inactief": "dormant", "inactive": "dormant"}
    | {"gesloten": "closed", "opgeheven": "closed"},
    "objective": {"informatie": "information", "informeren": "information", "inform": "information"}
    | {"dialoog": "dialogue", "participatie": "dialogue", "participation": "dialogue"}
    | {"dienstverlening": "service", "samenwerking": "collaboration", "samenwerken": "collaboration"},
}


@dataclass(frozen=True)
class BadRow:
    """A row that was left out: its line in the file, the column at fault, and why."""

    row: int
    column: str
    reason: Message


@dataclass
class RegisterReport:
    """What a register file did. Accounts: `added + updated + unchanged + len(rejected)` is the number of rows with
    an account; a row may also hold a department alone."""

    rows_read: int = 0
    departments_added: int = 0
    added: int = 0
    updated: int = 0
    unchanged: int = 0
    rejected: list[BadRow] = field(default_factory=list)


def register_from_csv(
    engine: Engine, access: Access, content: bytes, progress: bulk.Progress = bulk.silent
) -> RegisterReport:
    """Add the departments and accounts of a CSV file, and bring known accounts up to date.

    Columns (English or Dutch headers): department, platform, handle; optional name, owner_role, purpose, objective,
    status, review_date. An account is known by platform and handle; an empty cell changes nothing. Rows that cannot
    be are left out and reported, the others are stored in one transaction. Raises `StoreError` when the file cannot be
    read.
    """
    require_all_departments(access)
    report = RegisterReport()
    with naming_anew(engine, progress) as connection:
        for line, cells in rows(content):
            report.rows_read += 1
            try:
                _store(connection, cells, report)
            except InvalidValueError as problem:
                report.rejected.append(BadRow(line, problem.column, problem.message))
    return report


def _store(connection: Connection, cells: dict[str, str], report: RegisterReport) -> None:
    values = _values(cells)
    name = values.pop("department")
    alone = "platform" not in values and "handle" not in values
    if not alone:
        values = _account(values)
    department_id = find_department(connection, name)
    if department_id is None:
        department_id = insert_department(connection, name)
        report.departments_added += 1
    if alone:
        return
    values["department_id"] = department_id
    known = find_account(connection, values["platform"], values["handle"])
    if known is None:
        insert_account(connection, {"name": values["handle"], **values})
        report.added += 1
        return
    row = connection.execute(select(account).where(account.c.id == known)).mappings().one()
    changes = _changes(row, values)
    change_account(connection, known, changes)
    report.updated += bool(changes)
    report.unchanged += not changes


def _values(cells: dict[str, str]) -> dict[str, Any]:
    """The cells that hold something; codes for words."""
    values = {column: cell for column, cell in cells.items() if cell}
    if "department" not in values:
        raise InvalidValueError("department", Message("empty_cell", N_("The cell is empty. Fill it in.")))
    for column, words in _WORDS.items():
        if column in values:
            word = " ".join(values[column].casefold().split())
            values[column] = words.get(word, word)
    if "review_date" in values:
        values["review_date"] = _iso(values["review_date"])
    return values


def _account(values: dict[str, Any]) -> dict[str, Any]:
    for column in REQUIRED[1:]:
        if column not in values:
            raise InvalidValueError(column, Message("empty_cell", N_("The cell is empty. Fill it in.")))
    return checked(values)


def _changes(row: RowMapping, values: dict[str, Any]) -> dict[str, Any]:
    same = {"platform", "handle"}  # what it was found by, perhaps in other capitals
    return {column: value for column, value in values.items() if column not in same and row[column] != value}


def _iso(text: str) -> str:
    """A date as the Dutch write it, turned round; anything else stays as it is.

    >>> _iso("31-01-2027")
    '2027-01-31'
    """
    try:
        return datetime.strptime(text, "%d-%m-%Y").date().isoformat()  # noqa: DTZ007 - a date, not a moment
    except ValueError:
        return text
