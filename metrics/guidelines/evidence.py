"""What the data say about one account, as the rules of a guideline read it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

Counts = Mapping[str, int]
Tally = tuple[int, int]
"""k of n."""


@dataclass(frozen=True)
class Answers:
    """Questions of citizens in the period: those whose deadline has passed, in time of these, never answered of these.

    `target` is the share that the norm promises to answer in time; None when it promises none. `has_norm` is False
    where nobody set a norm and deadlines follow from the product's fallback, which is no promise.
    """

    due: int
    in_time: int
    due_waiting: int
    target: float | None = None
    has_norm: bool = True


@dataclass(frozen=True)
class Evidence:
    """Of one account and a period. What no export tells is None or empty, never zero.

    `day` is the last day of the period: documents are judged by their age on it. `weeks` are the own posts of each
    full week that the data cover. `posts` are all own posts of the period, `hours` those with a known hour by (weekday,
    hour). `content` is posts by value of each dimension: type, tactic, reading. `commented` is posts with a comment of
    those that report comments; `removals` those with a rule cited of all in the log; `described` pictures with a
    description of all, `captioned` films with captions of all.
    """

    day: int
    posts: int = 0
    weeks: tuple[int, ...] = ()
    hours: Mapping[tuple[int, int], int] = field(default_factory=dict)
    content: Mapping[str, Counts] = field(default_factory=dict)
    commented: Tally | None = None
    answers: Answers | None = None
    removals: Tally | None = None
    described: Tally | None = None
    captioned: Tally | None = None
