"""What the data page shows about tables, sources and imports: plain values, so that drawing knows no loader."""

from dataclasses import dataclass
from typing import Literal

import pandas as pd

from metrics.words import Message

State = Literal["ready", "asks", "nothing", "unknown", "refused"]
"""ready to load; a question is open; recognised but nothing to load; not recognised, a mapping helps; refused."""


@dataclass(frozen=True)
class Asked:
    """A question that a file leaves open, with the choices by their codes; without any, a date is asked for."""

    name: str
    text: Message
    options: tuple[str, ...]


@dataclass(frozen=True)
class Note:
    """A warning about a table, with the rows of the file it concerns."""

    message: Message
    rows: tuple[int, ...] = ()


@dataclass(frozen=True)
class Refusal:
    """A row that is left out: its line in the file, the column at fault, the reason."""

    row: int
    column: str | None
    reason: Message


@dataclass(frozen=True)
class TableView:
    """One table of one file, as the preview and the load report show it.

    `sample` holds the first own posts or groups of an audience in words, under headings in words; None for tables of
    other kinds. `rows_kept` counts rows that are kept as audience too, and `refusals` leaves those out.
    `never_given` are counts that the platform gives in no export, `not_in_file` those that another export has.
    `loaded_before` is the day of an earlier import of the same file, in words. `mapped`: read by a mapping.
    `fitting` are names of saved mappings that fit a table of no known format.
    """

    key: str
    file: str
    state: State
    what: str = ""
    platform: str = "other"
    kind: str = "other"
    rows_read: int = 0
    rows_kept: int = 0
    duplicates: int = 0
    first: str | None = None
    last: str | None = None
    accounts: tuple[str, ...] = ()
    never_given: tuple[str, ...] = ()
    not_in_file: tuple[str, ...] = ()
    questions: tuple[Asked, ...] = ()
    notes: tuple[Note, ...] = ()
    refusals: tuple[Refusal, ...] = ()
    error: Message | None = None
    sample: pd.DataFrame | None = None
    loaded_before: str | None = None
    mapped: bool = False
    fitting: tuple[str, ...] = ()


@dataclass(frozen=True)
class FileSource:
    """An account or a site, as the files name it, that waits for its place in the registers.

    `name` is empty when the files do not say it, or say something that cannot be the address of a site; `called` is
    what they say. `known` are the accounts (or sites) it can be, as (id, label); `suggestion` is one of their ids, or
    None. `beside` is the key of the one account that is named in the same file.
    """

    key: str
    platform: str
    name: str
    rows: int
    files: tuple[str, ...]
    known: tuple[tuple[int, str], ...] = ()
    suggestion: int | None = None
    remembered: bool = False
    called: str = ""
    beside: str | None = None


@dataclass(frozen=True)
class Choice:
    """What the user chose for a source: an account that exists, a new one in a department, or to leave it out."""

    source: str
    existing: int | None = None
    handle: str = ""
    department: int | None = None
    new_department: str = ""
    skip: bool = False
    problem: str | None = None


@dataclass(frozen=True)
class LoadedView:
    """What an import of one table did."""

    table: TableView
    inserted: int
    updated: int
    unchanged: int


@dataclass(frozen=True)
class PastImport:
    """One line of the list of imports."""

    id: int
    file: str
    what: str
    when: str
    who: str
    inserted: int
    updated: int
    unchanged: int
    undone: bool
