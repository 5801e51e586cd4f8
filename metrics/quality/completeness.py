"""Completeness: which share of an account's posts has each count that its platform reports."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from metrics.intervals import wilson
from metrics.measures import COUNTS, INTERACTION_PARTS, TERMS
from metrics.platforms import NEVER_REPORTED
from metrics.quality.limits import HALF, MOSTLY
from metrics.quality.verdict import Reason
from metrics.words import N_, Message, Share

NEEDED: tuple[str, ...] = (*INTERACTION_PARTS, "impressions", "reach", "clicks")
"""The counts that most numbers rest on: without them an account is no more than partial."""

NOT_OF_EVERY_POST: frozenset[str] = frozenset({"video_views", "followers_gained"})
"""Counts that a post may rightly lack: only videos are played, and few posts bring new followers."""


@dataclass(frozen=True)
class Known:
    """How many of `of` posts have a count. `never`: the platform gives it to nobody, so nothing is missing."""

    count: str
    n: int
    of: int
    never: bool = False

    @property
    def share(self) -> float | None:
        """From 0 to 1; None where the platform never gives the count, or without posts."""
        return None if self.never or self.of == 0 else self.n / self.of

    @property
    def interval(self) -> tuple[float, float] | None:
        """Wilson's 95 % interval of the share."""
        return None if self.share is None else wilson(self.n, self.of)


def completeness(account: Mapping[Any, Any]) -> tuple[Known, ...]:
    """What is known of an account's posts, count by count.

    `account` is a row of `data.queries.coverage`: platform, posts and `<count>_n`. A count that the platform is said
    never to give, but that is in the data after all, counts as given.

    >>> row = {"platform": "x", "posts": 4, **{f"{name}_n": 4 for name in COUNTS}, "clicks_n": 1, "reach_n": 0}
    >>> known = {one.count: one for one in completeness(row)}
    >>> known["clicks"].share, known["reach"].never
    (0.25, True)
    """
    never = NEVER_REPORTED.get(account["platform"], frozenset())
    posts = _whole(account["posts"])
    found = ((name, min(_whole(account[f"{name}_n"]), posts)) for name in COUNTS)
    return tuple(Known(name, n, posts, never=n == 0 and name in never) for name, n in found)


def reasons(account: Mapping[Any, Any]) -> list[Reason]:
    """A reason for each count that many of its posts should have and do not."""
    known = {one.count: one for one in completeness(account)}
    return [_reason(known[name]) for name in NEEDED if _lacks(known[name])]


def _lacks(known: Known) -> bool:
    return known.share is not None and known.share < MOSTLY


def _reason(known: Known) -> Reason:
    measure = Message(known.count, TERMS[known.count])
    if known.n == 0:
        message = Message("lacks_all", N_("None of the posts has {measure}."), {"measure": measure})
    else:
        message = Message(
            "lacks",
            N_("Only {n} of {posts} posts ({share}) have {measure}."),
            {"n": known.n, "posts": known.of, "share": Share(known.n / known.of), "measure": measure},
        )
    todo = Message(
        "export_with_count",
        N_("Load an export of this period that has {measure}, if there is one."),
        {"measure": measure},
    )
    core = known.count in INTERACTION_PARTS and known.n < HALF * known.of
    return Reason("completeness", "lacks", "do_not_compare" if core else "partial", message, todo, known.count)


def _whole(value: Any) -> int:
    """A number of the frame; NaN, where nothing was counted, is none."""
    return 0 if value != value else int(value)
