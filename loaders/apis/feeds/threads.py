"""Whether everything under a post was shown: servers cut long threads without saying so."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

_SMALL = 50
"""Answers that every server shows at once: Takahe stops at 50, Mastodon at 60 for who has no token."""


@dataclass(frozen=True)
class Node:
    """A message in a thread: what it answers, and how many direct answers the server says it has (None: not said)."""

    id: str
    parent: str
    answers: int | None


def is_whole(post: Node, below: Sequence[Node], deepest: int) -> bool:
    """Whether these are all messages under a post; every one stands after what it answers.

    A thread that is small, and shallower than the `deepest` level a server shows, is never cut. In others each message
    must have as many answers as the server says.

    >>> post = Node("1", "", 2)
    >>> is_whole(post, [Node("2", "1", 0)], 20)
    True
    >>> is_whole(post, [Node(str(n), "1", 0) for n in range(2, 62)], 20)
    True
    >>> is_whole(Node("1", "", 300), [Node(str(n), "1", 0) for n in range(2, 62)], 20)
    False
    >>> is_whole(post, [Node(str(n + 1), str(n), 1) for n in range(1, 21)], 20)
    False
    """
    level = {post.id: 0}
    for message in below:
        level[message.id] = level.get(message.parent, 0) + 1
    if len(below) < _SMALL and max(level.values()) < deepest:
        return True
    shown = Counter(message.parent for message in below)
    return all(message.answers is not None and shown[message.id] >= message.answers for message in (post, *below))
