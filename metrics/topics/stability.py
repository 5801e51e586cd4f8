"""How steady a grouping of messages is, in words: whether another run would group them the same way."""

from typing import Literal

from metrics.words import N_

Steadiness = Literal["steady", "fair", "shaky"]
STEADY, FAIR = 0.7, 0.5
"""From these values of the stability on (0 to 1). The cut points are a judgement, not a result."""

WORDS: dict[Steadiness, str] = {
    "steady": N_("steady"),
    "fair": N_("fair"),
    "shaky": N_("shaky: another run may group differently"),
}


def steadiness(stability: float) -> Steadiness:
    """The word for a stability.

    >>> steadiness(0.81), steadiness(0.5), steadiness(0.2)
    ('steady', 'fair', 'shaky')
    """
    if stability >= STEADY:
        return "steady"
    return "fair" if stability >= FAIR else "shaky"
