"""The findings of the charts of departments as sentences: who can be told apart, and who cannot."""

from components import sentences
from components.escape import plain
from components.i18n import _
from metrics.comparison.shrinkage import Shrunken
from metrics.registry import Metric


def estimates_title(metric: Metric, found: Shrunken[str], *, same_mix: bool = False) -> str:
    """The clearest difference between two departments, or that there is none."""
    label = _(metric.label)
    if not found.values:
        return sentences.side_by_side_title(metric, found.raw)
    pair = furthest(found)
    if pair is None:
        if same_mix:
            return _("{metric}, at the same mix of platforms: no clear differences", metric=label)
        return _("{metric}: no clear differences", metric=label)
    higher, lower = map(plain, pair)
    if same_mix:
        return _(
            "{metric}, at the same mix of platforms: {higher} clearly higher than {lower}",
            metric=label,
            higher=higher,
            lower=lower,
        )
    return _("{metric}: {higher} clearly higher than {lower}", metric=label, higher=higher, lower=lower)


def furthest(found: Shrunken[str]) -> tuple[str, str] | None:
    """The two that lie furthest apart of those that can be told apart, the higher one first."""

    def gap(pair: tuple[str, str]) -> float:
        higher, lower = (found.values[who].value or 0.0 for who in pair)
        return higher - lower

    return max(found.pairs, key=gap, default=None)
