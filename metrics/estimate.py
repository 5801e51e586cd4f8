"""A number with what makes it honest: how many it rests on, how sure it is, and why it may be missing."""

from dataclasses import dataclass

from metrics.words import Message


@dataclass(frozen=True)
class Estimate:
    """The value of a metric for one slice of the data.

    `value` is None when there is nothing to say; then `reason` says why. `low` and `high` bound the 95 %
    interval where the metric has one. `n` is what the number rests on (posts, days, accounts: the metric says
    which). `platforms` are in the number, `without` were asked for but do not report it. `notes` are what the
    reader should know beside the number, for example that YouTube is not in it.
    """

    value: float | None
    n: int = 0
    low: float | None = None
    high: float | None = None
    reason: Message | None = None
    platforms: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    notes: tuple[Message, ...] = ()
