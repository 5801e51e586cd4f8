"""Consistency: one definition of views in a period, and files that agree about the same posts."""

from collections.abc import Iterable
from dataclasses import dataclass

from metrics.quality.limits import COUNTS_FELL
from metrics.quality.verdict import Reason
from metrics.words import N_, Message

DEFINITIONS: dict[str, str] = {
    "views": N_("views: how often a post was shown or played, replays included"),
    "impressions": N_("impressions: how often a post was shown"),
    "thumbnails": N_("thumbnails: how often the picture of a video was shown"),
}
"""What platforms have counted under impressions."""


@dataclass(frozen=True)
class Overlap:
    """Posts that came from two formats. `fell` of them have a count that is lower in the later file."""

    first_format: str
    second_format: str
    posts: int
    fell: int


def definition_words(definitions: Iterable[str]) -> tuple[Message, ...]:
    """Definitions as values of a message; an unknown one stays as it is.

    >>> [word.english() for word in definition_words(["thumbnails"])]
    ['thumbnails: how often the picture of a video was shown']
    """
    return tuple(Message(name, DEFINITIONS.get(name, name)) for name in sorted(definitions))


def reasons(definitions: Iterable[str], overlaps: Iterable[Overlap]) -> list[Reason]:
    """A reason when views were counted in two ways, and one when a later file has lower counts."""
    found, several, both = [], sorted(set(definitions)), list(overlaps)
    posts, fell = sum(one.posts for one in both), sum(one.fell for one in both)
    if len(several) > 1:
        message = Message(
            "definitions",
            N_("Impressions are counted in {n} ways in this period: {definitions}."),
            {"n": len(several), "definitions": tuple(several)},
        )
        todo = Message(
            "one_definition", N_("Choose a period with one definition, or load the older posts from a newer export.")
        )
        found.append(Reason("consistency", "definitions", "partial", message, todo))
    if fell > COUNTS_FELL * posts:
        message = Message(
            "overlap_fell",
            N_("{fell} of {posts} posts that are in two kinds of files have lower counts in the later one."),
            {"fell": fell, "posts": posts},
        )
        todo = Message(
            "which_file", N_("Ask which of the two kinds of files is right, and undo the import of the other.")
        )
        found.append(Reason("consistency", "overlap_fell", "partial", message, todo))
    return found
