"""How much two people agree who labelled the same messages: whether the question can be answered at all."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from metrics.words import N_, Message, Share

ENOUGH = 40
"""Messages with two labels from which agreement is judged; fifty are drawn, and some may vanish."""
GOOD, FAIR = 0.8, 0.667
"""Cut points of alpha (Krippendorff 2004, chapter 11)."""

Word = Literal["good", "fair", "weak", "not_enough"]
_RESAMPLES, _SEED = 2000, 6


@dataclass(frozen=True)
class Agreement:
    """Messages with two labels, how many of them got the same one, and alpha with its 95 % interval.

    Alpha is None where it cannot be told: too few messages, or only one kind of label was used.
    """

    n: int
    same: int
    alpha: float | None = None
    low: float | None = None
    high: float | None = None

    @property
    def share(self) -> float | None:
        """The share with the same label."""
        return self.same / self.n if self.n else None

    @property
    def word(self) -> Word:
        """Good from .8, fair from .667, else weak."""
        if self.alpha is None:
            return "not_enough"
        return "good" if self.alpha >= GOOD else "fair" if self.alpha >= FAIR else "weak"


def agreement(first: Sequence[str], second: Sequence[str]) -> Agreement:
    """How much two labellers agree on the same messages: per cent, and Krippendorff's alpha for nominal labels.

    `alpha = 1 - observed / expected disagreement`, where expected is that of labels dealt out at random: 1 is perfect,
    0 is no better than chance. The interval comes from drawing the messages again and again.

    Reference: Krippendorff (2004), "Content Analysis", chapter 11.

    >>> found = agreement(["a", "b"] * 25, ["a", "b"] * 24 + ["a", "a"])
    >>> found.same, round(found.alpha, 3), found.word
    (49, 0.96, 'good')
    """
    if len(first) != len(second):
        raise ValueError(f"two labels for each message are needed, got {len(first)} and {len(second)}")
    kinds = sorted({*first, *second})
    n, same = len(first), sum(one == other for one, other in zip(first, second, strict=True))
    if n < ENOUGH or len(kinds) < 2:
        return Agreement(n, same)
    code = {kind: number for number, kind in enumerate(kinds)}
    cell = [code[one] * len(kinds) + code[other] for one, other in zip(first, second, strict=True)]
    cells = np.bincount(cell, minlength=len(kinds) ** 2)
    drawn = np.random.default_rng(_SEED).multinomial(n, cells / n, _RESAMPLES)
    found = alpha(np.vstack([cells, drawn]).reshape(-1, len(kinds), len(kinds)))
    low, high = np.nanquantile(found[1:], [0.025, 0.975])
    return Agreement(n, same, float(found[0]), float(low), float(high))


def alpha(tables: NDArray[np.int64]) -> NDArray[np.float64]:
    """Krippendorff's nominal alpha of tables of counts, first label by second; NaN where only one kind was used.

    >>> alpha(np.array([[[2, 1], [0, 2]]])).round(3).tolist()
    [0.64]
    """
    labels = tables.sum(axis=2) + tables.sum(axis=1)  # each kind, by both people
    total = labels.sum(axis=1)
    differ = 1 - np.trace(tables, axis1=1, axis2=2) / (total / 2)
    chance = 1 - (labels * (labels - 1)).sum(axis=1) / (total * (total - 1))
    return np.asarray(1 - differ / np.where(chance > 0, chance, np.nan), dtype=np.float64)


_WORDS: dict[Word, str] = {
    "good": N_(
        "Two people agree well: the same label for {same} of {n} messages (alpha {alpha}, {low} to {high}). The shares "
        "can be relied on."
    ),
    "fair": N_(
        "Two people agree fairly: the same label for {same} of {n} messages (alpha {alpha}, {low} to {high}). Draw "
        "careful conclusions only."
    ),
    "weak": N_(
        "Two people agree little: the same label for {same} of {n} messages (alpha {alpha}, {low} to {high}). Talk "
        "about the messages on which you differ before you use the shares."
    ),
}


def sentence(found: Agreement) -> Message:
    """How much two people agree, in words."""
    if found.alpha is None or found.low is None or found.high is None:
        if found.n < ENOUGH:
            text = N_("{n} messages have two labels. From {enough} on, this page says how much two people agree.")
            return Message("agreement_not_enough", text, {"n": found.n, "enough": ENOUGH})
        text = N_("Both people gave all {n} messages the same label, so their agreement cannot be judged.")
        return Message("agreement_one_kind", text, {"n": found.n})
    values = {"same": found.same, "n": found.n, "alpha": round(found.alpha, 2)}
    values |= {"low": round(found.low, 2), "high": round(found.high, 2)}
    return Message(f"agreement_{found.word}", _WORDS[found.word], values)


def share_words(found: Agreement) -> Message | None:
    """The per cent of messages with the same label; None while nobody labelled a message twice."""
    if found.share is None:
        return None
    text = N_("{share} of the messages with two labels got the same one twice.")
    return Message("agreement_share", text, {"share": Share(round(found.share, 2))})
