"""A topic that has a name and words by which messages are known to be about it."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class NamedTopic:
    """A topic of a list: `words` and `excluded` are patterns by language (`word`, `prefix*`, `*part*`, "two words").

    A text that holds one of `excluded` is not about the topic. A pinned topic goes first where two fit equally well.
    """

    id: str
    label: Mapping[str, str]
    words: Mapping[str, tuple[str, ...]]
    excluded: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    pinned: bool = False

    def of(self, language: str | None) -> tuple[str, ...]:
        """The words to look for in a text of a language: those of it, or of all where the topic has none of it.

        >>> pool = NamedTopic("pool", {"en": "Pool"}, {"en": ("pool",), "nl": ("zwembad*",)})
        >>> pool.of("en"), pool.of(None)
        (('pool',), ('pool', 'zwembad*'))
        """
        return _of(self.words, language)

    def without(self, language: str | None) -> tuple[str, ...]:
        """The words that rule the topic out, likewise."""
        return _of(self.excluded, language)


def _of(words: Mapping[str, tuple[str, ...]], language: str | None) -> tuple[str, ...]:
    own = words.get(language, ()) if language else ()
    return own or tuple(dict.fromkeys(word for every in words.values() for word in every))
