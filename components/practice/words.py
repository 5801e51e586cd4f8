"""What a post got, and what could be expected, in words."""

from components.i18n import _, ngettext


def got_words(interactions: int | None, low: int, high: int) -> str:
    """The interactions of a post beside its range; None: it no longer exceeds its range.

    >>> got_words(24, 3, 11)
    '24 interactions, where 3 to 11 could be expected.'
    >>> got_words(12, 0, 0), got_words(12, 2, 2)
    ('12 interactions, where none could be expected.', '12 interactions, where 2 could be expected.')
    """
    if interactions is None:
        return _("Newer figures put this post within what could be expected.")
    got = ngettext("{n} interaction", "{n} interactions", interactions)
    if high == 0:
        return _("{got}, where none could be expected.", got=got)
    if low == high:
        return _("{got}, where {n} could be expected.", got=got, n=high)
    return _("{got}, where {low} to {high} could be expected.", got=got, low=low, high=high)


def how_words(shown: int) -> str:
    """How posts are judged, as Markdown; at most `shown` of an account and quarter are candidates."""
    return "\n\n".join(
        [
            _(
                "**Interactions** are likes, comments and shares together. A post of which one of the three is not "
                "known is not judged."
            ),
            _(
                "**What could be expected** follows from the platform, the followers on that day (else the usual level "
                "of the account), the weekday and part of the day, the quarter, and the topic. Topics with few posts "
                "are pulled towards the others. Which account or department it is makes no difference, so a small team "
                "can stand out as well as a large one. Neither does the kind of post: that is what others can copy."
            ),
            _(
                "**The range** is where 95 of 100 such posts end up. Posts differ widely, so ranges are wide. How far "
                "posts stray is taken from the ordinary ones on the same platform; small counts are treated as counts."
            ),
            _(
                "**Candidates** lie so far above their range that only one of 200 ordinary posts would, and got at "
                "least 10 interactions. Of one account and quarter at most {n} are shown, by date and not by size.",
                n=shown,
            ),
            _(
                "**What it does not say** is why. Luck, news of that day or paid promotion can be behind it. Try the "
                "lesson, and see whether it works for you."
            ),
            _(
                "References: Huber (1964); Gelman & Hill (2007) on partial pooling; Bulmer (1974) on the "
                "Poisson-lognormal distribution; Efron (2004) on the empirical null."
            ),
        ]
    )
