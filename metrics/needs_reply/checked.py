"""How good the rules are on the messages that people of this organisation labelled."""

from dataclasses import dataclass

import pandas as pd

from metrics.intervals import wilson
from metrics.needs_reply.intents import NEEDS_REPLY
from metrics.words import N_, Message, Share

ENOUGH = 200
"""Labelled messages from which precision and recall say something (METRICS 3.9)."""


@dataclass(frozen=True)
class Rate:
    """A share with its interval; `low` and `high` are None without cases."""

    k: int
    n: int
    low: float | None
    high: float | None

    @property
    def value(self) -> float | None:
        """The share, if there is any case."""
        return self.k / self.n if self.n else None


@dataclass(frozen=True)
class Checked:
    """Precision: of what the rules say needs a reply, how much does. Recall: of what does, how much they find."""

    n: int
    precision: Rate
    recall: Rate


def check(labels: pd.DataFrame) -> Checked:
    """From the counts of a random sample: columns by_rule, intent, n.

    >>> found = check(pd.DataFrame({"by_rule": ["question", "thanks"], "intent": ["question"] * 2, "n": [9, 1]}))
    >>> found.n, found.precision.value, found.recall.value
    (10, 1.0, 0.9)
    """
    said, is_ = (labels[name].isin(list(NEEDS_REPLY)) for name in ("by_rule", "intent"))
    n = labels["n"]
    right = int(n[said & is_].sum())
    return Checked(int(n.sum()), _rate(right, int(n[said].sum())), _rate(right, int(n[is_].sum())))


def _rate(k: int, n: int) -> Rate:
    low, high = wilson(k, n) if n else (None, None)
    return Rate(k, n, low, high)


def sentence(found: Checked) -> Message:
    """How far the labelling is, or what it shows, in one sentence."""
    if found.n < ENOUGH:
        text = N_("{n} of {enough} messages checked. From {enough} on, this page says how good the rules are here.")
        return Message("too_few_labels", text, {"n": found.n, "enough": ENOUGH})
    text = N_(
        "Checked on {n} messages: {precision} of what is counted as a question is one ({p_low} to {p_high}), and "
        "{recall} of the questions are found ({r_low} to {r_high})."
    )
    precision, recall = found.precision, found.recall
    return Message(
        "rules_checked",
        text,
        {
            "n": found.n,
            "precision": _share(precision.value),
            "p_low": _share(precision.low),
            "p_high": _share(precision.high),
            "recall": _share(recall.value),
            "r_low": _share(recall.low),
            "r_high": _share(recall.high),
        },
    )


def _share(value: float | None) -> object:
    return Message("unknown", N_("not known")) if value is None else Share(round(value, 2))
