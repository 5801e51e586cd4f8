"""What the reader is told of the formats, so that it need not know any of them."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from loaders.files.reading.headers import Header, Knows

Record = Mapping[str, Any]
"""One object of a JSON or XML document; nested objects become columns such as `counts.likes`."""

NamedFile = tuple[str, int, Callable[[], bytes]]
"""The path of a file within an upload, folder or archive, its size, and a way to read it."""

ClueBook = Mapping[str, Mapping[str, str]]
"""What files tell about others: clues by the folder they hold for."""


def no_rows_of_its_own(_document: Any) -> Sequence[Record] | None:
    """No format knows how a document becomes rows."""
    return None


def no_clues(_files: Iterable[NamedFile]) -> ClueBook:
    """No file tells anything about another."""
    return {}


@dataclass(frozen=True)
class Knowledge:
    """`header` knows headers of formats, `unfold` makes rows of a document, `clues` reads small files for others."""

    header: Knows
    unfold: Callable[[Any], Sequence[Record] | None] = no_rows_of_its_own
    clues: Callable[[Iterable[NamedFile]], ClueBook] = no_clues


def no_header(_header: Header) -> bool:
    """Know no header: the likeliest row of each table is taken for one."""
    return False
