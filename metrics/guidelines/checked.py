"""The outcome of a rule: one of four verdicts, with the number behind it.

A rule asks that a share is at least, or at most, so much. The share is known up to its 95 % interval (Wilson):

* kept: the whole interval lies on the right side
* not kept: the whole interval lies on the other side
* too few to say: the rule lies inside the interval, or there are fewer cases than the rule needs
* not measurable with these data: nothing is known, and `reason` says what would tell
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from metrics.intervals import wilson
from metrics.words import N_, Message

Verdict = Literal["kept", "not_kept", "too_few", "not_measurable"]

VERDICTS: dict[Verdict, str] = {
    "kept": N_("kept"),
    "not_kept": N_("not kept"),
    "too_few": N_("too few to say"),
    "not_measurable": N_("not measurable with these data"),
}
"""What each verdict is called, in the order in which a summary names them."""

Basis = Literal["weeks", "posts", "pictures", "questions", "removals", "documents"]

_Side = Callable[[float, float], Verdict | None]


@dataclass(frozen=True)
class Checked:
    """A verdict with its share, 95 % interval and number of cases, and why it is not simply "kept"."""

    verdict: Verdict
    value: float | None = None
    low: float | None = None
    high: float | None = None
    n: int = 0
    reason: Message | None = None


def at_least(k: int, n: int, share: float, minimum: int) -> Checked:
    """Whether `k` of `n` is at least a share.

    >>> at_least(58, 60, 0.8, 30).verdict, at_least(24, 30, 0.8, 30).verdict, at_least(140, 200, 0.8, 30).verdict
    ('kept', 'too_few', 'not_kept')
    """
    return _judged(k, n, minimum, lambda low, high: "kept" if low >= share else "not_kept" if high < share else None)


def at_most(k: int, n: int, share: float, minimum: int) -> Checked:
    """Whether `k` of `n` is at most a share.

    >>> at_most(1, 60, 0.2, 30).verdict, at_most(40, 60, 0.2, 30).verdict
    ('kept', 'not_kept')
    """
    return _judged(k, n, minimum, lambda low, high: "kept" if high <= share else "not_kept" if low > share else None)


def not_measurable(code: str, text: str) -> Checked:
    """Nothing is known; `text` says what would tell."""
    return Checked("not_measurable", reason=Message(code, text))


def _judged(k: int, n: int, minimum: int, side: _Side) -> Checked:
    if n < 1:
        return not_measurable("nothing_to_judge", N_("There is nothing to judge in this period."))
    if n < minimum:  # the share of a handful is not shown: it says nothing, and could say something about one person
        text = N_("There are only {n}, and this rule needs at least {minimum}. Choose a longer period.")
        return Checked("too_few", n=n, reason=Message("below_minimum", text, {"n": n, "minimum": minimum}))
    low, high = wilson(k, n)
    verdict = side(low, high)
    if verdict is None:
        text = N_("The interval lies on both sides of the rule. Choose a longer period.")
        return Checked("too_few", k / n, low, high, n, Message("both_sides", text))
    return Checked(verdict, k / n, low, high, n)
