"""Shares of classes, corrected for how often the machine is wrong here, as a labelled sample shows it.

Counting what the machine says is biased: a machine that is right in three of four cases can be far off about shares,
because its errors do not cancel. People label a stratified random sample (`metrics.text.sampling`), and from then on:

* the shares of the messages that were sampled follow from the labels of each stratum and its size (`sampled`);
* the shares of any other messages (a department, a topic, another month) follow from the machine's counts of them and
  from how often the machine says what of each true class (`adjusted`, the adjusted count of the field's literature).

One label counts for each message, that of the first person; where only the second one labelled it, theirs. A second
label never changes a share: how far two people agree is told beside the shares (`metrics.text.agreement`).

References: Hopkins & King (2010), "A method of automated nonparametric content analysis for social science"; Forman
(2008), "Quantifying counts and costs via classification".
"""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from metrics.text.adjusted_count import realised, solved
from metrics.text.labels import OTHER, TASKS, Task, TaskCode
from metrics.text.posterior import SEED, Tables, tables
from metrics.words import N_, Message

ENOUGH, ENOUGH_OF_CLASS = 200, 20
"""Labels from which shares are told, and how many of them of each class (METRICS 3.9)."""
LEAST = 10
"""Messages from which shares of a slice are told; of fewer, only counts are."""

_APART = 0.05  # the smallest singular value of the rates: 1 for a machine without errors, 0 for one that guesses
_INTERVAL = (0.025, 0.975)


@dataclass(frozen=True)
class Quality:
    """Macro-F1 of the machine on the sampled messages, with its 95 % interval, and on how many labels it rests.

    `baseline` is that of saying the most common class of every message: a machine that is not better knows nothing.
    """

    macro_f1: float
    low: float
    high: float
    baseline: float
    n: int


@dataclass(frozen=True, eq=False)
class Calibration:
    """What a labelled sample says about the machine: `n` labels, how many of each class, and the tables behind it."""

    task: TaskCode
    n: int
    labels: Mapping[str, int]
    _sampled: Tables  # shares of the sampled messages by what the machine says and what is true: best guess, then draws
    _others: Tables  # the same of messages like them

    @property
    def classes(self) -> list[str]:
        """The classes that shares are given of; in tones, "other" is the last of them."""
        return list(self.labels)

    def sampled(self) -> pd.DataFrame:
        """The share of each class among the sampled messages: index class, columns share, low, high. They add up to 1.

        The post-stratified estimator: the labelled shares of each stratum, weighted by its size.
        """
        shares = self._sampled.sum(axis=1)
        low, high = np.quantile(shares[1:], _INTERVAL, axis=0)
        found = {"share": shares[0], "low": np.minimum(low, shares[0]), "high": np.maximum(high, shares[0])}
        return pd.DataFrame(found, index=pd.Index(self.classes, name="class"))

    @property
    def tells_apart(self) -> bool:
        """Whether the machine tells the classes apart at all: one that never says one of them tells nothing of others.

        Where it does only just, the intervals of `adjusted` are wide.
        """
        rates = self._others[0] / np.maximum(self._others[0].sum(axis=0), 1e-12)
        square = rates[:, : len(TASKS[self.task].classes)]
        return float(np.linalg.svd(square, compute_uv=False)[-1]) > _APART

    def adjusted(self, counts: pd.DataFrame) -> pd.DataFrame:
        """The share of each class in slices of messages, from the machine's `counts` of its classes in each.

        Columns: for each class its share, `<class>_low` and `<class>_high`, and n, the messages of the slice; the index
        is that of `counts`. The shares of a slice add up to 1. NaN below `LEAST` messages, and in all slices when not
        `tells_apart`.

        How often the machine says what of each true class is taken to be the same as among the sampled messages; the
        shares of the classes need not be. What is no tone of ours ("other") has no class of the machine to tell it by:
        its share is taken to be that of the sampled messages.

        The interval holds the error of the labels (draws of the table) and of the counts: a slice of few messages may
        by chance have more errors than is usual. It is about the messages of the slice, not about those to come.
        """
        says = counts[list(TASKS[self.task].classes)].to_numpy(np.int64)
        rows = [self._slice(row) for row in says]
        names = [f"{name}{end}" for name in self.classes for end in ("", "_low", "_high")]
        found = pd.DataFrame(np.array(rows).reshape(-1, len(names)), columns=names, index=counts.index)
        return found.assign(n=says.sum(axis=1))

    def _slice(self, counts: NDArray[np.int64]) -> Tables:
        """Share, low and high of each class, one after another."""
        n = int(counts.sum())
        if n < LEAST or not self.tells_apart:
            return np.full(3 * len(self.classes), np.nan)
        true = self._others.sum(axis=1, keepdims=True)
        rates = self._others / np.maximum(true, 1e-12)
        other = true[:, 0, len(counts) :].sum(axis=1)
        rng = np.random.default_rng(SEED)
        seen = rng.standard_gamma(np.broadcast_to(counts + 0.5, (len(rates), len(counts))))
        seen[0] = counts
        shares = solved(rates, seen / seen.sum(axis=1, keepdims=True), other)
        drawn = realised(rng, counts, rates[1:], shares[1:]) / n
        low, high = np.quantile(drawn, _INTERVAL, axis=0)
        return np.stack([shares[0], np.minimum(low, shares[0]), np.maximum(high, shares[0])], axis=1).ravel()

    def quality(self) -> Quality:
        """How good the machine is on the sampled messages; those that are "other" are left out."""
        of = len(TASKS[self.task].classes)
        right = np.diagonal(self._sampled[:, :, :of], axis1=1, axis2=2)
        says, true = (self._sampled[:, :, :of].sum(axis=axis) for axis in (2, 1))
        found = (2 * right / np.maximum(says + true, 1e-12)).mean(axis=1)
        low, high = np.quantile(found[1:], _INTERVAL)
        most = float(true[0].max() / true[0].sum())
        value = float(found[0])
        n = self.n - self.labels.get(OTHER, 0)
        return Quality(value, min(float(low), value), max(float(high), value), 2 * most / (1 + most) / of, n)


