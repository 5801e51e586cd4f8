"""Whether shares of several groups differ more than chance makes them differ."""

from collections.abc import Sequence

from metrics.claims.facts import Tally

RISK = 0.05


def differ(groups: Sequence[Tally], risk: float = RISK) -> bool:
    """Whether the shares k of n of these groups differ: Pearson's chi-square test of homogeneity.

    Every group should have ten cases or more. Groups that all have the share 0 or all 1 do not differ.

    Reference: Agresti (2013), "Categorical Data Analysis", section 3.2.

    >>> differ([(50, 100), (52, 100)]), differ([(30, 100), (80, 100)])
    (False, True)
    """
    hits, n = sum(k for k, _ in groups), sum(size for _, size in groups)
    if len(groups) < 2 or hits in (0, n):
        return False
    share = hits / n
    statistic = sum((k - size * share) ** 2 / (size * share * (1 - share)) for k, size in groups)
    from scipy.special import chdtrc

    return float(chdtrc(len(groups) - 1, statistic)) < risk
