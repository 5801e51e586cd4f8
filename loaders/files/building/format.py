"""What an export format is: a name, a way to recognise it, and a way to map it."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from loaders.files.reading.headers import Header
from loaders.files.reading.limits import MEGABYTE
from loaders.files.reading.table import Table
from loaders.records import Batch, Kind, Platform


@dataclass(frozen=True)
class Clue:
    """What one file of an export tells about the others in its folder: an account's name, a year.

    `file` is how the file is called; `read` takes its content and gives clues by name, {} when it tells nothing. A file
    larger than `largest` bytes is not read for it. Clues reach the other tables as `Table.clues`, so their names begin
    with that of the platform.
    """

    file: re.Pattern[str]
    read: Callable[[bytes], Mapping[str, str]]
    largest: int = 4 * MEGABYTE


@dataclass(frozen=True)
class Format:
    """One export format. Each module of `loaders.files` that has a `FORMAT` adds one.

    `sniff` gets the normalised header, which knows the title and sheet above it (`headers.Header`), and must be
    sure: at most one format may answer yes. The rest is for shapes that are not simply a table with one row a post:

    - `unfold` makes the rows of a JSON or XML document; None for a document of another kind.
    - `arrange` gets all tables of one file that are of this format before they are parsed, to join sheets that hold
      parts of the same posts, or to part a table by platform (each part with a `platform` in its `clues`).
    - `clue` reads something from this file that others in its folder need.
    """

    id: str
    platform: Platform
    kind: Kind
    description: str
    sniff: Callable[[Header], bool]
    parse: Callable[[Table], Batch]
    unfold: Callable[[Any], Sequence[Mapping[str, Any]] | None] | None = None
    arrange: Callable[[Sequence[Table]], Iterable[Table]] | None = None
    clue: Clue | None = None
