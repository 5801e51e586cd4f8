"""Many comparisons at once: how many of them may be told."""

from collections.abc import Sequence

from metrics.comparison.periods import SURE


def clear_among(p_values: Sequence[float], risk: float = SURE) -> set[int]:
    """Which of several comparisons are clear when all are made at once, by their place.

    With many comparisons chance would show a difference somewhere too often. Told are those up to the last one, from
    the surest on, whose p-value is below `risk x k / m` (the k-th smallest of m): then at most 5 % of what is told is
    chance.

    Reference: Benjamini & Hochberg (1995), "Controlling the false discovery rate".

    >>> clear_among([0.2, 0.001, 0.024, 0.9])
    {1, 2}
    >>> clear_among([0.03, 0.04, 0.9])
    set()
    """
    from scipy.stats import false_discovery_control

    if not p_values:
        return set()
    corrected = false_discovery_control(p_values).tolist()
    return {place for place, p in enumerate(corrected) if p < risk}
