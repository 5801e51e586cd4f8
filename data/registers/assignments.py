"""What files call our accounts, remembered so that the next import needs no questions."""

from collections.abc import Iterable, Mapping

from sqlalchemy import Engine, delete, insert, select

from data.access import Access
from data.queries import scope
from data.schema import assignment
from data.store import writing


def remembered(engine: Engine, access: Access, sources: Iterable[str]) -> dict[str, int]:
    """The account ids of the sources that are known. A source is "<format>|<platform>|<account as the file has it>"."""
    statement = (
        select(assignment.c.source, assignment.c.account_id)
        .where(assignment.c.source.in_(sorted(set(sources))))
        .where(*scope.of_accounts(assignment.c.account_id, access))
    )
    with engine.connect() as connection:
        return dict(connection.execute(statement).all())


def remember(engine: Engine, access: Access, assignments: Mapping[str, int]) -> None:
    """Remember which account each source belongs to; a later choice replaces an earlier one."""
    access.require("write")
    if not assignments:
        return
    with writing(engine) as connection:
        connection.execute(delete(assignment).where(assignment.c.source.in_(list(assignments))))
        rows = [{"source": source, "account_id": account_id} for source, account_id in assignments.items()]
        connection.execute(insert(assignment), rows)
