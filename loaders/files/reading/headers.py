"""Header names: cleaned, compared without case, and found below a preamble."""

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache

from loaders.files.reading.limits import COLUMNS


class Header(tuple[str, ...]):
    """Normalised column names, which also know what stood above them: some exports say there what they are.

    `above` are the lines between the start of the file (or block, or sheet) and the header, as written; `sheet` is
    the name of the sheet; `file_name` that of the export itself.

    >>> header = Header(["date", "primary"], above=["Facebook visits"])
    >>> header[0], header.title
    ('date', 'facebook visits')
    """

    above: tuple[str, ...]
    sheet: str
    file_name: str

    def __new__(cls, names: Iterable[str], above: Iterable[str] = (), sheet: str = "", file_name: str = "") -> "Header":
        """A header of these names."""
        made = super().__new__(cls, names)
        made.above, made.sheet, made.file_name = tuple(above), sheet, file_name
        return made

    @property
    def comments(self) -> tuple[str, ...]:
        """The comments above the header, without their mark.

        >>> Header(["date"], above=["# Property: Town", "# ----", "All Users"]).comments
        ('Property: Town', '----')
        """
        return tuple(line.lstrip(f"{COMMENT} ") for line in self.above if line.startswith(COMMENT))

    @property
    def title(self) -> str:
        """The last filled line above the header that is no comment, normalised; "" when there is none."""
        return next((normalise(line) for line in reversed(self.above) if line and not line.startswith(COMMENT)), "")


Knows = Callable[[Header], bool]
"""Answers whether a row of normalised names is the header of a known format."""

Aliases = Mapping[str, Sequence[str]]
"""The names of one column in all languages, by our own name for it."""

SEARCHED_ROWS = 20
"""How far down a header is looked for; real preambles have up to ten rows."""

COMMENT = "#"
"""What a line above a table begins with in some exports (Google Analytics)."""

LONGEST_NAME = 2_000
"""A longer cell is no column name. Old Facebook exports have some of 300 characters."""

_INVISIBLE = dict.fromkeys([0xFEFF, 0x00AD, *range(0x200B, 0x200E)])


@lru_cache(maxsize=20_000)
def normalise(name: str) -> str:
    """The form in which header names are compared.

    >>> normalise("\\ufeffVi\\u00addeo\\u00adtitel ")
    'videotitel'
    >>> normalise("Reactions,  Comments\\u00a0and Shares")
    'reactions, comments and shares'
    >>> normalise("\\u039c\\u0391\\u03aa\\u0301\\u039f\\u03a5") == normalise("\\u03bc\\u03b1\\u0390\\u03bf\\u03c5")
    True
    """
    small = unicodedata.normalize("NFKC", name.translate(_INVISIBLE)).casefold()  # takes the accents off a Greek ΐ
    return re.sub(r"\s+", " ", unicodedata.normalize("NFKC", small)).strip()


def clean(name: str) -> str:
    """The name as shown to people: without invisible characters, letters as they are.

    >>> clean(" \\ufeffPost ID ")
    'Post ID'
    """
    return re.sub(r"\s+", " ", name.translate(_INVISIBLE)).strip()


@lru_cache(maxsize=5_000)
def _normalised(names: tuple[str, ...]) -> tuple[str, ...]:
    """The names of one column. Remembered: each row that may be a header is compared with all names of all formats."""
    return tuple(dict.fromkeys(map(normalise, names)))


def resolve(keys: Sequence[str], aliases: Aliases) -> dict[str, list[int]]:
    """Where each of our columns stands in a header, duplicates in order; absent ones are left out.

    >>> resolve(["post id", "views", "views"], {"post_id": ["Post ID"], "views": ["Views"], "reach": ["Reach"]})
    {'post_id': [0], 'views': [1, 2]}
    """
    places: dict[str, list[int]] = {}
    for position, key in enumerate(keys):
        places.setdefault(key, []).append(position)
    found = {}
    for column, names in aliases.items():
        positions = [place for name in _normalised(tuple(names)) for place in places.get(name, ())]
        if positions:
            found[column] = positions
    return found


def lines_of(rows: Iterable[Sequence[str]]) -> list[str]:
    """Rows above a header as lines, for people and for formats that read them.

    >>> lines_of([["# Start date: 20230101"], [], ["Facebook visits", ""]])
    ['# Start date: 20230101', '', 'Facebook visits']
    """
    return [", ".join(filter(None, (clean(cell) for cell in row))) for row in rows]


def known_header(
    rows: Sequence[Sequence[str]], knows: Knows, sheet: str = "", file_name: str = "", above: Sequence[str] = ()
) -> int | None:
    """The index of the first row that is the header of a known format; `above` are lines from before these rows."""
    for index, row in enumerate(rows):
        if len(row) <= COLUMNS and any(row):
            names = [normalise(cell) if len(cell) < LONGEST_NAME else "" for cell in row]
            if knows(Header(names, [*above, *lines_of(rows[:index])], sheet, file_name)):
                return index
    return None


def likely_header(rows: Sequence[Sequence[str]]) -> int:
    """The index of the row that looks most like a header: the first one as wide as most rows, and filled.

    >>> likely_header([["Report of May"], [], ["date", "likes"], ["2025-05-01", "3"], ["2025-05-02", "4"]])
    2
    """
    filled = [i for i, row in enumerate(rows) if any(row) and not row[0].startswith(COMMENT)]
    if not filled:
        return 0
    widths = Counter(len(rows[i]) for i in filled if len(rows[i]) > 1) or Counter([1])
    usual = max(widths, key=lambda width: (widths[width], width))
    reach = max(place for i in filled for place, cell in enumerate(rows[i], start=1) if cell)  # a wider table pads it
    for i in filled:
        if len(rows[i]) == usual and sum(map(bool, rows[i])) * 2 > min(usual, reach):
            return i
    return filled[0]
