"""The outcome of a check: one of four verdicts, with the number behind it.

* agree: the data agree; the whole 95 % interval lies on the claimed side
* disagree: the data disagree; the whole interval lies on the other side
* too_few: not enough data; the claim lies inside the interval, or there are fewer cases than the check needs
* document: needs a document; the data cannot tell
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from metrics.intervals import wilson
from metrics.words import N_, Message

Code = Literal["agree", "disagree", "too_few", "document"]

VERDICTS: dict[Code, str] = {
    "agree": N_("data agree"),
    "disagree": N_("data disagree"),
    "too_few": N_("not enough data"),
    "document": N_("needs a document"),
}
"""What each verdict is called, in the order in which a summary names them."""


@dataclass(frozen=True)
class Verdict:
    """A verdict with its reason in one sentence and the measured share, with 95 % interval and number of cases.

    Counts of a whole register (accounts without an owner) have a value and n, and no interval: nothing was sampled.
    """

    code: Code
    reason: Message
    value: float | None = None
    low: float | None = None
    high: float | None = None
    n: int = 0


Say = Callable[[Code], Message]
"""The sentence that gives the reason for a verdict."""


def saying(values: Mapping[str, Any], *, agree: str, disagree: str, too_few: str = "") -> Say:
    """The sentences of a check, one for each verdict; all take the same values.

    >>> saying({"k": 3}, agree="{k} do.", disagree="{k} do not.")("agree").english()
    '3 do.'
    """
    texts: dict[Code, str] = {"agree": agree, "disagree": disagree, "too_few": too_few}
    return lambda code: Message(code, texts[code], values)


def counted(holds: bool, k: int, n: int, say: Say) -> Verdict:
    """The verdict on a whole register: `k` of `n`, all of them looked at, so no interval.

    >>> counted(False, 3, 4, saying({}, agree="All are.", disagree="Not all are.")).code
    'disagree'
    """
    code: Code = "agree" if holds else "disagree"
    return Verdict(code, say(code), k / n, n=n)


def every(k: int, n: int, *, agree: str, disagree: str) -> Verdict:
    """The verdict on a claim about each of a whole register: one for which it does not hold contradicts it.

    The texts take `k` and `n`.

    >>> every(3, 4, agree="All {n} are.", disagree="{k} of {n} are.").reason.english()
    '3 of 4 are.'
    """
    return counted(k == n, k, n, saying({"k": k, "n": n}, agree=agree, disagree=disagree))


def at_least(k: int, n: int, share: float, say: Say, minimum: int = 10) -> Verdict:
    """Whether `k` of `n` is at least a share, by Wilson's 95 % interval; fewer than `minimum` cases decide nothing.

    Reference: METRICS 3.13 and the rule for claims "at least share s within time T".

    >>> def say(code): return Message(code, code)
    >>> [at_least(k, n, s, say).code for k, n, s in ((24, 30, 0.8), (140, 200, 0.8), (35, 35, 0.9), (9, 9, 0.5))]
    ['too_few', 'disagree', 'agree', 'too_few']
    """
    return _judged(k, n, minimum, say, lambda low, high: "agree" if low >= share else _other(high < share))


def at_most(k: int, n: int, share: float, say: Say, minimum: int = 10) -> Verdict:
    """Whether `k` of `n` is at most a share, judged as `at_least` does.

    >>> at_most(2, 100, 0.1, lambda code: Message(code, code)).code
    'agree'
    """
    return _judged(k, n, minimum, say, lambda low, high: "agree" if high <= share else _other(low > share))


def _other(beyond: bool) -> Code:
    return "disagree" if beyond else "too_few"


def _judged(k: int, n: int, minimum: int, say: Say, side: Callable[[float, float], Code]) -> Verdict:
    # The share of a handful is not shown: it says nothing, and could say something about one person.
    if n < minimum or not 0 <= k <= n:  # more than all: the figures clash
        return Verdict("too_few", say("too_few"), n=n)
    low, high = wilson(k, n)
    code = side(low, high)
    return Verdict(code, say(code), k / n, low, high, n)
