"""Export files: recognised by their header, mapped by one module per format.

Each module of this package holds one `FORMAT`; adding a format is adding a module. `reading` turns bytes into
tables, `building` turns columns into records.
"""

import importlib
import pkgutil
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache, partial
from typing import Any

from loaders.files.building.format import Format
from loaders.files.building.named_range import tell_outside
from loaders.files.reading import documents
from loaders.files.reading.errors import UnreadableError
from loaders.files.reading.headers import Header
from loaders.files.reading.knowledge import Knowledge, NamedFile
from loaders.files.reading.opening import folder_of, open_tables
from loaders.files.reading.table import Table
from loaders.reach import range_end
from loaders.records import Batch
from loaders.strangers import told
from metrics.words import N_, Message

__all__ = ["Format", "clues_in", "formats", "map_answers", "read_file", "read_files"]


@cache
def formats() -> tuple[Format, ...]:
    """Every known format, in the order of the modules' names."""
    names = (module.name for module in pkgutil.iter_modules(__path__) if not module.ispkg)
    return tuple(importlib.import_module(f"{__name__}.{name}").FORMAT for name in names)


def format_of(header: Header) -> Format | None:
    """The format that a normalised header belongs to."""
    return next((form for form in formats() if header and form.sniff(header)), None)


def clues_in(files: Iterable[NamedFile]) -> dict[str, dict[str, str]]:
    """What some of these files tell about the others, by folder: the account of an X archive, a newest date."""
    book: dict[str, dict[str, str]] = {}
    known = [form.clue for form in formats() if form.clue is not None]
    for name, size, read in files:
        base = name.replace("\\", "/").rpartition("/")[2]
        for clue in known:
            if size <= clue.largest and clue.file.fullmatch(base):
                book.setdefault(folder_of(name), {}).update(clue.read(read()))
    return book


def unfold(document: Any) -> Sequence[Mapping[str, Any]] | None:
    """The rows of a JSON or XML document of a known format that is more than a list of objects."""
    made = (form.unfold(document) for form in formats() if form.unfold is not None)
    return next((rows for rows in made if rows is not None), None)


def knowledge() -> Knowledge:
    """What the reader may ask about formats."""
    return Knowledge(lambda header: format_of(header) is not None, unfold, clues_in)


def read_files(files: Iterable[tuple[str, bytes]], answers: Mapping[str, str] | None = None) -> list[Batch]:
    """The batches of some files (name, content) that were chosen together: one for each table, zip member or sheet.

    A file that cannot be read, or a table that no format recognises, gives a batch with `error` and no format.
    `answers` are a person's answers to questions that the files leave open, by the name of the question.
    """
    listed = list(files)
    book = clues_in((name, len(data), partial(bytes, data)) for name, data in listed)
    given = answers or {}
    return [
        batch for name, data in listed for batch in read_file(name, data, {**book.get(folder_of(name), {}), **given})
    ]


def read_file(name: str, data: bytes, clues: Mapping[str, str] | None = None) -> Iterator[Batch]:
    """The batches of one file; `clues` is what is known of it from elsewhere (`Table.clues`)."""
    opened = open_tables(name, data, knowledge(), clues)
    del data  # kept by the reader for as long as it needs it
    waiting: list[Table] = []  # tables of one format that wants them together
    for table_name, table in opened:
        form = None if isinstance(table, UnreadableError) else format_of(table.keys)
        if waiting and not _together(waiting[0], table_name, form):
            yield from _arranged(waiting)
            waiting = []
        if isinstance(table, Table) and form is not None and form.arrange is not None:
            waiting.append(table)
        else:
            yield _batch(table_name, table, form)
    yield from _arranged(waiting)


def map_answers(form: str, name: str, answers: Sequence[Any], clues: Mapping[str, str] | None = None) -> Batch:
    """The batch of some answers of a platform's server, all of one format; `name` stands for them in its report.

    Answers without any record give a batch without rows. `clues` is what the connector knows (`Table.clues`).
    """
    known = next(known for known in formats() if known.id == form)
    assert known.unfold is not None
    rows = [row for answer in answers for row in known.unfold(answer) or ()]
    if not rows:
        return Batch(file=name, format=form, kind=known.kind, platform=known.platform)
    table = documents.document_table(name, name, rows, lambda _: rows)
    return known.parse(replace(table, clues=clues or {}))


def _together(table: Table, other_name: str, form: Format | None) -> bool:
    """Whether a table belongs to the same file and format as the one that waits."""
    return form is format_of(table.keys) and table.name.rpartition("!")[0] == other_name.rpartition("!")[0]


def _arranged(tables: Sequence[Table]) -> Iterator[Batch]:
    form = format_of(tables[0].keys) if tables else None
    if form is not None and form.arrange is not None:
        for table in form.arrange(tables):
            yield _batch(table.name, table, form)


def _batch(name: str, table: Table | UnreadableError, form: Format | None) -> Batch:
    if isinstance(table, UnreadableError):
        known = format_of(table.header) if table.header else None  # an export of a period without posts
        if known is None:
            return Batch(file=name, error=table.message)
        return Batch(file=name, format=known.id, kind=known.kind, platform=known.platform, error=table.message)
    if form is not None:
        batch = replace(form.parse(table), range_end=range_end(name), table=table.part)
        return told(tell_outside(batch, name))
    text = N_("This table is of no known format. Say what its columns mean (column mapping), or export it again.")
    return Batch(file=name, rows_read=0, error=Message("unknown_format", text))
