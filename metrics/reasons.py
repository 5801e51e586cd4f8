"""Why a number cannot be given. A reason is a result, said in words."""

from collections.abc import Iterable

from metrics.measures import TERMS
from metrics.platforms import named
from metrics.words import N_, Duration, Message, Share

MORE_THAN = "more_than"
"""The code of the reason that itself tells something: the time is longer than this."""


def no_posts() -> Message:
    """Nothing was posted, or nothing was loaded, in this period."""
    return Message("no_posts", N_("There are no posts in this period."))


def figures_clash() -> Message:
    """A share of more than everything: what is counted in two places does not belong together."""
    text = N_("The figures behind it clash: more are counted than there can be. Import its files again.")
    return Message("figures_clash", text)


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
    '7 of 9 posts: too few for a percentage.'
    """
    return Message(
        "too_few_for_share",
        N_("{part} of {n} post: too few for a percentage."),
        {"part": successes, "n": n},
        plural=N_("{part} of {n} posts: too few for a percentage."),
        count=n,
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


def no_conversations(platforms: Iterable[str]) -> Message:
    """Nobody loaded what citizens wrote to these accounts, so nothing is known about answers.

    >>> no_conversations(["facebook"]).english()
    'Not in the data of Facebook: the messages of citizens and the answers to them.'
    """
    named_platforms = named(platforms)
    if not named_platforms:
        return Message("no_conversations", N_("No messages of citizens were loaded for this period."))
    return Message(
        "no_conversations",
        N_("Not in the data of {platforms}: the messages of citizens and the answers to them."),
        {"platforms": named_platforms},
    )


def no_questions() -> Message:
    """Conversations are loaded, and nobody asked anything."""
    return Message("no_questions", N_("Nobody asked a question in this period."))


def none_due() -> Message:
    """There are questions, and all of them may still be answered in time."""
    return Message("none_due", N_("No question of this period has passed its deadline yet."))


def too_few_questions(n: int, needed: int) -> Message:
    """Fewer questions than a time needs.

    >>> too_few_questions(5, 10).english()
    'Too few questions: 5 of the 10 needed.'
    """
    return Message(
        "too_few_questions", N_("Too few questions: {n} of the {needed} needed."), {"n": n, "needed": needed}
    )


def too_few_questions_for_share(successes: int, n: int) -> Message:
    """A share of questions that is given as "7 of 9".

    >>> too_few_questions_for_share(7, 9).english()
    '7 of 9 questions: too few for a percentage.'
    """
    return Message(
        "too_few_for_share",
        N_("{part} of {n} question: too few for a percentage."),
        {"part": successes, "n": n},
        plural=N_("{part} of {n} questions: too few for a percentage."),
        count=n,
    )


def more_than(seconds: float, share: float) -> Message:
    """A time that cannot be given because too few of the questions were ever answered.

    >>> more_than(10 * 86_400, 0.5).english()
    'More than 10 days: not even 50 % of the questions had an answer by then.'
    """
    text = N_("More than {longest}: not even {share} of the questions had an answer by then.")
    return Message(MORE_THAN, text, {"longest": Duration(seconds), "share": Share(share)})


def nobody_talked() -> Message:
    """Conversations are loaded, and no citizen wrote under a post of the organisation."""
    return Message("nobody_talked", N_("No citizen wrote under a post of this period."))


def nothing_answered() -> Message:
    """There are questions, and none of them got an answer."""
    return Message("nothing_answered", N_("None of the questions of this period got an answer."))
