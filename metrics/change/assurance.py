"""Whether a target will be met: ordinary variation against the target."""

from collections.abc import Sequence

from metrics.change.result import Assurance, Target

RECENT = 12
"""Limits of so many weeks are held against the target; those of Laney charts follow the number of cases."""


def assurance(
    target: Target | None,
    low: Sequence[float],
    high: Sequence[float],
    latest: float,
    side: int,
) -> Assurance:
    """Will meet when the limits of all recent weeks lie on the good side, will miss on the wrong one, else may meet.

    No promise is made on limits that the latest point has left towards the target, or that the latest point itself
    belies.

    Reference: NHS England (2021), "Making Data Count", assurance icons.

    >>> from metrics.words import Message
    >>> target = Target(0.8, "at_least", Message("norm", "norm"))
    >>> assurance(target, [0.85], [0.95], 0.9, 0), assurance(target, [0.5], [0.7], 0.6, 0)
    ('will_meet', 'will_miss')
    >>> assurance(target, [0.85], [0.95], 0.84, -1)
    'may_meet'
    """
    if target is None:
        return "no_target"
    sign = 1 if target.direction == "at_least" else -1
    goal = sign * target.value
    worst, best = (min(low), max(high)) if sign == 1 else (-max(high), -min(low))
    met, moved = sign * latest >= goal, sign * side
    if worst >= goal and met and moved >= 0:
        return "will_meet"
    if best < goal and not met and moved <= 0:
        return "will_miss"
    return "may_meet"
