"""In which tone people write, as the machine counts it: per group, with small groups hidden, and in one sentence.

Counts are no shares: a machine that is right in two of three cases counts far off. Shares are told only after people
labelled a sample (`metrics.text.calibration`).
"""

from collections.abc import Mapping

import numpy as np
import pandas as pd

from metrics.disclosure import MINIMUM, hide_small
from metrics.estimate import Estimate
from metrics.intervals import difference
from metrics.text.calibration import ENOUGH
from metrics.text.tone import TONES, UNSURE
from metrics.words import N_, Message, Share

NOT_SCORED = "none"
"""The part of messages that no model looked at, or whose language none serves."""

WIDEST = 0.5
"""How wide an interval may be (as a share) before a corrected share says too little to be told."""

PARTS = (*TONES, UNSURE, NOT_SCORED)
"""What messages are counted as; together they are all messages."""


def counts(sums: pd.DataFrame) -> pd.DataFrame:
    """Messages by `PARTS`, from rows of the sums of `rollup_topic` by tone.

    >>> row = dict.fromkeys(("t_neutral", "t_positive", "t_neutral_unsure", "t_positive_unsure"), 1)
    >>> counts(pd.DataFrame([row | {"t_negative": 5, "t_negative_unsure": 2, "t_none": 4}])).iloc[0].to_dict()
    {'negative': 5, 'neutral': 1, 'positive': 1, 'unsure': 4, 'none': 4}
    """
    unsure = sum((sums[f"t_{tone}_unsure"] for tone in TONES), start=pd.Series(0, index=sums.index))
    return pd.DataFrame(
        {**{tone: sums[f"t_{tone}"] for tone in TONES}, UNSURE: unsure, NOT_SCORED: sums["t_none"]}, dtype="int64"
    )


def machine(sums: pd.DataFrame) -> pd.DataFrame:
    """Messages by the tone that is likeliest, also where the machine is unsure: what a calibration corrects."""
    return pd.DataFrame({tone: sums[f"t_{tone}"] + sums[f"t_{tone}_unsure"] for tone in TONES}, dtype="int64")


def disclosed(counted: pd.DataFrame, *, add_up: bool = True) -> pd.DataFrame:
    """The counts of several groups that may be shown, with the total of each as the last column; NaN is hidden.

    Counts of one to four are hidden, but for messages that are not scored: of these nothing is said. As the total of a
    row is known, each row in which something is hidden gets a second hidden count, the smallest that is left; and so
    does each column where the groups `add_up` to a total that is known (weeks do, two periods do not).

    >>> shown = disclosed(pd.DataFrame({"negative": [40, 3], "neutral": [60, 20], "positive": [50, 9]}))
    >>> shown.to_numpy().tolist()
    [[nan, 60.0, nan, 150.0], [nan, 20.0, nan, 32.0]]
    """
    said = [name for name in counted.columns if name != NOT_SCORED]
    cells = counted[said].to_numpy("int64")
    hidden = (cells > 0) & (cells < MINIMUM)
    changed = True
    while changed:
        changed = False
        for lines, marks in ((cells, hidden), (cells.T, hidden.T))[: 1 + add_up]:
            for line, mark in zip(lines, marks, strict=True):
                left = [place for place, size in enumerate(line.tolist()) if size > 0 and not mark[place]]
                if mark.sum() == 1 and left:
                    mark[min(left, key=lambda place: line[place])] = True
                    changed = True
    shown = counted.astype("float64")
    shown[said] = shown[said].mask(hidden)
    totals = hide_small(counted.sum(axis="columns").tolist()).cells
    return shown.assign(n=np.array(totals, dtype="float64"))


def counted_sentence(shown: Mapping[str, int | None], n: int | None) -> Message:
    """The finding of a period whose counts nobody checked; `shown` are its counts by part, None where hidden."""
    if n == 0:
        return Message("no_messages", N_("There are no messages of citizens in this selection."))
    if n is None:
        return Message("few_messages", N_("Fewer than {least} messages: too few to show."), {"least": MINIMUM})
    if n == shown[NOT_SCORED]:
        return Message("not_scored", N_("None of the {n} messages has a tone yet."), {"n": n})
    values = {"n": n, "enough": ENOUGH}
    if shown["negative"] is None:
        text = N_(
            "Machine count, not checked here: of {n} messages the number that was classed negative is too small to "
            "show. Label {enough} messages to get shares."
        )
        return Message("machine_count_hidden", text, values)
    text = N_(
        "Machine count, not checked here: {k} of {n} messages were classed negative. Label {enough} messages to get "
        "shares."
    )
    return Message("machine_count", text, {**values, "k": shown["negative"]})


def share_sentence(shares: Mapping[str, Estimate], sampled: Message) -> Message:
    """The finding once people labelled a sample: the shares of the messages that it was drawn from, `sampled`."""
    text = N_(
        "Between {low} and {high} of the messages sound negative, and between {from} and {to} positive ({sampled})."
    )
    negative, positive = shares["negative"], shares["positive"]
    ends = {"low": negative.low, "high": negative.high, "from": positive.low, "to": positive.high}
    rounded = {name: Share(round(end or 0.0, 2)) for name, end in ends.items()}
    return Message("tone_shares", text, {**rounded, "sampled": sampled})


def known(found: Mapping[str, Estimate]) -> dict[str, Estimate]:
    """The corrected shares of a group without values when they say too little.

    Where the machine mixes up tones, its counts hardly depend on what is true, and a share corrected by them can be
    anything: it is told only when the intervals of all tones are at most `WIDEST` wide.
    """
    ends = [(found[tone].low, found[tone].high) for tone in TONES]
    if any(low is None or high is None for low, high in ends):
        return dict(found)
    if all((high or 0.0) - (low or 0.0) <= WIDEST for low, high in ends):  # not so for NaN
        return dict(found)
    text = N_("Not known: the machine mixes up tones too often to tell this share.")
    return {code: Estimate(None, one.n, reason=Message("mixed_up", text)) for code, one in found.items()}


def too_few() -> Message:
    """Why there are no shares. How many there are is not told: it could be one."""
    return Message("too_few_for_shares", N_("Too few messages with a tone for shares."))


def change_sentence(now: Estimate, before: Estimate) -> Message:
    """Whether the share of negative messages changed since the period before, in percentage points."""
    sides = [_ends(one) for one in (now, before)]
    if None in sides:
        return Message("no_comparison", N_("Too few messages to compare with the period before"))
    _gap, low, high = difference(*[side for side in sides if side is not None])
    if low <= 0 <= high:
        return Message("no_clear_change", N_("No clear change from the period before"))
    points = {"low": round(100 * min(abs(low), abs(high))), "high": round(100 * max(abs(low), abs(high)))}
    if low > 0:
        return Message("more_negative", N_("More negative: {low} to {high} percentage points more"), points)
    return Message("less_negative", N_("Less negative: {low} to {high} percentage points less"), points)


def _ends(found: Estimate) -> tuple[float, float, float] | None:
    if found.value is None or found.low is None or found.high is None:
        return None
    return found.value, found.low, found.high
