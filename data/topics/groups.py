"""Topics that were merged, as the one that they count as."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from data.topics.topic import Topic, Words


@dataclass(frozen=True)
class Groups:
    """Every topic of the store by id, and what each counts as."""

    topics: Mapping[int, Topic]

    def root(self, id: int) -> int:
        """The topic that a topic counts as: the one it was merged into, or itself."""
        seen = [id]
        while (into := self.topics[seen[-1]].merged_into) is not None and into not in seen:
            seen.append(into)
        return seen[-1]

    def counts_as(self, id: int) -> int | None:
        """The same, or None when no message can be about it: somebody switched it off, or what it is a part of."""
        root = self.root(id)
        whole = self.topics[root].part_of
        gone = whole is not None and self.counts_as(whole) != whole
        return None if gone or self.topics[root].is_off or self.topics[id].is_off else root

    def shown(self) -> tuple[Topic, ...]:
        """The topics that messages can be about, with the typical words of those that were merged into them."""
        return tuple(self._joined(one) for one in self.topics.values() if self.counts_as(one.id) == one.id)

    def merged_into(self, id: int) -> tuple[Topic, ...]:
        """The topics that count as this one, but for itself."""
        return tuple(one for one in self.topics.values() if one.id != id and self.root(one.id) == id)

    def matched(self) -> Iterator[Topic]:
        """The topics whose words are looked for in messages."""
        return (one for one in self.topics.values() if any(one.words.values()) and self.counts_as(one.id) is not None)

    def _joined(self, one: Topic) -> Topic:
        typical = one.typical
        for other in self.merged_into(one.id):
            typical = _together(typical, other.typical)
        return replace(one, typical=typical)


def _together(first: Words, second: Words) -> Words:
    codes = dict.fromkeys((*first, *second))
    return {code: tuple(dict.fromkeys((*first.get(code, ()), *second.get(code, ())))) for code in codes}
