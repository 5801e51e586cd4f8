"""A mapping at work: any table to posts, comments, account-days or site-days."""

from collections.abc import Sequence

from loaders.files.building.noise import data_rows
from loaders.files.reading.errors import UnreadableError
from loaders.files.reading.headers import normalise
from loaders.files.reading.knowledge import Knowledge, no_header
from loaders.files.reading.opening import open_tables
from loaders.files.reading.table import Table
from loaders.mapping.comments import mapped_comments
from loaders.mapping.daily import daily_batch
from loaders.mapping.mapped import Mapped
from loaders.mapping.posts import mapped_posts
from loaders.mapping.spec import REQUIRED, MappingError, MappingSpec
from loaders.records import Batch
from loaders.strangers import told
from metrics.words import N_, Message

_MAKE = {
    "posts": mapped_posts,
    "comments": mapped_comments,
    "account_days": daily_batch,
    "site_days": daily_batch,
}


def apply(spec: MappingSpec, name: str, data: bytes) -> list[Batch]:
    """The batches of a file under a mapping, one for each table. A table that lacks a mapped column is refused.

    The names of the batches are those that `loaders.files.read_files` gives to the same file.
    """
    wanted = {normalise(header) for header in spec.columns.values()}

    def knows(header: Sequence[str]) -> bool:
        return bool(wanted) and wanted <= set(header)

    return [_batch(spec, table_name, table) for table_name, table in open_tables(name, data, Knowledge(knows))]


def preview_table(name: str, data: bytes, table: str | None = None) -> Table:
    """The table of a file to map: the one of this name (a zip member or sheet), or else the first that can be read.

    Raises `UnreadableError` when there is none.
    """
    problem: UnreadableError | None = None
    for table_name, found in open_tables(name, data, Knowledge(no_header)):
        if table not in (None, table_name):
            continue
        if isinstance(found, Table):
            return found
        problem = problem or found
    raise problem or UnreadableError(Message("no_table", N_("There is no such table in this file.")))


def _batch(spec: MappingSpec, name: str, table: Table | UnreadableError) -> Batch:
    if isinstance(table, UnreadableError):
        return Batch(file=name, error=table.message)
    try:
        return told(_MAKE[spec.kind](_mapped(spec, data_rows(table))))
    except MappingError as error:
        return Batch(file=name, error=error.message)


def _mapped(spec: MappingSpec, table: Table) -> Mapped:
    """The mapping on this table. Raises `MappingError` when a column is missing or a needed field is not mapped."""
    keys = list(table.keys)
    missing = [header for header in spec.columns.values() if normalise(header) not in keys]
    if missing:
        text = N_("This table has no column {columns}, which the mapping needs. Change the mapping, or choose another.")
        raise MappingError(Message("mapping_columns", text, {"columns": ", ".join(missing)}))
    needed = [field for field in REQUIRED[spec.kind] if field not in spec.columns]
    if needed:
        text = N_("The mapping does not say which column is {fields}.")
        raise MappingError(Message("mapping_incomplete", text, {"fields": ", ".join(needed)}))
    return Mapped(spec, table, {field: keys.index(normalise(header)) for field, header in spec.columns.items()})
