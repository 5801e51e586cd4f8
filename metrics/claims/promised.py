"""Whether what a guideline promises was kept, for checks that look at one of its rules."""

from metrics.claims.check import document
from metrics.claims.facts import Promise
from metrics.claims.verdict import Verdict, at_least, saying
from metrics.words import Share

MINIMUM = 30


def promised(
    promise: Promise | None, *, no_rule: str, no_data: str, agree: str, disagree: str, too_few: str
) -> Verdict:
    """The verdict on a promise of at least a share, with the sentences for each outcome.

    The sentences may name `{k}` of `{n}` and the promised `{target}`. `no_rule` is for guidelines that promise nothing,
    `no_data` for data that do not tell.
    """
    if promise is None:
        return document(no_rule)
    if not promise.n:
        return document(no_data)
    values = {"k": promise.k, "n": promise.n, "target": Share(promise.share)}
    say = saying(values, agree=agree, disagree=disagree, too_few=too_few)
    return at_least(promise.k, promise.n, promise.share, say, MINIMUM)
