"""Export files: recognised by their header, mapped by one module per format.

Each module of this package holds one `FORMAT`; adding a format is adding a module. `reading` turns bytes into
tables, `building` turns columns into records.
"""

import importlib
import pkgutil
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache

from loaders.files.building.format import Format
from loaders.files.reading.errors import UnreadableError
from loaders.files.reading.opening import open_tables
from loaders.files.reading.table import Table
from loaders.reach import range_end
from loaders.records import Batch
from metrics.words import N_, Message

__all__ = ["Format", "formats", "read_files"]


@cache
def formats() -> tuple[Format, ...]:
    """Every known format, in the order of the modules' names."""
    names = (module.name for module in pkgutil.iter_modules(__path__) if not module.ispkg)
    return tuple(importlib.import_module(f"{__name__}.{name}").FORMAT for name in names)


def format_of(header: Sequence[str]) -> Format | None:
    """The format that a normalised header belongs to."""
    return next((form for form in formats() if header and form.sniff(header)), None)


def read_files(files: Iterable[tuple[str, bytes]]) -> list[Batch]:
    """The batches of some files (name, content): one for each table, zip member or sheet.

    A file that cannot be read, or a table that no format recognises, gives a batch with `error` and no format.
    """
    return [batch for name, data in files for batch in read_file(name, data)]


def read_file(name: str, data: bytes) -> Iterator[Batch]:
    """The batches of one file."""
    tables = open_tables(name, data, lambda header: format_of(header) is not None)
    del data  # kept by the reader for as long as it needs it
    for table_name, table in tables:
        yield _batch(table_name, table)


def _batch(name: str, table: Table | UnreadableError) -> Batch:
    if isinstance(table, UnreadableError):
        return Batch(file=name, error=table.message)
    form = format_of(table.keys)
    if form is not None:
        return replace(form.parse(table), range_end=range_end(name))
    text = N_("This table is of no known format. Say what its columns mean (column mapping), or export it again.")
    return Batch(file=name, rows_read=0, error=Message("unknown_format", text))
