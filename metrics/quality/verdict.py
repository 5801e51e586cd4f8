"""The verdict on one account: a word with the reasons behind it, each with what to do."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Literal

from metrics.words import N_, Message

Badge = Literal["good", "partial", "do_not_compare"]

BADGES: dict[Badge, str] = {
    "do_not_compare": N_("Do not compare"),
    "partial": N_("Partial"),
    "good": N_("Good"),
}
"""What each badge is called, the gravest first."""

Side = Literal["completeness", "accuracy", "timeliness", "consistency", "register", "days"]

SIDES: dict[Side, str] = {
    "completeness": N_("Completeness"),
    "accuracy": N_("Accuracy"),
    "timeliness": N_("Timeliness"),
    "consistency": N_("Consistency"),
    "register": N_("Register"),
    "days": N_("Days"),
}
"""The sides of quality, in the order in which people read them."""


@dataclass(frozen=True)
class Reason:
    """Something that is wrong with the data of an account: the best badge it still allows, and what to do.

    `kind` names it among accounts with the same trouble; `about` is the count it concerns, if it concerns one.
    """

    side: Side
    kind: str
    badge: Badge
    message: Message
    what_to_do: Message
    about: str = ""


@dataclass(frozen=True)
class Verdict:
    """An account or website, with the badge of its gravest reason; without any it is good."""

    name: str
    platform: str
    department_id: int
    account_id: int | None = None  # None for a website
    site_id: int | None = None
    reasons: tuple[Reason, ...] = field(default=())

    @property
    def badge(self) -> Badge:
        """The gravest badge among the reasons."""
        return worst(reason.badge for reason in self.reasons)


def worst(badges: Iterable[Badge]) -> Badge:
    """The gravest of some badges; good without any.

    >>> worst(["partial", "do_not_compare"]), worst([])
    ('do_not_compare', 'good')
    """
    found = set(badges)
    return next((badge for badge in BADGES if badge in found), "good")


def gravest_first(reasons: Iterable[Reason]) -> tuple[Reason, ...]:
    """The reasons in the order of their badges; those of one badge keep their order."""
    order = list(BADGES)
    return tuple(sorted(reasons, key=lambda reason: order.index(reason.badge)))
