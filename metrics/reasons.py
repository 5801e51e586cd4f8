"""Why a number cannot be given. A reason is a result, said in words."""

from collections.abc import Iterable

from metrics.measures import TERMS
from metrics.platforms import named
from metrics.words import N_, Message


def no_posts() -> Message:
    """Nothing was posted, or nothing was loaded, in this period."""
    return Message("no_posts", N_("There are no posts in this period."))


def not_reported(measure: str, platforms: Iterable[str]) -> Message:
    """The platforms that are asked for do not give this count.

    >>> not_reported("clicks", ["instagram"]).english()
    'Not in the data of Instagram: clicks.'
    """
    return Message(
        "not_reported",
        N_("Not in the data of {platforms}: {measure}."),
        {"platforms": named(platforms), "measure": Message(measure, TERMS[measure])},
    )


def too_few_posts(n: int, needed: int) -> Message:
    """Fewer posts than the metric needs.

    >>> too_few_posts(5, 8).english()
    'Too few posts: 5 of the 8 needed.'
    """
    return Message("too_few_posts", N_("Too few posts: {n} of the {needed} needed."), {"n": n, "needed": needed})


def too_few_for_share(successes: int, n: int) -> Message:
    """A share that is given as "7 of 9", because a percentage would suggest more than is known.

    >>> too_few_for_share(7, 9).english()
    '7 of 9: too few posts for a percentage.'
    """
    return Message(
        "too_few_for_share", N_("{part} of {n}: too few posts for a percentage."), {"part": successes, "n": n}
    )


def choose_one_platform(platforms: Iterable[str]) -> Message:
    """Rates of different platforms have no common meaning.

    >>> choose_one_platform(["facebook", "x"]).english()
    'Choose one platform: this rate cannot be averaged over Facebook, X.'
    """
    return Message(
        "choose_one_platform",
        N_("Choose one platform: this rate cannot be averaged over {platforms}."),
        {"platforms": named(platforms)},
    )


def no_followers() -> Message:
    """The number of followers is not known for any of the accounts."""
    return Message("no_followers", N_("Not in the data of these accounts: the number of followers."))


def no_website_data(metric: str) -> Message:
    """No statistics of a website in this period."""
    return Message(
        "no_website_data",
        N_("There is no website data with {measure} in this period."),
        {"measure": Message(metric, TERMS[metric])},
    )


def nobody_reached() -> Message:
    """Nothing to divide by: the platform says that no post reached anybody."""
    return Message("nobody_reached", N_("Cannot be calculated: the reach of these posts is 0."))


def partly_reported(measure: str, n: int, posts: int) -> Message:
    """A note beside a number: some posts lack the count.

    >>> partly_reported("reach", 40, 52).english()
    'Rests on the 40 of 52 posts that have reach.'
    """
    return Message(
        "partly_reported",
        N_("Rests on the {n} of {posts} posts that have {measure}."),
        {"n": n, "posts": posts, "measure": Message(measure, TERMS[measure])},
    )
