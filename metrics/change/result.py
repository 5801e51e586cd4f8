"""What a reading of a weekly series says, in codes and numbers; the words are in `metrics.change.wording`."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from metrics.change.xmr import Rule
from metrics.words import Message

Kind = Literal["xmr", "laney", "run", "none"]
"""XmR and Laney charts have limits; a run chart has only its median; "none" is no chart at all."""

Variation = Literal["improving", "concerning", "higher", "lower", "common_cause", "too_few"]
"""What the latest point says. "higher" and "lower" are for metrics without a good side."""

Assurance = Literal["will_meet", "will_miss", "may_meet", "no_target", "too_few"]
"""Whether ordinary variation lies on the good side of a target, on the wrong side, or on both."""


@dataclass(frozen=True)
class Target:
    """What was promised; `source` says which guideline or goal, and of which date."""

    value: float
    direction: Literal["at_least", "at_most"]
    source: Message


@dataclass(frozen=True)
class Reading:
    """A weekly series with what is ordinary variation, what is more, and what that means for a target.

    `weeks` are Mondays, oldest first; `values`, `centre`, `low`, `high` and `signals` have one entry for each. A week
    without a value is a gap (None). A run chart has a centre and no limits; with a
    season, the years that it was learnt from have neither. `signals[i]` maps a rule to 1 (high,
    rising) or -1. `variation` is about the latest known point alone; `side` is 1 or -1 when it is more than chance, and
    `changed` the Monday from which on.

    `baseline` is the first and the last Monday of the weeks that the limits rest on, and `basis` says in words which
    these are. `p` is how often chance alone would put the latest point this far out, either way, and `p_lasting` the
    last six together (`metrics.change.lasting`; None in short series). `reason` says why there are no limits or no
    chart, `seasonal` what was done about the time of the year.
    """

    kind: Kind
    variation: Variation
    assurance: Assurance
    weeks: tuple[int, ...] = ()
    values: tuple[float | None, ...] = ()
    centre: tuple[float | None, ...] = ()
    low: tuple[float | None, ...] = ()
    high: tuple[float | None, ...] = ()
    signals: tuple[Mapping[Rule, int], ...] = ()
    baseline: tuple[int, int] | None = None
    p: float | None = None
    reason: Message | None = None
    seasonal: Message | None = None
    basis: Message | None = None
    target: Target | None = None
    side: int = 0
    changed: int | None = None
    p_lasting: float | None = None
