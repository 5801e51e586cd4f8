"""What an export format is: a name, a way to recognise it, and a way to map it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from loaders.files.reading.table import Table
from loaders.records import Batch, Kind, Platform


@dataclass(frozen=True)
class Format:
    """One export format. Each module of `loaders.files` that has a `FORMAT` adds one.

    `sniff` gets the normalised header (`headers.normalise`) and must be sure: at most one format may answer yes.
    """

    id: str
    platform: Platform
    kind: Kind
    description: str
    sniff: Callable[[Sequence[str]], bool]
    parse: Callable[[Table], Batch]
