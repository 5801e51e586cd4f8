"""Everything that is stored, to take along: CSV and Parquet in one zip, with a dictionary and metadata.

`tables` says what is in it and what is not. Citizens' texts come only when an administrator asks for them.
"""

import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from itertools import accumulate
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

from sqlalchemy import Connection, Engine, func, select

from data.access import Access
from data.bulk import Progress, silent
from data.open_export.describing import Facts, dictionary, metadata, readme
from data.open_export.tables import tables
from data.open_export.writing import write_table
from data.queries import scope
from data.queries.coverage import has_demo
from data.schema import account
from data.settings import read_settings

__all__ = ["contents", "export_name", "write_open_export"]


def contents(engine: Engine, access: Access) -> dict[str, int]:
    """The tables that the export will hold, each with its number of rows."""
    with _snapshot(engine) as connection:
        return _sizes(connection, access)


def export_name(demo: bool, texts: bool = False) -> str:
    """The file's name: it has the day in it, and tells made-up data and texts of citizens from the rest.

    >>> export_name(demo=True, texts=True).startswith("answerable-DEMO-with-texts-")
    True
    """
    marks = f"{'DEMO-' if demo else ''}{'with-texts-' if texts else ''}"
    return f"answerable-{marks}{datetime.now(UTC).date()}.zip"


def write_open_export(
    engine: Engine, access: Access, path: Path, *, texts: bool = False, progress: Progress = silent
) -> dict[str, int]:
    """Write the export to `path`: the whole file, or none at all; gives the number of rows of each table.

    All tables show the store as it was at one moment. `texts` needs the rights of an administrator.
    Raises `AccessDeniedError`; `OSError` when the file cannot be written.
    """
    chosen = tables(access, texts)
    settings = read_settings(engine, access)
    with tempfile.TemporaryDirectory(prefix=".export-", dir=path.parent) as made, _snapshot(engine) as connection:
        folder, draft = Path(made), Path(made) / "export.zip"
        tell = _teller(_sizes(connection, access), progress)
        with ZipFile(draft, "w", ZIP_DEFLATED, compresslevel=6) as archive:
            written = [write_table(connection, table, archive, folder, tell(table.name)) for table in chosen]
            seen = select(account.c.platform).where(*scope.of_accounts(account.c.id, access)).distinct()
            facts = Facts(
                organisation=settings.organisation,
                time_zone=settings.time_zone,
                made_at=datetime.now(UTC),
                platforms=sorted(connection.scalars(seen)),
                demo=has_demo(engine, access),
                texts=texts,
            )
            archive.writestr("dictionary.csv", dictionary(chosen))
            archive.writestr("metadata.json", metadata(facts, written))
            archive.writestr("README.txt", readme(facts, written))
        draft.replace(path)
    return {one.table.name: one.rows for one in written}


@contextmanager
def _snapshot(engine: Engine) -> Iterator[Connection]:
    """A connection that sees the store as it is at one moment, however long the reading takes."""
    with engine.connect() as connection:
        if connection.dialect.name == "postgresql":
            connection.execution_options(isolation_level="REPEATABLE READ")
        with connection.begin():
            yield connection


def _sizes(connection: Connection, access: Access) -> dict[str, int]:
    counted = {one.name: select(func.count()).select_from(one.query.subquery()) for one in tables(access)}
    return {name: connection.scalar(query) or 0 for name, query in counted.items()}


def _teller(sizes: dict[str, int], progress: Progress) -> Callable[[str], Callable[[int], None]]:
    """From the rows written of a table to the share done of all."""
    total = max(1, sum(sizes.values()))
    before = dict(zip(sizes, accumulate(sizes.values(), initial=0), strict=False))
    return lambda name: lambda rows: progress(min(1.0, (before[name] + rows) / total))
