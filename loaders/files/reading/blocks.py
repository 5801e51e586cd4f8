"""Tables that stand under each other in one file or sheet, with an empty line between them.

Meta's daily figures, Google Analytics and Matomo's scheduled reports come like this. A new table begins below an
empty line with a title in one cell, a comment (`#`), or the header of a known format.

What stands above the title of the first table, and every comment, holds for the tables below it too: there the file
says once of which site and period it is.
"""

import re
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import chain, islice

from loaders.files.reading.build import Record, build, no_rows
from loaders.files.reading.errors import UnreadableError
from loaders.files.reading.headers import (
    COMMENT,
    SEARCHED_ROWS,
    Knows,
    known_header,
    likely_header,
    lines_of,
)
from loaders.files.reading.limits import BLOCKS
from loaders.files.reading.table import Table
from loaders.records import FileWarning

Found = list[tuple[str, Table | UnreadableError]]
"""Tables by name, or why one cannot be read."""

_NUMBER = re.compile(r"[-+]?[\d.,\s]+%?")
_LOOK_AHEAD = 8


def read_blocks(
    name: str,
    file_name: str,
    records: Iterable[Record],
    knows: Knows,
    warnings: Iterable[FileWarning] = (),
    sheet: str = "",
) -> Found:
    """The tables among these rows, mostly one; where there are more, each as `file!number title`.

    A block without rows gives the reason in place of a table. Raises `UnreadableError` when that is all there is.
    """
    blocks = _Blocks(records, lambda rows: known_header(rows, knows, sheet, file_name))
    found: list[Table | UnreadableError] = []
    above: list[str] = []
    for block in blocks:
        table = _block(name, file_name, block, knows, warnings, sheet, above)
        above = _for_all(table, above, is_first=not found)
        found.append(table)
    if not any(isinstance(table, Table) for table in found):
        raise next((table for table in found if isinstance(table, UnreadableError)), no_rows())
    if len(found) == 1:
        return [(name, found[0])]
    return [_named(name, str(number), table) for number, table in enumerate(found, start=1)]


def _block(
    name: str,
    file_name: str,
    block: Iterator[Record],
    knows: Knows,
    warnings: Iterable[FileWarning],
    sheet: str,
    for_all: Sequence[str],
) -> Table | UnreadableError:
    head = list(islice(block, SEARCHED_ROWS))
    rows = [row for _, row in head]
    index = known_header(rows, knows, sheet, file_name, for_all)
    if index is None:
        index = likely_header(rows)
    above = [*for_all, *lines_of(rows[:index])]
    try:
        return build(name, file_name, rows[index], chain(head[index + 1 :], block), warnings, above, sheet)
    except UnreadableError as error:
        return error


def _for_all(table: Table | UnreadableError, above: list[str], is_first: bool) -> list[str]:
    """The lines above a table that hold for those below it too."""
    if isinstance(table, UnreadableError):
        return above
    own = [line for line in table.above if line]
    titles = len(own) - 1 if is_first else 0
    return [line for i, line in enumerate(own) if line.startswith(COMMENT) or i < titles or line in above]


def _named(name: str, part: str, table: Table | UnreadableError) -> tuple[str, Table | UnreadableError]:
    if isinstance(table, UnreadableError):
        return f"{name}!{part}", table
    part = f"{part} {table.keys.title}".strip()
    return f"{name}!{part}", replace(table, name=f"{name}!{part}", part=part)


_KnownHeader = Callable[[Sequence[Sequence[str]]], int | None]
"""Which of some rows is the header of a known format."""


class _Blocks:
    """Rows in blocks, each an iterator that is to be used up before the next is asked for (as `groupby` does)."""

    def __init__(self, records: Iterable[Record], known_header: _KnownHeader) -> None:
        self._records = iter(records)
        self._known_header = known_header
        self._ahead: deque[Record] = deque()
        self._begun = 0

    def __iter__(self) -> Iterator[Iterator[Record]]:
        while self._skip_empty():
            self._begun += 1
            block = self._block()
            yield block
            deque(block, maxlen=0)  # what a refused block left

    def _block(self) -> Iterator[Record]:
        rows, known = 0, False
        while (record := self._next()) is not None:
            yield record
            if any(record[1]):
                if rows < SEARCHED_ROWS and not known:
                    known = self._is_known(record[1])
                rows += known or (len(record[1]) > 1 and sum(map(bool, record[1])) > 1)
            elif rows and self._begun < BLOCKS and self._begins(known):
                return

    def _begins(self, known: bool) -> bool:
        """Whether a new table begins here, below an empty line. `known`: the one above has a known header."""
        self._skip_empty()
        while len(self._ahead) < _LOOK_AHEAD and (record := next(self._records, None)) is not None:
            self._ahead.append(record)
        filled = [row for _, row in self._ahead if any(row)]
        if not filled:
            return False
        first = filled[0]
        if first[0].startswith(COMMENT) or (known and self._is_known(first)):
            return True
        if len(filled) < 2 or not _is_title(first):
            return False
        return _could_be_header(filled[1]) or self._known_header(filled[:2]) == 1

    def _is_known(self, row: Sequence[str]) -> bool:
        return self._known_header([row]) is not None

    def _next(self) -> Record | None:
        return self._ahead.popleft() if self._ahead else next(self._records, None)

    def _skip_empty(self) -> bool:
        """Move to the next filled row; False at the end."""
        while (record := self._next()) is not None:
            if any(record[1]):
                self._ahead.appendleft(record)
                return True
        return False


def _is_title(row: Sequence[str]) -> bool:
    return bool(row[0]) and sum(map(bool, row)) == 1


def _could_be_header(row: Sequence[str]) -> bool:
    """Two names or more, none of them a number."""
    return len(row) > 1 and sum(map(bool, row)) > 1 and not any(_NUMBER.fullmatch(cell) for cell in row)
