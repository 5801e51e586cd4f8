"""Which numbers differ clearly when several stand side by side, without a ranking."""

from collections.abc import Mapping
from dataclasses import replace
from itertools import combinations

from metrics.comparison.periods import SURE, compare
from metrics.comparison.platform_mix import ByPlatform, holds_inside, on_the_same
from metrics.estimate import Estimate


def clear_differences(
    estimates: Mapping[str, Estimate], inside: Mapping[str, ByPlatform] | None = None
) -> list[tuple[str, str]]:
    """The pairs (higher, lower) whose difference chance does not explain, the surest first.

    Every pair is a chance to be misled, so each must pass 5 % divided by the number of pairs (Bonferroni). Numbers
    without an interval are in no pair: nothing is known about how sure they are. Nor are numbers over several
    platforms: who posts more on a platform where everybody gets more would stand out for that alone (METRICS 3.8).

    Numbers about answers may be added up over platforms. Give them with `inside`, the same numbers on each platform:
    then a pair only differs when it does so on the same platforms too.

    >>> parks, roads = Estimate(0.6, 400, 0.55, 0.65, None, ("x",)), Estimate(0.3, 400, 0.26, 0.35, None, ("x",))
    >>> clear_differences({"Parks": parks, "Roads": roads, "Water": Estimate(0.5, 12, 0.25, 0.75, None, ("x",))})
    [('Parks', 'Roads')]
    """
    sure = {
        key: estimate if inside is None else replace(estimate, platforms=())
        for key, estimate in estimates.items()
        if estimate.low is not None and (inside is not None or len(estimate.platforms) == 1)
    }
    pairs = list(combinations(sure, 2))
    found = []
    for one, other in pairs:
        change = compare(sure[one], sure[other])
        if change.p is None or change.p >= SURE / len(pairs) or change.direction not in ("up", "down"):
            continue
        higher, lower = (one, other) if change.direction == "up" else (other, one)
        if inside is None or holds_inside(on_the_same(inside[higher], inside[lower])):
            found.append((change.p, (higher, lower)))
    return [pair for _, pair in sorted(found, key=lambda item: item[0])]
