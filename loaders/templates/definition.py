"""What a template is: its columns in every language, what they mean, and rows as an example."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, get_args

from loaders.files.reading.headers import Aliases, resolve
from loaders.records import Kind, Platform

LANGUAGES = ("en", "nl")
"""The languages that templates are written in; a filled template is recognised in each of them."""

Words = tuple[str, str]
"""A text in each of `LANGUAGES`."""

Form = Literal["text", "id", "count", "moment", "day", "month"]
"""What stands in a column. All but counts are kept as text, so that a spreadsheet changes no id and no date."""

MARK = "mark"
"""The name of the first column of each template. Its header is what a template is recognised by."""

EXAMPLE: Words = ("example", "voorbeeld")
"""What stands in the first cell of an example row."""


@dataclass(frozen=True)
class Column:
    """A column: our name, its header in each language, what to fill in. A `needed` one must be there."""

    name: str
    headers: Words
    meaning: str
    form: Form = "text"
    needed: bool = False
    choices: tuple[str, ...] = ()


@dataclass(frozen=True)
class Template:
    """A template. `examples` are rows by our names of the columns; a value that needs translation is a pair."""

    name: str
    kind: Kind
    file_names: Words
    title: str
    columns: tuple[Column, ...]
    examples: tuple[Mapping[str, str | Words], ...]

    @property
    def aliases(self) -> Aliases:
        """The headers of each column, for the reader."""
        return {column.name: column.headers for column in self.columns}

    @property
    def figures(self) -> tuple[str, ...]:
        """The names of the columns that hold counts."""
        return tuple(column.name for column in self.columns if column.form == "count")

    @property
    def platforms(self) -> tuple[Platform, ...]:
        """The platforms that its rows can be of."""
        choices = next((column.choices for column in self.columns if column.name == "platform"), ())
        return tuple(platform for platform in get_args(Platform) if platform in choices)

    def header(self, language: str) -> list[str]:
        """The headers in a language; English for one that templates are not written in."""
        return [said(column.headers, language) for column in self.columns]

    def rows(self, language: str) -> list[dict[str, str]]:
        """The example rows in a language, each marked as an example in its first cell."""
        return [
            {MARK: said(EXAMPLE, language)} | {name: said(value, language) for name, value in row.items()}
            for row in self.examples
        ]

    def recognises(self, header: Sequence[str]) -> bool:
        """Whether a normalised header is this template: its own first column, what it needs, and a figure per day."""
        found: Collection[str] = resolve(header, self.aliases).keys()
        has_figure = self.kind in ("posts", "comments") or any(name in found for name in self.figures)
        return has_figure and all(column.name in found for column in self.columns if column.needed)


def said(words: str | Words, language: str) -> str:
    """A text in a language; English for one that templates are not written in.

    >>> said(("yes", "ja"), "nl"), said("waterstad", "nl"), said(("yes", "ja"), "de")
    ('ja', 'waterstad', 'yes')
    """
    if isinstance(words, str):
        return words
    return words[LANGUAGES.index(language)] if language in LANGUAGES else words[0]
