"""Shares of what people write down in a log: test messages, removals."""

from metrics.calculations import MINIMUM_FOR_SHARE
from metrics.estimate import Estimate
from metrics.intervals import wilson
from metrics.words import N_, Message


def logged_share(part: int, n: int) -> Estimate:
    """The share of the logged items, with Wilson's interval; "7 of 9" below ten, and a reason when there are none.

    >>> logged_share(15, 20).value, logged_share(7, 9).reason.english()
    (0.75, '7 of 9: too few for a percentage.')
    """
    if n == 0:
        return Estimate(None, reason=Message("nothing_logged", N_("Nothing is in the log yet.")))
    if n < MINIMUM_FOR_SHARE:
        text = N_("{part} of {n}: too few for a percentage.")
        return Estimate(None, n=n, reason=Message("too_few_logged", text, {"part": part, "n": n}))
    low, high = wilson(part, n)
    return Estimate(part / n, n=n, low=low, high=high)
