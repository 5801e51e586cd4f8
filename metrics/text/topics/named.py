"""A topic that has a name and words by which messages are known to be about it."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class NamedTopic:
    """A topic of a list: `words` and `excluded` are patterns by language (`word`, `prefix*`, `*part*`, "two words")."""

    id: str
    label: Mapping[str, str]
    words: Mapping[str, tuple[str, ...]]
    excluded: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    pinned: bool = False
