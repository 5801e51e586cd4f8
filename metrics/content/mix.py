"""Push, pull and networking beside what the organisation says it is on social media for."""

from collections.abc import Mapping
from dataclasses import dataclass

from metrics.claims.objectives import OBJECTIVES
from metrics.content.tactics import NETWORKING, PULL, PUSH, TACTICS
from metrics.intervals import wilson
from metrics.words import N_, Message, Share

TACTIC_OF = {"information": PUSH, "dialogue": PULL, "collaboration": NETWORKING}
"""The tactic that serves each objective; service shows in answers, not in posts."""

SERVING = 0.25
"""A tactic that serves the objective shows in at least this share of posts: our default, no published norm exists."""
FEWEST_POSTS = 30


@dataclass(frozen=True)
class Part:
    """A tactic: how many posts use it, as a share with its 95 % interval."""

    tactic: str
    n: int
    share: float
    low: float
    high: float


def mix(posts: Mapping[str, int]) -> tuple[Part, ...]:
    """The share of each tactic among own posts; empty without posts.

    >>> [(part.tactic, round(part.share, 2)) for part in mix({"push": 30, "pull": 10})]
    [('push', 0.75), ('pull', 0.25), ('networking', 0.0)]
    """
    total = sum(posts.get(tactic, 0) for tactic in TACTICS)
    if not total:
        return ()
    counts = {tactic: posts.get(tactic, 0) for tactic in TACTICS}
    return tuple(Part(tactic, n, n / total, *wilson(n, total)) for tactic, n in counts.items())


def verdict(parts: tuple[Part, ...], objective: str) -> Message:
    """Whether the posts do what the objective asks for: at least a quarter of them use its tactic.

    Raises `ValueError` for an objective that is not in `OBJECTIVES`.

    >>> verdict(mix({"push": 95, "pull": 5}), "dialogue").english()
    'The objective is dialogue, but 5 % of 100 posts ask or invite (interval 2.15 % to 11.2 %).'
    """
    if objective not in OBJECTIVES:
        raise ValueError(f"the objective is one of {', '.join(OBJECTIVES)}, got {objective!r}")
    if objective not in TACTIC_OF:
        return Message(
            "mix_service", N_("The objective is service. That shows in how questions are answered, not in posts.")
        )
    n = sum(part.n for part in parts)
    if n < FEWEST_POSTS:
        text = N_("Too few posts to judge the mix: {n} of the {needed} needed.")
        return Message("mix_too_few", text, {"n": n, "needed": FEWEST_POSTS})
    (part,) = (part for part in parts if part.tactic == TACTIC_OF[objective])
    values = {"share": Share(part.share), "low": Share(part.low), "high": Share(part.high), "n": n}
    if part.low >= SERVING:
        return Message("mix_fits", _FITS[objective], values)
    if part.high < SERVING:
        return Message("mix_differs", _DIFFERS[objective], values)
    return Message("mix_undecided", _UNDECIDED[objective], values)


_FITS = {
    "information": N_("The objective is to inform, and {share} of {n} posts tell (interval {low} to {high})."),
    "dialogue": N_("The objective is dialogue, and {share} of {n} posts ask or invite (interval {low} to {high})."),
    "collaboration": N_(
        "The objective is collaboration, and {share} of {n} posts mention others or pass on what they say "
        "(interval {low} to {high})."
    ),
}
_DIFFERS = {
    "information": N_("The objective is to inform, but only {share} of {n} posts tell (interval {low} to {high})."),
    "dialogue": N_("The objective is dialogue, but {share} of {n} posts ask or invite (interval {low} to {high})."),
    "collaboration": N_(
        "The objective is collaboration, but {share} of {n} posts mention others or pass on what they say "
        "(interval {low} to {high})."
    ),
}
_UNDECIDED = {
    "information": N_(
        "The objective is to inform. {share} of {n} posts tell (interval {low} to {high}): too few to say if that is "
        "a quarter."
    ),
    "dialogue": N_(
        "The objective is dialogue. {share} of {n} posts ask or invite (interval {low} to {high}): too few to say "
        "if that is a quarter."
    ),
    "collaboration": N_(
        "The objective is collaboration. {share} of {n} posts mention others or pass on what they say (interval {low} "
        "to {high}): too few to say if that is a quarter."
    ),
}
