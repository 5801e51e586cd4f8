"""The departments of the organisation."""

import pandas as pd
from sqlalchemy import Connection, Engine, delete, func, insert, select, update

from data import bulk
from data.access import Access, AccessDeniedError
from data.answering.judge import judge_again
from data.errors import StoreError
from data.naming import naming_anew
from data.queries.frames import read
from data.registers.department_references import move_references
from data.schema import account, department, guideline, norm, site
from data.signal_series_of import forget_gone
from data.store import writing
from data.texts import one_line
from metrics.words import N_, Message


def departments(engine: Engine, access: Access) -> pd.DataFrame:
    """The departments that this user may see, by name, with the number of accounts of each.

    Columns: id, name, accounts, is_demo.
    """
    access.require("read")
    allowed = access.narrow(None)
    owned = select(func.count()).where(account.c.department_id == department.c.id).scalar_subquery()
    statement = select(department, owned.label("accounts")).order_by(department.c.name)
    if allowed is not None:
        statement = statement.where(department.c.id.in_(sorted(allowed)))
    return read(engine, statement, {"id": "int64", "name": "str", "accounts": "int64", "is_demo": "bool"})


def add_department(
    engine: Engine,
    access: Access,
    name: str,
    is_demo: bool = False,
    search: bool = True,
    progress: bulk.Progress = bulk.silent,
) -> int:
    """Add a department; its id. Raises `StoreError` when the name is empty or taken.

    Like every change of names, it is followed by a search of all posts for it (`data.naming`), told to `progress`.
    Before an import that is not needed (`search`): the import does it.
    """
    require_all_departments(access)
    with naming_anew(engine, progress) if search else writing(engine) as connection:
        return insert_department(connection, name, is_demo)


def rename_department(
    engine: Engine,
    access: Access,
    id: int,
    name: str,
    progress: bulk.Progress = bulk.silent,
) -> None:
    """Give a department another name; figures stay with it. Raises `StoreError` as adding does."""
    require_department(access, id)
    with naming_anew(engine, progress) as connection:
        _require_existing(connection, id)
        free = _free_name(connection, name, besides=id)
        connection.execute(update(department).where(department.c.id == id).values(name=free))


def merge_departments(
    engine: Engine, access: Access, source: int, target: int, progress: bulk.Progress = bulk.silent
) -> None:
    """Move all accounts, websites and partners of `source` to `target`, with their figures of the past; `source` goes
    away.

    Its norms and guidelines go with it: those of `target` count from then on. Answers and actions move. The merged
    department is a demo only when both were. Raises `StoreError` when one does not exist.
    """
    for one in (source, target):
        require_department(access, one)
    if source == target:
        raise StoreError(Message("same_department", N_("A department cannot be merged with itself. Choose another.")))
    with naming_anew(engine, progress) as connection:
        kept = _require_existing(connection, target)
        gone = _require_existing(connection, source)
        for owned in (account, site):
            connection.execute(update(owned).where(owned.c.department_id == source).values(department_id=target))
        for versions in (norm, guideline):
            connection.execute(delete(versions).where(versions.c.department_id == source))
        move_references(connection, source, target, access.who)
        connection.execute(delete(department).where(department.c.id == source))
        forget_gone(connection)
        is_demo = int(kept and gone)
        connection.execute(update(department).where(department.c.id == target).values(is_demo=is_demo))
        accounts = select(account.c.id).where(account.c.department_id == target)
        judge_again(connection, connection.scalars(accounts).all())


def require_department(access: Access, id: int) -> None:
    """Stop with `AccessDeniedError` unless this user may change this department."""
    access.require("write")
    if access.departments is not None and id not in access.departments:
        raise AccessDeniedError(f"{access.who} may not change department {id}")


def require_all_departments(access: Access) -> None:
    """Stop with `AccessDeniedError` unless this user may change every department, and so add one."""
    access.require("write")
    if access.departments is not None:
        raise AccessDeniedError(f"{access.who} may change some departments only")


def find_department(connection: Connection, name: str) -> int | None:
    """The department with this name, in capitals or not."""
    wanted = " ".join(name.split()).casefold()
    rows = connection.execute(select(department.c.id, department.c.name))
    return next((id for id, taken in rows if taken.casefold() == wanted), None)


def insert_department(connection: Connection, name: str, is_demo: bool = False) -> int:
    """Add a department inside a transaction; its id."""
    free = _free_name(connection, name)
    made = insert(department).values(name=free, is_demo=int(is_demo)).returning(department.c.id)
    return int(connection.scalars(made).one())


def _require_existing(connection: Connection, id: int) -> bool:
    """Whether this department is a demo; it must exist."""
    is_demo = connection.scalar(select(department.c.is_demo).where(department.c.id == id))
    if is_demo is None:
        raise StoreError(Message("no_department", N_("This department no longer exists. Load the page again.")))
    return bool(is_demo)


def _free_name(connection: Connection, name: str, besides: int | None = None) -> str:
    """The name without stray spaces; no other department may have it, in capitals or not."""
    clean = one_line(name)
    if not clean:
        raise StoreError(Message("empty_name", N_("The name of a department cannot be empty.")))
    if find_department(connection, clean) not in (None, besides):
        text = N_("There is already a department “{name}”. Choose another name, or merge the two.")
        raise StoreError(Message("name_taken", text, {"name": clean}))
    return clean