def calibrate(task: Task, labels: pd.DataFrame, strata: pd.DataFrame) -> Calibration | Message:
    """What the labels of a sample say about the machine, or what is still missing.

    `labels`: one row for each labelled message: platform and drawn_as (its stratum), predicted (the class that the
    machine gives now) and value (what people said). `strata`: platform, predicted, and size, how many messages of the
    period it has. No share is told below `ENOUGH` labels, or below `ENOUGH_OF_CLASS` of any class.
    """
    true = [*task.classes, *(code for code in task.values if code == OTHER)]
    value = labels["value"].map(task.class_of).astype(object)
    counts = {code: int((value == code).sum()) for code in true}
    if lacking := missing(task, counts):
        return lacking
    found = tables(labels.assign(value=value), strata, list(task.classes), true)
    return Calibration(task.code, len(labels), counts, *found)


def missing(task: Task, counts: Mapping[str, int]) -> Message | None:
    """What labels are missing before shares can be told, by the labels of each class; None when there are enough.

    >>> missing(TASKS["tone"], {"negative": 150, "neutral": 60, "positive": 12, "other": 3}).english()
    'No shares yet: 20 labels of each kind are needed, and there are too few of: Positive (12).'
    """
    n = sum(counts.values())
    if n < ENOUGH:
        text = N_("No shares yet: {n} of {enough} messages are labelled, and {each} of each kind are needed.")
        return Message("too_few_labels", text, {"n": n, "enough": ENOUGH, "each": ENOUGH_OF_CLASS})
    rare = [code for code in task.classes if counts.get(code, 0) < ENOUGH_OF_CLASS]
    if not rare:
        return None
    text = N_("No shares yet: {each} labels of each kind are needed, and there are too few of: {kinds}.")
    said = N_("{kind} ({n})")
    kinds = tuple(
        Message("kind", said, {"kind": Message(code, task.classes[code]), "n": counts.get(code, 0)}) for code in rare
    )
    return Message("too_few_of_class", text, {"kinds": kinds, "each": ENOUGH_OF_CLASS})
