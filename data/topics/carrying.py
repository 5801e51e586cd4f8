"""Which found topics of before are there again in a new fit: those that share most of their messages."""

from collections.abc import Iterable, Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

SAME = 0.5
"""From this Jaccard overlap of messages on, a new topic is an old one."""


def same_topics(old: NDArray[Any], new: NDArray[Any], merged: Mapping[int, Iterable[int]]) -> dict[int, int]:
    """The old topic of each new one that has one: greedy, the largest overlap first, each old topic once.

    `old` and `new` say of each message which topic it was about and which group it is in now (None: of none). `merged`
    are topics that others were merged into; such a topic is also sought with the messages of all of them together.

    >>> same_topics(np.array([7, 7, 8, 8, None]), np.array([1, 1, 0, 1, 0]), {})
    {1: 7}
    """
    before = {topic: old == topic for topic in _kinds(old)}
    candidates = list(before.items())
    for root, members in merged.items():
        together = [before[topic] for topic in {root, *members} if topic in before]
        if len(together) > 1:
            candidates.append((root, np.logical_or.reduce(together)))
    pairs = [(_jaccard(rows, new == group), group, topic) for topic, rows in candidates for group in _kinds(new)]
    found: dict[int, int] = {}
    for overlap, group, topic in sorted(pairs, key=lambda pair: (-pair[0], pair[1], pair[2])):
        if overlap >= SAME and group not in found and topic not in found.values():
            found[group] = topic
    return found


def _kinds(values: NDArray[Any]) -> list[int]:
    return [value for value in dict.fromkeys(values.tolist()) if value is not None]


def _jaccard(one: NDArray[np.bool_], other: NDArray[np.bool_]) -> float:
    return float((one & other).sum() / max(1, (one | other).sum()))
