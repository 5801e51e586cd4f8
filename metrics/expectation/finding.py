"""What was found among the posts of a period, in sentences."""

from dataclasses import dataclass

from scipy.stats import binom

from metrics.expectation.choosing import beyond_range_by_chance
from metrics.expectation.model import FEWEST_POSTS, RISK
from metrics.words import N_, Message

_SURE = 0.05


@dataclass(frozen=True)
class Counted:
    """How many posts of a period were judged, exceed their range, are shown as candidates, and are shared."""

    judged: int
    beyond: int
    candidates: int
    shared: int


def headline(found: Counted) -> tuple[Message, ...]:
    """The finding: what is shared, how many posts exceed their range, how many would by chance, and how to read that.

    More than chance gives: by the binomial distribution, as if posts did not depend on each other.

    >>> [one.english() for one in headline(Counted(1204, 61, 12, 1))][1:]  # doctest: +NORMALIZE_WHITESPACE
    ['Of 1204 posts, 61 exceed their range; about 30 would by chance.',
     'That is more than chance gives: some of them did something that others can copy.']
    >>> headline(Counted(1204, 35, 6, 0))[2].code
    'as_chance'
    """
    if not found.judged:
        return (_shared(found.shared), _none_judged())
    text = N_("Of {judged} posts, {n} exceed their range; about {chance} would by chance.")
    values = {"judged": found.judged, "n": found.beyond, "chance": round(beyond_range_by_chance(found.judged))}
    return (_shared(found.shared), Message("beyond_range", text, values), _against_chance(found))


def _against_chance(found: Counted) -> Message:
    if binom.sf(found.beyond - 1, found.judged, RISK / 2) < _SURE:
        text = N_("That is more than chance gives: some of them did something that others can copy.")
        return Message("more_than_chance", text)
    text = N_("That is not clearly more than chance gives: read examples as ideas to try, not as proof.")
    return Message("as_chance", text)


def _shared(n: int) -> Message:
    if not n:
        return Message("none_shared", N_("No department shares an example of this period yet."))
    return Message(
        "shared",
        N_("Departments share {n} example of this period."),
        {"n": n},
        plural=N_("Departments share {n} examples of this period."),
        count=n,
    )


def _none_judged() -> Message:
    text = N_(
        "No posts of this period were judged: a platform needs {least} posts in two years of which likes, comments and "
        "shares are all known."
    )
    return Message("none_judged", text, {"least": FEWEST_POSTS})
